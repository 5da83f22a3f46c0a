import type { BounceReason } from './reasons';

/** What is said of a mail that another server, day or wording might have brought through. */
export const laterTexts: readonly (readonly [BounceReason, RegExp])[] = [
  [
    'too_large',
    /(?:message|mail|e-?mail|size|header|attachment)(?: \S{1,40}){0,5}? (?:too (?:large|big|long)|exceed|larger than|bigger than)|(?:too (?:large|big|long)) (?:message|mail|e-?mail|size|body|for)|exceed\w*(?: \S{1,30}){0,5}? (?:message |maximum |max |size )+(?:size|limit|length)|resolver\.rst\.(?:recip|send)sizelimit|\b5\.(?:2\.3|3\.4)\b/,
  ],
  [
    'relaying_denied',
    /relay(?:ing|ed)?(?: \S{1,80}){0,3}? (?:denied|not (?:permitted|allowed)|prohibited|refused|restrict|forbidden)|unable to relay|not (?:allowed|permitted) to relay|relay (?:access )?denied|relaying mail|we do not relay|no relay|not a (?:gateway|relay)|open relay|isn't in my control file|rcpthosts|that domain isn't in my list|insecure mail relay|not permitted to relay/,
  ],
  [
    'rate_limited',
    /rate[- ]?limit|too many (?:connections|messages|recipients|errors|emails|mails|hops? per|concurrent|sessions|mail)|throttl|too fast|sending limit|limit (?:on|of) (?:the )?(?:number|messages|recipients)|maximum (?:number|connection)|daily (?:limit|quota|sending)|hourly|exceeded the (?:rate|maximum|max|limit)|slow down|domain has exceeded/,
  ],
  ['blocked', /blocked using|spamhaus|spamcop|sorbs|barracudacentral|(?:black|block) ?list|\brbl\b|dnsbl/],
  [
    'spam',
    /\bspam|unsolicited|bulk (?:e?-?mail|messages?)|\bube\b|\buce\b|junk ?mail|blacklisted url|bayes|rejected as (?:spam|bulk)/,
  ],
  [
    'blocked',
    /black ?list|block ?list|\brbl\b|dnsbl|\bpbl\b|spamhaus|spamcop|barracuda|proofpoint|(?:ip|host|client|server|network|domain|you|connection|access)(?: \S{1,60}){0,4}? (?:is |has been |are |was )?(?:blocked|banned|blacklisted|listed|refused|denied|rejected|not (?:allowed|permitted|welcome|accepted))|reputation|\bbanned\b|reverse dns|\bptr\b|no reverse|greylist|graylist|gray-?listed|reverse lookup|rdns|helo|ehlo|go away|not accepting connections? from|dynamic ip|dial-?up|unauthorized host|bad (?:ip|host)|cannot find your hostname/,
  ],
  [
    'policy',
    /polic|prohibited|not (?:allowed|permitted|authori[sz]ed|accepted)|forbidden|security|access denied|restricted|delivery not authori[sz]ed|administrative|\bdenied\b|tls (?:is )?required|starttls/,
  ],
  [
    'filtered',
    /resolver\.rst|message (?:was )?(?:rejected|refused|blocked)|mail (?:was )?(?:rejected|refused)|refused by (?:the )?recipient|rejected by (?:the )?(?:recipient|user|filter|content)|filter|not accept(?:ing|ed)?|rejected(?: \S{1,20})? (?:at|by|due)|transaction failed|recipient(?: address)? rejected/,
  ],
  [
    'expired',
    /expired|time[d -]?out|too (?:long|old)|in the queue|queue time|could not be delivered within|undelivered (?:for|after)|retry (?:time|timeout|limit)|delivery attempts|giving up|maximum time|not be delivered for|after \d+ (?:hours|days|attempts)|gave up|been trying|still undelivered|will (?:be retried|keep trying|retry|continue)/,
  ],
  [
    'network',
    /connect(?:ion|ed)? (?:to |was |has been |timed |is )?(?:refused|reset|closed|dropped|lost|failed|aborted|broken|\S+ ?failed|\S+: )|connection|network|unreachable|no route|lost connection|loop|too many hops|hop count|dns|name server|name service|host name lookup|lookup fail|could not (?:connect|contact)|couldn't (?:connect|contact)|server (?:is )?(?:down|not responding|did not respond|unavailable)|not respond|routing|\btls\b|ssl|\bmx\b/,
  ],
  [
    'content',
    /content|mime|attachment|charset|encoding|8bit|header|bare (?:lf|cr|linefeed)|line (?:is )?too long|improper|conversion|rfc ?\d|non-?compliant|format/,
  ],
  [
    'system_full',
    /insufficient (?:system )?(?:storage|resources)|no space left|disk full|out of (?:memory|disk)|file system full/,
  ],
  [
    'syntax',
    /syntax|command (?:not |un)(?:recogni|implemented|known)|protocol error|bad sequence|not implemented|need (?:rcpt|mail)|out of order|unexpected/,
  ],
  [
    'system',
    /system|service (?:is )?(?:unavailable|not available|temporarily)|server (?:error|configuration|problem)|internal error|local (?:error|configuration|problem)|mail for .{1,60} loops back|temporar|try again|later|i\/o error|resources|can't create|cannot (?:open|create|write|update)|unable to (?:open|lock|write)|configuration|pipe|command (?:died|output|line)|procmail|maildrop|permission denied|program|lock/,
  ],
];
