const roles =
  /^(abuse|accounts?|admin(istracion|istration|istrator)?|all|billing|booking|bookings|careers|compras|comunicacion|contact(o|us)?|customerservice|direccion|editor(ial)?|empleo|enquiries|equipo|eventos|events|finance|hallo|hello|help(desk)?|hi|hola|hr|info(rmacion|rmation)?|inquiries|it|jobs|kontakt|mail|marketing|media|news(room|letter)?|no-?reply|oficina|office|orders|pedidos|personal|post(master)?|prensa|presse?|privacy|redaccion|reception|recepcion|recruiting|reservas|rrhh|sales|secretaria|service|soporte|staff|support|team|tienda|ventas|web(master)?|welcome)$/;

/** Whether a normalized e-mail address is an office rather than a person: several people read it, and none owns it. */
export function isRoleMailbox(email: string): boolean {
  return roles.test(email.slice(0, email.indexOf('@')).replaceAll(/[._]/g, ''));
}
