import type { Field } from './fields';

/** How headers say a field, in English and Spanish, as keys (lib/contacts/name-key); the exports of Google, Outlook, LinkedIn and HubSpot among them. */
export const headerWords: Readonly<Record<Field, string>> = {
  name: `name|full name|fullname|display name|contact|contact name|person|file as|nombre completo|nombre y apellidos|nombre y apellido
    |apellidos y nombre|nombres y apellidos|contacto|persona|nombre para mostrar|nombre del contacto`,
  given_name: `first name|firstname|first|given name|forename|nombre de pila|primer nombre|nombre|nombres`,
  family_name: `last name|lastname|last|surname|family name|apellido|apellidos|primer apellido`,
  email: `email|e mail|mail|emails|email address|e mail address|email addresses|work email|personal email|primary email|business email
    |correo|correos|correo electronico|direccion de correo|direccion de correo electronico|direccion email|email de trabajo`,
  linkedin: `linkedin|linked in|linkedin url|linkedin profile|linkedin profile url|linkedin link|person linkedin url|linkedin handle
    |perfil de linkedin|perfil linkedin|url de linkedin|enlace de linkedin|profile url`,
  x: `x|twitter|twitter handle|twitter url|twitter profile|twitter x|x twitter|x handle|x url|usuario de twitter|usuario de x|perfil de x`,
  phone: `phone|phones|telephone|tel|phone number|telephone number|mobile|mobile phone|mobile number|cell|cell phone|cellphone|cellular
    |work phone|home phone|business phone|primary phone|telefono|telefonos|tel movil|movil|telefono movil|celular|numero de telefono
    |telefono de trabajo|telefono del trabajo|telefono fijo`,
  whatsapp: `whatsapp|whats app|whatsapp number|numero de whatsapp|wasap`,
  other: `other address|telegram|signal|mastodon|bluesky|instagram|threema|otra direccion|otro contacto`,
  organization: `organization|organisation|company|company name|organization name|organisation name|employer|account name|account|firm
    |institution|organizacion|nombre de la organizacion|empresa|nombre de la empresa|compania|entidad|institucion|company organization`,
  position: `position|job title|title|role|job|headline|organization title|job role|occupation|puesto|puesto de trabajo|cargo|posicion|rol
    |ocupacion|profesion`,
  tags: `tags|tag|labels|label|groups|group|group membership|categories|category|lists|etiquetas|etiqueta|grupos|grupo|categorias|categoria`,
  met_how: `how we met|how met|met|met how|como nos conocimos|como le conoci|como la conoci|como le conocimos`,
  met_where: `where we met|met where|met at|event|evento|donde nos conocimos|lugar|feria`,
  introducer: `introduced by|introducer|intro by|referred by|referrer|referral|presentado por|presentada por|nos presento|recomendado por`,
  source: `source|source of address|lead source|contact source|original source|origen|fuente|procedencia|origen del contacto`,
  language: `language|lang|languages|preferred language|locale|idioma|lengua|idioma preferido`,
  country: `country|country region|country code|country or region|pais|pais o region|codigo de pais`,
  time_zone: `time zone|timezone|tz|zona horaria|huso horario`,
  note: `note|notes|comment|comments|remarks|description|about|bio|nota|notas|comentario|comentarios|observaciones|descripcion`,
  left_out: `left out|unsubscribed|opt out|opted out|optout|do not contact|do not email|dnc|no contact|unsubscribed from all email|no contactar
    |no escribir|no molestar|baja|dado de baja|dada de baja|excluido|excluida|no quiere mensajes`,
};
