import devices from './phrases/devices.json';

const either = (words: readonly string[]): string =>
  words.map((word) => word.replace(/[.+]/g, '\\$&')).join('|');

const maybe = new RegExp(
  `^[^\\p{L}]{0,12}(?:(?:someone )?(?:${either(devices.sent)})(?![\\p{L}])|${either(devices.whole)})`,
  'iu',
);
const begins = new RegExp(`^(?:someone )?(?:${either(devices.sent)})(?![\\p{L}])`, 'iu');
const thing = new RegExp(`(?<![\\p{L}])(?:${either(devices.things)})(?![\\p{L}-])`, 'iu');
const whole = new Set(devices.whole);
// "Sent from my TI-85", "Sent from my Wiko RIDGE FAB 4G": a name nobody listed, with a digit or in capitals.
const unlisted = /^sent from my (?:\S{1,24} ){0,5}(?=\S{0,24}(?:\d|[A-Z]{2}))\S{1,24}$/i;
const own = /^sent from (?:a|my|the) [\p{Ll}' -]{1,60}$/iu;
const excuse =
  /[,.;–-]?\s*(?:please |pls |so |y |et |und |e )?(?:excuse|apolog|pardon|forgive|sorry|disculp|perdon|excusez|desculp|scus|entschuldig)[^.!?\n]{0,80}[.!]?$/iu;

// What the line shows stands behind the address of its picture.
const linked = /^\s{0,4}<https?:[^<>\s]{1,200}>/;

/** Whether a line is what a device or a mail program writes below a mail ("Sent from my iPhone"). */
export function isDeviceLine(line: string): boolean {
  if (line.length > 260 || !maybe.test(line.replace(linked, ''))) return false;
  const text = bared(line);
  if (text === '' || text.length > 140) return false;
  if (whole.has(text.toLowerCase())) return true;
  const short = text.replace(excuse, '').replace(/[.!\s]{1,4}$/, '');
  if (isTalk(short)) return false;
  if (/^(?:excuse|please excuse|sorry for typos|pardon)/i.test(text))
    return thing.test(text) || /typo|brevity/i.test(text);
  if (unlisted.test(short)) return true;
  return begins.test(short) && (thing.test(short) || (own.test(short) && short.split(' ').length < 9));
}

/** More than one thought; "Sent from my Verizon, Samsung Galaxy smartphone" is a list of two things. */
function isTalk(text: string): boolean {
  if (/[;:?!]\s|\.\s+\p{Lu}/u.test(text) || text.split(' ').length > 14) return true;
  return text
    .split(/,\s/)
    .slice(1)
    .some((part) => part.split(' ').length > 4 || !thing.test(part));
}

/** Without links, brackets and marks of emphasis. */
function bared(line: string): string {
  return line
    .replace(/<?\s?https?:\/\/[^\s>)\]]{1,200}>?/gi, '')
    .replace(/\]\([^()]{0,80}\)?/g, ']')
    .replace(/[<>()[\]{}*_"“”»«]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^[-–—\s]{1,8}/, '')
    .trim();
}
