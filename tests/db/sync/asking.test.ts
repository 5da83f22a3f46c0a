import { expect, it } from 'vitest';
import { v7 } from 'uuid';
import { organizationAt } from '@/lib/contacts/organizations/queries';
import { rows } from '@/lib/db/pool';
import { answerQuestion } from '@/lib/sync/asking/mutations';
import { openQuestions } from '@/lib/sync/asking/queries';
import { settleNow } from '@/lib/sync/asking/settling/mutations';
import { readMail } from '@/lib/mail/reading/read-mail';
import { refileWanted } from '@/lib/sync/filing/again/mutations';
import { ownHandles } from '@/lib/sync/listening/own';
import { fileAll } from '@/tests/support/mail/filing';
import { written } from '@/tests/support/mail/letters';
import { aMailbox, anAddress, held, timelineOf } from '@/tests/support/mail/listening';
import { aMember } from '@/tests/support/people';
import { aContact, anOrganization, standingOf } from '@/tests/support/talk';

const at = (hours: number) => new Date(Date.now() + (hours - 100) * 3_600_000);

it('trap 10: asks whose words they are when the mail they answer went to several, and files them with whom one chooses', async () => {
  const user = await aMember();
  const lease = await held(await aMailbox(user, { email: `${v7()}@atelier.example` }));
  const tag = v7();
  const [eva, noor] = [await aContact({ name: 'Eva' }), await aContact({ name: 'Noor' })];
  await anAddress(eva, `eva.${tag}@museum.example`);
  await anAddress(noor, `noor.${tag}@gallery.example`);
  const to = `eva.${tag}@museum.example, noor.${tag}@gallery.example`;
  const from = `private.${tag}@home.example`;
  await fileAll(
    lease,
    user,
    ['ana@atelier.example'],
    [
      { at: at(1), sent: true, raw: written({ id: `s.${tag}@x.example`, from: 'ana@atelier.example', to }) },
      { at: at(2), raw: written({ id: `r.${tag}@x.example`, from, inReplyTo: `s.${tag}@x.example` }) },
    ],
  );
  expect([await timelineOf(eva), await timelineOf(noor)].map((one) => one.length)).toEqual([1, 1]);
  const [question] = await openQuestions(user);
  expect(question).toMatchObject({
    kind: 'which_contact',
    handle: from,
    candidates: [{ id: eva }, { id: noor }],
  });
  expect(await answerQuestion(await aMember(), question?.id ?? '', eva)).toEqual({
    ok: false,
    reason: 'not_found',
  });
  expect(await answerQuestion(user, question?.id ?? '', noor)).toEqual({ ok: true });
  expect(await settleNow(user, question?.id ?? '')).toBe(noor);
  await refileWanted(await ownHandles(), readMail);
  expect((await standingOf(noor)).unheard).toBe(1);
  expect(await timelineOf(eva)).toHaveLength(1);
  expect(await openQuestions(user)).toEqual([]);
});

it('trap 10: knows from who else is answered which of several wrote', async () => {
  const user = await aMember();
  const lease = await held(await aMailbox(user, { email: `${v7()}@atelier.example` }));
  const tag = v7();
  const [eva, noor] = [await aContact({ name: 'Eva' }), await aContact({ name: 'Noor' })];
  await anAddress(eva, `eva.${tag}@museum.example`);
  await anAddress(noor, `noor.${tag}@gallery.example`);
  const both = `eva.${tag}@museum.example, noor.${tag}@gallery.example`;
  const answer = { from: `private.${tag}@home.example`, cc: `eva.${tag}@museum.example` };
  await fileAll(
    lease,
    user,
    ['ana@atelier.example'],
    [
      {
        at: at(1),
        sent: true,
        raw: written({ id: `s.${tag}@x.example`, from: 'ana@atelier.example', to: both }),
      },
      { at: at(2), raw: written({ id: `r.${tag}@x.example`, inReplyTo: `s.${tag}@x.example`, ...answer }) },
    ],
  );
  expect([(await standingOf(eva)).unheard, (await standingOf(noor)).unheard]).toEqual([0, 1]);
});

it('trap 11: never takes our own copy for their reply, wherever it lies', async () => {
  const user = await aMember();
  const lease = await held(await aMailbox(user, { email: `${v7()}@atelier.example` }));
  const handle = `eva.${v7()}@museum.example`;
  const eva = await aContact();
  await anAddress(eva, handle);
  const ours = (id: string, rest: object) =>
    written({ id: `${id}.${handle}`, from: 'Ana <ana@atelier.example>', ...rest });
  await fileAll(
    lease,
    user,
    ['ana@atelier.example'],
    [
      { at: at(1), raw: ours('to', { to: handle }) },
      { at: at(2), raw: ours('cc', { to: 'list@else.example', cc: handle }) },
      { at: at(3), sent: true, raw: ours('bcc', { to: 'undisclosed-recipients:;', bcc: handle }) },
      // From an alias that nobody told us of.
      {
        at: at(4),
        sent: true,
        raw: written({ id: `alias.${handle}`, from: 'hello@atelier.example', to: handle }),
      },
      // Filed by hand where what we sent lies, and theirs all the same.
      { at: at(5), sent: true, raw: written({ id: `filed.${handle}`, from: handle }) },
    ],
  );
  expect((await timelineOf(eva)).map(({ direction }) => direction)).toEqual([
    ...['outbound', 'outbound', 'outbound', 'outbound', 'inbound'],
  ]);
});

it('knows the organization that somebody new writes from by the domain of their address', async () => {
  const user = await aMember();
  const domain = `studio-${v7()}.example`;
  const organization = await anOrganization(`Studio ${domain}`);
  await rows('INSERT INTO organization_domains (domain, organization_id) VALUES ($1, $2)', [
    domain,
    organization,
  ]);
  expect(await organizationAt(user, `bjorn@${domain}`)).toBe(`Studio ${domain}`);
  expect(await organizationAt(user, `bjorn@mail.${domain}`)).toBe(`Studio ${domain}`);
  expect(await organizationAt(user, `bjorn@not-${domain}`)).toBeNull();
  expect(await organizationAt(user, 'bjorn@gmail.com')).toBeNull();
});
