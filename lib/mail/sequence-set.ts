/** UIDs as a sequence set, runs joined ("1:4,7"). */
export function rangeOf(uids: readonly number[]): string {
  const parts: string[] = [];
  let from = 0;
  let to = -1;
  for (const uid of [...uids].sort((a, b) => a - b)) {
    if (uid === to + 1) to = uid;
    else {
      if (to >= from) parts.push(from === to ? `${from}` : `${from}:${to}`);
      from = to = uid;
    }
  }
  if (to >= from) parts.push(from === to ? `${from}` : `${from}:${to}`);
  return parts.join(',');
}

/**
 * The UIDs of a sequence set ("1:4,7", RFC 9051), each once, ascending; a run may be written from either end. Null where
 * it is none, or names more than `most`: a few signs of a server's could name four billion.
 */
export function uidsIn(set: string, most: number): number[] | null {
  const runs = (set === '' ? [] : set.split(',')).map((run) => {
    const [one = Number.NaN, other = one, more] = run.split(':').map(Number);
    return more === undefined ? { from: Math.min(one, other), to: Math.max(one, other) } : { from: 0, to: 0 };
  });
  const uids: number[] = [];
  let last = 0;
  for (const { from, to } of runs.sort((a, b) => a.from - b.from)) {
    if (!Number.isInteger(from) || !Number.isInteger(to) || from < 1) return null;
    const next = Math.max(from, last + 1);
    if (uids.length + to - next + 1 > most) return null;
    for (let uid = next; uid <= to; uid += 1) uids.push(uid);
    last = Math.max(last, to);
  }
  return uids;
}
