import { z } from 'zod';
import { pitchAnswers, type PitchAnswer } from './answer';
import type { HearerPlace } from './queries';

const asked = z.object({
  answer: z.enum(pitchAnswers).nullable().catch(null),
  after: z.string().max(80).optional().catch(undefined),
});
const place = z.tuple([z.iso.datetime(), z.uuid()]);

/** Which of those who heard a pitch its page shows; what cannot be read shows everybody. */
export function pitchAskedFrom(search: Readonly<Record<string, string | string[] | undefined>>): {
  answer: PitchAnswer | null;
  after: HearerPlace | null;
} {
  const { answer, after } = asked.parse({ answer: search['answer'] ?? null, after: search['after'] });
  const read = place.safeParse(after?.split('~'));
  return { answer, after: read.success ? { at: new Date(read.data[0]), contactId: read.data[1] } : null };
}

/** The address of a pitch's page. */
export function pitchPath(id: string, answer: PitchAnswer | null, after?: HearerPlace | null): string {
  const chosen = new URLSearchParams({
    ...(answer ? { answer } : {}),
    ...(after ? { after: `${after.at.toISOString()}~${after.contactId}` } : {}),
  }).toString();
  return chosen ? `/pitches/${id}?${chosen}` : `/pitches/${id}`;
}
