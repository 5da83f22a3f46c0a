import { featuresOf } from '@/lib/replies/suggesting/features';
import { hitsIn } from '@/lib/replies/suggesting/hits';
import { languageFeatures } from '@/lib/replies/suggesting/language';
import type { ModelFile } from '@/lib/replies/suggesting/model';
import { outcomes } from '@/lib/replies/suggesting/outcome';
import { scopeClasses } from '@/lib/replies/suggesting/scope';
import { readText } from '@/lib/replies/suggesting/sentences';
import { suggestLanguages } from '@/lib/replies/suggesting/tables';
import { care, learning, sizes, temperature } from './settings';
import { fileOf, fit, type Example } from './fit';
import type { Sample } from './samples';

/** A text as the three models see it. */
export interface Seen {
  readonly sample: Sample;
  readonly outcome: Example;
  readonly scope: Example | null;
  readonly language: Example;
}

/** What a sample looks like. */
export function seen(sample: Sample): Seen {
  const read = readText(sample.reply);
  const features = featuresOf(read, hitsIn(read, [sample.lang]), sizes.outcome);
  const scoped = sample.label === 'declined' || sample.label === 'opted_out';
  const scope = sample.scope === 'person' || sample.scope === 'organization' ? sample.scope : 'plain';
  return {
    sample,
    outcome: { features, label: outcomes.indexOf(sample.label), weight: 1 },
    scope: scoped
      ? {
          features,
          label: scopeClasses.indexOf(scope),
          weight: 1,
        }
      : null,
    language: {
      features: languageFeatures(read.plain, sizes.language),
      label: suggestLanguages.indexOf(sample.lang),
      weight: 1,
    },
  };
}

/** The model of these texts. */
export function modelFrom(all: readonly Seen[]): ModelFile {
  const scope = all.flatMap((one) => one.scope ?? []);
  return {
    outcome: fileOf(
      fit(
        all.map((one) => one.outcome),
        outcomes,
        sizes.outcome,
        learning.outcome,
      ),
    ),
    scope: fileOf(fit(scope, scopeClasses, sizes.scope, learning.scope)),
    language: fileOf(
      fit(
        all.map((one) => one.language),
        suggestLanguages,
        sizes.language,
        learning.language,
      ),
    ),
    temperature,
    care,
  };
}
