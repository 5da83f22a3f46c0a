import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprintOf, kept, likenessOf, ownPart } from '@/lib/manners/fingerprint';
import { partsOf } from '@/lib/manners/letter-parts';
import { nearCopy } from '@/lib/manners/near-copy';
import { toAna } from './somebody';

const story =
  'we keep the visits of small museums in one place, so that somebody who came once is remembered when they come again. I read how many of your visitors travel from far away, and I would like to learn what makes one of them return, and who at the desk notices when they do not.';
const another =
  'on Saturday I stood at the turnstile in Leeds and counted the families who share one card. Your colleague told me that nobody keeps that number, and I wonder how you plan the staff for the school holidays then.';

const print = (body: string, name = 'Ana', templates: readonly string[] = []) =>
  fingerprintOf(ownPart(partsOf(body), name, templates));
const to = (name: string, body = story) => `Hi ${name},\n\n${body}\n\nBest,\nNora`;
const leftTo = (...names: string[]) =>
  names.map((contactId) => ({ contactId, fingerprint: print(to(contactId), contactId) }));
const codes = (
  body: string,
  left = leftTo('Ben', 'Carla', 'Dora'),
  rest: Partial<typeof toAna> = {},
  templates: string[] = [],
) =>
  nearCopy(partsOf(body), { ...toAna, ...rest }, { templates, left }).map(
    ({ code, refuses }) => `${code} ${refuses}`,
  );

describe('a near-copy', () => {
  it('of what went to three others is refused, and names the words', () => {
    const text = to('Ana');
    const [finding] = nearCopy(partsOf(text), toAna, { templates: [], left: leftTo('Ben', 'Carla', 'Dora') });
    expect(finding).toMatchObject({ code: 'near_copy', refuses: true });
    const place = finding?.places[0];
    expect(text.slice(place?.start, place?.end)).toMatch(/^we keep the visits[^]*they do$/);
  });

  it.each<[string, string, string[], string[]]>([
    ['two others may have got it', to('Ana'), ['Ben', 'Carla'], []],
    ['one person who got it three times is one', to('Ana'), ['Ben', 'Ben', 'Ben'], []],
    [
      'another greeting and another goodbye make no other letter',
      `Dear Ana!\n${story}\nKind regards,\nMarc Oliver`,
      ['Ben', 'Carla', 'Dora'],
      ['near_copy true'],
    ],
    [
      'nor do capitals, accents, stops and numbers',
      to('Ana', story.toUpperCase().replaceAll(',', ' –')),
      ['Ben', 'Carla', 'Dora'],
      ['near_copy true'],
    ],
    [
      'nor the name of whoever gets it in the middle',
      to('Ana', story.replace('I read', 'Ana, I read')),
      ['Ben', 'Carla', 'Dora'],
      ['near_copy true'],
    ],
    [
      'nor a sentence more',
      to('Ana', `${story} The rain in Lisbon was kind to us this week.`),
      ['Ben', 'Carla', 'Dora'],
      ['near_copy true'],
    ],
    [
      'nor a word here and there',
      to('Ana', story.replace('small', 'little').replace('learn', 'know')),
      ['Ben', 'Carla', 'Dora'],
      ['near_copy true'],
    ],
    ['a letter of its own leaves', to('Ana', another), ['Ben', 'Carla', 'Dora'], []],
    [
      'half of one’s own leaves',
      to('Ana', `${another} ${story.slice(0, 110)}`),
      ['Ben', 'Carla', 'Dora'],
      [],
    ],
    ['a few words are anybody’s', to('Ana', 'What is hardest for you?'), ['Ben', 'Carla', 'Dora'], []],
  ])('%s', (_, text, names, expected) => {
    expect(codes(text, leftTo(...names))).toEqual(expected);
  });

  it('in an answer is a hint, in a thanks nothing', () => {
    expect(codes(to('Ana'), undefined, { purpose: 'response' })).toEqual(['near_copy false']);
    expect(codes(to('Ana'), undefined, { purpose: 'thanks' })).toEqual([]);
  });

  it('outside the template: with something of one’s own it leaves, with nothing it does not', () => {
    const template = `Hi {{name}},\n\n{{what you noticed}}\n\n${story}`;
    expect(codes(to('Ana'), [], {}, [template])).toEqual(['nothing_own true']);
    expect(codes(to('Ana', `Great work. ${story}`), [], {}, [template])).toEqual(['nothing_own true']);
    expect(codes(to('Ana', `${another} ${story}`), leftTo('Ben', 'Carla', 'Dora'), {}, [template])).toEqual(
      [],
    );
    const same = ['Ben', 'Carla', 'Dora'].map((contactId) => ({
      contactId,
      fingerprint: print(to(contactId, `${another} ${story}`), contactId, [template]),
    }));
    expect(codes(to('Ana', `${another} ${story}`), same, {}, [template])).toEqual(['near_copy true']);
  });

  it('without a template nothing is too little of one’s own', () => {
    expect(codes(to('Ana', 'Yes.'), [])).toEqual([]);
  });
});

const words = fc.array(fc.stringMatching(/^[a-zñé]{2,9}$/), { minLength: 12, maxLength: 120 });

describe('a fingerprint', () => {
  it('says nothing of the text but how alike it is to another', () => {
    fc.assert(
      fc.property(words, words, (one, other) => {
        const [a, b] = [print(one.join(' ')), print(other.join(' '))];
        expect(a.length).toBeLessThanOrEqual(kept);
        expect(a.every((hash) => Number.isInteger(hash) && hash >= -(2 ** 31) && hash < 2 ** 31)).toBe(true);
        expect(likenessOf(a, a)).toBe(a.length === 0 ? 0 : 1);
        expect(likenessOf(a, b)).toBe(likenessOf(b, a));
      }),
    );
  });

  it('is about as alike as the texts are', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.stringMatching(/^[a-z]{5,9}$/), { minLength: 100, maxLength: 100 }),
        fc.integer({ min: 20, max: 100 }),
        (all, same) => {
          const other = [...all.slice(0, same), ...all.slice(same).map((word) => `${word}x`)];
          const shared = Math.max(0, same - 2);
          const truly = shared / (98 + 98 - shared);
          expect(Math.abs(likenessOf(print(all.join(' ')), print(other.join(' '))) - truly)).toBeLessThan(
            0.35,
          );
        },
      ),
    );
  });
});
