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

/** The UIDs of a sequence set ("1:4,7", RFC 9051), each once, ascending; a run may be written from either end. */
export function uidsIn(set: string): number[] {
  const uids = new Set<number>();
  for (const run of set.split(',')) {
    if (run === '') continue;
    const [one = Number.NaN, other = one] = run.split(':').map(Number);
    for (let uid = Math.min(one, other); uid <= Math.max(one, other); uid += 1) uids.add(uid);
  }
  return [...uids].sort((a, b) => a - b);
}
