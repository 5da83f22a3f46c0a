/** A guess whom they named, in one line: as a form sends it back, to be told from what somebody typed. */
export function guessedReferral({
  name,
  address,
}: {
  readonly name: string;
  readonly address: string;
}): string {
  return `${name} ${address}`.trim();
}
