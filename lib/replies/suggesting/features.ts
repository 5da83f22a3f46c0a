import { bucketOf, type Features } from './linear';
import type { Hit } from './hits';
import type { ReadText } from './sentences';

const turns =
  /^(?:but|however|though|although|pero|aunque|sino|mas|porem|contudo|mais|cependant|toutefois|aber|jedoch|allerdings|nur|sondern|ma|pero'|tuttavia|invece|so|asi|entonces|por|then)$/;

/** What the outcome of a reply is judged by: its words, their parts, the phrases found in it, and its shape. */
export function featuresOf(read: ReadText, hits: readonly Hit[], buckets: number): Features {
  const features = new Map<number, number>();
  const put = (name: string, value: number) => {
    const bucket = bucketOf(name, buckets);
    features.set(bucket, (features.get(bucket) ?? 0) + value);
  };
  const add = (names: Iterable<string>, weight: number) => {
    const set = new Set(names);
    for (const name of set) put(name, weight / Math.sqrt(Math.max(4, set.size)));
  };
  const lines = read.sentences.map(({ start, end, asks }) => ({
    words: wordsOf(read.plain.slice(start, end)),
    asks,
  }));
  add(
    lines.flatMap(({ words }) => runsOf(words)),
    3,
  );
  add(
    lines.flatMap(({ words, asks }, at) => placed(words, asks, at === 0, at === lines.length - 1)),
    1.5,
  );
  add(
    lines.flatMap(({ words }) => words.flatMap(partsOf)),
    2,
  );
  for (const name of [...saidOf(hits, read), ...shapeOf(read, lines)]) {
    put(name, 0.5);
  }
  return features;
}

function wordsOf(line: string): string[] {
  return (line.match(/[a-z0-9'@][a-z0-9'@._-]*[a-z0-9]|[a-z0-9]/g) ?? []).map((word) =>
    word.includes('@') ? '@' : /^[0-9]/.test(word) ? word.replace(/[0-9]+/g, '0') : word,
  );
}

function runsOf(words: readonly string[]): string[] {
  const marked = ['^', ...words, '$'];
  return marked.flatMap((word, at) => {
    const [next, third] = [marked[at + 1], marked[at + 2]];
    return [
      `w ${word}`,
      ...(next === undefined ? [] : [`w ${word} ${next}`]),
      ...(third === undefined ? [] : [`w ${word} ${next ?? ''} ${third}`]),
    ];
  });
}

// The same words in a question, after "but", in the first sentence and in the last mean different things.
function placed(words: readonly string[], asks: boolean, first: boolean, last: boolean): string[] {
  const turn = words.findLastIndex((word) => turns.test(word));
  return words.flatMap((word, at) => [
    ...(asks ? [`q ${word}`] : []),
    ...(turn >= 0 && at > turn ? [`b ${word}`] : []),
    ...(first ? [`f ${word}`] : []),
    ...(last ? [`l ${word}`] : []),
  ]);
}

function partsOf(word: string): string[] {
  if (word.length > 24) return [];
  const marked = `<${word}>`;
  const parts: string[] = [];
  for (let long = 3; long <= 5; long += 1)
    for (let at = 0; at + long <= marked.length; at += 1) parts.push(`c ${marked.slice(at, at + long)}`);
  return parts;
}

function saidOf(hits: readonly Hit[], { sentences }: ReadText): Set<string> {
  const said = new Set<string>();
  const groups = new Set<string>();
  const last = sentences.length - 1;
  for (const { concept, phrase, sentence, negated } of hits) {
    const name = negated ? `not ${concept}` : concept;
    const [group = ''] = name.split('.');
    groups.add(group);
    said.add(`C ${name}`);
    said.add(`P ${negated ? 'not ' : ''}${phrase}`);
    if (sentences[sentence]?.asks) said.add(`C? ${name}`);
    if (sentence === last) said.add(`Cl ${name}`);
    if (sentence === 0) said.add(`Cf ${name}`);
  }
  const sorted = [...groups].sort();
  for (const one of sorted) {
    said.add(`G ${one}`);
    for (const other of sorted) if (other > one) said.add(`G ${one} ${other}`);
  }
  said.add(`GL ${hits.at(-1)?.concept.split('.')[0] ?? 'none'}`);
  said.add(`GF ${hits[0]?.concept.split('.')[0] ?? 'none'}`);
  return said;
}

function shapeOf(
  { plain }: ReadText,
  lines: readonly { words: readonly string[]; asks: boolean }[],
): string[] {
  const words = lines.reduce((sum, line) => sum + line.words.length, 0);
  const asks = lines.filter((line) => line.asks).length;
  return [
    `S words ${Math.min(6, Math.floor(Math.log2(words + 1)))}`,
    `S lines ${Math.min(6, lines.length)}`,
    `S asks ${Math.min(3, asks)}`,
    `S asking ${lines.length ? Math.round((asks / lines.length) * 4) : 0}`,
    ...(lines.at(-1)?.asks ? ['S asks last'] : []),
    ...(lines[0]?.asks ? ['S asks first'] : []),
    ...(plain.includes('@') ? ['S address'] : []),
    ...(/\d ?(?:am|pm|h|uhr|ish)(?![a-z])|\d:\d\d/.test(plain) ? ['S hour'] : []),
    ...(words <= 3 ? [`S whole ${lines.map((line) => line.words.join(' ')).join(' ')}`] : []),
  ];
}
