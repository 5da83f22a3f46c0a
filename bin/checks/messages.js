import { allowed } from './allowed.js';
import { readIcu } from './icu.js';

export const name = 'messages';

const folder = 'lib/language/messages';

/** English and Spanish hold the same keys with the same arguments; nothing is empty or left in English. */
export function check(tree, exempt = allowed.same) {
  const files = tree.files.filter((path) => path.startsWith(`${folder}/`) && path.endsWith('.json'));
  const spaces = [...new Set(files.map((path) => path.split('/').at(-1)))].sort();
  const same = new Set();
  const found = spaces.flatMap((space) => compared(tree, space, exempt, same));
  const stale = exempt.filter(({ key }) => !same.has(key));
  return [
    ...found,
    ...stale.map(({ key }) => ({
      file: 'bin/checks/allowed.js',
      says: `${key} may read the same in both languages, but does not: remove the line`,
    })),
  ];
}

function compared(tree, space, exempt, same) {
  const [en, es] = ['en', 'es'].map((language) => `${folder}/${language}/${space}`);
  for (const [here, there] of [
    [en, es],
    [es, en],
  ]) {
    if (!tree.has(here)) return [{ file: there, says: `has no ${here} beside it` }];
  }
  const [english, spanish] = [en, es].map((path) => flat(tree, path));
  const broken = [english, spanish].flatMap(({ faults }) => faults);
  if (broken.length > 0) return broken;
  const keys = [...new Set([...english.said.keys(), ...spanish.said.keys()])];
  return keys.flatMap((key) => {
    const pair = { en: english.said.get(key), es: spanish.said.get(key) };
    if (pair.es === undefined) return [{ file: es, says: `${key} is missing: say "${pair.en}" in Spanish` }];
    if (pair.en === undefined) return [{ file: en, says: `${key} is missing: say "${pair.es}" in English` }];
    return judged({ en, es, key, pair, exempt, same, full: `${space.replace(/\.json$/, '')}.${key}` });
  });
}

function judged({ en, es, key, pair, exempt, same, full }) {
  const read = { en: readIcu(pair.en), es: readIcu(pair.es) };
  const faults = [
    ...read.en.faults.map((fault) => [en, fault]),
    ...read.es.faults.map((fault) => [es, fault]),
  ];
  const found = faults.map(([file, fault]) => ({ file, says: `${key}: ${fault}` }));
  if (pair.en.trim() === '' || pair.es.trim() === '')
    found.push({ file: pair.en.trim() === '' ? en : es, says: `${key} is empty` });
  if (read.en.parts.join() !== read.es.parts.join()) {
    const [inEnglish, inSpanish] = [read.en, read.es].map(({ parts }) => parts.join(' ') || 'none');
    found.push({ file: es, says: `${key}: arguments differ; English ${inEnglish}, Spanish ${inSpanish}` });
  }
  if (pair.en === pair.es && /\p{L}{2}/u.test(wordsOf(pair.en))) {
    same.add(full);
    const named = exempt.some((one) => one.key === full);
    if (!named)
      found.push({
        file: es,
        says: `${key} still reads as in English ("${pair.en}"); name ${full} in bin/checks/allowed.js if that is right`,
      });
  }
  return found;
}

// What is left of a message without its arguments and without the names that are the same everywhere.
const wordsOf = (message) =>
  message
    .replace(/\{[^{}]*\}/g, '')
    .replace(/\p{L}+/gu, (word) => (allowed.everywhere.includes(word) ? '' : word));

function flat(tree, path) {
  const said = new Map();
  const faults = [];
  const into = (value, key) => {
    if (typeof value === 'string') said.set(key, value);
    else if (value && typeof value === 'object' && !Array.isArray(value)) {
      for (const [word, inner] of Object.entries(value)) into(inner, key ? `${key}.${word}` : word);
    } else faults.push({ file: path, says: `${key} is no text` });
  };
  try {
    into(JSON.parse(tree.read(path)), '');
  } catch (error) {
    faults.push({ file: path, says: `is no JSON: ${error.message}` });
  }
  return { said, faults };
}
