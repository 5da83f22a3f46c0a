import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { noAnswer } from '@/lib/auth/answer';
import { countTry } from '@/lib/auth/limits';
import { db } from '@/lib/db/client';
import { change, connect, prepareMailbox } from '@/lib/mailboxes/actions';
import { accountOf } from '@/lib/mailboxes/queries';
import type { SignedIn } from '@/lib/session/session';
import { poolAs } from '../../support/database';
import { form } from '../../support/doors/door';
import { closedPort, imapServer, rosa, smtpServer, type Listening } from '../../support/mail-servers';
import { aMember } from '../../support/people';

const here = vi.hoisted(() => {
  process.env['EARSHOT_MAILBOX_KEY'] = Buffer.alloc(32, 7).toString('base64');
  process.env['EARSHOT_MAIL_HOSTS_ALLOWED'] = Array.from(
    { length: 30_000 },
    (_, at) => `127.0.0.1:${at + 30_000}`,
  ).join();
  return { caller: null as SignedIn | null };
});

vi.mock('@/lib/session/session', async (real) => ({
  ...(await real<object>()),
  signedIn: async () => here.caller,
}));
vi.mock('next/cache', () => ({ revalidatePath: () => undefined }));
vi.mock('next/navigation', () => ({
  redirect: (to: string) => {
    throw new Error(`goes to ${to}`);
  },
}));
vi.mock('@/lib/language/preferences', () => ({ currentLanguage: async () => 'en' }));

let imap: Listening;
let smtp: Listening;

beforeAll(async () => {
  [imap, smtp] = [await imapServer(), await smtpServer()];
});
afterAll(() => Promise.all([imap.close(), smtp.close()]));
beforeEach(async () => {
  const { userId } = await aMember();
  here.caller = await db().user.findUniqueOrThrow({ where: { id: userId } });
});

const typed = (more: Record<string, string> = {}) => ({
  ...{ password: rosa.password, login: '', provider: '' },
  ...{ imapHost: '127.0.0.1', imapPort: String(imap.port), imapSecurity: 'none' },
  ...{ smtpHost: '127.0.0.1', smtpPort: String(smtp.port), smtpSecurity: 'none' },
  ...more,
});

test('an account that works is kept; the page it is kept from never hears the password', async () => {
  const wrong = await connect(
    noAnswer,
    form({ email: rosa.login, ...typed({ password: 'the sea at five' }) }),
  );
  expect(wrong.error).toBe(
    '127.0.0.1 did not take this user name and password. Type the password once more, and check the user name. Nothing was saved.',
  );
  expect(JSON.stringify(wrong)).not.toContain('the sea');
  expect(await db().mailbox.count({ where: { email: rosa.login } })).toBe(0);
  await expect(connect(noAnswer, form({ email: rosa.login, ...typed() }))).rejects.toThrow(
    /goes to \/settings\/mailboxes\/\S{36}/,
  );
  const { id } = await db().mailbox.findFirstOrThrow({ where: { email: rosa.login } });
  expect((await accountOf(id)).secret).toStrictEqual({ kind: 'password', password: rosa.password });
  const changed = await change(noAnswer, form({ id, ...typed({ smtpHost: '' }) }));
  expect(changed).toMatchObject({ error: null, done: 'Saved.' });
  expect(JSON.stringify(changed)).not.toContain('the sea');
  expect(await db().mailbox.findUniqueOrThrow({ where: { id } })).toMatchObject({ smtpHost: null });
});

test('settings are guessed from the address, unless a colleague has connected it', async () => {
  const guessed = await prepareMailbox(noAnswer, form({ email: 'Rosa@Gmail.com' }));
  expect(guessed.values).toMatchObject({
    provider: 'gmail',
    imapHost: 'imap.gmail.com',
    imapPort: '993',
    step: 'known',
  });
  expect(guessed.done).toContain('myaccount.google.com/apppasswords');
  const unknown = await prepareMailbox(noAnswer, form({ email: 'rosa@atelier.example' }));
  expect(unknown.values).toMatchObject({
    provider: '',
    imapHost: 'imap.atelier.example',
    step: 'unknown',
  });
  const taken = await prepareMailbox(noAnswer, form({ email: rosa.login }));
  expect(taken.error).toBe('A colleague has connected this address. One mailbox is read once.');
});

test('who tries too often waits, whatever the servers say', async () => {
  await poolAs('superuser').query('truncate rate_limits');
  const closed = form({
    email: 'rosa@closed.example',
    ...typed({ imapPort: String(await closedPort()) }),
  });
  const answers = await Promise.all(Array.from({ length: 12 }, () => connect(noAnswer, closed)));
  const refused = answers.filter(({ error }) => error?.includes('127.0.0.1 does not answer on port'));
  expect(refused).toHaveLength(10);
  expect(answers.filter(({ error }) => error && !refused.some((one) => one.error === error))).toHaveLength(2);
});

test('a try that reached nobody is not counted among those that signed in somewhere, and still has an end', async () => {
  await poolAs('superuser').query('truncate rate_limits');
  const nowhere = [
    { imapHost: 'imap.no-such-name.invalid', imapPort: '993', imapSecurity: 'tls' },
    { imapHost: '10.0.0.1', imapPort: '993', imapSecurity: 'tls' },
    { imapHost: 'imap.atelier.example', imapPort: '25', imapSecurity: 'tls' },
  ];
  for (const times of [3, 1]) {
    const typos = Array.from({ length: times }, () => nowhere).flat();
    const answers = await Promise.all(
      typos.map((more) => connect(noAnswer, form({ email: rosa.login, ...typed(more) }))),
    );
    const mend = Array.from({ length: times }, () => ['imapHost', 'imapHost', 'imapPort']).flat();
    expect(answers.map(({ values }) => values['mend'])).toEqual(mend);
    expect(answers[0]?.error).toContain('Nobody on the Internet is called imap.no-such-name.invalid.');
    expect(answers[1]?.error).toContain('10.0.0.1 lies inside your own network');
  }
  // After twelve of them one still signs in, ten times at most.
  const wrong = () => connect(noAnswer, form({ email: rosa.login, ...typed({ password: 'no' }) }));
  const tries = [];
  for (let tried = 0; tried < 11; tried += 1) tries.push(await wrong());
  expect(tries.filter(({ values }) => values['mend'] === 'password')).toHaveLength(10);
  expect(tries.at(-1)?.error).toMatch(/^Too many attempts/);
  // To have names looked up has an end as well: sixty of them in a quarter of an hour.
  await poolAs('superuser').query('truncate rate_limits');
  const userId = here.caller?.id ?? '';
  await Promise.all(Array.from({ length: 60 }, () => countTry([['mailbox_named', userId]])));
  const late = await connect(noAnswer, form({ email: rosa.login, ...typed(nowhere[0]) }));
  expect(late.error).toMatch(/^Too many attempts/);
}, 60_000);

test('the page where the password is made comes along, and the password never does', async () => {
  const guessed = await prepareMailbox(noAnswer, form({ email: 'rosa@gmail.com' }));
  expect(guessed.values['page']).toBe('myaccount.google.com/apppasswords');
  await poolAs('superuser').query('truncate rate_limits');
  const wrong = await connect(
    noAnswer,
    form({ email: rosa.login, ...typed({ password: 'the sea at five', provider: 'gmail' }) }),
  );
  expect(wrong.values).toMatchObject({ mend: 'password', page: 'myaccount.google.com/apppasswords' });
  expect(wrong.error).toContain('myaccount.google.com/apppasswords');
  expect(JSON.stringify(wrong)).not.toContain('the sea');
});
