import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { findingCodes, type FindingCode } from '@/lib/manners/finding';
import type { Writing } from '@/lib/outbox/writing/queries';
import { Findings } from './findings';
import { ReadAlong, type MannersSetting } from './manners';

/** Around the page one writes on: to whom it is, as what, and what manners would say in words. */
export async function ReadingAlong({ writing, children }: { writing: Writing; children: ReactNode }) {
  const t = await getTranslations('manners');
  const { explained, choices, known } = writing;
  const { name } = explained;
  const { zone, mannersRefuse, ...about } = known;
  const told = (code: FindingCode) =>
    [code, { title: t(`${code}.title`), why: t(`${code}.why`, { name }) }] as const;
  const setting: MannersSetting = {
    ...{ zone, mannersRefuse },
    how: {
      ...about,
      channel: choices.address?.channel ?? 'in_person',
      purpose: choices.thanks ? 'thanks' : explained.verdict.purpose,
      carriesPitch: choices.pitchId !== null,
    },
    words: wordsFor(told),
  };
  return <ReadAlong setting={setting}>{children}</ReadAlong>;
}

type Told = MannersSetting['words'][FindingCode];

function wordsFor(told: (code: FindingCode) => readonly [FindingCode, Told]): MannersSetting['words'] {
  const each = new Map(findingCodes.map(told));
  const silent = { title: '', why: '' };
  const word = (code: FindingCode) => each.get(code) ?? silent;
  return {
    ...{ placeholder: word('placeholder'), nameless: word('nameless'), other_name: word('other_name') },
    ...{ near_copy: word('near_copy'), nothing_own: word('nothing_own'), checking_in: word('checking_in') },
    ...{ thanks_too_long: word('thanks_too_long'), thanks_pitch: word('thanks_pitch') },
    ...{ thanks_link: word('thanks_link'), thanks_questions: word('thanks_questions') },
    ...{ no_way_out: word('no_way_out'), misspelt_name: word('misspelt_name'), monologue: word('monologue') },
    ...{ too_long: word('too_long'), many_asks: word('many_asks'), their_night: word('their_night') },
    ...{ source_unsaid: word('source_unsaid'), no_subject: word('no_subject') },
    pretends: word('pretends'),
  };
}

/** Manners, in the words of the page. Where the law refuses, nothing is said to stand in the way of it but the text. */
export async function MannersBeside({ open }: { open: boolean }) {
  const t = await getTranslations('manners');
  return (
    <Findings
      words={{
        ...{
          caption: t('caption'),
          fine: t(open ? 'fine' : 'fine_refused'),
          quiet: t('quiet'),
          show: t('show'),
        },
        ...{ softened: t('softened'), addWayOut: t('add_way_out'), wayOut: t('way_out') },
      }}
    />
  );
}
