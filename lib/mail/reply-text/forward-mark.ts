import { isGroupWise } from './cited';
import { isNotesLine } from './notes-header';
import marks from './phrases/marks.json';

const dashed = marks.dashed;
const bare = new Set(marks.bare);

/** Whether a line says that somebody else's mail begins ("-----Original Message-----", "Begin forwarded message:"). */
export function isForwardMark(line: string): boolean {
  // Most lines are told apart by their first sign and their length.
  if (isGroupWise(line) || isNotesLine(line)) return true;
  if (line.length > 120 || line.length < 12) return false;
  const text = line.trim().toLowerCase();
  const inner = text.replace(/^[-_=*>\s‐–—]{1,40}|[-_=*\s‐–—:]{1,40}$/g, '');
  if (inner === '') return false;
  const fenced = /^[-_=*‐–—]{2}/.test(text) && /^[-_=*>\s‐–—]{2,}/.test(text);
  if (fenced) return dashed.some((phrase) => inner.startsWith(phrase));
  return bare.has(inner) && (text.endsWith(':') || text.endsWith('：') || inner === text);
}

const fence = /^\s?[-_=*#>‐–—]{2}/;

/** The line above which a help desk asks for the answer ("##- Please type your reply above this line -##"). */
export function isReplyLine(line: string): boolean {
  if (line.length > 160 || line.length < 12) return false;
  const text = line.toLowerCase();
  return marks.above.some((phrase) => text.includes(phrase)) && (fence.test(text) || begins.test(text));
}

const begins = /^\W{0,6}(?:please )?(?:type your |write your |add your )?(?:reply|respond|response) /;
