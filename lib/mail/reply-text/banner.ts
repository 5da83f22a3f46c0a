import { isBlank } from './lines';
import phrases from './phrases/banners.json';

const either = (words: readonly string[]): string => words.join('|');
const label = `(?:${either(phrases.labels)})`;
// "[EXTERNAL]" and "External email:" are labels; "External writers are welcome" is talk.
const labelled = new RegExp(
  `^[^\\p{L}]{0,8}(?:(?<=[[<*(!#=-])${label}\\s?[\\])>*!#=-]|${label}\\s?(?:[:!]|\\W{0,8}$))`,
  'iu',
);
const alarm = new RegExp(
  `^[^\\p{L}]{0,8}(?:(?:${either(phrases.alarms)})\\W{1,6})?(?:external )?(?:this|este|esta|ce|cet|diese|questa|questo|dit|deze|ta|detta|denne|это|you|do not|${label})\\s`,
  'iu',
);
const mail = new RegExp(`(?<!\\p{L})(?:${either(phrases.mails)})(?!\\p{L})`, 'iu');
const outside = new RegExp(`(?<!\\p{L})(?:${either(phrases.outside)})`, 'iu');
const rarely = new RegExp(`^[^\\p{L}]{0,8}(?:${either(phrases.rarely)})`, 'iu');
const advice = new RegExp(`(?<!\\p{L})(?:${either(phrases.advice)})(?!\\p{L})`, 'giu');

const most = 8;

/**
 * How many of the first lines are what a company's gateway writes on top of a mail ("[EXTERNAL] Do not click …",
 * "You don't often get email from …"). Looks at eight lines.
 */
export function bannerAt(lines: readonly string[]): number {
  const [top = '', next = ''] = lines;
  if (top.length > 700 || !isBanner(top, next)) return 0;
  const last = lines
    .slice(0, most)
    .findLastIndex((line, at) => at === 0 || (!isBlank(line) && goesOn(lines, at)));
  return last + 1;
}

/** Whether every line down to this one belongs to the notice. */
const goesOn = (lines: readonly string[], at: number): boolean =>
  lines
    .slice(1, at + 1)
    .every((line) => isBlank(line) || (line.length <= 700 && (isBanner(line, '') || advises(line))));

function isBanner(line: string, next: string): boolean {
  if (rarely.test(line) || labelled.test(line)) return true;
  if (!alarm.test(line)) return false;
  const both = `${line} ${next.slice(0, 300)}`;
  return mail.test(both) && outside.test(both) && (advises(both) || /originat|stammt|provien/i.test(line));
}

/** Two words at least of what such notices warn of. */
const advises = (line: string): boolean =>
  new Set((line.match(advice) ?? []).map((word) => word.toLowerCase())).size >= 2;
