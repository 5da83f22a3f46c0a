import { getTranslations } from 'next-intl/server';
import { currentPolicy } from '@/lib/policy/queries';
import { systemClock } from '@/lib/clock/clock';
import { counted } from '@/lib/language/counted';
import { dayOf, type Reading } from '@/lib/language/moments';
import type { DayRead } from '@/lib/language/dates/read';
import { sayDay } from '@/lib/language/dates/say';
import { dayIn, quickDays } from '@/lib/replies/days';
import type { AnswerGiven } from '@/lib/replies/answered/queries';
import { outcomes, scopes } from '@/lib/replies/hearing';
import type { NamedInstead } from '@/lib/replies/suggested/named';
import type { Earlier } from './earlier';

/** Whose words are heard, as far as the form must know. */
export interface Speaker {
  readonly name: string;
  readonly organization: string | null;
  /** How many people a no for the organization closes. */
  readonly people: number;
  readonly pitches: readonly { readonly id: string; readonly name: string }[];
  /** The others of the organization: whom they may have named. */
  readonly colleagues: readonly { readonly id: string; readonly name: string }[];
}

export type OutcomePlan = Awaited<ReturnType<typeof outcomePlan>>;

const keys = ['Enter', '1', '2', '3', '4', '5', '6'];
/** Stands in a sentence for the day that the browser fills in. */
const dayToCome = '\uE000';
/** How long a not-now without a day rests, as the law has it. */
const unnamedDays = 180;

interface PlanWith {
  /** Logged as a talk: whoever talked has heard. */
  talk?: boolean;
  /** The day that their words seem to name. */
  suggested?: DayRead | null;
  /** Whom their words seem to name instead. */
  named?: NamedInstead | null;
  /** What answered them already. */
  answered?: Pick<AnswerGiven, 'isTheirTurn' | 'isThanks'> | null;
  /** Who wrote it, where that was somebody else than whose conversation it is. */
  writer?: string | null;
  /** What they said before that still closes them. */
  earlier?: Earlier;
}

/** Everything the fields of an outcome say, in the language of the page: what may be chosen, and what it closes. */
export async function outcomePlan(
  speaker: Speaker,
  language: Reading['language'],
  {
    talk = false,
    suggested = null,
    named = null,
    answered = null,
    writer = null,
    earlier = 'maybe',
  }: PlanWith = {},
) {
  const [t, choice, policy] = await Promise.all([
    getTranslations('listen'),
    getTranslations('outcomes.choice'),
    currentPolicy(),
  ]);
  const now = systemClock.now();
  const { name, organization, people, pitches, colleagues } = speaker;
  const said = (day: string) => dayOf(new Date(`${day}T12:00:00Z`), { language, zone: 'UTC', now });
  const who = { name: writer ?? name };
  const closing = {
    ...{ name, organization: organization ?? '', ...counted(people, language) },
    answered: answered === null ? 'no' : answered.isTheirTurn ? 'theirs' : 'before',
    thanked: answered?.isThanks ? 'yes' : 'no',
    ...{ earlier, proposed: pitches.length > 0 ? 'yes' : 'no' },
  };
  return {
    legend: talk ? (await getTranslations('log'))('outcome') : t('what_was_said', who),
    outcomes: outcomes.map((value, at) => ({
      value,
      label: choice(value),
      shortcut: talk ? '' : (keys[at] ?? ''),
    })),
    until: {
      ...{ label: t('until.label'), clear: t('until.clear'), today: dayIn(0, now, policy.timeZone) },
      ...{ language, blank: dayToCome, placeholder: t('until.placeholder') },
      ...{
        unread: t('until.unread'),
        reading: t('until.reading', { words: dayToCome }),
        or: t('until.or', { day: dayToCome }),
      },
      suggestion: suggested && {
        ...{ day: suggested.day, words: suggested.words, typed: sayDay(suggested.day, language) },
        label: t('until.suggested', {
          words: shortened(suggested.words),
          day: sayDay(suggested.day, language),
        }),
      },
      named: t('until.named', { name, day: dayToCome }),
      over: t('until.over', { day: dayToCome }),
      unnamed: t('until.unnamed', { name, day: said(dayIn(unnamedDays, now, policy.timeZone)) }),
      quick: quickDays(now, policy.timeZone).map(({ key, day }) => ({ day, label: t(`until.${key}`) })),
    },
    scope: {
      legend: t('scope.legend'),
      choices: scopes
        .filter((scope) => scope !== 'organization' || organization !== null)
        .map((value) => ({ value, label: t(`scope.${value}`, closing) })),
    },
    pitch: { label: t('pitch'), none: t('pitch_of_conversation'), choices: pitches },
    referral: {
      ...{ summary: t('referral_summary', who), label: t('referral', who) },
      ...{ hint: t('referral_hint', who), address: t('referral_address') },
      ...{ addressHint: t('referral_address_hint'), or: t('referral_or'), nobody: t('referral_nobody') },
      known: colleagues,
      guess: named && { ...named, told: t('referral_guess') },
    },
    words: { label: t('words'), hint: t(talk ? 'words_hint_talk' : 'words_hint'), needed: t('words_needed') },
    whatWeHeard: { label: t('what_we_heard'), hint: t('what_we_heard_hint') },
    closes: {
      ...Object.fromEntries(
        outcomes.filter((one) => one !== 'declined').map((one) => [one, t(`closes.${one}`, closing).trim()]),
      ),
      ...Object.fromEntries(scopes.map((scope) => [scope, t(`closes.${scope}`, closing)])),
    },
  };
}

const shortened = (words: string) => (words.length > 40 ? `${words.slice(0, 39).trimEnd()}…` : words);
