import { sentencesElsewhere, subjectsElsewhere } from './bounced-elsewhere';

/** How subjects of reports begin, or what they are whole. */
const subjects =
  /^(?:\[[^\]]{1,40}\] ?)?(?:(?:returned|undeliver(?:ed|able)|failed|bounced|rejected|nondeliver(?:ed|able)) (?:mail|message|e-?mail|letter)|undeliver(?:able|ed)\b|undelivered mail|un-?deliverable:|non[- ]?deliver(?:y|able)|delivery (?:status )?(?:notification|report|failure|failed|problem|error|has failed|has been delayed|delayed?|incomplete|to .{1,80} failed|status|subsystem|unsuccessful|not possible|was unsuccessful)|mail ?(?:delivery|system) (?:error|fail|problem|status|report|delay|sub|notification|unsuccess|not|warn)|mail (?:could not be|not|undelivered|returned|failed|failure|delayed|bounced|error|was not|has not|rejected)|mailer[- ]daemon|failure notice|failure (?:delivery|delivering|notification|sending)|failed (?:delivery|to deliver|mail)|failed:|message (?:not|could not|undeliver|delivery|delayed|was not|returned|status|rejected|bounced|delivery failure|cannot be|can not be|has not)|(?:warning|note): (?:could not|message|mail|e-?mail|you|delay)|(?:your|e-?mail|the) (?:message|mail|e-?mail|recipient)\S*(?: \S{1,60}){0,6}? (?:could not be delivered|not delivered|undeliver|was not|bounced|rejected|delayed|returned|has not|cannot be)|returned (?:to sender|mail|message|e-?mail)|return(?:ed)?: |report of (?:non-?delivery|failed)|notice: mail delivery|there was an error sending|teslim edilemedi|발송실패|message you sent blocked|banned contents|\*\*\* ?(?:warning|failure)|(?:user|address|recipient|mailbox|host) (?:unknown|not found|full|does not exist|over quota)|unknown (?:user|recipient|address)|unable to deliver|could ?n[o']t (?:be )?(?:deliver|send)|cannot (?:deliver|send)|bounce(?:d| notif| message|:)|error (?:sending|delivering|in mail|mail)|unzustellbar|nicht zustellbar|(?:mail|nachricht)\S*(?: \S{1,30}){0,3}? (?:nicht|unzustell|fehl)|zustell(?:ung|fehler|bericht|problem)|fehler (?:bei|beim|in)(?: \S{1,20})? ?(?:der|die|zustell|versand|nachricht|mail)|rapport de non[- ]remise|non remis|[eé]chec (?:de (?:la )?)?(?:remise|distribution|livraison|d['’]envoi|delivery)|notification d['’][eé]tat de remise|message non (?:remis|distribu|d[eé]livr)|courriel non|retour de courrier|no (?:se (?:ha )?pud|se puede|entreg)|(?:mensaje|correo) (?:no|devuelto|rechazad|sin entregar)|notificaci[oó]n (?:de )?(?:del? )?(?:estado|error|no)|error (?:de|en|al) (?:la )?(?:entrega|env[ií]|entregar)|n[aã]o (?:foi|entreg)|mensagem (?:n[aã]o|devolvida|rejeit)|falha (?:na|no|de|ao)|e-?mail n[aã]o|status da (?:entrega|notif)|notifica(?:[cç][aã]o|zione) (?:de |di |sullo |dello )?(?:status|estado|stato|mancato|falha|errore)|(?:non recapitabile|mancato recapito|recapito (?:non riuscito|fallito)|messaggio non|errore (?:di|nel)(?:la)? (?:consegna|recapito))|onbestelbaar|niet afgeleverd|oleverans|kan inte levereras|olevererat|ikke leveret|kunne ikke lever|не ?достав|недоставлен|ошибка доставки|возврат|配信不能|送信エラー|メール(?:配送|送信)|未送達|退信|投递失败|邮件(?:退回|投递)|无法(?:投递|送达)|系统退信|傳送失敗|niedostarczon|zwrot|kézbesíthet|nedoru[cč])/i;

const noDelay =
  /(?:delayed|delay(?: |$)|still being retried|warning: (?:could not|message)|could not be delivered yet|verz[oö]gert|verz[oö]gerung|retras|retard[eé]|retardo|atras|ritard|vertraag)/i;

/** Sentences by which a delivery program explains itself. They stand at the top of what it writes. */
const sentences: readonly RegExp[] = [
  /(?:message|mail|e-?mail|letter|delivery)(?: \S{1,90}){0,14}? (?:could ?n[o']t|cannot|can ?n[o']t|was ?n[o']t|has ?n[o']t|were not|not|failed|unable)(?: \S{1,30}){0,3}? (?:be |been |to be )?(?:deliver|reach|sent|send|accept)/i,
  /(?:unable|failed|not able|impossible|not possible)(?: \S{1,20}){0,2}? (?:to )?(?:deliver|send|relay|reach|complete delivery)/i,
  /(?:delivery|mail|message)(?: \S{1,90}){0,10}? (?:has failed|failed|failure|unsuccessful|was rejected|has been rejected|was returned|bounced|is undeliverable|was undeliverable|undeliverable|were rejected|refused)/i,
  /undeliver(?:able|ed)|non-?deliver|returned to (?:the )?sender|returning (?:message|mail|it|to)/i,
  /(?:recipient|address|user)\S*(?: \S{1,60}){0,6}? (?:failed|had (?:permanent|transient|delivery)|rejected|could not be reached|not reached|unknown|was not|has been rejected|did not|not found|not delivered|have delivery)/i,
  /did ?n[o']t reach|could not be reached|wasn't delivered|couldn't be (?:delivered|found|reached)/i,
  /trouble delivering|rejected recipient|transcript of session|reason for (?:the )?(?:problem|failure|delivery|return)|delivery (?:status )?notification|delivery report|mail (?:delivery )?(?:sub)?system|qmail-send program|mail system at host|mail delivery software/i,
  /(?:nicht|konnte)(?: \S{1,60}){0,8}? (?:zugestellt|ausgeliefert|gesendet|[uü]bermittelt|zustellen)|unzustellbar|fehler(?: \S{1,20}){0,3}? (?:nachrichten)?zustellung/i,
  /(?:n'a pas pu|n'a pu|n'ont pas pu|impossible de|[eé]chec de|n'a pas [eé]t[eé]|pas pu [eê]tre)(?: \S{1,40}){0,8}? (?:remis|distribu|livr|d[eé]livr|remise|envoy|atteint|achemin|remettre)|non remis|pas [eé]t[eé] (?:remis|distribu|d[eé]livr)/i,
  /no (?:se )?(?:ha )?(?:pud|pued|podid|sido|fue)(?: \S{1,40}){0,8}? (?:entreg|envi)|no (?:se )?entreg|no ha llegado|error (?:de|en la|al) entreg/i,
  /n[aã]o (?:p[oô]de|foi|pode|foram|puderam)(?: \S{1,40}){0,8}? (?:entreg|envi)|falha (?:na|no|ao|de) (?:entreg|envi)/i,
  /(?:non (?:[eè] stato|ha potuto|pu[oò]|[eè])|impossibile|errore|mancat\S)(?: \S{1,40}){0,8}? (?:recapit|consegn|invia)/i,
  /не (?:было |может |удалось |был )(?:\S{1,30} ){0,4}?(?:доставл|достав)|недоставл/i,
  /配信(?:でき|不能|に失敗|エラー)|送信でき|存在しない|お届けでき|届けられ|宛先|送達|退信|无法(?:投递|送达|发送)|投递失败|未能(?:送达|投递)|被退回|拒收/,
];

const stillTrying =
  /(?:will|shall|we'll|is|are|am|be)(?: \S{1,20}){0,3}? (?:keep|continue\w*|go on|still|be)(?: \S{1,20}){0,3}? (?:try|trying|to try|retry|retried|attempt|deliver)|will be (?:re)?tried|still (?:being retried|trying|in (?:the )?queue)|(?:this is|thi?s) (?:a|an)? ?(?:\S{1,20} )?warning (?:message )?only|(?:do not|don't|no) need to (?:re-?send|send)|has been delayed|is delayed|delayed (?:for|delivery)|(?:has )?not (?:yet )?(?:been |be )?(?:delivered|able to deliver)(?: \S{1,30}){0,3}? yet|not yet (?:been )?delivered|delivery attempts will continue|wird weiter|weiterhin versuch|erneut versuch|nouvelle tentative|tentatives? (?:de remise )?(?:se poursuiv|continu)|(?:seguir|continuar)\S* (?:intent|tent)|si continuer/i;

/** Whether a subject, or the first words of a text, are those of a report of non-delivery; and whether only of a delay. */
export function saysBounced(
  subject: string,
  top: string,
): { subject: boolean; text: boolean; delayed: boolean } {
  const words = top.replace(/[’‘]/g, "'").replace(/\s+/g, ' ').slice(0, 1_500);
  const whole = subject.trim();
  const begins = [whole, whole.replace(/^[*!#\s]{1,10}/, '')];
  return {
    subject: [subjects, subjectsElsewhere].some((one) => begins.some((start) => one.test(start))),
    text: [...sentences, ...sentencesElsewhere].some((sentence) => sentence.test(words)),
    delayed: noDelay.test(subject) || stillTrying.test(words),
  };
}
