const inBrackets = /<([^<>\s]{1,900})>/g;
const bare = /^[^\s<>@]{1,400}@[^\s<>@]{1,400}$/;

/**
 * The ids of a `Message-ID`, `In-Reply-To` or `References` field (RFC 5322, 3.6.4) without their angle
 * brackets, in their order, each once. What stands beside them (phrases, comments, dates) is passed over.
 */
export function messageIds(value: string | null): string[] {
  if (!value) return [];
  const found = [...value.slice(0, 100_000).matchAll(inBrackets)].flatMap(([, id]) => (id ? [id] : []));
  if (found.length > 0) return [...new Set(found)];
  return value
    .trim()
    .split(/[\s,]+/)
    .filter((word) => bare.test(word))
    .slice(0, 1);
}

/** The first id of such a field, or null. */
export function messageId(value: string | null): string | null {
  return messageIds(value)[0] ?? null;
}
