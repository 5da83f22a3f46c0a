// A quick look while building: cross-validation by file, and the visible set.
import { readFileSync } from 'node:fs';
import { bucketOf, chancesOf, scoresOf } from '@/lib/replies/suggesting/linear';
import { featuresOf } from '@/lib/replies/suggesting/features';
import { hitsIn } from '@/lib/replies/suggesting/hits';
import { readText } from '@/lib/replies/suggesting/sentences';
import { suggestLanguages, type SuggestLanguage } from '@/lib/replies/suggesting/tables';
import { fit } from './fit';
import { samplesIn } from './samples';

const outcomes = ['opted_out','declined','later','wrong_person','question','interested','other'];
const B = Number(process.env.B ?? 1 << 18);
const K = Number(process.env.K ?? 4);
const samples = samplesIn('tests/corpus/replies/train');
const vis = readFileSync('/work/shared/corpora/intent/visible.jsonl','utf8').trim().split('\n').map((l) => JSON.parse(l));
type S = {reply:string; lang:string; label:string};
const langs = (process.env.HL ?? '') === 'all' ? suggestLanguages : null;
const pre = (s: S) => { const r = readText(s.reply); return { r, h: hitsIn(r, langs ?? [s.lang as SuggestLanguage]), s }; };
let t0 = Date.now();
const P = samples.map(pre), V = vis.map(pre);
console.log('pre', Date.now() - t0);
function report(name: string, rows: {lang:string; want:number; p:number[]}[]) {
  for (const g of [['en'],['es'],['pt','fr','de','it']]) {
    const rs = rows.filter((r) => g.includes(r.lang));
    const f1: number[] = []; let right = 0, ll = 0;
    for (const r of rs) ll -= Math.log(Math.max(1e-6, r.p[r.want] ?? 0));
    for (let c = 0; c < 7; c++) { let tp=0,fp=0,fn=0; for (const r of rs) { const got = r.p.indexOf(Math.max(...r.p)); if (c===0 && got===r.want) right++; if (got===c&&r.want===c) tp++; else if (got===c) fp++; else if (r.want===c) fn++; } f1.push(2*tp/Math.max(1,2*tp+fp+fn)); }
    const sorted = rs.map((r) => { const m = Math.max(...r.p); return { m, ok: r.p.indexOf(m)===r.want }; }).sort((a,b)=>b.m-a.m);
    let ok=0, cov=0; sorted.forEach((s,i)=>{ if (s.ok) ok++; if (ok/(i+1)>=0.95) cov=(i+1)/sorted.length; });
    console.log(name, g.join(), 'n', rs.length, 'acc', (right/rs.length).toFixed(3), 'F1', (f1.reduce((a,b)=>a+b)/7).toFixed(3), 'cov95', cov.toFixed(3), 'll', (ll/rs.length).toFixed(3), f1.map((f)=>f.toFixed(2)).join(' '));
  }
}
for (const config of (process.env.CONFIGS ?? '{}').split(';')) {
  const c = { mode: 'a', rounds: 12, rate: 0.15, pull: 2e-5, ...JSON.parse(config) };
  t0 = Date.now();
  const ex = (p: (typeof P)[0]) => ({ features: featuresOf(p.r, p.h, B, p.s.lang, c), label: outcomes.indexOf(p.s.label), weight: 1 });
  const all = P.map(ex), visx = V.map(ex);
  const rows: {lang:string; want:number; p:number[]}[] = [];
  for (let k = 0; k < K; k++) {
    const fold = samples.map((s) => Number(/-(\d+)/.exec(s.file)?.[1] ?? 0) % K);
    const model = fit(all.filter((_, i) => fold[i] !== k), outcomes, B, { ...c, seed: 7 });
    samples.forEach((s, i) => { const e = all[i]; if (fold[i] === k && e) rows.push({ lang: s.lang, want: e.label, p: chancesOf(scoresOf(model, e.features)) }); });
  }
  console.log(config, 'ms', Date.now() - t0);
  report('cv', rows);
  if (process.env.VIS) { const model = fit(all, outcomes, B, { ...c, seed: 7 }); report('vis', visx.map((e, i) => ({ lang: vis[i].lang, want: e.label, p: chancesOf(scoresOf(model, e.features)) }))); }
}
