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
