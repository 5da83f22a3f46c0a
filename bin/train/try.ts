import { modelOf } from '@/lib/replies/suggesting/model';
import { outcomes } from '@/lib/replies/suggesting/outcome';
import { suggest, type Suggestion } from '@/lib/replies/suggesting/suggest';
import { modelFrom, type Seen } from './model';

const folds = 4;
const bad: readonly string[] = ['opted_out', 'declined', 'later'];

interface Tried {
  readonly want: Seen['sample'];
  readonly got: Suggestion;
}

/** Trains without each fourth file in turn and reads the files left out: how well replies of other hands are read. */
export function tryOut(all: readonly Seen[]): void {
  const tried = Array.from({ length: folds }, (_, fold) => {
    const model = modelOf(modelFrom(all.filter(({ sample }) => foldOf(sample.file) !== fold)));
    return all
      .filter(({ sample }) => foldOf(sample.file) === fold)
      .map(({ sample }): Tried => {
        const { reply: replyText, sent_on: sentOn, channel } = sample;
        return { want: sample, got: suggest({ replyText, sentOn, channel }, model) };
      });
  }).flat();
  const langs = [...new Set(tried.map(({ want }) => want.lang))];
  console.table(
    Object.fromEntries(
      [...langs, 'all'].map((lang) => [
        lang,
        summed(tried.filter(({ want }) => lang === 'all' || want.lang === lang)),
      ]),
    ),
  );
  for (const { want, got } of tried.filter(isHarm))
    console.log(`${want.file} ${want.label} as ${String(got.outcome)} ${got.sure}: ${want.reply}`);
}

const foldOf = (file: string): number => Number(/-(?:held-)?(\d+)/.exec(file)?.[1] ?? 0) % folds;

const isHarm = ({ want, got }: Tried): boolean =>
  bad.includes(want.label) && (got.outcome === 'interested' || got.outcome === 'question');

function summed(tried: readonly Tried[]): object {
  const told = tried.filter(({ got }) => got.outcome !== null);
  const stops = tried.filter(({ want }) => want.label === 'opted_out');
  const share = (some: readonly Tried[]) => some.filter(({ want, got }) => want.label === got.outcome).length;
  const scores = outcomes.map((outcome) => {
    const wanted = tried.filter(({ want }) => want.label === outcome);
    const said = tried.filter(({ got }) => got.outcome === outcome);
    return (2 * share(wanted)) / (wanted.length + said.length || 1);
  });
  return {
    replies: tried.length,
    'macro-F1': rounded(scores.reduce((sum, one) => sum + one, 0) / scores.length),
    commits: rounded(told.length / tried.length),
    right: rounded(share(told) / told.length),
    'opt-out recall': rounded(share(stops) / stops.length),
    'no as yes': tried.filter(isHarm).length,
    language: rounded(tried.filter(({ want, got }) => want.lang === got.lang).length / tried.length),
  };
}

const rounded = (number: number): number => Math.round(number * 1_000) / 1_000;
