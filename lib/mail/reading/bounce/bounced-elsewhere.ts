/** Subjects of reports in languages that `says-bounced.ts` does not have, as Exchange and providers begin them. */
export const subjectsElsewhere =
  /^(?:(?:delivery|message|mail|e-?mail) (?:blocked|quarantined|stopped|refused)\b|onbestelbaar|niet[- ]bezorgd|niedostarczalne|nie można dostarczyć|nie dostarczono|det går inte att leverera|olevererbar|går ej att leverera|kan ikke leveres|ikke leverbar|kunne ikke leveres|uleveret|nedoručiteln|nedoručeno|nedoručiteľn|nedoručené|kézbesíthetetlen|nem kézbesít|ei voitu toimittaa|toimittamaton|teslim edilemedi|iletilemedi|nelivrabil|nelivrat|imposibil de livrat|μη παραδ|δεν είναι δυνατή η παράδοση|не вдається доставити|недоставлено|не може бути доставлен|未传递|未傳遞|無法(?:傳遞|送達)|傳遞失敗|배달되지 않음|배달할 수 없음|메일 (?:발송|전송) 실패|전송 실패|không thể gửi|tidak (?:dapat|terkirim)|ไม่สามารถส่ง|لم يتم التسليم|تعذر تسليم|לא ניתן למסור)/i;

/** Sentences of such reports in those languages. */
export const sentencesElsewhere: readonly RegExp[] = [
  /(?:bezorging|aflevering|levering)(?: \S{1,40}){0,10}? (?:is )?mislukt|niet(?: \S{1,30}){0,4}? (?:bezorgd|afgeleverd|besteld|bezorgen|afleveren)/i,
  /nie (?:można|udało się|mogła|mogło|został[ao]?|zostały|mogły)(?: \S{1,30}){0,4}? ?dostarcz|niedostarczon|dostarczenie(?: \S{1,40}){0,8}? nie powiodło/i,
  /leverans\S*(?: \S{1,40}){0,8}? misslyckades|lever(?:ing|ans)\S*(?: \S{1,40}){0,8}? (?:mislykkedes|mislyktes)|(?:kunde|kan|gick|går|kunne) (?:inte|ej|ikke)(?: \S{1,20}){0,3}? (?:att )?lever/i,
  /doručení(?: \S{1,40}){0,8}? se nezdařilo|(?:nelze|nebyl[ao]?|nemohl[ao]? být|nepodařilo se)(?: \S{1,20}){0,3}? doruč|doručenie(?: \S{1,40}){0,8}? (?:zlyhalo|sa nepodarilo)|(?:nie je možné|nepodarilo sa|nebol[ao]?)(?: \S{1,20}){0,2}? doruč/i,
  /(?:kézbesítés|továbbítás)\S*(?: \S{1,40}){0,8}? (?:nem sikerült|sikertelen)|nem (?:lehetett|sikerült|tudtuk)(?: \S{1,20}){0,3}? kézbesít|toimitus(?: \S{1,40}){0,8}? epäonnistui|ei voitu (?:toimittaa|lähettää|välittää)/i,
  /teslim(?:at)?(?: \S{1,40}){0,6}? (?:başarısız|edilemedi)|iletilemedi|livrarea(?: \S{1,40}){0,8}? (?:nu a reușit|a eșuat)|nu (?:a putut|a fost|poate)(?: \S{1,20}){0,2}? livrat|η παράδοση(?: \S{1,40}){0,8}? απέτυχε|δεν (?:ήταν δυνατή|είναι δυνατή|μπόρεσε)(?: \S{1,20}){0,3}? (?:η )?(?:παράδοση|παραδοθεί)/i,
  /не (?:вдалося|може бути|було)(?: \S{1,20}){0,3}? доставлен|не вдалося доставити/i,
  /(?:传递|傳遞|傳送|发送|投遞)(?:邮件|郵件)?失[败敗]|[无無]法(?:传递|傳遞|傳送)|(?:전송|배달|전달|발송)(?:되지|하지|을 하지) ?(?:못|않)|(?:전송|배달|발송)(?:에|이|할 수)? ?(?:실패|없)/,
  /không (?:thể|được)(?: \S{1,20}){0,3}? (?:gửi|phân phối)|tidak dapat (?:dikirim|disampaikan|terkirim)|gagal (?:dikirim|terkirim)|ไม่สามารถส่ง|(?:تعذر|لم يتم|فشل)(?: \S{1,20}){0,2}? (?:تسليم|توصيل)/i,
  /\bwas (?:blocked|quarantined|rejected)(?: \S{1,30}){0,3}? by (?:our|the)(?: \S{1,20}){0,4}? (?:firewall|filter|gateway|appliance)/i,
];
