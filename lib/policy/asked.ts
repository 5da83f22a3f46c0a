import { policySchema, type Policy } from './policy';

const names = policySchema.keyof().options;

/** A policy as it stands in an address and in a hidden field. */
export function policyText(policy: Policy): string {
  return new URLSearchParams(names.map((name) => [name, String(policy[name])])).toString();
}

/** Reads a policy field by field, from an address or a form; null when it is none. */
export function readPolicy(valueOf: (name: string) => unknown): Policy | null {
  return policySchema.safeParse(Object.fromEntries(names.map((name) => [name, valueOf(name)]))).data ?? null;
}

/** What `policyText` wrote; null when somebody made it up. */
export function policyIn(text: string): Policy | null {
  const said = new URLSearchParams(text);
  return readPolicy((name) => said.get(name));
}
