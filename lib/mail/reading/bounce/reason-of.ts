import { isHard } from './reasons';
import type { BounceReason } from './reasons';
import { reasonTexts } from './reason-texts';

/** Which of our commands a server refused: the address, or the mail after it had taken the address. */
export type Stage = 'recipient' | 'mail' | null;

/** What a report says of one recipient. */
export interface Evidence {
  /** The remote server's words, the surest first. */
  readonly said: readonly string[];
  /** The report around them, or empty. */
  readonly around: string;
  /** Enhanced status code of the report (RFC 3463), such as `5.1.1`, or null. */
  readonly status: string | null;
  readonly stage: Stage;
}

const byStatus: readonly (readonly [RegExp, BounceReason])[] = [
  [/^[45]\.1\.(?:1|3|10)$/, 'user_unknown'],
  [/^5\.(?:1\.2|4\.4)$/, 'host_unknown'],
  [/^5\.1\.6$/, 'moved'],
  [/^[45]\.1\.[789]$/, 'sender_rejected'],
  [/^[45]\.2\.1$/, 'mailbox_disabled'],
  [/^[45]\.2\.2$/, 'mailbox_full'],
  [/^[45]\.(?:2\.3|3\.4)$/, 'too_large'],
  [/^[45]\.3\.1$/, 'system_full'],
  [/^[45]\.4\.7$/, 'expired'],
  [/^[45]\.7\.2[0-9]$/, 'authentication'],
  [/^[45]\.2\./, 'filtered'],
  [/^[45]\.3\./, 'system'],
  [/^[45]\.4\./, 'network'],
  [/^[45]\.5\./, 'syntax'],
  [/^[45]\.6\./, 'content'],
  [/^[45]\.7\./, 'policy'],
];

/** Reasons whose words are found in any report; a code that says more goes before them. */
const weak: ReadonlySet<BounceReason> = new Set([
  'filtered',
  'network',
  'content',
  'system',
  'syntax',
  'expired',
]);

/** Why one recipient was not reached: the server's words, its codes (RFC 3463, RFC 5321), the words around them. */
export function reasonOf(evidence: Evidence): BounceReason {
  for (const words of evidence.said.map(folded)) {
    const told = toldBy(words, evidence);
    const code = codeIn(words);
    const better = told && weak.has(told) && code && isHard(code);
    if (better || told || code) return (better ? code : (told ?? code)) ?? 'other';
  }
  const told = toldBy(folded(evidence.around), evidence);
  if (told && !weak.has(told)) return told;
  return codeIn(evidence.status ?? '') ?? told ?? 'other';
}

function toldBy(words: string, evidence: Evidence): BounceReason | undefined {
  const told = reasonTexts.find(([, text]) => text.test(words))?.[0];
  return told === 'user_unknown' && isDoubtful(words, evidence) ? 'filtered' : told;
}

const bareUnknown = /(?:unknown user|user unknown)/;
const ofAddress = /(?<![\d.])[45]\.1\.\d{1,3}(?![\d.])/;

// Filters say «user unknown» as well (docomo, KDDI): after they took the address, without naming it, or under
// a code that says something else. A wrong «dead» silences a living address; a missed one costs one more try.
function isDoubtful(words: string, { status, stage }: Evidence): boolean {
  if (/\b5\d\d ?: user unknown/.test(words)) return true;
  if (ofAddress.test(words) || ofAddress.test(status ?? '') || stage === 'recipient') return false;
  const elsewhere = /(?<![\d.])5\.[2-7]\.\d/.test(`${words} ${status}`);
  if (bareUnknown.test(words) && (stage === 'mail' || elsewhere)) return true;
  return status === '5.0.0' && !words.includes('@');
}

function codeIn(words: string): BounceReason | null {
  const code = /(?<![\d.])[45]\.\d{1,2}\.\d{1,3}(?![\d.])/.exec(words)?.[0] ?? '';
  return byStatus.find(([pattern]) => pattern.test(code))?.[1] ?? null;
}

// IronPort puts its own heading before the words of the server that it asked.
function folded(said: string): string {
  const words = said.slice(0, 4_000).toLowerCase().replace(/[’‘]/g, "'").replace(/\s+/g, ' ');
  return words.replace(/\b\d\.\d\.\d - unknown address error (?=\d{3}-)/, '');
}
