import type { BounceReason } from './reasons';

/** What is said of an address that is no more, or never was. */
export const deadTexts: readonly (readonly [BounceReason, RegExp])[] = [
  [
    'moved',
    /(?:has|have) (?:been )?(?:moved|replaced by|changed (?:his|her|their|its)|relocated)|(?:has|have) a new (?:e-?mail )?address|\bmoved to (?:<|\S+@)|user not local; please try|address (?:is )?no longer (?:in use|valid|used); ?(?:please )?(?:use|try)|forwarding address|\b5\.1\.6\b/,
  ],
  [
    'accepts_no_mail',
    /null ?mx|\bmx (?:is |record (?:is )?)?(?:null|".")|(?:host|domain|host\/domain|server|address|mailbox|system)(?: \S{1,80})? (?:does not|doesn't|do not|never|no longer) (?:accept|receive)s? (?:any )?(?:e?-?mail|messages)(?! from)|mail receiving disabled|no mail (?:is )?accepted (?:here|for this domain)|\b556\b|no-?reply address|does not accept incoming (?:e?-?mail|messages)/,
  ],
  ['host_unknown', /host or domain name not found|host not found|unknown host:|\bnxdomain\b/],
  [
    'user_unknown',
    /(?:user|recipient|mailbox|account|addressee|alias|login|subscriber|customer|local[- ]?part|e-?mail|address|member|person|name)s?(?: (?!sender|domain|host)[^\s;]{1,80}){0,6}? (?:is |was |were |are |has been |address |name )?(?:unknown|undefined|unrecognized|not (?:be )?(?:found|known|exist|listed|recogni[sz]ed|registered|local|valid|here)|(?:does|do|did) ?(?:not|n't) (?:seem to |appear to )?(?:exist|have an? )|doesn'?t (?:seem to )?(?:exist|have an? )|could(?: not|n't) be found|couldn't be found|cannot be found|isn't (?:listed|known|found|valid)|invalid|non-?existent|nonexistent|no longer (?:exists?|available|valid|active|with|here|on |in use|a valid)|discontinued|terminated|deleted|removed from|has left|not in (?:the )?(?:directory|address book|our)|does not match)/,
  ],
  [
    'user_unknown',
    /(?:no such|unknown|invalid|nonexistent|non-?existing|bad|wrong|illegal|unrecognized|undeliverable|not a valid|is not a known|isn't a known|no valid|not our|unable to find|could ?n[o']t find|can ?not find|can't find|not find|no one named|nobody named|no matching|does not have an?|doesn't have an?|there is no|there's no|is not an? (?:registered|valid|known|active)(?: \S{1,20})?|don't know (?:any|the|of an?)|do not know (?:any|the)|address is) (?:\S{1,20} ){0,2}?(?:users?|recipients?|mailbox(?:es)?|account|addressee|address(?:es)?|e-?mail|mail ?drop|local[- ]?part|person|alias|customer|member|name|here|id|inbox|\S+ account)\b/,
  ],
  [
    'user_unknown',
    /user unknown|userunknown|unknown (?:user|local|recipient|address|or illegal|account|mailbox)|no such (?:user|person|mailbox|address|recipient|account|name|local|alias|virtual|id)|recipnotfound|recipientnotfound|resolver\.adr\.\w*notfound|adr\.recipientnotfound|5\.1\.10|not listed in (?:public |the )?(?:domino directory|name|public)|no mailbox (?:here )?by that name|no mailbox (?:found|exists)|mailbox (?:unavailable|not available|not found)|mailbox does ?n[o']t exist|unrouteable local|requested action not taken: mailbox (?:unavailable|not found)|recipient address rejected: access denied|recipient address rejected\.? ?(?:\(in reply to rcpt|$)|access denied\. as\(201|this (?:user|account|address|mailbox) (?:does|has|is)(?:n't| not) |unknown in (?:local|virtual|relay)|in (?:virtual|relay|local) (?:alias|recipient|mailbox) table|delivery to .{1,80} is not possible as the recipient|kein (?:benutzer|postfach|konto|mitarbeiter)|(?:empf[aä]nger|benutzer|adresse|postfach)(?: \S{1,60}){0,3}? (?:unbekannt|existiert nicht|nicht gefunden|ung[uü]ltig)|unbekannter (?:empf|benutzer)|(?:destinataire|utilisateur|adresse)(?: \S{1,60}){0,4}? (?:inconnu|invalide|n'existe|introuvable)|n'existe pas|(?:usuario|destinatario|buz[oó]n|direcci[oó]n|cuenta)(?: \S{1,60}){0,4}? (?:desconocid|no existe|inexistente|no (?:se )?encontr|inv[aá]lid|no v[aá]lid)|(?:usu[aá]rio|destinat[aá]rio|caixa|endere[cç]o|conta)(?: \S{1,60}){0,4}? (?:desconhecid|n[aã]o existe|inexistente|n[aã]o (?:foi )?encontrad|inv[aá]lid)|(?:utente|destinatario|casella|indirizzo)(?: \S{1,60}){0,4}? (?:sconosciut|inesistente|non (?:esiste|trovat|valid))|адрес(?:ат)? не (?:существует|найден)|пользовател\S+ не (?:найден|существует)|\buser_unknown\b/,
  ],
  [
    'host_unknown',
    /domain (?:name )?(?:\S{1,80} )?(?:does not exist|doesn't exist|not found|not exist|is not reachable|must exist|unknown|invalid|couldn't be found|could not be found|cannot be found|has no mx|isn't valid|non-?existent|nonexistent)|(?:no such|unknown|invalid|bad|nonexistent|unresolvable|unrouteable|unroutable|illegal) (?:host|domain|mail domain|destination|host\/domain|remote)|host (?:name )?(?:\S{1,80} )?(?:unknown|not found|does not exist|couldn't be found|could not be found|lookup failed)|host or domain name not found|name or service not known|nxdomain|unrout(?:e)?able (?:mail )?(?:domain|address)|no (?:mx|a|mx or a|route to|mail server|mail exchanger|dns) (?:\S{1,20} )?(?:records? )?(?:found )?(?:for )?(?:domain|host|\S+\.\S+)|account or domain may not exist|all relevant mx records point to non-existent hosts|dns (?:error|lookup)(?: \S{1,40}){0,6}? (?:not found|no such|nxdomain|does not exist)|name server: \S{1,80}: host not found|illegal host\/domain|\b(?:server|domain) name (?:is )?(?:unknown|invalid)/,
  ],
];
