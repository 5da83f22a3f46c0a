import { readFileSync, writeFileSync } from 'node:fs';
import { featuresOf } from '@/lib/replies/suggesting/features';
import { hitsIn } from '@/lib/replies/suggesting/hits';
import { readText } from '@/lib/replies/suggesting/sentences';
import type { SuggestLanguage } from '@/lib/replies/suggesting/tables';
import { samplesIn } from './samples';
const B = 1 << 18;
const samples = samplesIn('tests/corpus/replies/train');
const vis = readFileSync('/work/shared/corpora/intent/visible.jsonl','utf8').trim().split('\n').map((l) => ({...JSON.parse(l), file: 'vis-0'}));
const out: string[] = []; const W = { run: 1, placed: 1, part: 1, said: 1 };
for (const s of [...samples, ...vis]) {
  const r = readText(s.reply); const h = hitsIn(r, [s.lang as SuggestLanguage]);
  const g = (k: string) => [...featuresOf(r, h, B, s.lang, { run: 0, placed: 0, part: 0, said: 0, [k]: 1 })].filter(([, v]) => v).map(([i, v]) => [i, Number(v.toFixed(5))]);
  out.push(JSON.stringify({ ...s, message: undefined, hits: h.map((x) => [x.concept, x.negated, x.sentence]), ns: r.sentences.length, asks: r.sentences.map((x) => x.asks), f: { run: g('run'), placed: g('placed'), part: g('part'), said: g('said') } }));
}
writeFileSync('/tmp/intent-dump.jsonl', out.join('\n'));
