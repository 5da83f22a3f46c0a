// How well replies are understood. `node bin/score/intents.js [FOLDER OF CORPORA | FILE.jsonl]`; `--wrong` lists what is not right.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from '../boot/root.js';

const outcomes = ['opted_out', 'declined', 'later', 'wrong_person', 'question', 'interested', 'other'];
const bad = ['opted_out', 'declined', 'later'];
const good = ['question', 'interested'];
const pitch =
  '\n\nOn Mon, 3 Mar 2025 at 09:12, Max Mustermann <max@pitch.example> wrote:\n> Hi,\n> I would love to show you our product. Are you interested? Just say yes!\n> If you are not interested, reply STOP to unsubscribe.\n> Max';

/**
 * One row a set and language: the visible corpus where its folder is there, and the project's own held-out replies.
 * @param {string} corpora the folder with `intent/`, or one file of JSON lines
 * @returns {Promise<{ set: string, lang: string, missed: object[] }[]>}
 */
export async function intents(corpora) {
  const sets = await understood(corpora);
  return sets.flatMap(({ set, tables, wrong }) =>
    Object.entries(tables.summary).map(([lang, row]) => ({
      ...{ set, lang, ...row, ...tables.details[lang] },
      missed: wrong.filter((one) => one.lang === lang),
    })),
  );
}

async function understood(corpora) {
  const { read } = await reading();
  return sets(corpora).map(({ set, replies }) => ({ set, ...told(replies, read) }));
}

function sets(corpora) {
  if (corpora.endsWith('.jsonl')) return [{ set: corpora, replies: lines(corpora) }];
  const visible = join(corpora, 'intent/visible.jsonl');
  const held = join(root, 'tests/corpus/replies/held');
  const files = existsSync(held)
    ? readdirSync(held)
        .filter((name) => name.endsWith('.jsonl'))
        .sort()
    : [];
  return [
    ...(existsSync(visible) ? [{ set: 'visible', replies: lines(visible) }] : []),
    ...(files.length > 0 ? [{ set: 'held', replies: files.flatMap((name) => lines(join(held, name))) }] : []),
  ];
}

const lines = (file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line))
    .map((one) => ({ lang: /([a-z]{2})-[^/]*$/.exec(file)?.[1], message: one.reply, ...one }));

