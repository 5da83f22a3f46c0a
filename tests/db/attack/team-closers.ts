import { granted, handOver, inConversation, merge, noOf, referred, retract, written } from './keeping';
import type { Closer } from './prepared';
import {
  anOrganization,
  heard,
  send,
  somebody,
  spoke,
  written as row,
  type Person,
  type Runs,
  type Team,
} from './stage';

/** Written to, silent, and named by somebody else: only the referral lets a message go. */
async function silentButReferred(run: Runs, team: Team) {
  const to = await somebody(run);
  await written(run, to, team);
  const made = await referred(run, to, team);
  return { to, made, letter: { referral: made.referral } };
}

/** A colleague's no for all of them, lifted by the interest of whoever was named to speak after him. */
async function liftedBySuccessor(run: Runs, team: Team) {
  const organization = await anOrganization(run);
  const one = (): Promise<Person> => somebody(run, { organization });
  const [speaker, successor, to] = [await one(), await one(), await one()];
  await spoke(run, speaker, team.member, 'declined', { scope: 'organization' });
  const no = await noOf(run, speaker);
  await run.query('SELECT law.name_successor($1, $2, $3)', [no, successor.id, team.owner]);
  return { to, no, successor, interest: await spoke(run, successor, team.member, 'interested') };
}

/** What the team's own keeping closes: whose conversation it is, who may for once, who is who. */
export const teamClosers: readonly Closer[] = [
  {
    name: 'the conversation is handed over to a colleague',
    refused: 'refused colleague_in_conversation',
    prepare: async (run, team) => {
      const { to } = await inConversation(run, team);
      return { to, close: (as) => handOver(as, to, team.owner, team.member) };
    },
  },
  {
    name: 'the exception is used by another session',
    refused: 'refused declined awaiting_reply',
    prepare: async (run, team) => {
      const to = await somebody(run);
      await spoke(run, to, team.member, 'declined');
      const letter = { exception: await granted(run, to, team, ['declined', 'awaiting_reply']) };
      return { to, letter, close: (as) => send(as, to, team.member, { ...letter, through: 'linkedin' }) };
    },
  },
  {
    name: 'the referral is used by another session',
    refused: 'refused awaiting_reply',
    prepare: async (run, team) => {
      const { to, letter } = await silentButReferred(run, team);
      return { to, letter, close: (as) => send(as, to, team.member, { ...letter, through: 'linkedin' }) };
    },
  },
  {
    name: 'what the referrer said is heard again as a stop',
    refused: 'refused awaiting_reply',
    prepare: async (run, team) => {
      const { to, letter, made } = await silentButReferred(run, team);
      return { to, letter, close: (as) => heard(as, made.referrer, made.words, team.member, 'opted_out') };
    },
  },
  {
    name: 'what the referrer said is retracted',
    refused: 'refused awaiting_reply',
    prepare: async (run, team) => {
      const { to, letter, made } = await silentButReferred(run, team);
      return { to, letter, close: (as) => retract(as, made.words, team.member) };
    },
  },
  {
    name: 'who referred us turns out to be the same person',
    refused: 'refused awaiting_reply',
    prepare: async (run, team) => {
      const to = await somebody(run);
      const made = await referred(run, to, team);
      await written(run, to, team);
      // Their words were before ours, so the turn stays theirs.
      return {
        to,
        letter: { referral: made.referral },
        close: (as) => merge(as, made.referrer, to, team.member),
      };
    },
  },
  {
    name: 'they turn out to be somebody who said no',
    refused: 'refused declined',
    prepare: async (run, team) => {
      const [to, twin] = [await somebody(run), await somebody(run)];
      await spoke(run, twin, team.member, 'declined');
      return { to, close: (as) => merge(as, twin, to, team.member) };
    },
  },
  {
    name: 'they turn out to be somebody else we wrote to',
    refused: 'refused awaiting_reply',
    prepare: async (run, team) => {
      const [to, twin] = [await somebody(run), await somebody(run)];
      await written(run, twin, team);
      return { to, close: (as) => merge(as, twin, to, team.member) };
    },
  },
  {
    name: 'they are merged into somebody else',
    refused: 'impossible contact_unknown',
    prepare: async (run, team) => {
      const [to, twin] = [await somebody(run), await somebody(run)];
      await spoke(run, twin, team.member, 'declined');
      return { to, close: (as) => merge(as, to, twin, team.member) };
    },
  },
  {
    name: 'another successor is named, who said nothing',
    refused: 'refused declined',
    prepare: async (run, team) => {
      const { to, no } = await liftedBySuccessor(run, team);
      const other = await somebody(run);
      const close = (as: Runs) =>
        as.query('SELECT law.name_successor($1, $2, $3)', [no, other.id, team.owner]);
      return { to, close };
    },
  },
  {
    name: 'the successor’s interest is retracted',
    refused: 'refused declined',
    prepare: async (run, team) => {
      const { to, interest } = await liftedBySuccessor(run, team);
      return { to, close: (as) => retract(as, interest, team.member) };
    },
  },
  {
    name: 'the successor’s interest is heard again as nothing',
    refused: 'refused declined',
    prepare: async (run, team) => {
      const { to, successor, interest } = await liftedBySuccessor(run, team);
      return { to, close: (as) => heard(as, successor, interest, team.member, 'other') };
    },
  },
  {
    name: 'the reply that gave us the turn is corrected: it came before our message',
    refused: 'refused unheard_reply awaiting_reply',
    prepare: async (run, team) => {
      const { to, reply } = await inConversation(run, team);
      const close = async (as: Runs) => {
        await retract(as, reply, team.member);
        await row(as, to, { corrects_id: reply, occurred_at: '2020-01-01T00:00:00Z' });
      };
      return { to, close };
    },
  },
];
