import { v7 } from 'uuid';
import { allow, mint, type Act, type ActorOf } from '@/lib/auth/mint';
import { db } from '@/lib/db/client';

interface Person {
  readonly name?: string;
  readonly language?: string;
  readonly timeZone?: string;
}

const roleFor = { read: 'reader', write: 'member', own: 'owner' } as const;

async function somebody<A extends Act>(act: A, { name = act, ...rest }: Person): Promise<ActorOf[A]> {
  const id = v7();
  const account = await db().user.create({
    // No password fits: a test that signs in makes its account with a password of its own.
    data: { id, name, email: `${id}@earshot.test`, passwordHash: '!', role: roleFor[act], ...rest },
  });
  return allow(mint(account), act);
}

/** An account of the team in this test's database, with the proof of it. */
export const anOwner = (person: Person = {}) => somebody('own', person);
export const aMember = (person: Person = {}) => somebody('write', person);
export const aReader = (person: Person = {}) => somebody('read', person);
