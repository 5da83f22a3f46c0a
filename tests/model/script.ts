import type {
  Answer,
  By,
  Heard,
  Mark,
  Outcome,
  Policy,
  Purpose,
  Question,
  Reason,
  Standing,
  Step,
  Verdict,
  Who,
} from '../support/history';

/**
 * A short story with one question at its end. Messages are named by the index of their step. Every
 * step must be `done`, but for the last one where `ends` says otherwise. Everybody listens everywhere
 * before each sending and before the question, unless `hears` is false.
 */
export type Timeline = {
  name: string;
  policy?: Partial<Policy>;
  hears?: false;
  steps: Step[];
  ask: Question;
  expect: Verdict;
  ends?: Answer['is'];
  standing?: Partial<Standing>;
  /** What the messages of these steps are marked as. */
  marks?: Record<number, Mark | null>;
  /** What the law says when it is asked again about a queued message. */
  leaving?: { message: number; expect: Verdict | null };
};

/** Nothing is allowed that an installation has to switch on, and nothing warned of. */
export const policyOf = (timeline: Pick<Timeline, 'policy'>): Policy => ({
  followUpsNeverAnswered: 0,
  followUpsInConversation: 0,
  invitationNeeded: 'off',
  ...timeline.policy,
});

/** The steps with the numbers that name them; listening in between has numbers that nothing names. */
export function told(timeline: Timeline): { step: Step; at: number; own: boolean }[] {
  const listening = (at: number) =>
    timeline.hears === false
      ? []
      : [{ step: { do: 'listen_everywhere' } as const, at: 10_000 + at, own: false }];
  const steps = timeline.steps.flatMap((step, at) => [
    ...(step.do === 'send' ? listening(at) : []),
    { step, at, own: true },
  ]);
  return [...steps, ...listening(timeline.steps.length)];
}

/** Ana and Ben belong to organization 0, Cleo to none; Dan is unknown until he appears. */
export const ANA = 0;
export const BEN = 1;
export const CLEO = 2;
export const DAN = 3;

type Detail<Do extends Step['do']> = Partial<Extract<Step, { do: Do }>>;

export const pass = (hours: number): Step => ({ do: 'pass', hours });
export const days = (count: number): Step => pass(24 * count);

/** They wrote just now, by e-mail. */
export const says = (who: Who, detail: Detail<'log_in'> = {}): Step => ({
  do: 'log_in',
  who,
  channel: 'email',
  hoursAgo: 0,
  dayOnly: false,
  kind: 'human',
  ...detail,
});

/** We wrote just now, from somewhere else. */
export const wrote = (who: Who, detail: Detail<'log_out'> = {}): Step => ({
  do: 'log_out',
  who,
  channel: 'email',
  hoursAgo: 0,
  dayOnly: false,
  ...detail,
});

export const hear = (message: number, outcome: Outcome, detail: Detail<'hear'> = {}): Step => ({
  do: 'hear',
  message,
  by: 'owner',
  outcome,
  ...detail,
});

export const send = (who: Who, detail: Detail<'send'> = {}): Step => ({
  do: 'send',
  who,
  by: 'owner',
  channel: 'email',
  newFact: false,
  ...detail,
});

/** They said it on the telephone or face to face, and whoever they said it to logs what they heard. */
export const tells = (who: Who, by: By, heard: Heard, detail: Detail<'log_in'> = {}): Step =>
  says(who, { by, channel: 'in_person', heard, ...detail });

/** Written from somebody's own mail program. */
export const wroteElsewhere = (who: Who, detail: Detail<'log_out'> = {}): Step =>
  wrote(who, { source: 'synced', ...detail });

export const grant = (who: Who, to: By, ...reasons: Reason[]): Step => ({
  do: 'grant',
  who,
  by: 'owner',
  to,
  reasons,
});

export const handOver = (who: Who, by: By, to: By): Step => ({ do: 'hand_over', who, by, to });

export const accepted = (message: number): Step => ({ do: 'settle', message, as: 'accepted' });
export const withdrawn = (message: number): Step => ({ do: 'settle', message, as: 'withdrawn' });
export const uncertain = (message: number): Step => ({ do: 'settle', message, as: 'uncertain' });
export const done = (who: Who): Step => ({ do: 'done', who, by: 'owner' });
export const retract = (message: number): Step => ({ do: 'retract', message });

/** Steps 0 to 3: we open by e-mail with pitch 0, it arrives, they answer (2), it is heard (3). */
export const answered = (who: Who, outcome: Outcome, detail: Detail<'hear'> = {}): Step[] => [
  send(who, { pitch: 0 }),
  accepted(0),
  says(who),
  hear(2, outcome, detail),
];

/** A plain e-mail of the owner's, with no pitch, no new fact, answering nothing. */
export const asking = (who: Who, detail: Partial<Question> = {}): Question => ({
  who,
  channel: 'email',
  by: 'owner',
  newFact: false,
  ...detail,
});

export const free = (purpose: Purpose, ...warnings: Reason[]): Verdict => ({
  allowed: true,
  purpose,
  reasons: [],
  warnings,
});

export const refused = (purpose: Purpose, ...reasons: Reason[]): Verdict => ({
  allowed: false,
  purpose,
  reasons,
  warnings: [],
});
