import { valueOf } from '../mime/header';
import type { ParsedMail } from '../mime/parsed-mail';

const daemonBox =
  /^(?:(?:[a-z0-9]+[-_.])?(?:mailer|mail|smtp|mx|mta)?[-_. ]*(?:daemon|deamon)|(?:no-?reply[-_.])?mail[-_.]?(?:delivery|administrator|system|adm|router|gateway|delivery[-_.]?(?:sub)?system)\S*|po+st[-_.]?ma(?:st|ts)er|mdaemon\S*|double-bounce|bounces?|bounced?-?(?:admin|mail|handler)\S*|microsoftexchange[0-9a-f]{20,}|delivery|maildelivery\S*|delivery[-_.]?status\S*|ndr|undeliver\S*|uucp|x-?400\S*|notes[-_.]?(?:router|admin)\S*|dsn|mmdf|autoanswer|mail-?return\S*|errors?-?(?:to|mail)?)$/;
const strictBox =
  /^(?:(?:[a-z0-9]+[-_.])?mail(?:er)?[-_. ]*d[ae]+mon|double-bounce|microsoftexchange[0-9a-f]{20,}|mdaemon\S*)$/;
const daemonName =
  /mail(?:er)?[-_ ]?da?e?amon|mail(?:er)?[-_ ]?daemon|mail delivery (?:sub)?-?(?:system|service)|delivery (?:sub)?system|post ?master|internet mail (?:delivery|service)|system administrator|mail (?:administrator|system|router|deliver\w*)|microsoft outlook$|delivery (?:status|notification)|systemadministrator|administrador del sistema|administrateur syst[eè]me|notes router|mail gateway|undeliver|mail server at|interscan|zustell|mailmarshal|mail return/i;

/** How sure it is that a program which delivers mail wrote this. */
export interface Daemon {
  /** It says so itself: by its address, its name, or a header that only such programs write. */
  readonly named: boolean;
  /** Nobody's own box has that name. */
  readonly strict: boolean;
  /** It asks for no answer: the empty return path of RFC 5321, 4.5.5. Auto-replies have it too. */
  readonly nobody: boolean;
}

/** Who is speaking, as far as the header says. */
export function daemonOf({ from, header }: ParsedMail): Daemon {
  const box = (from?.address ?? '').split('@')[0] ?? '';
  const raw = valueOf(header, 'from') ?? '';
  const path = valueOf(header, 'return-path');
  const failed = valueOf(header, 'x-failed-recipients') !== null;
  const pathBox = /^<?([^@>]*)@?/.exec(path?.trim() ?? '')?.[1]?.toLowerCase() ?? '';
  const strict = strictBox.test(box) || failed || /^\W*mailer-daemon\W*$/i.test(raw);
  return {
    named: strict || daemonBox.test(box) || (daemonName.test(from?.name || raw) && !/@gmail\.com$/.test(box)),
    strict: strict || strictBox.test(pathBox),
    nobody: path !== null && (/^<\s*>$/.test(path.trim()) || strictBox.test(pathBox)),
  };
}
