import { expect, it } from 'vitest';
import { learnFrom } from '@/lib/replies/suggesting/learn';
import { shippedModel } from '@/lib/replies/suggesting/model';
import { outcomes } from '@/lib/replies/suggesting/outcome';
import { suggest } from '@/lib/replies/suggesting/suggest';

const noes = [
  'No thanks, please take me off your list.',
  'We are not interested, thank you.',
  'Not at the moment. Perhaps next year.',
  'Gracias, pero no nos interesa.',
  'Por favor, no me escriban más.',
  'Ahora no, quizá en otoño.',
  'Kein Interesse, bitte schreiben Sie mir nicht mehr.',
  'Merci, mais nous ne sommes pas intéressés.',
  'Não temos interesse, obrigado.',
  'Grazie, non ci interessa.',
  'Sounds great, but no.',
];

it(
  'no correction whatsoever makes a no, a stop or a not-now a suggestion of interest or a question',
  { timeout: 30_000 },
  () => {
    const corrections = noes.flatMap((replyText) =>
      outcomes.flatMap((heard) =>
        [null, ...outcomes].map((suggested) => ({ replyText: `${replyText} Best, Eva`, heard, suggested })),
      ),
    );
    for (const heard of outcomes) {
      const model = learnFrom(
        shippedModel(),
        corrections.filter((one) => one.heard === heard),
      );
      for (const replyText of noes) {
        const before = suggest({ replyText, sentOn: '2026-03-04', channel: 'email' });
        const after = suggest({ replyText, sentOn: '2026-03-04', channel: 'email' }, model);
        expect(['interested', 'question'], `${replyText} after ${heard}`).not.toContain(after.outcome);
        if (before.outcome === 'opted_out') expect(after.outcome, replyText).toBe('opted_out');
      }
    }
  },
);
