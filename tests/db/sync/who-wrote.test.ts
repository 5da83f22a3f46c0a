import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { v7 } from 'uuid';
import { closersOf } from '@/lib/gate/closers/queries';
import { plainly } from '@/lib/gate/parts';
import { standingOf } from '@/lib/gate/queries';
import { standingWords } from '@/lib/gate/standing-words';
import { readingNow } from '@/lib/policy/queries';
import { answerTo } from '@/lib/replies/answered/queries';
import { hear } from '@/lib/replies/mutations';
import { answerQuestion, answerWithSomebodyNew } from '@/lib/sync/asking/mutations';
import { settleNow } from '@/lib/sync/asking/settling/mutations';
import { otherWritersOf } from '@/lib/threads/mails/queries';
import { fileAll } from '@/tests/support/mail/filing';
import { returned, written, type Letter } from '@/tests/support/mail/letters';
import { aMailbox, anAddress, held, timelineOf } from '@/tests/support/mail/listening';
import { aMember } from '@/tests/support/people';
import { aContact, heard, standingOf as storedStanding } from '@/tests/support/talk';

const at = (hours: number) => new Date(Date.now() + (hours - 100) * 3_600_000);

/** Somebody whom we wrote to (`s…`), and mails that come after it. */
async function aConversation(name = 'Ingrid Holm') {
  const user = await aMember();
  const lease = await held(await aMailbox(user, { email: `${v7()}@atelier.example` }));
  const tag = v7();
  const [contact, theirs] = [await aContact({ name }), `ingrid.${tag}@holm.example`];
  await anAddress(contact, theirs);
  let hour = 0;
  const file = async (letter: Partial<Letter> | string, sent = false) => {
    const when = at((hour += 1));
    const raw =
      typeof letter === 'string'
        ? letter
        : written({ from: 'ana@atelier.example', to: theirs, date: when, ...letter });
    await fileAll(lease, user, ['ana@atelier.example'], [{ at: when, sent, raw }]);
    return (await timelineOf(contact)).at(-1)?.id ?? '';
  };
  await file({ id: `s.${tag}@x.example`, body: 'Would you like to see it?' }, true);
  return { user, contact, theirs, tag, file };
}

type Conversation = Awaited<ReturnType<typeof aConversation>>;

const colleague = (
  { tag }: Conversation,
  body = 'Ingrid passed it on. What does it cost?\n\nBest,\nBjörn Dahl\nHolm Studio',
) => ({
  ...{ id: `r.${tag}@x.example`, inReplyTo: `s.${tag}@x.example`, to: 'ana@atelier.example', body },
  from: `=?utf-8?q?Bj=C3=B6rn_Dahl?= <bjorn.${tag}@holm.example>`,
});

async function words({ user, contact }: Conversation) {
  return plainly(standingWords(await standingOf(user, contact), await readingNow('en')), { language: 'en' });
}

it('says who wrote in somebody’s conversation, quotes them by their name, and asks whose the address is', async () => {
  const scene = await aConversation();
  const { user, contact, tag } = scene;
  const reply = await scene.file(colleague(scene));
  const writer = (await otherWritersOf(user, [reply])).get(reply);
  expect(writer).toMatchObject({ name: 'Björn Dahl', address: `bjorn.${tag}@holm.example`, contact: null });
  expect(writer?.questionId).toEqual(expect.any(String));
  // Only whose mailbox it came to is asked.
  expect((await otherWritersOf(await aMember(), [reply])).get(reply)?.questionId).toBeNull();
  expect(await words(scene)).toMatch(
    /Björn Dahl said: “Ingrid passed it on\. What does it cost\?” Nobody here has heard it yet\./,
  );
  await hear(user, reply, heard('question'));
  expect(await words(scene)).toMatch(/^On \d+ \w+( \d{4})? Björn Dahl said: “[^”]*\?” You owe an answer\./);
  await answerQuestion(user, writer?.questionId ?? '', contact);
  await settleNow(user, writer?.questionId ?? '');
  expect((await otherWritersOf(user, [reply])).size).toBe(0);
  expect(await words(scene)).toContain('Ingrid Holm said:');
});

it('says of a no who wrote it', async () => {
  const scene = await aConversation();
  const reply = await scene.file(colleague(scene, 'No, thank you.'));
  await hear(scene.user, reply, heard('declined', { scope: 'person', words: 'No, thank you.' }));
  expect(await closersOf(scene.user, scene.contact)).toMatchObject([
    { kind: 'decline', writtenBy: 'Björn Dahl' },
  ]);
  expect(await words(scene)).toContain('Björn Dahl said: “No, thank you”.');
});

