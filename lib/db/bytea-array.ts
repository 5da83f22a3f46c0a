/** Bytes as PostgreSQL writes a `bytea[]`: for a list of such lists, cast from `text[]`, which a driver does not write. */
export function byteaArray(values: readonly Buffer[]): string {
  return `{${values.map((value) => `"\\\\x${value.toString('hex')}"`).join(',')}}`;
}
