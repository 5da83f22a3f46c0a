import ts from 'typescript';
import { allowed } from './allowed.js';
import { lineOf, parse, walk } from './syntax.js';
import { code, lineCount } from './tree.js';

export const name = 'words';

const instead = {
  lead: 'contact',
  prospect: 'contact',
  campaign: 'pitch',
  sequence: 'thread, or follow_up',
  drip: 'follow_up',
  blast: 'message; there is no bulk send',
  cadence: 'follow_up',
  funnel: 'standing',
};
const inSpanish = {
  prospecto: 'contacto',
  campaña: 'propuesta',
  secuencia: 'conversación',
  embudo: 'situación',
};
const spelled = new Map(
  Object.entries({ ...instead, ...inSpanish }).flatMap(([word, better]) => [
    [word, better],
    [`${word}s`, better],
  ]),
);
const pixel = /tracking[\s_-]?pixels?|p[ií]xel(es)? de (seguimiento|rastreo)/gi;

/** The words of a selling machine stay out of the schema, the code's names and what people read. */
export function check(tree, exempt = allowed.words) {
  const found = tree.files.flatMap((path) => inFile(tree, path));
  const used = new Set();
  const left = found.filter(({ file, word }) => {
    const at = exempt.findIndex((one) => one.file === file && one.word === word);
    if (at !== -1) used.add(at);
    return at === -1;
  });
  const stale = exempt.filter((_, at) => !used.has(at));
  return [
    ...left,
    ...stale.map(({ file, word }) => ({
      file,
      says: `"${word}" is allowed here in bin/checks/allowed.js, but is gone: remove the line`,
    })),
  ];
}

function inFile(tree, path) {
  if (/^(bin|tests\/unit)\/checks\/|^tests\/fixtures\//.test(path)) return [];
  if (/^lib\/language\/messages\/.*\.json$/.test(path)) return inText(tree, path);
  if (/^prisma\/.*\.(prisma|sql)$/.test(path)) return inText(tree, path);
  if (!/^(lib|app|components|bin|tests|prisma)\//.test(path)) return [];
  return code(tree).includes(path) ? inNames(tree, path) : [];
}

function inText(tree, path) {
  const text = named(tree.read(path), path);
  const at = (index) => lineCount(text.slice(0, index) + 'x');
  const words = [...text.matchAll(/\p{L}+/gu)].flatMap((match) =>
    pieces(match[0])
      .filter((piece) => spelled.has(piece))
      .map((word) => finding(path, at(match.index), word)),
  );
  return [
    ...words,
    ...[...text.matchAll(pixel)].map((match) => finding(path, at(match.index), 'tracking pixel')),
  ];
}

// Comments are prose, and SQL's own keyword stands in capitals, which a name of ours never does.
function named(text, path) {
  if (path.endsWith('.json')) return text;
  return text.replace(/(--|\/\/).*$|\bSEQUENCES?\b/gm, '');
}

// Identifiers, and literals that look like one (`'this_word'`): prose in a string is the message files' affair.
function inNames(tree, path) {
  const found = [];
  walk(parse(tree, path), (node) => {
    const named = ts.isIdentifier(node) || ts.isPrivateIdentifier(node);
    const literal = ts.isStringLiteralLike(node) && /^[\w$-]+$/.test(node.text);
    if (!named && !literal) return;
    for (const word of pieces(node.text))
      if (spelled.has(word)) found.push(finding(path, lineOf(node), word));
  });
  return found;
}

const pieces = (word) => word.split(/[_$-]|(?<=[\p{Ll}\d])(?=\p{Lu})/u).map((piece) => piece.toLowerCase());

function finding(file, line, word) {
  const better = spelled.get(word) ?? 'nothing: Earshot has none';
  return { file, line, word, says: `"${word}": the glossary says ${better}` };
}
