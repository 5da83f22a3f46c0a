import words from './referral-words.json';

/** Whom a reply points to, as it puts it: a name, an address, or both as `name, address`; and the words it rests on. */
export interface ReferralFound {
  readonly referral: string;
  readonly words: string;
}

const address = /[\p{L}\d._%+'-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu;
const part = String.raw`(?:\p{Lu}[\p{L}'’]*\p{Ll}[\p{L}'’]*(?:-\p{Lu}?[\p{L}'’]+)*|\p{Lu}\.)`;
const tie = String.raw`(?:de|da|do|dos|das|del|de la|di|della|van|von|der|den|du|le|la|el|bin|al|y)`;
const title = `(?:(?<![\\p{L}])(?:${words.title}) )`;
const names = new RegExp(`(?<![\\p{L}@.])(?<title>${title})*(?<name>${part}(?: (?:${tie} )?${part}){0,3})(?![\\p{L}@])`, 'giu');
const named = new RegExp(`^(?:${part})(?: (?:${tie} )?${part})*$`, 'u');
const before = new RegExp(`(?:^|[\\s(,;:.])(?:${words.before.join('|')})[ ,:]*$`, 'iu');
const after = new RegExp(`^(?:,? ?(?:${words.after.join('|')})(?![\\p{L}])|[ ,(:]*[^\\s@]+@)`, 'iu');
const greets = new RegExp(`(?:^|\\n)\\s*(?:${words.greeting})(?: (?:herr|frau|mr|mrs|ms|señor|sra|sr|monsieur|madame|dott\\S*|dr\\S*))*[ ,]*$`, 'iu');

/** The person or the address that a reply sends one to; null where it names none. */
export function referralOf(text: string): ReferralFound | null {
  const addresses = [...text.matchAll(address)];
  const mail = addresses[0];
  const name = bestName(text, mail?.index ?? null, mail?.[0] ?? '');
  if (!mail && !name) return null;
  const referral = [name?.name, mail?.[0]].filter(Boolean).join(', ');
  return { referral, words: wordsAround(text, name?.at ?? mail?.index ?? 0) };
}

interface Named {
  readonly name: string;
  readonly at: number;
  readonly score: number;
}

function bestName(text: string, mailAt: number | null, mail: string): Named | null {
  let best: Named | null = null;
  for (const found of text.replace(address, (one) => ' '.repeat(one.length)).matchAll(names)) {
    const name = cleaned(found[0], found.groups?.['name'] ?? '');
    if (name === null) continue;
    const at = found.index + found[0].indexOf(name);
    const lead = text.slice(Math.max(0, at - 60), at);
    const rest = text.slice(at + name.length, at + name.length + 40);
    if (greets.test(lead)) continue;
    const opens = /(?:^|[.!?:]\s*|\n\s*)$/.test(lead);
    const near = mailAt !== null && Math.abs(mailAt - at) < 60;
    const score =
      (before.test(lead) ? 3 : 0) +
      (after.test(rest) ? 1.5 : 0) +
      (near ? 2 : 0) +
      (alike(name, mail) ? 3 : 0) +
      (name.includes(' ') ? 1 : 0) +
      (/(?:frau|herrn?|mme|m\.|sra?\.?|dott|dr)\b/i.test(found[0]) ? 1.5 : 0) -
      (opens ? 1.5 : 0);
    if (score >= 2 && (!best || score > best.score)) best = { name, at, score };
  }
  return best;
}

function cleaned(whole: string, name: string): string | null {
  const trimmed = whole.trim();
  return named.test(name) ? (trimmed === '' ? null : trimmed) : null;
}

function alike(name: string, mail: string): boolean {
  const local = plainly(mail.split('@')[0] ?? '');
  return plainly(name)
    .split(/[ '-]/)
    .some((one) => one.length > 2 && local.includes(one));
}

function plainly(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function wordsAround(text: string, at: number): string {
  const start = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('. ', at - 1) + 1, -1) + 1;
  const ends = [text.indexOf('\n', at), text.slice(at).search(/[!?](?:\s|$)/) + at].filter((end) => end > at);
  return text.slice(start, Math.min(text.length, start + 200, ...ends)).trim();
}
