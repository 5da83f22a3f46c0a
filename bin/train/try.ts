// A quick look while building: cross-validation by family, and the visible set.
import { readFileSync } from 'node:fs';
import { bucketOf, chancesOf, scoresOf } from '@/lib/replies/suggesting/linear';
import { featuresOf } from '@/lib/replies/suggesting/features';
import { hitsIn } from '@/lib/replies/suggesting/hits';
import { readText } from '@/lib/replies/suggesting/sentences';
import type { SuggestLanguage } from '@/lib/replies/suggesting/tables';
import { fit } from './fit';
import { samplesIn } from './samples';

const outcomes = ['opted_out','declined','later','wrong_person','question','interested','other'];
const B = Number(process.env.B ?? 1 << 17);
const learning = { rounds: Number(process.env.R ?? 12), rate: Number(process.env.RATE ?? 0.15), pull: Number(process.env.PULL ?? 2e-5), seed: 7 };
const t0 = Date.now();
const samples = samplesIn('tests/corpus/replies/train');
const ex = (s: {reply:string; lang:string; label:string}) => { const r = readText(s.reply); const h = hitsIn(r, [s.lang as SuggestLanguage]); return { features: featuresOf(r, h, B), label: outcomes.indexOf(s.label), weight: 1 }; };
const all = samples.map(ex);
console.log('features', Date.now() - t0, samples.length);
const vis = readFileSync('/work/shared/corpora/intent/visible.jsonl','utf8').trim().split('\n').map((l) => JSON.parse(l));
const visx = vis.map(ex);
function report(name: string, rows: {lang:string; want:number; p:number[]}[]) {
  for (const g of [['en'],['es'],['pt','fr','de','it']]) {
    const rs = rows.filter((r) => g.includes(r.lang));
    const f1: number[] = []; let right = 0;
    for (let c = 0; c < 7; c++) { let tp=0,fp=0,fn=0; for (const r of rs) { const got = r.p.indexOf(Math.max(...r.p)); if (c===0 && got===r.want) right++; if (got===c&&r.want===c) tp++; else if (got===c) fp++; else if (r.want===c) fn++; } f1.push(2*tp/Math.max(1,2*tp+fp+fn)); }
    const sorted = rs.map((r) => { const m = Math.max(...r.p); return { m, ok: r.p.indexOf(m)===r.want }; }).sort((a,b)=>b.m-a.m);
    let ok=0, cov=0; sorted.forEach((s,i)=>{ if (s.ok) ok++; if (ok/(i+1)>=0.95) cov=(i+1)/sorted.length; });
    console.log(name, g.join(), 'n', rs.length, 'acc', (right/rs.length).toFixed(3), 'macroF1', (f1.reduce((a,b)=>a+b)/7).toFixed(3), 'cov@95', cov.toFixed(3), f1.map((f)=>f.toFixed(2)).join(' '));
  }
}
if (process.env.CV !== '0') {
  const K = 5; const rows: {lang:string; want:number; p:number[]}[] = [];
  for (let k = 0; k < K; k++) {
    const fold = samples.map((s) => Number(/-(\d+)/.exec(s.file)?.[1] ?? 0) % K);
    const model = fit(all.filter((_, i) => fold[i] !== k), outcomes, B, learning);
    samples.forEach((s, i) => { const e = all[i]; if (fold[i] === k && e) rows.push({ lang: s.lang, want: e.label, p: chancesOf(scoresOf(model, e.features)) }); });
  }
  report('cv', rows);
}
const model = fit(all, outcomes, B, learning);
const rows = visx.map((e, i) => ({ lang: vis[i].lang, want: e.label, p: chancesOf(scoresOf(model, e.features)), v: vis[i] }));
report('visible', rows);
console.log('ms', Date.now() - t0);
if (process.env.SHOW) for (const r of rows) { const m = Math.max(...r.p); const got = r.p.indexOf(m); if (got !== r.want) console.log(r.v.id, outcomes[r.want], '->', outcomes[got], m.toFixed(2), JSON.stringify(r.v.reply.slice(0,200))); }
