import phrases from './phrases/sign-offs.json';

const formal = new Set(phrases.formal);
const kind = new Set(phrases.kind);
const filler = new Set(phrases.with);
const never = new Set(phrases.never);
const twins = new Set(phrases.twins);
const small = new Set(phrases.small);
const greetings = new Set(phrases.greetings);

const words = (line: string): string[] =>
  line
    .toLowerCase()
    .replace(/[,.!;:–—~*_"“”()]+/g, ' ')
    .trim()
    .split(/\s+/, 14);

/** "Best regards," and its like: every word belongs to closing a letter, and one of them closes it. */
export function closes(line: string): 'formal' | 'kind' | null {
  if (line.length > 90 || /\?/.test(line)) return null;
  const all = words(line);
  if (all.length > 10 || all[0] === '') return null;
  const rest = withoutPlace(all, line);
  if (!rest.every((word) => formal.has(word) || kind.has(word) || filler.has(word))) return null;
  if (rest.some((word) => formal.has(word))) return 'formal';
  return rest.some((word) => kind.has(word)) ? 'kind' : null;
}

/** "Liebe Grüße aus Steyr", "saludos desde Lima": where they are writing from. */
function withoutPlace(all: readonly string[], line: string): readonly string[] {
  const at = all.findIndex((word) => /^(?:aus|from|desde|depuis|da|de|du)$/.test(word));
  if (at < 1 || all.length - at > 4 || !/\p{Lu}\p{L}+[.,!\s]*$/u.test(line.trim())) return all;
  return all.slice(0, at);
}

/** "Best, Ana" on one line: a closing of one to four words and up to four words of a name. */
export function closesWithName(line: string): boolean {
  const [first = '', ...others] = line.trim().split(/\s+/, 5);
  // "LG Wiebke", "Saludos Ana": no comma; "Thanks Ana" is said to Ana.
  if (formal.has(first.toLowerCase()) && others.length > 0 && others.length < 4 && isNamed(others.join(' ')))
    return true;
  const parts = /^([^,!.–—-]{2,40})(?:[,!.]| [–—-]) ?(\S.{0,50})$/u.exec(line.trim());
  if (parts === null || closes(parts[1] ?? '') === null) return false;
  const name = (parts[2] ?? '').trim();
  return name.split(/\s+/).length <= 4 && isNamed(name) && closes(name) === null;
}

/** A line that is somebody's name, or that of a company or a desk: capitals, small words between, no word of talk. */
export function isNamed(line: string): boolean {
  const text = line.replace(/\([^()]{0,80}\)/g, ' ').trim();
  if (!isSignLine(line) || text === '') return false;
  const [first = ''] = text.split(/[,|•·/–—]/, 1);
  const all = first.split(/[\s&+.'’-]+/).filter((word) => /\p{L}/u.test(word));
  if (all.length === 0 || all.length > 9) return false;
  const big = all.filter((word) => /^[\p{Lu}\p{Lo}]/u.test(word)).length;
  const little = all.filter((word) => /^\p{Ll}/u.test(word) && !small.has(word)).length;
  return big > 0 && little <= (big >= 2 && all.length >= 3 ? 1 : 0);
}

const contact = /\S@\S+\.\S|https?:\/\/|www\.|\+?\d[\d ()./-]{6,}\d/;

/** A short line that is no sentence, as names, roles, companies, places and numbers are. */
export function isSignLine(line: string): boolean {
  const text = line.trim();
  if (text.length > 100 || text === '') return false;
  if (/[?!…:]$/.test(text) || (/\.$/.test(text) && !/(?:^|[\s.])[\p{L}]{1,5}\.$/u.test(text))) return false;
  const all = words(text.replace(/\([^()]{0,80}\)/g, ' '));
  if (all.length > 12) return false;
  if (
    /^(?:connect|follow|find|visit) .{0,40}(?:linkedin|twitter|instagram|facebook|online|website)/i.test(text)
  )
    return true;
  const talk = talkIn(text, all);
  return contact.test(text) ? talk < 2 : talk === 0;
}

/** How many words of the line are talk; "Me Ferrandi", "April Jones" and "Il Corriere" are names by their capitals. */
function talkIn(text: string, all: readonly string[]): number {
  const talk = all.filter((word) => never.has(word) && !small.has(word));
  if (talk.length === 0 || !talk.every((word) => twins.has(word))) return talk.length;
  const capitals = text.match(/(?<![\p{L}])\p{Lu}[\p{L}'’-]*/gu) ?? [];
  const named = capitals.map((word) => word.toLowerCase());
  const others = named.some((word) => !never.has(word) && !small.has(word));
  return others ? talk.filter((word) => !named.includes(word)).length : talk.length;
}

/** Nothing but "Hi Ana,": what follows is the answer, however short. */
export function isGreeting(text: string): boolean {
  if (text.length > 60 || !/^[^,:!.?\n]{1,40}(?:,\s[^,:!.?\s]{1,20})?\s?[,:!.]{0,2}$/u.test(text))
    return false;
  const all = words(text);
  return all.length < 7 && (greetings.has(all[0] ?? '') || (/[,:!]$/.test(text) && all.length <= 3));
}
