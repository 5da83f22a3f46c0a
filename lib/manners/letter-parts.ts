import { plainly } from './folded';
import { startPairs, starts } from './greeting-words';

/** A text with its places kept: what is not the writer’s own prose is blanked out. */
export interface Letter {
  /** As it was written. */
  readonly text: string;
  /** Without quotes, code, links and addresses of mail, which are blanks; places are those of `text`. */
  readonly prose: string;
  /** `prose` as patterns read it. */
  readonly plain: string;
  /** Where the greeting’s line ends; 0 without a greeting. */
  readonly afterGreeting: number;
  /** Where what is said begins: behind the greeting's own words. */
  readonly bodyFrom: number;
  /** Where the signature or the closing words begin. */
  readonly signedFrom: number;
}

/** Finds the parts of a letter, in time linear to its length. */
export function partsOf(text: string): Letter {
  const prose = [quoted, fenced, inline, link, mailbox].reduce(blanked, text);
  const plain = plainly(prose);
  const afterGreeting = greetingEnd(plain);
  const bodyFrom = greetingOnly(plain, afterGreeting);
  return { text, prose, plain, afterGreeting, bodyFrom, signedFrom: signature(plain, bodyFrom) };
}

const quoted = /^[ \t]*>.*$/gm;
const fenced = /```[^`]*```/g;
const inline = /`[^`\n]{1,300}`/g;
export const link =
  /\b(?:https?:\/\/|www\.)[^\s<>"”»]+|(?<![@\w.-])[a-z0-9-]{2,63}\.(?:com|org|net|io|app|dev|ai|ly|example)(?:\/[^\s<>"”»]*|(?![\w@.-]))/gi;
const mailbox = /<?[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}>?/g;

function blanked(text: string, what: RegExp): string {
  return text.replace(what, (found) => found.replace(/[^\n]/g, ' '));
}

function greetingEnd(plain: string): number {
  const begin = plain.search(/[^\s¡!"'“«*_]/);
  const first = plain.slice(begin, begin + 40);
  const word = /^[\p{L}]+/u.exec(first)?.[0] ?? '';
  if (begin === -1 || begin > 200 || !(starts.has(word) || startPairs.test(first))) return 0;
  const line = plain.indexOf('\n', begin);
  return Math.min(line === -1 ? plain.length : line, begin + 120);
}

// What follows the greeting in its own line belongs to the letter.
function greetingOnly(plain: string, afterGreeting: number): number {
  const line = plain.slice(0, afterGreeting);
  const sign = line.search(/[,:!?.](?=\s|$)/);
  if (sign !== -1) return sign + 1;
  return line.trim().length > 60 ? 0 : afterGreeting;
}

const closing =
  /^[ \t]*(?:--[ \t]*$|(?:kind|best|warm|many|with)?[ \t]*(?:regards|wishes|thanks|best|cheers|sincerely|yours|warmly|thank you|take care|talk soon|all the best)\b[^\n.?¿!]{0,24}[.,!]?[ \t]*$|(?:un |muchos )?(?:saludos?|abrazos?|atentamente|cordialmente|gracias|afectuosamente|un cordial|recib[ea])\b[^\n.?¿!]{0,40}[.,!]?[ \t]*$|(?:com os melhores |um )?(?:cumprimentos|abraco|obrigad)[^\n.?¿!]{0,24}[.,!]?[ \t]*$|(?:bien )?(?:cordialement|amicalement|a bientot|merci)\b[^\n.?¿!]{0,24}[.,!]?[ \t]*$|(?:mit |viele |beste |herzliche |liebe )?(?:freundlichen grussen|grussen?|grusse|gruss|danke)\b[^\n.?¿!]{0,24}[.,!]?[ \t]*$|(?:cordiali |tanti )?(?:saluti|grazie|un caro saluto)\b[^\n.?¿!]{0,24}[.,!]?[ \t]*$)/gm;

// The last closing line counts, if little follows it: "Best" in the middle of a letter is no goodbye.
function signature(plain: string, after: number): number {
  const near = Math.max(after, plain.length - 800);
  const says = plain.slice(after).search(/\S/) + after;
  const found = [...plain.slice(near).matchAll(closing)].map(({ index }) => near + index);
  const dashes = /^--[ \t]*$/m.exec(plain.slice(near));
  if (dashes) found.push(near + dashes.index);
  return found.length > 0
    ? Math.min(...found.filter((at) => at > says && linesAfter(plain, at) <= 8), plain.length)
    : plain.length;
}

function linesAfter(plain: string, at: number): number {
  return plain
    .slice(at)
    .split('\n')
    .filter((line) => line.trim() !== '').length;
}
