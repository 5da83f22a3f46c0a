import { counted } from '@/lib/language/counted';
import type { Reading } from '@/lib/language/moments';
import { translate } from '@/lib/language/translate';
import type { Closer } from './closers/closer';
import { blank, fill, inline, together, type Part, type Quote } from './parts';

/** What stands for everybody at an organization, and who is there. */
export interface OrganizationStanding {
  readonly name: string;
  readonly people: number;
  readonly unheard: number;
  readonly talking: number;
  /** The noes first. */
  readonly closers: readonly Closer[];
  readonly held: { readonly speaker: string; readonly quote: Quote | null; readonly saidAt: Date } | null;
}

/** The quiet colour of an organization's standing: a state of components/ui/chip.tsx. */
export function kindOfOrganization({ closers, held, unheard }: OrganizationStanding) {
  const [first] = closers;
  if (first) return first.kind === 'rest' ? 'rest' : 'closed';
  return held !== null || unheard > 0 ? 'listen' : 'calm';
}

/** Where it stands with an organization: what was said for everybody there and what opens it, or that nobody said so. */
export function organizationWords(standing: OrganizationStanding, reading: Reading): Part[] {
  const t = translate(reading.language, 'organizations.standing');
  const { name, people, unheard, talking } = standing;
  const organization = inline(name);
  const told = forAll(standing, reading);
  return together(
    told ?? [{ text: t('free', { organization }) }],
    told && people > 1 ? [{ text: t('covers', counted(people, reading.language)) }] : [],
    !told && people > 0 ? [{ text: t('talking', counted(talking, reading.language)) }] : [],
    unheard > 0 ? [{ text: t('unheard', counted(unheard, reading.language)) }] : [],
  );
}

// The noes and rests in the words in which the gate refuses a colleague.
function forAll({ name, closers, held }: OrganizationStanding, reading: Reading): Part[] | null {
  const t = translate(reading.language, 'gate');
  const organization = inline(name);
  const [closer] = closers;
  const said = (
    key: 'no_by_colleague' | 'not_now_for_all' | 'unheard_for_all',
    { speaker, quote, day }: { speaker: string; quote: Quote | null; day: Date },
  ) =>
    fill(
      t(`said.${key}.${quote ? 'quoted' : 'plain'}`, { ...blank, speaker: inline(speaker) }),
      { day, ...(quote ? { quote } : {}) },
      reading,
    );
  if (closer && (closer.kind === 'decline' || closer.kind === 'rest')) {
    const { quote, saidAt, recordedAt } = closer;
    const speaker = closer.writtenBy ?? closer.speaker?.name ?? t('fallback.speaker');
    const spoken = { speaker, quote, day: saidAt ?? recordedAt };
    const opens = { ...blank, speaker: inline(closer.speaker?.name ?? speaker) };
    return closer.kind === 'decline'
      ? together([{ text: t('head.anybody', { organization }) }], said('no_by_colleague', spoken), [
          { text: t('opens.interest_of_speaker', opens) },
        ])
      : together(
          fill(t('head.anybody_before', { ...blank, organization }), { until: closer.until }, reading),
          said('not_now_for_all', spoken),
          [{ text: t('opens.that_day_or_speaker', opens) }],
        );
  }
  return held
    ? together(
        [{ text: t('head.anybody_yet', { organization }) }],
        said('unheard_for_all', { ...held, day: held.saidAt }),
        [{ text: t('opens.heard', { ...blank }) }],
      )
    : null;
}
