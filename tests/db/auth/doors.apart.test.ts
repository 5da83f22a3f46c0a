import { describe, expect, it, vi } from 'vitest';
import type * as actors from '@/lib/auth/actor';
import type { Act } from '@/lib/auth/mint';
import { db } from '@/lib/db/client';
import { isEarshotError } from '@/lib/errors/earshot-error';
import type { SignedIn } from '@/lib/session/session';
import { anId, type Asks, type DoorPlan, type DoorPlans } from '../../support/doors/door';
import { doorsOnDisk, pageIn, pagesOnDisk } from '../../support/doors/on-disk';
import { openPages, paramsOfPage } from '../../support/doors/pages';
import { fingerprint } from '../../support/doors/world';
import { aMember, anOwner, aReader } from '../../support/people';

// Whoever is calling, and what the door asked about them.
const here = vi.hoisted(() => ({
  caller: null as SignedIn | null,
  asked: [] as { act: string; granted: boolean }[],
}));

vi.mock('@/lib/session/session', async (real) => ({
  ...(await real<object>()),
  signedIn: async () => here.caller,
  claimed: async () =>
    here.caller && { userId: here.caller.id, sessionVersion: 1, sessionId: here.caller.id },
}));
vi.mock('@/lib/session/start', () => ({
  startSession: async () => undefined,
  endSession: async () => undefined,
}));
vi.mock('@/lib/session/caller', () => ({ callersNetwork: async () => 'test' }));
vi.mock('next/cache', () => ({
  revalidatePath: () => undefined,
  revalidateTag: () => undefined,
  refresh: () => undefined,
}));
vi.mock('next/headers', () => ({
  headers: async () => new Headers(),
  cookies: async () => ({
    get: () => undefined,
    getAll: () => [],
    set: () => undefined,
    delete: () => undefined,
  }),
}));
vi.mock('@/lib/auth/actor', async (real) => {
  const actual = await real<typeof actors>();
  return {
    ...actual,
    mayI: async (act: Act) => {
      const note = { act, granted: false };
      here.asked.push(note);
      const actor = await actual.mayI(act);
      note.granted = true;
      return actor;
    },
  };
});

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

const callers = { nobody: null, reader: aReader, member: aMember, owner: anOwner };
type Caller = keyof typeof callers;
const reach: Record<Caller, readonly Asks[]> = {
  nobody: ['nothing'],
  reader: ['nothing', 'read'],
  member: ['nothing', 'read', 'write'],
  owner: ['nothing', 'read', 'write', 'own'],
};

async function comesAs(caller: Caller): Promise<void> {
  const make = callers[caller];
  const id = make ? (await make()).userId : null;
  here.caller = id ? await db().user.findUniqueOrThrow({ where: { id } }) : null;
  here.asked.length = 0;
}

const onDisk = await doorsOnDisk();
const doors = onDisk.flatMap((door) => {
  const plan = planned.get(`${door.file} ${door.name}`);
  return plan ? [{ ...door, ...plan }] : [];
});

describe('the table of doors', () => {
  it('names every action and route on the disk, and nothing else', () => {
    const found = new Set<string>(onDisk.map(({ file, name }) => `${file} ${name}`));
    const without = [...found].filter((door) => !planned.has(door));
    const gone = [...planned.keys()].filter((door) => !found.has(door));
    expect({ without, gone }, 'add or remove a line in tests/support/doors/<noun>.ts').toEqual({
      without: [],
      gone: [],
    });
  });
});

describe.each(['nobody', 'reader', 'member', 'owner'] as const)('called by %s', (caller) => {
  it.each(doors)('$file $name, which asks $asks', async (door) => {
    expect(await knock(door, caller)).toEqual([]);
  });
});

describe('a door with a fault', () => {
  const tag = () => db().tag.create({ data: { id: anId(), name: anId() } });
  const asking = (act: Act) => import('@/lib/auth/actor').then(({ mayI }) => mayI(act));

  it.each([
    ['that never asks', tag],
    ['that asks too little', () => asking('read').then(tag)],
    ['that asks when it is done', () => tag().then(() => asking('write'))],
    [
      'that asks and does not listen',
      () =>
        asking('write')
          .catch(() => null)
          .then(tag),
    ],
  ])('%s is noticed', async (_, open) => {
    const door = { asks: 'write' as const, call: () => [], open };
    expect(await knock(door, 'reader')).not.toEqual([]);
  });
});

interface Lock extends DoorPlan {
  readonly open: (...given: readonly unknown[]) => unknown;
}

// What is wrong with how a door treats a caller.
async function knock({ asks, call, open }: Lock, caller: Caller): Promise<string[]> {
  await comesAs(caller);
  const given = await call();
  const before = await fingerprint();
  const thrown = await failureOf(() => open(...given));
  const wasAsked = (granted: boolean) =>
    here.asked.some((one) => one.act === asks && one.granted === granted);
  if (reach[caller].includes(asks)) {
    return [
      ...(isRefusal(thrown) ? ['it was refused'] : []),
      ...(asks !== 'nothing' && !wasAsked(true) ? ['it did not ask what the table says'] : []),
    ];
  }
  const changed = JSON.stringify(await fingerprint()) !== JSON.stringify(before);
  return [
    ...(wasAsked(false) ? [] : ['it did not ask, or answered before it asked']),
    ...(changed ? ['it changed something'] : []),
  ];
}

// Whatever else goes wrong inside (what it is about need not exist) is no refusal.
async function failureOf(act: () => unknown): Promise<unknown> {
  try {
    await act();
    return null;
  } catch (error) {
    return error;
  }
}

function isRefusal(error: unknown): boolean {
  return isEarshotError(error, 'not_signed_in') || isEarshotError(error, 'not_allowed');
}

describe('pages', () => {
  it.each(pagesOnDisk().filter((file) => !openPages.includes(file)))(
    '%s sends nobody to sign in',
    async (file) => {
      await comesAs('nobody');
      const page = await pageIn(file);
      const props = { params: Promise.resolve(paramsOfPage(file)), searchParams: Promise.resolve({}) };
      await expect(shown(page(props))).rejects.toMatchObject({ digest: expect.stringContaining('/sign-in') });
    },
  );

  it('are open only where one becomes somebody', () => {
    expect(openPages.filter((file) => !pagesOnDisk().includes(file))).toEqual([]);
  });
});

// What a page renders, down to the first component that asks.
async function shown(rendered: unknown): Promise<void> {
  const element = await rendered;
  if (!isElement(element)) return;
  if (typeof element.type === 'function') await shown(element.type(element.props));
  else for (const child of [element.props.children].flat()) await shown(child);
}

interface Element {
  readonly type: unknown;
  readonly props: { readonly children?: unknown };
}

function isElement(value: unknown): value is Element {
  return typeof value === 'object' && value !== null && 'type' in value && 'props' in value;
}
