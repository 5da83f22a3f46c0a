import type { Handle } from './handle';

/** The address of the form that keeps somebody new, with this handle filled in, and a name where one is known. */
export function newContactPath({ channel, typed }: Pick<Handle, 'channel' | 'typed'>, name = ''): string {
  const filled = new URLSearchParams({ [channel]: typed, ...(name ? { name } : {}) });
  return `/contacts/new?${filled.toString()}`;
}
