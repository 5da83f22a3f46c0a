import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answering, id, letter, report } from '@/tests/fixtures/mail/compose.js';

const earshot = join(process.cwd(), 'bin/earshot');
const nowhere = join(tmpdir(), 'earshot-has-no-data-here');
const env = { ...process.env, DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing', EARSHOT_DATA: nowhere };
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'earshot-read-mail-'));
  await writeFile(
    join(folder, 'yes.eml'),
    letter({ Subject: 'Re: Maps', ...answering }, 'Yes, send me one.'),
  );
  await writeFile(
    join(folder, 'dead.eml'),
    report({ recipients: [{ status: '5.1.1', said: '550 5.1.1 User unknown' }] }),
  );
});

afterAll(() => rm(folder, { recursive: true }));

const parsed = (stdout: string) =>
  stdout
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));

// The first run may have to bundle.
describe('bin/earshot read-mail', { timeout: 180_000 }, () => {
  it('says what each file is, in their order, from where one stands, without a database', async () => {
    const args = ['read-mail', 'yes.eml', 'gone.eml', '.', 'dead.eml'];
    const { stdout } = await promisify(execFile)(earshot, args, { cwd: folder, env });
    expect(parsed(stdout)).toEqual([
      {
        file: 'yes.eml',
        kind: 'human',
        bounce: null,
        complaint: null,
        autoReply: null,
        messageId: 'answer-1@marea.example',
        inReplyTo: id,
        references: [id],
        from: 'ana.ruiz@marea.example',
        subject: 'Re: Maps',
        replyText: 'Yes, send me one.',
      },
      { file: 'gone.eml', error: 'ENOENT' },
      { file: '.', error: 'EISDIR' },
      expect.objectContaining({
        file: 'dead.eml',
        kind: 'bounce',
        bounce: {
          hard: true,
          delayed: false,
          recipients: ['ana.ruiz@marea.example'],
          reason: 'user_unknown',
          originalMessageId: id,
        },
      }),
    ]);
    expect(existsSync(nowhere)).toBe(false);
  });

  it('reads the names of files from standard input', async () => {
    const child = spawn(earshot, ['read-mail', '-'], {
      cwd: folder,
      env,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    child.stdin.end('dead.eml\n\nyes.eml\n');
    expect(parsed(await text(child.stdout))).toMatchObject([
      { file: 'dead.eml', kind: 'bounce' },
      { file: 'yes.eml', kind: 'human' },
    ]);
  });
});
