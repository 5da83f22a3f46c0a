import type { BounceReason } from './reasons';

/** What mail servers say in their own country's words, lower case. A sender who is unknown is no dead address. */
export const textsElsewhere: readonly (readonly [BounceReason, RegExp])[] = [
  [
    'mailbox_full',
    /(?:postvak|mailbox)(?: \S{1,40}){0,4}? (?:is )?vol(?:\b|$)|skrzynk\S*(?: \S{1,40}){0,3}? (?:jest )?(?:pełna|pelna|przepełniona|przepelniona)|(?:brevlåda|postkasse|postboks|inkorg|indbakke)\S*(?: \S{1,40}){0,4}? (?:är |er )?(?:full|fuld|fyldt)|schránka(?: \S{1,40}){0,3}? (?:je )?pln[áa]|postaláda(?: \S{1,40}){0,2}? (?:megtelt|betelt|tele van)|postilaatikko(?: \S{1,40}){0,2}? (?:on )?täynnä|(?:posta kutusu|gelen kutusu)(?: \S{1,20}){0,2}? dolu|(?:ящик|скриньк)\S*(?: \S{1,30}){0,3}? (?:переполнен|переповнен)|(?:空间|空間|邮箱|郵箱|信箱)(?:已|不)?(?:满|滿|足)|(?:용량|메일함)\S* ?(?:초과|부족|가득)/,
  ],
  [
    'user_unknown',
    /(?:gebruiker|geadresseerde|ontvanger|postvak|e-?mailadres|account|adres)(?: \S{1,60}){0,6}? (?:onbekend|bestaat niet|niet (?:gevonden|bekend)|(?:kan|kon) niet(?: worden)? gevonden)|onbekende? (?:gebruiker|ontvanger|geadresseerde)/,
  ],
  [
    'user_unknown',
    /nie ma takiego (?:użytkownika|uzytkownika|adresu|konta|odbiorcy)|(?:użytkownik|uzytkownik|odbiorca|adres|konto|skrzynka)\S*(?: \S{1,60}){0,5}? nie (?:istnieje|został[ao]? znalezion)|nie można odnaleźć(?: \S{1,30}){0,3}? adres|nieznany (?:użytkownik|uzytkownik|odbiorca|adres)/,
  ],
  [
    'user_unknown',
    /(?:adress\S*|mottagar\S*|användar\S*|konto\S*|modtager\S*|mottaker\S*|bruger\S*|bruker\S*|mailadresse\S*)(?: \S{1,40}){0,7}? (?:finns (?:inte|ej)|(?:gick|går) inte att hitta|hittades inte|är okänd|findes ikke|finnes ikke|blev ikke fundet|ble ikke funnet|er ukendt|er ukjent)|(?:okänd|ukendt|ukjent) (?:mottagare|användare|modtager|bruger|mottaker|bruker)/,
  ],
  [
    'user_unknown',
    /(?:adresa|příjemce|uživatel|schránka|účet|príjemca|používateľ)(?: \S{1,40}){0,5}? (?:nebyl[ao]? naleze|neexistuje|nebol[ao]? nájden|není znám)|(?:cím|címzett|felhasználó|postafiók)(?: \S{1,40}){0,4}? (?:nem található|nem létezik|ismeretlen)|(?:osoite|osoitetta|vastaanottajaa?|käyttäjää?)(?: \S{1,40}){0,3}? ei (?:löydy|löytynyt|ole olemassa)/,
  ],
  [
    'user_unknown',
    /(?:adres|alıcı|kullanıcı|hesap)\S*(?: \S{1,40}){0,3}? (?:bulunamadı|mevcut değil|yok)|(?:adresa|destinatarul|utilizatorul|contul)(?: \S{1,40}){0,5}? (?:nu (?:a fost găsit|există)|necunoscut)|(?:διεύθυνση|παραλήπτης|χρήστης)(?: \S{1,40}){0,6}? (?:δεν (?:βρέθηκε|υπάρχει)|άγνωστ)|(?:адрес|користувач|скриньк|ящик)\S*(?: \S{1,40}){0,4}? (?:не (?:існує|знайден|зарегистрирован|зареєстрован)|не найден)/,
  ],
  // «Does not exist, or refuses» of the carriers' filters is left in doubt.
  [
    'user_unknown',
    /(?:宛先|アドレス|ユーザー?|受信者|メールボックス|アカウント)[^。、]{0,30}(?:存在しません|存在しない(?!か|場合|可能)|見つかりません)|(?:收件人|收信人|用户|用戶|地址|账号|帳號|邮箱|郵箱|信箱)[^。，,]{0,16}(?:不存在|未找到|找不到)|找不到[^。，,]{0,10}(?:地址|用户|用戶|收件人|账号)|존재하지 않는 (?:\S{1,10} )?(?:사용자|계정|주소|수신자|메일)|(?:사용자|계정|주소|수신자)\S{0,3} (?:존재하지|찾을 수) ?(?:않|없)|없는 (?:사용자|계정|주소)/,
  ],
  [
    'user_unknown',
    /(?:empf[aä]nger|benutzer|adresse|postfach|konto)(?: \S{1,60}){0,5}? (?:nicht (?:bekannt|vorhanden|eingerichtet|im (?:\S{1,20}-?)?(?:verzeichnis|adressbuch))|existiert (?:hier )?nicht)|(?:adresse|destinataire|utilisateur)(?: \S{1,60}){0,8}? (?:est introuvable|n'a pas (?:pu )?[eê]t[eér]{1,2} trouv|n'est pas r[eé]pertori)|(?:direcci[oó]n|destinatario|usuario)(?: \S{1,60}){0,6}? no (?:figura|est[aá] registrad)/,
  ],
  [
    'host_unknown',
    /(?:dominio|dom[ií]nio|domaine|domain|domein|domena|domén[ay]?|dom[aä]n[es]?n?)(?: \S{1,40}){0,4}? (?:non esiste|no existe|n[aã]o existe|n'existe pas|existiert nicht|bestaat niet|nie istnieje|neexistuje|finns inte|findes ikke|finnes ikke)|域名[^。，,]{0,10}不存在|ドメイン[^。、]{0,20}(?:存在しません|見つかりません)/,
  ],
];
