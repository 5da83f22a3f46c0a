/** The same rule, which works out each text once: names and moments come again and again. */
export function once<T>(rule: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined || known.has(text)) return found as T;
    const answer = rule(text);
    known.set(text, answer);
    return answer;
  };
}
