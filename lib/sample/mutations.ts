import 'server-only';
import { v7 } from 'uuid';
import type { Writer } from '@/lib/auth/actor';
import { systemClock } from '@/lib/clock/clock';
import { readAddress } from '@/lib/contacts/addresses';
import { guessGivenName } from '@/lib/contacts/given-name';
import { nameKey } from '@/lib/contacts/name-key';
import { db } from '@/lib/db/client';
import { EarshotError } from '@/lib/errors/earshot-error';
import { record } from '@/lib/events/mutations';
import type { HearingTold } from '@/lib/replies/hearing';
import { hear, logTalk, markNothingToAnswer } from '@/lib/replies/mutations';
import type { Impossible } from '@/lib/threads/impossible';
import type { Log } from '@/lib/threads/log';
import { logMessage } from '@/lib/threads/mutations';
import { closed } from './people/closed';
import { galerna } from './people/galerna';
import { lively } from './people/lively';
import { quiet } from './people/quiet';
import { waiting } from './people/waiting';
import {
  samplePitches,
  type Happening,
  type HeardThere,
  type SamplePerson,
  type SamplePitch,
} from './person';
import { sampleIsHere, sampleKey } from './queries';
import { firstOfMonth, toldAt } from './when';

const cast: readonly SamplePerson[] = [...waiting, ...lively, ...closed, ...galerna, ...quiet];

interface Made {
  readonly organizations: Map<string, string>;
  readonly pitches: Map<SamplePitch, string>;
  readonly people: Map<string, string>;
}

/**
 * Invites the sample people, through the same mutations as everybody's: everything they said has a date before now.
 * @returns how many came; 0 when they are here already
 */
export async function loadSample(writer: Writer): Promise<number> {
  if (await sampleIsHere(writer)) return 0;
  const made: Made = { organizations: new Map(), pitches: new Map(), people: new Map() };
  for (const person of cast) await meet(writer, person, made);
  await introduce(made);
  await Promise.all([pitchFor('second_visit', made), pitchFor('half_an_hour', made)]);
  // What was made besides the people is named, so that it can leave with them.
  const ids = [...made.organizations.values(), ...made.pitches.values()];
  await record(db(), writer, 'sample_loaded', { codes: { made: ids, people: cast.length } });
  for (const person of cast) await talk(writer, person, made);
  // What was recorded until here came with them: it is nothing that somebody did and could take back.
  await record(db(), writer, 'sample_loaded', { codes: { made: [], people: cast.length } });
  return cast.length;
}

/** Shows the sample people out, with everything that was logged about them. Only an owner may. @returns how many left */
export async function removeSample(writer: Writer): Promise<number> {
  const [row] = await db().$queryRaw<
    { left: number }[]
  >`SELECT law.remove_sample(${writer.userId}::uuid) AS "left"`;
  return row?.left ?? 0;
}

async function meet(writer: Writer, person: SamplePerson, made: Made): Promise<void> {
  const { key, name, position, language, timeZone, met, sourceOfAddress = null, addresses } = person;
  const id = v7();
  await db().contact.create({
    data: {
      ...{
        id,
        name,
        nameKey: nameKey(name),
        givenName: guessGivenName(name),
        position,
        language,
        timeZone,
        sourceOfAddress,
      },
      ...{
        metHow: met.how,
        metWhere: met.where ?? null,
        introducerName: introducerOf(person),
        importKey: sampleKey + key,
        createdById: writer.userId,
      },
      organizationId: person.organization && (await organizationCalled(person.organization, made)),
    },
    select: { id: true },
  });
  made.people.set(key, id);
  for (const { channel, typed } of addresses) {
    const read = readAddress(channel, typed);
    if (!read.ok) throw new EarshotError('invalid_input', { channel, code: read.code });
    // Not through Prisma's create: it would send its own default for the doors, which only the law may write.
    await db().$executeRaw`
      INSERT INTO addresses (id, contact_id, channel, typed, handle)
      VALUES (${v7()}::uuid, ${id}::uuid, ${channel}::channel, ${typed}, ${read.handle})`;
  }
}

