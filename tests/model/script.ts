import type {
  Answer,
  Outcome,
  Policy,
  Purpose,
  Question,
  Standing,
  Step,
  Verdict,
  Who,
} from '../support/history';

/**
 * A short story with one question at its end. Messages are named by the index of their step. Every
 * step must be `done`, but for the last one where `ends` says otherwise.
 */
export type Timeline = {
  name: string;
  policy?: Policy;
  steps: Step[];
  ask: Question;
  expect: Verdict;
  ends?: Answer['is'];
  standing?: Partial<Standing>;
};

/** Ana and Ben belong to organization 0, Cleo to none. */
export const ANA = 0;
export const BEN = 1;
export const CLEO = 2;

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

export const free = (purpose: Purpose): Verdict => ({ allowed: true, purpose, reasons: [] });

export const refused = (purpose: Purpose, ...reasons: string[]): Verdict => ({
  allowed: false,
  purpose,
  reasons,
});
