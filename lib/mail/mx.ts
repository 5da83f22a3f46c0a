import 'server-only';
import { Resolver } from 'node:dns/promises';

/**
 * Who takes the mail of a domain: the names of its mail exchangers (RFC 5321 §5.1), the first choice first, lower
 * case. A question that leaves this machine, so it is asked only when somebody wants it. Empty when nobody answers.
 */
export async function exchangersOf(domain: string): Promise<string[]> {
  const resolver = new Resolver({ timeout: 3_000, tries: 2 });
  const found = await resolver.resolveMx(domain).catch(() => []);
  return found
    .toSorted((one, other) => one.priority - other.priority)
    .map(({ exchange }) => exchange.toLowerCase().replace(/\.$/, ''));
}
