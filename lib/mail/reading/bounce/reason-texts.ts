import type { BounceReason } from './reasons';
import { deadTexts } from './reason-texts-dead';
import { textsElsewhere } from './reason-texts-elsewhere';
import { laterTexts } from './reason-texts-later';

/** What mail servers say, lower case, one space between words; the first that fits wins. */
export const reasonTexts: readonly (readonly [BounceReason, RegExp])[] = [
  ['virus', /virus|infected|malware detected|\btrojan\b/],
  [
    'mailbox_full',
    /(?:mail|in)box(?: \S{1,80}){0,4}? (?:is |are |was )?(?:full|over|exceed)|(?:over|out of|exceed\w*|past|beyond|reached)(?: \S{1,30}){0,4}? (?:disk |disc |storage |mail |mailbox |email )?(?:quota|storage space|storage limit|diskspace|disk space allo)|quota ?exceed|quota (?:has been |was |is |limit |violation|would be |size )?(?:exceed|full|violat|reach)|exceed(?:s|ed)? (?:\S{1,20} ){0,3}?(?:mail)?(?:storage|mailbox|quota)|mailbox (?:size|space)? ?limit|mailbox exceeds|mailfolder is full|(?:account|mailbox|recipient|user|address|folder) (?:is |has become )?(?:currently )?(?:over ?quota|full)|not enough (?:storage|disk|free) ?space|insufficient (?:disk|storage) ?space|insufficient (?:disk|mailbox) (?:quota|space)|too (?:many|much) (?:mails?|messages?) (?:in|on) (?:mailbox|server|the)|maildir(?: \S{1,40}){0,3}? over ?quota|doesn't have enough disk space|user has too many messages|no space left for user|receiving mail at a rate that prevents|bo[iî]te (?:aux lettres )?(?:\S{1,30} )?(?:est )?pleine|postfach (?:\S{1,40} )?(?:ist )?(?:voll|[uü]berf[uü]llt)|buz[oó]n (?:\S{1,40} ){0,3}?(?:est[aá] )?lleno|casella (?:\S{1,40} ){0,3}?piena|caixa (?:\S{1,40} ){0,3}?cheia|容量/,
  ],
  [
    'sender_rejected',
    /sender (?:address )?(?:\S{1,120} )?(?:has been |was |is |address )?(?:rejected|denied|refused|invalid|verif|not (?:found|accept|allow|exist)|domain|unknown|blocked)|(?:unknown|invalid|bad|unverified|unresolvable|forged|illegal) sender|domain of sender|(?:cannot|could not|couldn't|can't|unable to|failed to) (?:verify|resolve) (?:the )?(?:sender|address|your)|sender verif|callback|return(?:-| )?path|reverse-path|envelope[- ]?(?:sender|from)|mail ?from (?:domain|address|command)|from[: ](?:address|header|domain|field)|from-address|by sender's|your (?:address|domain|e-?mail address|mail address) (?:\S{1,80} )?(?:is )?(?:not|reject|does not|unknown)|originator|user is sending to himself|backscatter protection|not (?:authorized|authorised|allowed) to (?:send|post|relay)(?: \S{1,30}){0,3}? (?:as|from)|access denied, bad outbound sender|5\.1\.[78]\b/,
  ],
  [
    'authentication',
    /\bspf\b|dkim|dmarc|sender policy framework|sender id|5\.7\.2[0-69]\b|5\.7\.509\b|unauthenticated|not authenticated|authentication[- ](?:check|result|fail|required|is required|information)|requires? authentication|authenticat(?:e|ion) (?:first|before)|smtp auth|must authenticate/,
  ],
  [
    'mailbox_disabled',
    /(?:account|mailbox|user|recipient|address|domain|login|mail)(?: \S{1,60}){0,5}? (?:is |has been |was |been |are )?(?:temporarily |currently |administratively |permanently )?(?:disabled|suspended|inactive|deactivated|locked|frozen|not active|not activated|dormant|paused|unpaid|inaktiv|deaktiviert|gesperrt|d[eé]sactiv|desactivad|desativad|disattivat)|(?:disabled|inactive|suspended|deactivated|locked|frozen) (?:account|mailbox|user|recipient|address|domain)|mailbox (?:temporarily )?disabled|account expired|invalid\/inactive user|extended inactivity|not used for a long time|too long time not used|user suspended|mailbox currently suspended/,
  ],
  [
    'system',
    /(?:command output|procmail|maildrop|mail\.local|deliver): (?:\S{1,40}: )?(?:couldn't|could not|can't|cannot|lock|error|unable to (?:write|lock|open|create)|failed)/,
  ],
  [
    'network',
    /(?:not found|lookup|name service|name server)[^.]{0,60}(?:try again|malformed|unexpected|temporar)/,
  ],
  ...deadTexts,
  ...textsElsewhere,
  ...laterTexts,
];
