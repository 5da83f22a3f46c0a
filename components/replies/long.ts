/** Signs in a line of a letter, roughly, and from how many lines on it is folded: a little more than stay in sight. */
const wide = 85;
const most = 15;

/** Whether words would push what is asked about them out of sight. */
export function isLong(text: string): boolean {
  let lines = 0;
  for (const line of text.split('\n')) {
    lines += Math.max(1, Math.ceil(line.length / wide));
    if (lines > most) return true;
  }
  return false;
}
