import type { Messages } from '@/lib/language/messages/en';

/** Where on the sheet a key stands. */
export const keyGroups = ['anywhere', 'go', 'person', 'list', 'form'] as const;

interface Mapped {
  /** As `data-key` spells it. */
  readonly key: string;
  readonly word: keyof Messages['frame']['keys']['map'];
  readonly group: (typeof keyGroups)[number];
  /** Leads there, whatever page one is on. */
  readonly href?: string;
}

/** Every key there is, once: the sheet shows this table, the commands name its keys, the listener obeys it. */
export const keymap = [
  { key: 'mod+k', word: 'commands', group: 'anywhere' },
  { key: '/', word: 'search', group: 'anywhere' },
  { key: 'c', word: 'write_new', group: 'anywhere' },
  { key: 'l', word: 'log', group: 'anywhere', href: '/log' },
  { key: 'z', word: 'undo', group: 'anywhere', href: '/acts' },
  { key: 'u', word: 'up', group: 'anywhere' },
  { key: '?', word: 'help', group: 'anywhere' },
  { key: 'g t', word: 'today', group: 'go', href: '/today' },
  { key: 'g l', word: 'listen', group: 'go', href: '/listen' },
  { key: 'g c', word: 'contacts', group: 'go', href: '/contacts' },
  { key: 'g n', word: 'organizations', group: 'go', href: '/organizations' },
  { key: 'g o', word: 'outbox', group: 'go', href: '/today#waiting' },
  { key: 'g s', word: 'settings', group: 'go', href: '/settings/profile' },
  { key: 'r', word: 'write', group: 'person' },
  { key: 'e', word: 'done', group: 'person' },
  { key: 'h', word: 'rest', group: 'person' },
  { key: 'b', word: 'no', group: 'person' },
  { key: 'j', word: 'next', group: 'list' },
  { key: 'k', word: 'previous', group: 'list' },
  { key: 'o', word: 'open', group: 'list' },
  { key: '1', word: 'outcome', group: 'form' },
  { key: '0', word: 'nobody', group: 'form' },
  { key: 'd', word: 'named_day', group: 'form' },
  { key: 'n', word: 'later', group: 'form' },
  { key: 'Enter', word: 'nothing', group: 'form' },
  { key: 'mod+Enter', word: 'send', group: 'form' },
  { key: 'y', word: 'sent', group: 'form' },
  { key: 'x', word: 'not_sent', group: 'form' },
  { key: 'Escape', word: 'close', group: 'form' },
] as const satisfies readonly Mapped[];

/** Whether more is to come: `g` alone does nothing. */
export function isBeginning(key: string): boolean {
  return keymap.some((mapped) => mapped.key.startsWith(`${key} `));
}

/** The key that leads to a place, if one does. */
export function keyTo(href: string): string | undefined {
  return keymap.find((mapped) => 'href' in mapped && mapped.href === href)?.key;
}

/** Where a key leads, if it leads anywhere by itself. */
export function placeOf(key: string): string | undefined {
  const found = keymap.find((mapped) => mapped.key === key);
  return found && 'href' in found ? found.href : undefined;
}

/** What is done with the person in view: where, and which fold of their page it is, if it is one. */
export function actOn(contactId: string, key: string): { href: string; fold?: 'done' | 'rest' } | null {
  const page = `/contacts/${contactId}`;
  if (key === 'r') return { href: `${page}/write` };
  if (key === 'l') return { href: `/log?contact=${contactId}` };
  if (key === 'e') return { href: `${page}?do=done#done`, fold: 'done' };
  if (key === 'h') return { href: `${page}?do=rest#rest`, fold: 'rest' };
  return key === 'b' ? { href: `/log?contact=${contactId}&outcome=declined` } : null;
}

/** One step up: from writing to the person, from their mail to them, from a person or an organization to the list. */
export function upFrom(path: string, person: string | null): string {
  if (person && /^\/mail\/[0-9a-f-]{36}$/.test(path)) return `/contacts/${person}`;
  if (/^\/contacts\/[^/]+\/./.test(path)) return path.replace(/\/[^/]+$/, '');
  if (path.startsWith('/organizations/')) return '/organizations';
  return path.startsWith('/contacts/') ? '/contacts' : '/today';
}
