import { v7 as uuid } from 'uuid';
import { organizationClosers } from './organization-closers';
import type { Closer } from './prepared';
import { teamClosers } from './team-closers';
import { heard, logged, send, settle, somebody, spoke, type Person, type Runs, type Team } from './stage';

async function answered(run: Runs, team: Team, outcome = 'other'): Promise<{ to: Person; reply: string }> {
  const to = await somebody(run);
  await logged(run, to, { direction: 'outbound' });
  return { to, reply: await spoke(run, to, team.member, outcome) };
}

/** Everything that may close somebody while somebody else writes to them. */
export const closers: readonly Closer[] = [
  ...organizationClosers,
  ...teamClosers,
  {
    name: 'they say something',
    refused: 'refused unheard_reply',
    prepare: async (run) => {
      const to = await somebody(run);
      return { to, close: (as) => logged(as, to) };
    },
  },
  {
    name: 'they say no and are heard',
    refused: 'refused declined',
    prepare: async (run, team) => {
      const to = await somebody(run);
      return { to, close: (as) => spoke(as, to, team.member, 'declined') };
    },
  },
  {
    name: 'what they said is heard as not now',
    refused: 'refused resting',
    prepare: async (run, team) => {
      const { to, reply } = await answered(run, team);
      return { to, close: (as) => heard(as, to, reply, team.member, 'later') };
    },
  },
  {
    name: 'what they said is heard again as a stop',
    refused: 'refused opted_out',
    prepare: async (run, team) => {
      const { to, reply } = await answered(run, team, 'interested');
      const close = (as: Runs) => heard(as, to, reply, team.member, 'opted_out');
      return { to, letter: { answers: reply }, close };
    },
  },
  {
    name: 'a stop is entered by hand',
    refused: 'refused opted_out',
    prepare: async (run) => {
      const to = await somebody(run);
      const sql = `INSERT INTO opt_outs (contact_id, cause) VALUES ($1, 'by_hand')`;
      return { to, close: (as) => as.query(sql, [to.id]) };
    },
  },
  {
    name: 'a no is entered by hand',
    refused: 'refused declined',
    prepare: async (run) => {
      const to = await somebody(run);
      return { to, close: (as) => as.query(`INSERT INTO declines (contact_id) VALUES ($1)`, [to.id]) };
    },
  },
  {
    name: 'we let them rest',
    refused: 'refused resting',
    prepare: async (run, team) => {
      const to = await somebody(run);
      const sql = `INSERT INTO rests (contact_id, said_by, until, recorded_by_id) VALUES ($1, 'us', law.clock() + interval '9 days', $2)`;
      return { to, close: (as) => as.query(sql, [to.id, team.member]) };
    },
  },
  {
    name: 'their address is suppressed',
    refused: 'refused suppressed',
    prepare: async (run, team) => {
      const to = await somebody(run);
      const sql = `SELECT law.suppress_address('email', $1, 'by_hand', $2, 'asked')`;
      return { to, close: (as) => as.query(sql, [to.email.handle, team.owner]) };
    },
  },
  {
    name: 'a domain above theirs is suppressed',
    refused: 'refused suppressed',
    prepare: async (run, team) => {
      const above = `x${uuid().slice(-12)}.example`;
      const to = await somebody(run, { domain: `mail.${above}` });
      const sql = `SELECT law.suppress_domain($1, 'by_hand', $2, 'asked')`;
      return { to, close: (as) => as.query(sql, [above, team.owner]) };
    },
  },
  {
    name: 'the domain is suppressed while an address there is added',
    refused: 'refused suppressed',
    prepare: async (run, team) => {
      const domain = `x${uuid().slice(-12)}.example`;
      const someone = await somebody(run);
      const email = { channel: 'email', address: uuid(), thread: uuid(), handle: `c@${domain}` } as const;
      const to: Person = { ...someone, domain, email };
      const before = async (as: Runs) => {
        await as.query(
          `INSERT INTO addresses (id, contact_id, channel, handle, typed) VALUES ($1, $2, 'email', $3, $3)`,
          [email.address, to.id, email.handle],
        );
        await as.query(`INSERT INTO threads (id, contact_id, channel) VALUES ($1, $2, 'email')`, [
          email.thread,
          to.id,
        ]);
      };
      const sql = `SELECT law.suppress_domain($1, 'by_hand', $2, 'asked')`;
      return { to, before, close: (as) => as.query(sql, [domain, team.owner]) };
    },
  },
  {
    name: 'their address is taken away',
    refused: 'refused not_their_address',
    prepare: async (run, team) => {
      const to = await somebody(run);
      const sql = 'SELECT law.retire_address($1, $2)';
      return { to, close: (as) => as.query(sql, [to.email.address, team.member]) };
    },
  },
  {
    name: 'somebody else writes to them',
    refused: 'refused awaiting_reply colleague_in_conversation',
    prepare: async (run, team) => {
      const to = await somebody(run);
      return { to, close: (as) => send(as, to, team.owner, { through: 'linkedin' }) };
    },
  },
  {
    name: 'somebody logs what we said elsewhere',
    refused: 'refused awaiting_reply',
    prepare: async (run) => {
      const to = await somebody(run);
      return { to, close: (as) => logged(as, to, { direction: 'outbound' }) };
    },
  },
  {
    name: 'the reply that gave us the turn is retracted',
    refused: 'refused awaiting_reply',
    prepare: async (run, team) => {
      const { to, reply } = await answered(run, team);
      const close = (as: Runs) => as.query(`SELECT law.retract($1, $2, 'another Ana')`, [reply, team.member]);
      return { to, close };
    },
  },
  {
    name: 'the conversation is marked done',
    refused: 'refused recently_ended',
    prepare: async (run, team) => {
      const { to } = await answered(run, team);
      const sql = `INSERT INTO endings (id, contact_id, kind, recorded_by_id) VALUES ($1, $2, 'done', $3)`;
      return { to, close: (as) => as.query(sql, [uuid(), to.id, team.member]) };
    },
  },
  {
    name: 'a copy that was withdrawn is sent after all',
    refused: 'refused awaiting_reply',
    prepare: async (run, team) => {
      const to = await somebody(run);
      await run.query('BEGIN');
      const first = await send(run, to, team.member);
      await settle(run, first, 'withdrawn');
      await run.query('COMMIT');
      return { to, close: (as) => logged(as, to, { direction: 'outbound', body: 'sent after all' }) };
    },
  },
];
