import phrases from './phrases/disclaimers.json';

const any = (words: readonly string[], before = ''): RegExp =>
  new RegExp(`${before}(?:${words.join('|')})`, 'iu');

const opens = any(phrases.opens, '^[\\s*_"“«<(\\[|-]{0,6}(?:p\\.?s\\.? )?');
const secret = any(phrases.secret);
const whom = any(phrases.whom);
const act = any(phrases.act);
const data = any(phrases.data);
const duty = any(phrases.duty);
const paper = any(phrases.paper);
const machine = any(phrases.machine);
const mine = any(phrases.mine);

/** Whether a notice may begin here, told from the first words alone. */
export const mayBeDisclaimer = (start: string): boolean =>
  opens.test(
    start
      .slice(0, 200)
      .replace(/\s+/g, ' ')
      .replace(/^[^\p{L}]{0,6}/u, ''),
  );

/**
 * Whether a paragraph is a notice that a company puts under every mail: confidentiality, data protection, printing,
 * viruses, mailing lists. Words about one's own data ("I object to …") never are. Reads the first 1,500 characters.
 */
export function isDisclaimer(paragraph: string): boolean {
  if (paragraph.length < 20) return false;
  const text = paragraph
    .slice(0, 1500)
    .replace(/\s+/g, ' ')
    .replace(/^\W{0,6}/u, (marks) => marks.replace(/[^\s]/gu, ''));
  if (!opens.test(text) || mine.test(text)) return false;
  const about = [secret.test(text), whom.test(text), act.test(text)].filter(Boolean).length;
  if (about >= 2 && text.length > 60) return true;
  if (secret.test(text) && text.length < 140 && /^\W{0,4}(?:this|este|esta|ce|cet|dies|quest)/iu.test(text))
    return true;
  if (data.test(text) && duty.test(text) && text.length > 120) return true;
  if (
    paper.test(text) &&
    text.length < 300 &&
    /^\W{0,4}(?:please|think|save|before|antes|piense|pense|no |n[’']|pensez|avant|merci|bitte|denken|prima|pensa|rispetta)/iu.test(
      text,
    )
  )
    return true;
  return machine.test(text);
}
