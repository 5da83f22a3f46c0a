import { describe, expect, it } from 'vitest';
import { wordsFor, type ChanceAlone } from '@/lib/replies/suggesting/evidence';
import { featuresOf } from '@/lib/replies/suggesting/features';
import { hitsIn } from '@/lib/replies/suggesting/hits';
import { chancesOf, scoresOf } from '@/lib/replies/suggesting/linear';
import { shippedModel } from '@/lib/replies/suggesting/model';
import type { SuggestOutcome } from '@/lib/replies/suggesting/outcome';
import { readText } from '@/lib/replies/suggesting/sentences';

// Whatever the model takes the whole reply for: the outcome is given, and its words are looked for.
function wordsOn(outcome: SuggestOutcome | null, text: string): string | null {
  const { outcome: model } = shippedModel();
  const read = readText(text);
  const chanceOf: ChanceAlone = (alone, own) =>
    chancesOf(scoresOf(model, featuresOf(alone, own, model.buckets)))[model.classes.indexOf(outcome ?? '')] ??
    0;
  return wordsFor(outcome, read, hitsIn(read, ['en', 'es']), chanceOf);
}

describe('the words that an outcome rests on', () => {
  it('are none where there is no outcome', () => {
    expect(wordsOn(null, 'No, thank you.')).toBeNull();
  });

  it.each([
    [
      'declined',
      'a long letter that says it once, at its end',
      `${'We talked about it among us, and there were many views, but everybody agreed that it depends. '.repeat(30)}\n\nSo in the end: no, thank you.`,
      'So in the end: no, thank you.',
    ],
    [
      'declined',
      'kind words before and behind it',
      'Thanks for thinking of us, and for the care you took with it. We have decided not to go ahead. Good luck with it, and all the best for the fair.',
      'We have decided not to go ahead.',
    ],
    [
      'declined',
      'a no behind much praise',
      'The samples are beautiful, but they came late. The paper is lovely, but heavy. We will pass on this one.',
      'We will pass on this one.',
    ],
    [
      'question',
      'a question among chatter',
      'The spring has been wet here and the children have colds. We moved the shop in March. What would forty copies cost?',
      'What would forty copies cost?',
    ],
    [
      'declined',
      'a no in Spanish behind the reasons',
      'Lo hemos hablado con calma y hay muchas opiniones, pero depende de tantas cosas. El papel gusta, pero pesa. Al final no nos interesa, gracias.',
      'Al final no nos interesa, gracias.',
    ],
    [
      'interested',
      'a yes before the questions that follow from it',
      'Hi Ana, yes, I would love to see it! Could you come by on Thursday 26 November at 10:00?',
      'yes, I would love to see it!',
    ],
    [
      'wrong_person',
      'somebody else, named at the end',
      'Dear Ana, the bindings look strong. I am not the right person for this. Please write to my colleague Jane Hill, she runs the shop.',
      'I am not the right person for this.',
    ],
    [
      'declined',
      'a no that is told of somebody before the one that is meant',
      'Last year we had already chosen somebody else when you wrote. I am sorry, but we are not interested.',
      'we are not interested',
    ],
    [
      'later',
      'being busy before the time to come back',
      'We are very busy with the fair and the move. Please write to me again in September.',
      'write to me again in September',
    ],
  ] as const)('says "%s" most clearly: %s', (outcome, _, text, words) => {
    expect(wordsOn(outcome, text)).toContain(words);
  });
});
