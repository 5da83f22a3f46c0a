import { useLocale, useTranslations } from 'next-intl';
import { timeZones } from '@/lib/auth/zone';
import { metHows } from '@/lib/contacts/contact-form';
import { namesOf } from '@/lib/contacts/places';
import type { KeptContact } from '@/lib/contacts/queries';
import type { FieldPlan } from './contact-field';

const doors = ['email', 'linkedin', 'x', 'phone'] as const;

/** The fields of a contact's form, filled with what is kept, or for somebody new with what is at hand. Server only: the lists are long, and stay out of scripts. */
export function useFieldPlans(
  kept: KeptContact | null,
  filled: (name: string) => string = () => '',
): { fields: FieldPlan[]; more: FieldPlan[] } {
  const t = useTranslations('contact_form');
  const inLanguage = useLocale();
  const aside = t('optional');
  const line = (name: string, label: string, value: string | null | undefined, hint?: string): FieldPlan => ({
    ...{ kind: 'line', name, label, value: value ?? '', hint },
    aside: name === 'name' ? undefined : aside,
  });
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
      line('organization', t('organization'), kept?.organization?.name, t('organization_hint')),
      line('position', t('position'), kept?.position),
      ...(kept ? [] : doors.map((door) => line(door, t(door), filled(door)))),
    ],
    more: [
      line('given_name', t('given_name'), kept?.givenName, t('given_hint')),
      {
        ...{ kind: 'list', name: 'met_how', label: t('met_how'), value: kept?.metHow ?? 'unknown' },
        choices: metHows.map((how) => ({ value: how, label: t(`met.${how}`) })),
      },
      line('met_where', t('met_where'), kept?.metWhere),
      { kind: 'day', name: 'met_on', label: t('met_on'), value: kept?.metOn ?? '', aside },
      line('introducer', t('introducer'), kept?.introducer),
      line('source', t('source'), kept?.source),
      list('country', t('country'), kept?.country, namesOf('region', inLanguage)),
      list('language', t('language'), kept?.language, namesOf('language', inLanguage)),
      list('time_zone', t('time_zone'), kept?.timeZone, zones),
      line('tags', t('tags'), kept?.tags.join(', '), t('tags_hint')),
      { kind: 'lines', name: 'note', label: t('note'), value: kept?.note ?? '', aside },
    ],
  };
}
