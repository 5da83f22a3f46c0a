// How well bounces, complaints and notices are told from people's mails, through `bin/earshot read-mail` itself.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { arrivals, complaints } from '../../tests/fixtures/mail/complaints.js';
import { them } from '../../tests/fixtures/mail/compose.js';
import { dialects } from '../../tests/fixtures/mail/dialects.js';
import { humans } from '../../tests/fixtures/mail/humans.js';
import { moreDialects } from '../../tests/fixtures/mail/more-dialects.js';
import { lists, notices, receipts } from '../../tests/fixtures/mail/notices.js';
import { moreHumans, moreNotices } from '../../tests/fixtures/mail/second-look.js';
import { root } from '../boot/root.js';

/**
 * One row a measure: how many are right of how many.
 * @param {string} corpora the folder with `bounces/`, `quotes/` and `mime/`
 * @returns {Promise<{ set: string, measure: string, right: number, of: number, share: string, missed: object[] }[]>}
 */
export async function bounces(corpora) {
  return [...measures('own fixtures', await ofFixtures()), ...measures('corpus', await ofCorpus(corpora))];
}

/** Every mail with what it is: `{ name, is: { kind, hard?, recipients? }, read }`. */
async function ofFixtures() {
  const known = [
    ...[...dialects, ...moreDialects].map(([name, raw, { hard, delayed }]) => [
      name,
      raw,
      { kind: 'bounce', hard, delayed, recipients: [them] },
    ]),
    ...complaints.map(([name, raw, { recipients }]) => [name, raw, { kind: 'complaint', recipients }]),
    ...notices.map(([name, raw, returnsOn]) => [name, raw, { kind: 'auto_reply', returnsOn }]),
    ...[...receipts, ...arrivals].map(([name, raw]) => [name, raw, { kind: 'receipt' }]),
    ...lists.map(([name, raw]) => [name, raw, { kind: 'list' }]),
    ...humans.map(([name, raw]) => [name, raw, { kind: 'human' }]),
    ...moreHumans.map((raw) => [raw.slice(-60), raw, { kind: 'human' }]),
    ...moreNotices.map((raw) => [raw.slice(-60), raw, { kind: 'auto_reply' }]),
  ];
  const folder = mkdtempSync(join(tmpdir(), 'earshot-score-'));
  try {
    const files = known.map(([, raw], at) => {
      const file = join(folder, `${at}.eml`);
      writeFileSync(file, raw);
      return file;
    });
    const read = await readMails(files);
    return known.map(([name, , is], at) => ({ name, is, read: read[at] }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function ofCorpus(corpora) {
  const labels = join(corpora, 'bounces/labels.json');
  if (!existsSync(labels)) return [];
  const labelled = JSON.parse(readFileSync(labels, 'utf8'));
  const files = readdirSync(join(corpora, 'bounces/mail')).map((name) => join(corpora, 'bounces/mail', name));
  const read = await readMails(files);
  return files.map((file, at) => ({
    name: basename(file),
    is: labelOf(labelled[basename(file)]),
    read: read[at],
  }));
}

// Those without a label are bounces whose recipients nobody judged.
function labelOf(recipients) {
  if (!recipients) return { kind: 'bounce' };
  if (recipients.some(({ feedback }) => feedback)) return { kind: 'complaint' };
  const reasons = recipients.map(({ reason }) => reason);
  if (reasons.includes('vacation')) return { kind: 'auto_reply' };
  if (reasons.every((reason) => reason === 'delivered')) return { kind: 'receipt' };
  return { kind: 'bounce', hard: recipients.some(({ hard }) => hard) };
}

function measures(set, mails) {
  const ofKind = (kind) => mails.filter(({ is }) => is.kind === kind);
  const judged = ofKind('bounce').filter(({ is, read }) => is.hard !== undefined && read.bounce);
  const named = ofKind('bounce').filter(({ is }) => is.recipients);
  const told = ofKind('complaint').filter(({ is }) => is.recipients);
  const dated = ofKind('auto_reply').filter(({ is }) => is.returnsOn !== undefined);
  const kindRight = ({ is, read }) => is.kind === read.kind;
  return [
    row('bounces recognised', ofKind('bounce'), kindRight),
    row(
      'called hard, and hard',
      judged.filter(({ read }) => read.bounce.hard),
      ({ is }) => is.hard,
    ),
    row(
      'hard, and called so',
      judged.filter(({ is }) => is.hard),
      ({ read }) => read.bounce.hard,
    ),
    row('failed recipients exact', named, ({ is, read }) => same(is.recipients, read.bounce?.recipients)),
    row('delays told from failures', named, ({ is, read }) => is.delayed === read.bounce?.delayed),
    row('complaints told apart', ofKind('complaint'), kindRight),
    row('complaints: who', told, ({ is, read }) => same(is.recipients, read.complaint?.recipients)),
    row('auto-replies recognised', ofKind('auto_reply'), kindRight),
    row(
      'called an auto-reply, and one',
      mails.filter(({ read }) => read.kind === 'auto_reply'),
      kindRight,
    ),
    row('days of return', dated, ({ is, read }) => (is.returnsOn ?? null) === read.autoReply?.returnsOn),
    row('receipts', ofKind('receipt'), kindRight),
    row('lists and programs', ofKind('list'), kindRight),
    row('people left people', ofKind('human'), kindRight),
  ].filter(({ of }) => of > 0);

  function row(measure, among, isRight) {
    const missed = among.filter((mail) => !isRight(mail));
    const right = among.length - missed.length;
    const share = among.length === 0 ? '' : `${((100 * right) / among.length).toFixed(1)} %`;
    const what = ({ name, is, read: { kind, bounce, complaint, autoReply, error } }) => ({
      name,
      is,
      read: { kind, bounce, complaint, autoReply, error },
    });
    return { set, measure, right, of: among.length, share, missed: missed.map(what) };
  }
}

const same = (a, b) => JSON.stringify([...a].sort()) === JSON.stringify([...(b ?? [])].sort());

/** What `bin/earshot read-mail -` says of these files, in their order. */
async function readMails(files) {
  const child = spawn(process.execPath, [join(root, 'dist/read-mail.js'), '-'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(files.join('\n'));
  const said = [];
  for await (const chunk of child.stdout) said.push(chunk);
  const lines = Buffer.concat(said).toString().trim().split('\n');
  return lines.map((line) => JSON.parse(line));
}