const introducerOf = ({ met }: SamplePerson) => cast.find(({ key }) => key === met.by)?.name ?? null;

async function introduce({ people }: Made): Promise<void> {
  for (const { key, met } of cast) {
    const introducedById = met.by && people.get(met.by);
    const id = people.get(key);
    if (introducedById && id)
      await db().contact.update({ where: { id }, data: { introducedById }, select: { id: true } });
  }
}

async function organizationCalled(name: string, { organizations }: Made): Promise<string> {
  const known = organizations.get(name);
  if (known) return known;
  const row = { id: v7(), name, nameKey: nameKey(name) };
  organizations.set(name, row.id);
  await db().organization.create({ data: row, select: { id: true } });
  return row.id;
}

// A pitch of that name may be there already, from a team that really has it: then it is left alone and used.
async function pitchFor(pitch: SamplePitch, { pitches }: Made): Promise<string> {
  const known = pitches.get(pitch);
  if (known) return known;
  const { name, proposal, toLearn } = samplePitches[pitch];
  const there = await db().pitch.findUnique({ where: { name }, select: { id: true } });
  if (there) return there.id;
  const id = v7();
  pitches.set(pitch, id);
  await db().pitch.create({ data: { id, name, proposal, toLearn }, select: { id: true } });
  return id;
}

async function talk(writer: Writer, { key, happened }: SamplePerson, made: Made): Promise<void> {
  const contactId = made.people.get(key);
  if (!contactId) return;
  let theirs: string | null = null;
  for (const one of happened) {
    const log = await logOf(one, contactId, theirs, { writer, made });
    if ('talk' in one) {
      theirs = ok(await logTalk(writer, log, heardAs(one.heard))).messageId;
      continue;
    }
    const { messageId } = ok(await logMessage(writer, log));
    if ('we' in one && one.last) ok(await markNothingToAnswer(writer, contactId, messageId));
    if (!('they' in one)) continue;
    theirs = messageId;
    if (one.heard) ok(await hear(writer, messageId, heardAs(one.heard)));
  }
}

async function logOf(
  one: Happening,
  contactId: string,
  theirs: string | null,
  { writer, made }: { writer: Writer; made: Made },
): Promise<Log> {
  const inbound = {
    kind: 'message' as const,
    direction: 'inbound' as const,
    pitchId: null,
    answersId: null,
    subject: null,
  };
  const address =
    one.on === 'in_person'
      ? null
      : await db().address.findFirst({ where: { contactId, channel: one.on }, select: { id: true } });
  const told = {
    contactId,
    channel: one.on,
    addressId: address?.id ?? null,
    ...toldAt(one, { zone: writer.timeZone, now: systemClock.now() }),
  };
  if ('connected' in one) return { ...inbound, ...told, kind: 'connection', body: '' };
  if ('talk' in one) return { ...inbound, ...told, kind: 'talk', body: one.talk };
  if ('they' in one) return { ...inbound, ...told, body: one.they };
  const pitchId = one.pitch ? await pitchFor(one.pitch, made) : null;
  return {
    ...inbound,
    ...told,
    direction: 'outbound',
    body: one.we,
    pitchId,
    answersId: one.answers ? theirs : null,
  };
}

function heardAs({ untilMonth, ...heard }: HeardThere): HearingTold {
  const nothing = {
    scope: null,
    pitchId: null,
    ...{ referral: null, referralId: null, referralAddress: null },
    words: null,
    whatWeHeard: null,
    reason: null,
  };
  return { ...nothing, ...heard, until: untilMonth ? firstOfMonth(untilMonth, systemClock.now()) : null };
}

function ok<T extends { ok: true }>(answer: T | Impossible<string>): T {
  if (answer.ok) return answer;
  throw new EarshotError('conflict', { reason: answer.reason });
}
