import {
  awake,
  closed,
  notQuiet,
  notStopped,
  now,
  organizationClosed,
  organizationRests,
  promised,
  rests,
  type StandingState,
  still,
} from '../standing-filter';

/** One way into a state: rows that an index serves in its order. The branches of a state exclude each other. */
export interface Branch {
  readonly where: string;
  /** What to read them from where the planner would choose the wrong index; `where` alone says who they are. */
  readonly from?: string;
  /** What its rows are sorted by, besides the contact's id; the same kind of value in all branches of a state. */
  readonly key: string;
}

/** The way to all people of a state: its branches, and in which direction its list runs. */
export interface Way {
  readonly branches: readonly Branch[];
  readonly direction: 'ASC' | 'DESC';
  readonly kind: 'text' | 'timestamptz';
}

/** How to walk each tab. Which branch leans on which index is measured by tests/bench/contacts. */
export const ways: Readonly<Record<StandingState | 'everybody' | 'recent', Way>> = {
  everybody: { direction: 'ASC', kind: 'text', branches: [{ where: 'true', key: 's.name_key' }] },
  recent: {
    direction: 'DESC',
    kind: 'timestamptz',
    branches: [{ where: 's.last_spoken_at IS NOT NULL', key: 's.last_spoken_at' }],
  },
  listen: {
    direction: 'ASC',
    kind: 'timestamptz',
    branches: [{ where: 's.unheard > 0', key: 's.unheard_since' }],
  },
  your_turn: {
    direction: 'DESC',
    kind: 'timestamptz',
    branches: [
      {
        where: `s.turn = 'ours' AND ${still} AND s.last_recorded_at > ${now} - interval '720 hours' AND ${notQuiet}`,
        key: 's.last_spoken_at',
      },
      // Few, and found by their own index: OFFSET 0 keeps the planner from walking the order instead.
      {
        from: '(SELECT * FROM standing w WHERE w.owed > 0 OFFSET 0)',
        where: `s.owed > 0 AND s.unheard = 0`,
        key: 's.last_spoken_at',
      },
      {
        from: `(SELECT * FROM standing w WHERE w.promised_until > ${now} OFFSET 0)`,
        where: `${promised} AND ${still} AND ${notQuiet}`,
        key: 's.last_spoken_at',
      },
    ],
  },
  their_turn: {
    direction: 'DESC',
    kind: 'timestamptz',
    branches: [
      {
        where: `s.turn = 'theirs' AND ${still} AND ${notQuiet} AND ${awake} IS NOT TRUE AND ${promised} IS NOT TRUE`,
        key: 's.last_spoken_at',
      },
    ],
  },
  resting: {
    direction: 'ASC',
    kind: 'timestamptz',
    branches: [
      { where: `${rests} AND ${still} AND ${notStopped}`, key: 's.rests_until' },
      {
        where: `${organizationRests} AND ${still} AND ${notStopped} AND (${rests}) IS NOT TRUE`,
        key: `(SELECT max(q.rests_until) FROM quiet q WHERE q.organization_id = s.organization_id)`,
      },
    ],
  },
  stopped: {
    direction: 'DESC',
    kind: 'timestamptz',
    branches: [
      { where: `${closed} AND ${still}`, key: 's.closed_at' },
      {
        where: `${organizationClosed} AND ${still} AND (${closed}) IS NOT TRUE`,
        key: `(SELECT max(q.closed_at) FROM quiet q WHERE q.organization_id = s.organization_id)`,
      },
    ],
  },
  // Whoever may be written to again: it ended, it was long ago, or the day they named has come.
  open: {
    direction: 'DESC',
    kind: 'timestamptz',
    branches: [
      // Whoever has a last word; the others of nobody's turn come before them in that index.
      `s.turn = 'nobody' AND s.last_spoken_at IS NOT NULL AND (s.ever_written OR s.ever_spoke)`,
      `s.turn = 'ours' AND s.last_recorded_at <= ${now} - interval '720 hours'`,
      `s.turn = 'theirs' AND ${awake} AND ${promised} IS NOT TRUE`,
    ].map((where) => ({ where: `${where} AND ${still} AND ${notQuiet}`, key: 's.last_spoken_at' })),
  },
  // Nobody's turn and no last word: their ids are in the order in which they came.
  never_written: {
    direction: 'DESC',
    kind: 'timestamptz',
    branches: [
      {
        where: `s.turn = 'nobody' AND s.last_spoken_at IS NULL AND NOT s.ever_written AND NOT s.ever_spoke AND ${notQuiet}`,
        key: 's.last_spoken_at',
      },
    ],
  },
};
