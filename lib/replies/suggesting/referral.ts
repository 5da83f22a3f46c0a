import words from './referral-words.json';

/** Whom a reply points to, as it puts it: a name, an address, or both as `name, address`; and the words it rests on. */
export interface ReferralFound {
  readonly referral: string;
  readonly words: string;
}

const address = /[\p{L}\d._%+'-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu;
const part = String.raw`(?:\p{Lu}[\p{L}'’]*\p{Ll}[\p{L}'’]*(?:-\p{Lu}?[\p{L}'’]+)*|\p{Lu}\.)`;
const tie = String.raw`(?:de|da|do|dos|das|del|de la|di|della|van|von|der|den|du|le|la|bin|al)`;
const title = String.raw`(?:(?<![\p{L}])(?:${words.title.map((one) => `[${one.charAt(0)}${one.charAt(0).toUpperCase()}]${one.slice(1)}`).join('|')})(?:\.|ª|º)*[ ])`;
const names = new RegExp(
  `(?<title>${title}*)(?<![\\p{L}@.\\d])(?<name>${part}(?: (?:${tie} )?${part}){0,3})(?![\\p{L}@])`,
  'gu',
);
const before = new RegExp(`(?:^|[\\s(,;:.])(?:${words.before.join('|')})[ ,:]*$`, 'iu');
const after = new RegExp(`^(?:(?:'s|,)? ?(?:${words.after.join('|')})(?![\\p{L}])|[ ,(:]*[^\\s@]+@)`, 'iu');
const place = new RegExp(`(?:^|[\\s(])(?:${words.place.join('|')}) *$`, 'iu');
const common = new RegExp(`^(?:${words.common.join('|')})$`, 'iu');
const greets = new RegExp(
  `(?:^|[\\n.!,])\\s*(?:${words.greeting})(?: (?:herr|frau|mr|mrs|ms|señor|sra|sr|monsieur|madame|dott\\S*|dr\\S*))*[ ,]*$`,
  'iu',
);

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
  const german = / (?:ich|sie|ist|der|die|und|das|nicht|du) /i.test(text);
  for (const found of text.replace(address, (one) => ' '.repeat(one.length)).matchAll(names)) {
    const [whole] = found;
    const titled = found.groups?.['title'] ?? '';
    const bare = whole.slice(titled.length);
    const ahead = text.slice(Math.max(0, found.index - 60), found.index);
    const rest = text.slice(found.index + whole.length, found.index + whole.length + 40);
    const opens = /(?:^|[.!?:]["')]*\s*|\n\s*)$/.test(ahead);
    const kept = opens ? bare.replace(/^\S+ ?/, (first) => (common.test(first.trim()) ? '' : first)) : bare;
    if (kept === '' || common.test(kept) || greets.test(ahead)) continue;
    if (/^,/.test(rest) && opens && !after.test(rest) && !kept.includes(' ') && titled === '') continue;
    const at = found.index + whole.length - kept.length - (kept === bare ? titled.length : 0);
    const score =
      (before.test(ahead) ? 3 : 0) +
      (after.test(rest) ? 1.5 : 0) +
      (mailAt !== null && Math.abs(mailAt - at) < 60 ? 1 : 0) +
      (mail && alike(kept, mail.split('@')[0] ?? '') ? 3 : 0) -
      (mail && alike(kept, mail.split('@')[1] ?? '') ? 3 : 0) +
      (kept.includes(' ') ? 1 : 0) +
      (titled === '' ? 0 : 1.5) -
      (place.test(ahead) ? 2.5 : 0) -
      (opens && kept === bare ? 1.5 : 0) +
      (german ? 0 : 1.5);
    if (score >= 2 && (!best || score > best.score))
      best = { name: text.slice(at, found.index + whole.length).trim(), at, score };
  }
  return best;
}

function alike(name: string, said: string): boolean {
  const local = plainly(said);
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
