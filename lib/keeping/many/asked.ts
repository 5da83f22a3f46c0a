import { z } from 'zod';
import { readTags } from '@/lib/contacts/read-typed';
import type { Language } from '@/lib/language/language';
import type { Messages } from '@/lib/language/messages/en';
import { dayIn } from '@/lib/replies/days';
import { readUntil } from '@/lib/replies/until';
import type { Many } from './mutations';

type Missing = Extract<
  keyof Messages['contact_list']['many'],
  'say_tag' | 'say_day' | 'day_unread' | 'day_range'
>;

/** What several people are to have done with them; or what is missing, by its sentence; or a day to be looked at first. */
export type ManyRead =
  | { readonly ok: true; readonly what: Many }
  | { readonly ok: false; readonly missing: Missing }
  | { readonly ok: false; readonly confirm: string };

const schema = z.object({
  act: z.enum(['tag', 'untag', 'assign', 'rest', 'close']),
  tag: z.string().catch(''),
  owner: z.union([z.uuid(), z.literal('')]).catch(''),
  until: z.string().max(200).catch(''),
  untilSeen: z.string().max(20).catch(''),
});

/** A rest of ours lasts no longer, as the law has it. */
const longestDays = 400;

interface Where {
  readonly now: Date;
  /** Of the installation. */
  readonly zone: string;
  readonly language: Language;
}

/** Reads the form of several people. Days are understood in words, as where a reply is heard. */
export function readMany(fields: Readonly<Record<string, unknown>>, where: Where): ManyRead | null {
  const read = schema.safeParse(fields);
  if (!read.success) return null;
  const { act, tag, owner, until, untilSeen } = read.data;
  switch (act) {
    case 'tag':
    case 'untag': {
      const [first] = readTags(tag);
      return first === undefined
        ? { ok: false, missing: 'say_tag' }
        : { ok: true, what: { act, tag: first } };
    }
    case 'assign':
      return { ok: true, what: { act, ownerId: owner || null } };
    case 'rest':
      return readRest({ typed: until, seen: untilSeen }, where);
    case 'close':
      return { ok: true, what: { act } };
  }
}

function readRest(typed: { typed: string; seen: string }, { now, zone, language }: Where): ManyRead {
  const today = dayIn(0, now, zone);
  const read = readUntil(typed, { today, language });
  if (!read.ok)
    return read.day === null ? { ok: false, missing: 'day_unread' } : { ok: false, confirm: read.day };
  if (read.until === '') return { ok: false, missing: 'say_day' };
  if (!z.iso.date().safeParse(read.until).success) return { ok: false, missing: 'day_unread' };
  const reachable = read.until > today && read.until <= dayIn(longestDays, now, zone);
  return reachable
    ? { ok: true, what: { act: 'rest', until: read.until } }
    : { ok: false, missing: 'day_range' };
}
