import { granted, handOver, inConversation, merge, referred, retract } from './keeping';
import { anOrganization, heard, send, somebody, spoke, type Person, type Runs, type Team } from './stage';

/** Ana, to whom the member may write now; Bea of the same organization; her twin, who said no; and who referred us to Ana. */
export interface World {
  readonly ana: Person;
  readonly bea: Person;
  readonly twin: Person;
  readonly reply: string;
  readonly referral: string;
  readonly exception: string;
  readonly team: Team;
  readonly referrer: Person;
}

export async function aWorld(run: Runs, team: Team): Promise<World> {
  const organization = await anOrganization(run);
  const [ana, bea] = [await somebody(run, { organization }), await somebody(run, { organization })];
  const twin = await somebody(run);
  await spoke(run, twin, team.member, 'declined');
  const { reply } = await inConversation(run, team, ana);
  const { referral, referrer } = await referred(run, ana, team);
  const exception = await granted(run, ana, team, ['deaf']);
  return { ana, bea, twin, reply, referral, referrer, exception, team };
}

interface Act {
  readonly name: string;
  /** Whether it sends; everything else closes. */
  readonly sends: boolean;
  readonly work: (run: Runs, world: World) => Promise<unknown>;
}

/** What two people of a team may do at the same time, about the same person. */
export const acts: readonly Act[] = [
  { name: 'send', sends: true, work: (run, { ana, team }) => send(run, ana, team.member) },
  {
    name: 'send with an exception',
    sends: true,
    work: (run, { ana, team, exception }) => send(run, ana, team.member, { through: 'linkedin', exception }),
  },
  {
    name: 'send by a referral',
    sends: true,
    work: (run, { ana, team, referral }) => send(run, ana, team.member, { through: 'linkedin', referral }),
  },
  { name: 'no', sends: false, work: (run, { ana, team }) => spoke(run, ana, team.member, 'declined') },
  {
    name: 'no for the organization',
    sends: false,
    work: (run, { bea, team }) => spoke(run, bea, team.member, 'declined', { scope: 'organization' }),
  },
  {
    name: 'stop for the domains',
    sends: false,
    work: async (run, { ana, bea, team }) => {
      for (const domain of [ana.domain, bea.domain].sort())
        await run.query(`SELECT law.suppress_domain($1, 'by_hand', $2, 'asked')`, [domain, team.owner]);
      await run.query(`SELECT law.suppress_address('linkedin', $1, 'by_hand', $2, 'asked')`, [
        ana.linkedin.handle,
        team.owner,
      ]);
    },
  },
  {
    name: 'opt-out',
    sends: false,
    work: (run, { ana }) =>
      run.query(`INSERT INTO opt_outs (contact_id, cause) VALUES ($1, 'by_hand')`, [ana.id]),
  },
  {
    name: 'hear again',
    sends: false,
    work: (run, { ana, reply, team }) => heard(run, ana, reply, team.member, 'later'),
  },
  {
    name: 'hand over',
    sends: false,
    work: (run, { ana, team }) => handOver(run, ana, team.owner, team.member),
  },
  {
    name: 'merge',
    sends: false,
    work: (run, { ana, twin, team }) => merge(run, twin, ana, team.member),
  },
  { name: 'retract', sends: false, work: (run, { reply, team }) => retract(run, reply, team.member) },
];

/** A referral speaks for somebody silent: it may go where only an answer is missing. */
export const mayFollow = (first: string, then: string): boolean =>
  then === 'send by a referral' && first === 'retract';