it('names the contact who has that address, and asks no more', async () => {
  const scene = await aConversation();
  const reply = await scene.file(colleague(scene));
  const writer = (await otherWritersOf(scene.user, [reply])).get(reply);
  const new_ = { name: 'Björn Dahl (Holm)', organization: '' };
  await answerWithSomebodyNew(scene.user, writer?.questionId ?? '', new_);
  const added = await settleNow(scene.user, writer?.questionId ?? '');
  expect((await otherWritersOf(scene.user, [reply])).get(reply)).toMatchObject({
    contact: { id: added, name: 'Björn Dahl (Holm)' },
    questionId: null,
  });
});

it('reads who wrote a mail of megabytes from its top, and takes no own address for somebody else’s', async () => {
  const scene = await aConversation();
  const long = await scene.file(colleague(scene, `Yes.\n\n${randomBytes(300_000).toString('base64')}`));
  expect((await otherWritersOf(scene.user, [long])).get(long)?.name).toBe('Björn Dahl');
  const own = await scene.file({
    from: `Ingrid <${scene.theirs}>`,
    to: 'ana@atelier.example',
    id: `o.${scene.tag}@x`,
  });
  expect((await otherWritersOf(scene.user, [own, long])).size).toBe(1);
  expect(await otherWritersOf(scene.user, [])).toEqual(new Map());
});

const theirs = (scene: Conversation, id = 'r', re = 's') => ({
  ...{
    id: `${id}.${scene.tag}@x.example`,
    inReplyTo: `${re}.${scene.tag}@x.example`,
    body: 'What does it cost?',
  },
  ...{ from: scene.theirs, to: 'ana@atelier.example' },
});
const ours = ({ tag }: Conversation, id: string, re: string | null) => ({
  ...{ id: `${id}.${tag}@x.example`, body: 'It costs 35 euros.' },
  ...(re ? { inReplyTo: `${re}.${tag}@x.example` } : {}),
});

/** How our answers stand to a reply of theirs, as mails came; and whether, heard as a question, it still waits for one. */
const histories: Record<string, { tell: (scene: Conversation) => Promise<string>; answered: boolean }> = {
  'nothing of ours came': { tell: (scene) => scene.file(theirs(scene)), answered: false },
  'our copy in Sent names it': {
    answered: true,
    tell: async (scene) => {
      const reply = await scene.file(theirs(scene));
      await scene.file(ours(scene, 'a', 'r'), true);
      return reply;
    },
  },
  'a mail of ours after it names nothing': {
    answered: true,
    tell: async (scene) => {
      const reply = await scene.file(theirs(scene));
      await scene.file(ours(scene, 'a', null), true);
      return reply;
    },
  },
  'our answer came back': {
    answered: false,
    tell: async (scene) => {
      const reply = await scene.file(theirs(scene));
      await scene.file(ours(scene, 'a', 'r'), true);
      await scene.file(
        returned({ id: `a.${scene.tag}@x.example`, recipient: scene.theirs, reportId: `b.${scene.tag}@mx` }),
      );
      return reply;
    },
  },
  'we answered what they said before': {
    answered: false,
    tell: async (scene) => {
      await scene.file(theirs(scene, 'r0'));
      const reply = await scene.file(theirs(scene));
      await scene.file(ours(scene, 'a', 'r0'), true);
      return reply;
    },
  },
  'we answered what they said after it': {
    answered: true,
    tell: async (scene) => {
      const reply = await scene.file(theirs(scene));
      await scene.file(theirs(scene, 'r2'));
      await scene.file(ours(scene, 'a', 'r2'), true);
      return reply;
    },
  },
};

it.each(Object.entries(histories))(
  'knows as the law does whether a reply is answered: %s',
  async (_, { tell, answered }) => {
    const scene = await aConversation();
    const reply = await tell(scene);
    const answer = await answerTo(scene.user, reply);
    expect(answer !== null).toBe(answered);
    if (answer)
      expect(answer).toMatchObject({
        body: 'It costs 35 euros.',
        isFromElsewhere: true,
        author: { id: scene.user.userId },
      });
    await hear(scene.user, reply, heard('question'));
    const { owed, turn } = await storedStanding(scene.contact);
    expect(owed > 0).toBe(!answered);
    if (answer) expect(turn === 'theirs').toBe(answer.isTheirTurn);
  },
);

it('says beside what nobody has heard that we answered it, and not that our message waits', async () => {
  const scene = await aConversation('Tom Becker');
  await scene.file(theirs(scene));
  expect(await words(scene)).toContain('It opens once somebody has listened.');
  await scene.file(ours(scene, 'a', 'r'), true);
  expect(await words(scene)).toMatch(
    /We answered on [^:]+: once somebody has listened, it is Tom Becker’s turn\.$/,
  );
});

it('takes our answer for the one thanks where they are heard with a no, as the law does', async () => {
  const scene = await aConversation();
  const reply = await scene.file(theirs(scene));
  await scene.file(ours(scene, 'a', 'r'), true);
  expect(await answerTo(scene.user, reply)).toMatchObject({ isThanks: true });
  await hear(scene.user, reply, heard('declined', { scope: 'person' }));
  expect((await standingOf(scene.user, scene.contact)).thankFor).toBeNull();
});
