import type { Closer } from './prepared';
import { anOrganization, heard, logged, somebody, spoke, type Person, type Runs, type Team } from './stage';

/** Two people of one organization. */
async function colleagues(run: Runs): Promise<{ to: Person; colleague: Person; organization: string }> {
  const organization = await anOrganization(run);
  return {
    organization,
    to: await somebody(run, { organization }),
    colleague: await somebody(run, { organization }),
  };
}

/** A colleague said no for the organization and took it back with an interest. */
async function lifted(run: Runs, team: Team) {
  const { to, colleague } = await colleagues(run);
  await spoke(run, colleague, team.member, 'declined', { scope: 'organization' });
  return { to, colleague, interest: await spoke(run, colleague, team.member, 'interested') };
}

/** The machine reads a reply as a no for everybody there. */
const suggested = (run: Runs, message: string) =>
  run.query(
    `INSERT INTO replies (message_id, outcome, scope, evidence, reader_version) VALUES ($1, 'declined', 'organization', '[]', 1)`,
    [message],
  );

/** What closes people because of somebody else at their organization. */
export const organizationClosers: readonly Closer[] = [
  {
    name: 'a colleague of theirs says no for the organization',
    refused: 'refused declined',
    prepare: async (run, team) => {
      const { to, colleague } = await colleagues(run);
      const close = (as: Runs) => spoke(as, colleague, team.member, 'declined', { scope: 'organization' });
      return { to, close };
    },
  },
  {
    name: 'what a colleague of theirs said seems to be a no for the organization',
    refused: 'refused unheard_reply',
    prepare: async (run) => {
      const { to, colleague } = await colleagues(run);
      const message = await logged(run, colleague);
      return { to, close: (as) => suggested(as, message) };
    },
  },
  {
    name: 'the word that covered what seems to be a no for the organization is retracted',
    refused: 'refused unheard_reply',
    prepare: async (run, team) => {
      const { to, colleague } = await colleagues(run);
      await suggested(run, await logged(run, colleague));
      const later = await spoke(run, colleague, team.member, 'other');
      const close = (as: Runs) => as.query(`SELECT law.retract($1, $2, 'another Ana')`, [later, team.member]);
      return { to, close };
    },
  },
  {
    name: 'the interest that lifted a colleague’s no is retracted',
    refused: 'refused declined',
    prepare: async (run, team) => {
      const { to, interest } = await lifted(run, team);
      const close = (as: Runs) =>
        as.query(`SELECT law.retract($1, $2, 'another Ana')`, [interest, team.member]);
      return { to, close };
    },
  },
  {
    name: 'the interest that lifted a colleague’s no is heard again as nothing',
    refused: 'refused declined',
    prepare: async (run, team) => {
      const { to, colleague, interest } = await lifted(run, team);
      return { to, close: (as) => heard(as, colleague, interest, team.member, 'other') };
    },
  },
  {
    name: 'they move to an organization that said no',
    refused: 'refused declined',
    prepare: async (run, team) => {
      const { colleague, organization } = await colleagues(run);
      await spoke(run, colleague, team.member, 'declined', { scope: 'organization' });
      const to = await somebody(run);
      const sql = 'UPDATE contacts SET organization_id = $2 WHERE id = $1';
      return { to, close: (as) => as.query(sql, [to.id, organization]) };
    },
  },
  {
    name: 'their domain turns out to be that of an organization that said no',
    refused: 'refused declined',
    prepare: async (run, team) => {
      const { colleague, organization } = await colleagues(run);
      await spoke(run, colleague, team.member, 'declined', { scope: 'organization' });
      const to = await somebody(run);
      const sql = 'INSERT INTO organization_domains (domain, organization_id) VALUES ($1, $2)';
      return { to, close: (as) => as.query(sql, [to.domain, organization]) };
    },
  },
];
