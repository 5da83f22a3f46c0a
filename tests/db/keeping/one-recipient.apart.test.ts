import { describe, expect, it, vi } from 'vitest';
import { v7 } from 'uuid';
import { nothingYet } from '@/lib/outbox/answer';
import { rows } from '@/lib/db/pool';
import { db } from '@/lib/db/client';
import type { SignedIn } from '@/lib/session/session';
import type { DoorPlan, DoorPlans } from '../../support/doors/door';
import { doorsOnDisk } from '../../support/doors/on-disk';
import { anOwner } from '../../support/people';
import { aContact } from '../../support/talk';

const here = vi.hoisted(() => ({ caller: null as SignedIn | null }));

vi.mock('@/lib/session/session', async (real) => ({
  ...(await real<object>()),
  signedIn: async () => here.caller,
}));
vi.mock('@/lib/session/start', async (real) => ({
  ...(await real<object>()),
  startSession: async () => undefined,
  endSession: async () => undefined,
}));
vi.mock('@/lib/session/caller', () => ({ callersNetwork: async () => 'test' }));
vi.mock('next/cache', () => ({
  ...{ revalidatePath: () => undefined, revalidateTag: () => undefined, refresh: () => undefined },
}));
vi.mock('next/headers', () => ({
  headers: async () => new Headers(),
  cookies: async () => ({
    ...{ get: () => undefined, getAll: () => [], set: () => undefined, delete: () => undefined },
  }),
}));

const tables: Record<string, { doors?: DoorPlans }> = import.meta.glob('../../support/doors/*.ts', {
  eager: true,
});
const planned = new Map<string, DoorPlan>(
  Object.values(tables)
    .flatMap(({ doors = {} }) => Object.entries(doors))
    .flatMap(([file, byName]) =>
      Object.entries(byName).map(([name, plan]) => [`${file} ${name}`, plan] as const),
    ),
);
const doors = (await doorsOnDisk()).flatMap((door) => {
  const plan = planned.get(`${door.file} ${door.name}`);
  return plan ? [{ ...door, ...plan }] : [];
});

/** Two people anybody may write to, each with an address. */
async function two() {
  return Promise.all(
    ['Ana', 'Bo'].map(async (name) => {
      const [contactId, addressId] = [await aContact({ name }), v7()];
      await rows(
        `INSERT INTO addresses (id, contact_id, channel, handle, typed) VALUES ($1, $2, 'linkedin', $3, $3)`,
        [addressId, contactId, `somebody-${addressId}`],
      );
      return { contactId, addressId };
    }),
  );
}

/** Every name under which a form might take several people, filled with both; and everything a message needs. */
function greedy(given: FormData, people: Awaited<ReturnType<typeof two>>, act: string | null): FormData {
  const made = new FormData();
  for (const [name, value] of given) made.set(name, value);
  for (const name of [
    'contactId',
    'chosen',
    'ids',
    'contactIds',
    'contact',
    'to',
    'recipients',
    'cc',
    'bcc',
  ]) {
    made.delete(name);
    for (const { contactId } of people) made.append(name, contactId);
  }
  made.delete('addressId');
  for (const { addressId } of people) made.append('addressId', addressId);
  if (!made.has('body') || made.has('intent')) made.set('body', 'What would help you most?');
  made.set('intent', 'copy');
  if (act) made.set('act', act);
  return made;
}

async function writtenTo(): Promise<number> {
  const [row] = await rows<{ count: number }>(
    `SELECT count(DISTINCT contact_id)::int AS count FROM messages WHERE direction = 'outbound' AND source IN ('composed', 'api')`,
  );
  return row?.count ?? 0;
}

/** How many more people were written to when this was called with two at once. */
async function reached(
  { call, open }: Pick<DoorPlan, 'call'> & { open: (...given: readonly unknown[]) => unknown },
  act: string | null = null,
): Promise<number> {
  const owner = await anOwner();
  here.caller = await db().user.findUniqueOrThrow({ where: { id: owner.userId } });
  const people = await two();
  const given = (await call()).map((one) => {
    if (one instanceof FormData) return greedy(one, people, act);
    if (!(one instanceof Request) || one.method !== 'GET') return one;
    const url = new URL(one.url);
    for (const { contactId } of people) url.searchParams.append('contact', contactId);
    return new Request(url);
  });
  const before = await writtenTo();
  // What else goes wrong inside, or where it leads, is not asked here.
  await Promise.resolve(open(...given)).catch(() => undefined);
  return (await writtenTo()) - before;
}

describe('no action and no route writes to more than one person', () => {
  it.each(doors)('$file $name', async (door) => {
    expect(await reached(door)).toBeLessThanOrEqual(1);
  });

  it.each(['tag', 'untag', 'assign', 'rest', 'close', 'write', 'send'])(
    'what is done with many people at once, asked to %s, writes to nobody',
    async (act) => {
      const door = doors.find(({ name }) => name === 'withChosen');
      expect(door && (await reached(door, act))).toBe(0);
    },
  );

  it('writing itself reaches one of two, and two would be noticed', async () => {
    const write = doors.find(({ file, name }) => file === 'lib/outbox/actions.ts' && name === 'write');
    if (!write) throw new Error('nobody writes');
    expect(await reached(write)).toBe(1);
    const twice = async (_before: unknown, form: unknown) => {
      if (!(form instanceof FormData)) return;
      const [contacts, addresses] = [form.getAll('contactId'), form.getAll('addressId')];
      for (const [at, contactId] of contacts.entries()) {
        const one = new FormData();
        for (const [name, value] of form) one.set(name, value);
        one.set('contactId', contactId);
        one.set('addressId', addresses[at] ?? '');
        // It leads on by throwing.
        await Promise.resolve(write.open(nothingYet, one)).catch(() => undefined);
      }
    };
    expect(await reached({ call: write.call, open: twice })).toBe(2);
  });
});
