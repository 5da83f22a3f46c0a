import type { Evidence, Stage } from './reason-of';
import { addressesIn, addressIn } from './report-fields';

/** One address a text says was not reached, with what it says about it. */
export interface Told extends Evidence {
  readonly recipient: string;
}

const at = '[^\\s<>()\\[\\]:;,"\'`|]{1,200}@[^\\s<>()\\[\\]:;,"\'`|@]{1,255}';

// «<ana@marea.example>: host mx said: 550 …» of qmail, Postfix, Courier; with what it was rewritten from.
const headed = new RegExp(
  `^[ \\t]{0,8}(?:\\*{1,3} ?|- |\\d\\. )?<?(?:mailto:)?(${at})>?(?: \\((?:expanded from|generated from|after alias expansion|ultimately generated from):? ?<?(${at})>?\\))?[ \\t]*(?:\\.\\.\\.|:(?=\\s|$)|;(?=\\s|$)|-(?=\\s)|$|(?= on )|(?= \\((?:reason|expanded)))(.*)$`,
  'i',
);
const whose = '(?:\\[?(?:smtp|rfc822|mailto)[:;] ?|["\'<([«„]){0,3}';
const named = [
  `(?:generated from|expanded from|original address:?) ${whose}(${at})`,
  `\\b(?:message|mail|e-?mail|delivery|delivered|deliver(?: it)?|sent|send)(?: \\S{1,60}){0,6}? to:? (?:the )?(?:following )?(?:recipient|address|user|mailbox)?s?:? ?${whose}(${at})`,
  `\\b(?:recipient|address|to|user|host|mailbox|addressee|account|userid|size|for|utilisateur|destinatario|destinat[aá]rio|destinataire|empf[aä]nger|an|a|à)s?(?: address(?:es)?| suivant)?(?: ?[:;=] ?| )${whose}(${at})`,
  `(?:rcpt to|x-failed-recipients): ?<?(${at})`,
].map((pattern) => new RegExp(pattern, 'i'));
const refused =
  /\b[45]\d\d[ -]|\b[45]\.\d\.\d|unknown|full|quota|reject|not |fail|unable|invalid|denied|refus|bounc/i;

/** The addresses that a report in plain words says were not reached. `passed` are those that are ours. */
export function toldIn(text: string, passed: ReadonlySet<string>): Told[] {
  const lines = text.split('\n', 600).map((line) => line.slice(0, 600).replace(/\s+$/, ''));
  const found = new Map<string, string>();
  for (const [index, line] of lines.entries()) {
    const match = headed.exec(line);
    const recipient = addressIn(match?.[2] ?? match?.[1] ?? null);
    if (!recipient || passed.has(recipient) || found.has(recipient)) continue;
    found.set(recipient, `${match?.[3] ?? ''} ${followingOf(lines, index)}`.trim());
  }
  if (found.size === 0) {
    const flat = lines.join(' ').replace(/\s+/g, ' ').slice(0, 12_000);
    for (const pattern of named) {
      const recipient = addressIn(pattern.exec(flat)?.[1] ?? null);
      if (recipient && !passed.has(recipient)) found.set(recipient, flat);
      if (found.size > 0) break;
    }
  }
  if (found.size === 0) {
    const other = (line: string) => addressesIn(line).some((one) => !passed.has(one));
    const near = lines.find((line) => refused.test(line) && other(line)) ?? lines.find(other);
    const recipient = near && addressesIn(near).find((one) => !passed.has(one));
    if (recipient) found.set(recipient, near);
  }
  return [...found].map(([recipient, said]) => evidenceOf(recipient, said, found.size === 1 ? text : ''));
}

/** What `said` tells of a recipient, and where that tells nothing, the report around it. */
export function evidenceOf(recipient: string, said: string, around: string): Told {
  const texts = [said, around].filter((one) => one.trim() !== '');
  return {
    recipient,
    said: [...texts.flatMap(answersIn), said].filter((one) => one.trim() !== ''),
    around,
    status: statusIn(texts.join('\n')),
    stage: stageIn(said) ?? stageIn(around),
  };
}

const answer =
  /(?:^|[\s'"(:])([45]\d\d[ -](?:#?[45]\.\d{1,3}\.\d{1,3})?\s?[^\n]{0,300}(?:\n[ \t]+\S[^\n]{0,300}){0,3})/g;

const empty = /^5\d\d[ -](?:5\.0\.0 )?(?:\S{1,100}\.\.\. )?service unavailable\.?\s*$/i;

// A server's own answer tells more than the sentences around it.
function answersIn(text: string): string[] {
  const found = [...text.slice(0, 8_000).matchAll(answer)].flatMap(([, words]) => words ?? []);
  return found.filter((words) => /[a-z]{3}/i.test(words) && !empty.test(words)).slice(0, 4);
}

/** The command that was refused, where a text tells: the address (RCPT) or the mail itself (DATA). */
export function stageIn(text: string): Stage {
  const words = text.slice(0, 8_000);
  if (/(?:in reply to|after|>>>) rcpt|rcpt to command/i.test(words)) return 'recipient';
  return /end of data|after data|>>> (?:data|\.)\s[^>]*<<< 5/i.test(words) ? 'mail' : null;
}

/** The first enhanced status code of a failure in a text (RFC 3463), or null. */
export function statusIn(text: string): string | null {
  return /(?<![\d.])[45]\.\d{1,2}\.\d{1,3}(?![\d.])/.exec(text.slice(0, 6_000))?.[0] ?? null;
}

// What is said of one address stands on the lines below it, up to the next one.
function followingOf(lines: readonly string[], from: number): string {
  const said: string[] = [];
  let blank = 0;
  for (const line of lines.slice(from + 1, from + 14)) {
    if (headed.test(line)) break;
    blank = line.trim() === '' ? blank + 1 : 0;
    if (blank > 1 || (blank === 1 && said.length > 2)) break;
    said.push(line.trim());
  }
  return said.join(' ');
}
