/** What is in one set of UIDs and not in the other, both ways; each list ascending and without doubles. */
export function differenceOf(
  there: readonly number[],
  seen: readonly number[],
): { readonly missing: number[]; readonly gone: number[] } {
  const [known, present] = [new Set(seen), new Set(there)];
  return {
    missing: there.filter((uid) => !known.has(uid)),
    gone: seen.filter((uid) => !present.has(uid)),
  };
}
