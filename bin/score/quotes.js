// How well the reply text is read: exact, words lost, words leaked. `node bin/score/quotes.js [FOLDER OF CORPORA]`.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import PostalMime from 'postal-mime';
import { root } from '../boot/root.js';

/**
 * One row a set: how many mails, how many exact, in how many words of theirs were lost, in how many words of others
 * leaked. Sets whose folder is missing are left out; the project's own fixtures are always there.
 * @param {string} corpora the folder with `quotes/` and `intent/`
 * @returns {Promise<{ set: string, mails: number, exact: number, lost: number, leaked: number, missed: object[] }[]>}
 */
export async function quotes(corpora) {
  const { replyTextOf, unflowed, wordsOf } = await reading();
  const said = ({ text = null, html = null }) => replyTextOf({ text, html });
  const words = (mail) => wordsOf(said(mail));
  const talon = await talonMails(join(corpora, 'quotes/talon'), unflowed);
  const own = fixtures();
  return [
    scored('own fixtures, said', own, said, 'said'),
    scored('own fixtures, words', own, words, 'words'),
    scored('trimmer', trimmer(join(corpora, 'quotes/trimmer')), said, 'said'),
    scored('talon, mails', talon, said, 'said'),
    scored('talon, HTML', talonHtml(join(corpora, 'quotes/talon/html_replies')), said, 'said'),
    scored('talon, signatures', talonSignatures(join(corpora, 'quotes/talon/signature')), words, 'words'),
    ...byLanguage(intents(join(corpora, 'intent/visible.jsonl')), words),
  ].filter(({ mails }) => mails > 0);
}

/** The product's own functions; they are TypeScript and import packages, so they are bundled once. */
async function reading() {
  const contents = `export { unflowed } from '@/lib/mail/reply-text/flowed';
    export { replyTextOf } from '@/lib/mail/reply-text/reply-text';
    export { wordsOf } from '@/lib/mail/reply-text/words';`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    tsconfig: join(root, 'tsconfig.json'),
    logLevel: 'error',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

// Two texts are the same if they differ only in white space at the ends of lines and in empty lines.
const levelled = (text) =>
  text
    .replace(/[ \t\r]+$/gm, '')
    .replace(/\n{2,}/g, '\n')
    .trim();
const counted = (text) => text.split(/\s+/).filter(Boolean);

function scored(set, mails, read, wanted) {
  const missed = mails.flatMap((mail) => {
    const got = read(mail);
    const want = mail[wanted];
    if (levelled(got) === levelled(want)) return [];
    return [{ name: mail.name, got, want, lost: lacking(want, got), leaked: lacking(got, want) }];
  });
  return {
    set,
    mails: mails.length,
    exact: mails.length - missed.length,
    lost: missed.filter(({ lost }) => lost > 0).length,
    leaked: missed.filter(({ leaked }) => leaked > 0).length,
    missed,
  };
}

/** How many words of the one text the other does not hold. */
function lacking(text, other) {
  const left = new Map();
  for (const word of counted(other)) left.set(word, (left.get(word) ?? 0) + 1);
  return counted(text).filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0;
  }).length;
}

function fixtures() {
  const folder = join(root, 'tests/fixtures/reply-text');
  return readdirSync(folder).flatMap((file) =>
    readFileSync(join(folder, file), 'utf8')
      .split(/^▶ /mu)
      .slice(1)
      .map((block) => {
        const [head, answer = ''] = block.split(/^◀\n/mu);
        const [name, ...mail] = head.split('\n');
        const [said, words = said] = answer.split(/^◆\n/mu);
        const body = mail.join('\n');
        return {
          name: `${file}: ${name}`,
          said,
          words,
          ...(file.endsWith('.html') ? { html: body } : { text: body }),
        };
      }),
  );
}

const listed = (folder) => (existsSync(folder) ? readdirSync(folder) : []);

const trimmer = (folder) =>
  listed(join(folder, 'emails')).map((name) => ({
    name,
    text: readFileSync(join(folder, 'emails', name), 'utf8'),
    said: readFileSync(join(folder, 'trimmed', name), 'utf8'),
  }));

/**
 * Its mails say "Hello"; the lines a device adds are cut off here, and kept there. postal-mime joins flowed lines across
 * depths of quoting, so it is not told of them.
 */
const talonMails = (folder, unflowed) =>
  Promise.all(
    listed(join(folder, 'standard_replies'))
      .filter((name) => name.endsWith('.eml'))
      .map(async (name) => {
        const raw = readFileSync(join(folder, 'standard_replies', name), 'latin1');
        const flowed = /format="?flowed"?/i.test(raw);
        const mail = await PostalMime.parse(
          Buffer.from(raw.replace(/format="?flowed"?/i, 'format=fixed'), 'latin1'),
        );
        const text = mail.text === undefined ? null : flowed ? unflowed(mail.text, false) : mail.text;
        return { name, text, html: mail.html ?? null, said: 'Hello' };
      }),
  );

const talonHtml = (folder) =>
  listed(folder).map((name) => ({
    name,
    html: readFileSync(join(folder, name), 'utf8'),
    said: 'Hi. I am fine.\n\nThanks,\nAlex',
  }));

/** Twins of a body and its signature: the words alone are the body without it. */
const talonSignatures = (folder) =>
  listed(join(folder, 'emails/stripped'))
    .filter((name) => name.endsWith('_body'))
    .map((name) => {
      const read = (file) => readFileSync(join(folder, 'emails/stripped', file), 'utf8');
      const text = read(name).replaceAll('#sig#', '');
      const signature = read(name.replace('_body', '_signature')).replaceAll('#sig#', '').trim();
      return { name, text, words: signature === '' ? text : text.slice(0, text.lastIndexOf(signature)) };
    });

const intents = (file) =>
  !existsSync(file)
    ? []
    : readFileSync(file, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
        .map(({ id, lang, message, reply }) => ({ name: id, lang, text: message, words: reply }));

function byLanguage(mails, words) {
  const languages = [...new Set(mails.map(({ lang }) => lang))];
  return languages.map((lang) =>
    scored(
      `intent, ${lang}`,
      mails.filter((mail) => mail.lang === lang),
      words,
      'words',
    ),
  );
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const folder = process.argv[2] ?? fileURLToPath(new URL('../../../shared/corpora', import.meta.url));
  const rows = await quotes(folder);
  console.table(rows.map(({ missed: _, ...row }) => row));
  for (const { set, missed } of rows) {
    for (const { name, got, want } of missed) {
      console.log(`${set} ${name}\n  want ${JSON.stringify(want)}\n  got  ${JSON.stringify(got)}`);
    }
  }
}
