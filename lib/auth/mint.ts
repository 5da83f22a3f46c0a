import type { Role } from '@/generated/prisma/client';
import { EarshotError } from '@/lib/errors/earshot-error';
import { isLanguage, type Language } from '@/lib/language/language';

// The keys of these properties never leave this file, so no other code can write an object of these types.
const reads: unique symbol = Symbol('reads');
const writes: unique symbol = Symbol('writes');
const owns: unique symbol = Symbol('owns');

/** Proof that somebody with an open account asked, and may see everything. */
export interface Actor {
  readonly [reads]: true;
  readonly userId: string;
  readonly name: string;
  readonly role: Role;
  readonly language: Language;
  /** IANA name, "Europe/Madrid". */
  readonly timeZone: string;
}

/** Proof that they may also write: an owner or a member. Every mutation of a noun asks for it. */
export interface Writer extends Actor {
  readonly [writes]: true;
}

/** Proof that they may also decide for the team. */
export interface Owner extends Writer {
  readonly [owns]: true;
}

/** What somebody wants to do: see, change, or decide for the team. */
export type Act = 'read' | 'write' | 'own';

export interface ActorOf {
  readonly read: Actor;
  readonly write: Writer;
  readonly own: Owner;
}

/** The row of an open account. */
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly language: string;
  readonly timeZone: string;
}

/** Makes the proof of an account as it stands in the database. Only lib/auth may call this. */
export function mint(account: Account): Actor | Writer | Owner {
  const actor: Actor = {
    [reads]: true,
    userId: account.id,
    name: account.name,
    role: account.role,
    language: isLanguage(account.language) ? account.language : 'en',
    timeZone: account.timeZone,
  };
  if (account.role === 'reader') return actor;
  const writer: Writer = { ...actor, [writes]: true };
  return account.role === 'owner' ? ({ ...writer, [owns]: true } satisfies Owner) : writer;
}

/** Whether they may change things. */
export function mayWrite(actor: Actor): actor is Writer {
  return writes in actor;
}

/** Whether they may decide for the team. */
export function mayOwn(actor: Actor): actor is Owner {
  return owns in actor;
}

/** @throws EarshotError `not_allowed` when their role does not reach that far */
export function allow<A extends Act>(actor: Actor, act: A): ActorOf[A];
export function allow(actor: Actor, act: Act): Actor {
  if (act === 'read' || (act === 'write' ? mayWrite(actor) : mayOwn(actor))) return actor;
  throw new EarshotError('not_allowed', { act });
}
