import { hash, verify, type Options } from '@node-rs/argon2';

// OWASP Password Storage Cheat Sheet, the first of its equal choices but one: argon2id, 19 MiB, two passes, one lane.
const options: Options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The argon2id hash of a password, in PHC form. */
export function hashPassword(password: string): Promise<string> {
  return hash(foldPassword(password), options);
}

/**
 * Whether the password is the one behind this hash. Without a hash (an unknown or closed account) it does the
 * same work and answers no, so that the time of the answer tells nothing.
 */
export async function passwordFits(kept: string | null, password: string): Promise<boolean> {
  const fits = await verify(kept ?? (await nobodys()), foldPassword(password)).catch(() => false);
  return fits && kept !== null;
}

// Two keyboards write the same letter in two ways (NIST SP 800-63B-4, 3.1.1.2).
function foldPassword(password: string): string {
  return password.normalize('NFKC');
}

let dummy: Promise<string> | undefined;

function nobodys(): Promise<string> {
  return (dummy ??= hash('nobody has this password', options));
}
