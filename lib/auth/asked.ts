/** What stands behind the question mark of an address, as Next gives it. */
export type Asked = Readonly<Record<string, string | string[] | undefined>>;

/** One value of it; null when it is missing. Given twice, the first counts. */
export function firstOf(asked: Asked, name: string): string | null {
  const value = asked[name];
  return (Array.isArray(value) ? value[0] : value) || null;
}
