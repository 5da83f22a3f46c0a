import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { noAnswer } from '@/lib/auth/answer';
import { db } from '@/lib/db/client';
import { change, connect, prepareMailbox } from '@/lib/mailboxes/actions';
import { accountOf } from '@/lib/mailboxes/queries';
import type { SignedIn } from '@/lib/session/session';
import { poolAs } from '../../support/database';
import { form } from '../../support/doors/door';
import { imapServer, rosa, smtpServer, type Listening } from '../../support/mail-servers';
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
  const inside = form({
    email: 'rosa@inside.example',
    ...typed({ imapHost: '10.0.0.1', imapPort: '993', imapSecurity: 'tls' }),
  });
  const answers = await Promise.all(Array.from({ length: 12 }, () => connect(noAnswer, inside)));
  const refused = answers.filter(({ error }) => error?.includes('We find no mail server called 10.0.0.1'));
  expect(refused).toHaveLength(10);
  expect(answers.filter(({ error }) => error && !refused.some((one) => one.error === error))).toHaveLength(2);
});
