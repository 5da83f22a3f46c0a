import { useLocale, useTranslations } from 'next-intl';
import { timeZones } from '@/lib/auth/zone';
import { metHows } from '@/lib/contacts/contact-form';
import { namesOf } from '@/lib/contacts/places';
import type { KeptContact } from '@/lib/contacts/queries';
import type { FieldPlan } from './contact-field';

const doors = ['email', 'linkedin', 'x', 'phone'] as const;

type Words = ReturnType<typeof useTranslations<'contact_form'>>;

function lineOf(
  t: Words,
  name: string,
  value: string | null | undefined,
  more: Partial<FieldPlan> = {},
): FieldPlan {
  return { kind: 'line', name, label: name, value: value ?? '', aside: t('optional'), ...more };
}

/** How somebody was met, as it is changed in place or in their whole form. */
export function useMetPlans(kept: KeptContact | null): FieldPlan[] {
  const t = useTranslations('contact_form');
  return [
    {
      ...{ kind: 'list', name: 'met_how', label: t('met_how'), value: kept?.metHow ?? 'unknown' },
      choices: metHows.map((how) => ({ value: how, label: t(`met.${how}`) })),
    },
    lineOf(t, 'met_where', kept?.metWhere, { label: t('met_where') }),
    lineOf(t, 'met_on', kept?.metOn, { kind: 'day', label: t('met_on') }),
    lineOf(t, 'introducer', kept?.introducer, { label: t('introducer') }),
    lineOf(t, 'source', kept?.source, { label: t('source') }),
  ];
}

/** What we note about somebody. */
export function useNotePlans(kept: KeptContact | null): FieldPlan[] {
  const t = useTranslations('contact_form');
  return [
    lineOf(t, 'tags', kept?.tags.join(', '), { label: t('tags'), hint: t('tags_hint') }),
    lineOf(t, 'note', kept?.note, { kind: 'lines', label: t('note') }),
  ];
}

/** The fields of a contact's form, filled with what is kept, or for somebody new with what is at hand. Server only: the lists are long, and stay out of scripts. */
export function useFieldPlans(
  kept: KeptContact | null,
  filled: (name: string) => string = () => '',
): { fields: FieldPlan[]; more: FieldPlan[] } {
  const t = useTranslations('contact_form');
  const inLanguage = useLocale();
  const [met, note] = [useMetPlans(kept), useNotePlans(kept)];
  const line = (name: string, label: string, value: string | null | undefined, hint?: string) =>
    lineOf(t, name, value, { label, hint, ...(name === 'name' ? { aside: undefined } : {}) });
  const list = (
    name: string,
    label: string,
    value: string | null | undefined,
    choices: readonly { code: string; name: string }[],
  ): FieldPlan => ({
    ...{ kind: 'list', name, label, value: value ?? '' },
    choices: [
      { value: '', label: t('unknown') },
      ...choices.map((choice) => ({ value: choice.code, label: choice.name })),
    ],
  });
  const zones = timeZones(kept?.timeZone ?? 'UTC').map((zone) => ({
    code: zone,
    name: zone.replaceAll('_', ' '),
  }));
  return {
    fields: [
      line('name', t('name'), kept?.name ?? filled('name')),
      line(
        'organization',
        t('organization'),
        kept?.organization?.name ?? filled('organization'),
        t('organization_hint'),
      ),
      line('position', t('position'), kept?.position),
      ...(kept ? [] : doors.map((door) => line(door, t(door), filled(door)))),
    ],
    more: [
      line('given_name', t('given_name'), kept?.givenName, t('given_hint')),
      ...met,
      list('country', t('country'), kept?.country, namesOf('region', inLanguage)),
      list('language', t('language'), kept?.language, namesOf('language', inLanguage)),
      list('time_zone', t('time_zone'), kept?.timeZone, zones),
      ...note,
    ],
  };
}