/** The product's own reading; it is TypeScript, so it is bundled once. */
async function reading() {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { readReply } from '@/lib/replies/suggesting/read-reply';`,
      resolveDir: root,
      loader: 'ts',
    },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    tsconfig: join(root, 'tsconfig.json'),
    logLevel: 'error',
  });
  const { readReply } = await import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
  );
  const read = ({ message, sent_on: sentOn, channel }, more = '') =>
    readReply({ message: message + more, sentOn, channel: channel ?? 'email' });
  return { read };
}

function told(replies, read) {
  const rows = replies.map((want) => ({ want, got: read(want), quoted: read(want, pitch) }));
  const languages = [...new Set(rows.map(({ want }) => want.lang))];
  const groups = [...languages.map((lang) => [lang, [lang]]), ['en+es', ['en', 'es']], ['all', languages]];
  const summary = Object.fromEntries(
    groups.map(([name, some]) => [name, summed(rows.filter(({ want }) => some.includes(want.lang)))]),
  );
  const details = Object.fromEntries(
    groups.map(([name, some]) => [name, detailed(rows.filter(({ want }) => some.includes(want.lang)))]),
  );
  return { tables: { summary, details, confusion: confusion(rows) }, wrong: rows.filter(isWrong).map(short) };
}

function summed(rows) {
  const said = rows.filter(({ got }) => got.outcome !== null);
  const right = said.filter(({ want, got }) => got.outcome === want.label);
  const stops = rows.filter(({ want }) => want.label === 'opted_out');
  return {
    replies: rows.length,
    'macro-F1': rounded(mean(outcomes.map((outcome) => f1(rows, outcome)).filter((one) => one !== null))),
    commits: rounded(said.length / rows.length),
    right: rounded(right.length / said.length),
    'opt-out recall': rounded(stops.filter(({ got }) => got.outcome === 'opted_out').length / stops.length),
    'no as yes': rows.filter(({ want, got }) => bad.includes(want.label) && good.includes(got.outcome))
      .length,
    'quoted, no as yes': rows.filter(
      ({ want, quoted }) => bad.includes(want.label) && good.includes(quoted.outcome),
    ).length,
    'moved by a quote': rows.filter(({ got, quoted }) => got.outcome !== quoted.outcome).length,
    language: rounded(rows.filter(({ want, got }) => want.lang === got.lang).length / rows.length),
  };
}

function f1(rows, outcome) {
  const wanted = rows.filter(({ want }) => want.label === outcome).length;
  const said = rows.filter(({ got }) => got.outcome === outcome).length;
  const both = rows.filter(({ want, got }) => want.label === outcome && got.outcome === outcome).length;
  return wanted + said === 0 ? null : (2 * both) / (wanted + said);
}

/** Dates, referrals and scopes where the outcome was right. */
function detailed(rows) {
  const right = rows.filter(({ want, got }) => want.label === got.outcome);
  const of = (some, isRight) => `${some.filter(isRight).length} of ${some.length}`;
  const labelled = (label) => right.filter(({ want }) => want.label === label);
  return {
    dates: of(
      labelled('later').filter(({ want }) => want.until),
      ({ want, got }) => want.until === got.until,
    ),
    'no date': of(
      labelled('later').filter(({ want }) => !want.until),
      ({ got }) => got.until === null,
    ),
    referrals: of(
      labelled('wrong_person').filter(({ want }) => want.referral),
      ({ want, got }) => sameReferral(want.referral, got.referral),
    ),
    'no referral': of(
      labelled('wrong_person').filter(({ want }) => !want.referral),
      ({ got }) => got.referral === null,
    ),
    'scope of noes': of(
      labelled('declined').filter(({ want }) => want.scope),
      ({ want, got }) => (want.scope === 'this_topic' ? 'this_pitch' : want.scope) === got.scope,
    ),
    'organization held': of(
      right.filter(({ want }) => want.scope === 'organization'),
      ({ got }) => got.scope === 'organization',
    ),
    'organization too far': right.filter(
      ({ want, got }) => got.scope === 'organization' && want.scope !== 'organization',
    ).length,
  };
}

const addressOf = (text) => /[^\s(<]+@[^\s)>,]+/.exec(text ?? '')?.[0]?.toLowerCase() ?? '';
const nameOf = (text) =>
  (text ?? '')
    .replace(/[^\s(<]+@[^\s)>,]+/, '')
    .replace(/[(),<>]/g, ' ')
    .trim()
    .toLowerCase();

function sameReferral(want, got) {
  const [one, other] = [nameOf(want), nameOf(got)];
  return (
    addressOf(want) === addressOf(got) &&
    (one === other || (one !== '' && other !== '' && (one.includes(other) || other.includes(one))))
  );
}

function confusion(rows) {
  return Object.fromEntries(
    outcomes.map((label) => [
      label,
      Object.fromEntries(
        [...outcomes, null].map((outcome) => [
          outcome ?? '(none)',
          rows.filter(({ want, got }) => want.label === label && got.outcome === outcome).length,
        ]),
      ),
    ]),
  );
}

const isWrong = ({ want, got }) => want.label !== got.outcome;
const short = ({ want, got }) => ({
  id: want.id,
  lang: want.lang,
  want: want.label,
  got: got.outcome,
  sure: got.sure,
  reply: want.reply ?? want.message,
});
const mean = (numbers) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
const rounded = (number) => (Number.isFinite(number) ? Math.round(number * 1_000) / 1_000 : null);

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const given = process.argv.slice(2).filter((one) => !one.startsWith('--'));
  const folder = given[0] ?? fileURLToPath(new URL('../../../shared/corpora', import.meta.url));
  for (const { set, tables, wrong } of await understood(folder)) {
    console.log(`\n${set}`);
    for (const table of Object.values(tables)) console.table(table);
    if (process.argv.includes('--wrong')) for (const one of wrong) console.log(JSON.stringify(one));
  }
}
