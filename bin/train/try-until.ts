import { readFileSync } from 'node:fs';
import { untilOf } from '@/lib/replies/suggesting/until';
import { samplesIn } from './samples';
const vis = readFileSync('/work/shared/corpora/intent/visible.jsonl','utf8').trim().split('\n').map((l) => JSON.parse(l));
for (const [name, set] of [['train', samplesIn('tests/corpus/replies/train')], ['vis', vis]] as const) {
  const stat: Record<string, number[]> = {};
  for (const s of set) {
    if (s.label !== 'later') continue;
    const got = untilOf(s.reply, s.sent_on, s.lang); const g = got?.until ?? null;
    const t = (stat[s.lang] ??= [0,0,0,0,0]);
    if (s.until) { t[0]!++; if (g === s.until) t[1]!++; else if (g === null) t[2]!++; }
    else { t[3]!++; if (g !== null) t[4]!++; }
    if (process.env.SHOW && g !== s.until && Math.random() < Number(process.env.SHOW)) console.log(s.lang, s.sent_on, 'want', s.until, 'got', g, JSON.stringify(got?.words), '|', s.reply.replace(/\n/g,' / ').slice(0, 180));
  }
  console.log(name, 'lang: dated right missed undated false'); console.log(stat);
}
