import { readFileSync } from 'node:fs';
import { referralOf } from '@/lib/replies/suggesting/referral';
import { samplesIn } from './samples';
const vis = readFileSync('/work/shared/corpora/intent/visible.jsonl','utf8').trim().split('\n').map((l) => JSON.parse(l));
const mailOf = (s: string | null | undefined) => /[^\s(<]+@[^\s)>,]+/.exec(s ?? '')?.[0] ?? '';
const nameOf = (s: string | null | undefined) => (s ?? '').replace(/[^\s(<]+@[^\s)>,]+/, '').replace(/[(),<>]/g, ' ').trim().toLowerCase();
export const same = (want: string | null, got: string | null) => {
  if (want === null || got === null) return want === got;
  if (mailOf(want) !== mailOf(got)) return false;
  const a = nameOf(want), b = nameOf(got);
  return a === b || (a !== '' && b !== '' && (a.includes(b) || b.includes(a)));
};
for (const [name, set] of [['train', samplesIn('tests/corpus/replies/train')], ['vis', vis]] as const) {
  const stat: Record<string, number[]> = {};
  for (const s of set) {
    if (s.label !== 'wrong_person') continue;
    const got = referralOf(s.reply); const g = got?.referral ?? null;
    const t = (stat[s.lang] ??= [0,0,0,0,0]);
    if (s.referral) { t[0]!++; if (same(s.referral, g)) t[1]!++; else if (g === null) t[2]!++; }
    else { t[3]!++; if (g !== null) t[4]!++; }
    if (process.env.SHOW && !same(s.referral, g) && Math.random() < Number(process.env.SHOW)) console.log(s.lang, 'want', s.referral, '| got', g, '|', s.reply.replace(/\n/g,' / ').slice(0, 200));
  }
  console.log(name, 'lang: named right missed unnamed false'); console.log(JSON.stringify(stat));
}
