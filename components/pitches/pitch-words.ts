import type { useTranslations } from 'next-intl';

/** The words of a pitch's form. */
export function pitchWords(t: ReturnType<typeof useTranslations<'pitches'>>, submit: string) {
  return {
    ...{ name: t('name'), proposal: t('proposal'), to_learn: t('to_learn'), learnt: t('learnt') },
    ...{ optional: t('optional'), pending: t('pending'), submit },
  };
}
