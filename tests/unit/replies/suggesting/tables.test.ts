import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '@/bin/boot/root.js';
import { samplesIn } from '@/bin/train/samples';
import { readText } from '@/lib/replies/suggesting/sentences';
import { lettersIn, suggestLanguages, tableOf } from '@/lib/replies/suggesting/tables';

describe('the letters that a phrase needs', () => {
  it.each([
    ['not (?:at all )?interested', 'interested'],
    ['take (us|me) off', 'take '],
    ['colou?rs', 'colo'],
    ['we +pass', 'pass'],
    ['no{2,} thanks', ' thanks'],
    ['stop[a-z]* writing', ' writing'],
    ['pass|no', ''],
    ['(?:pass|no)', ''],
    ['a\\.b', 'a'],
    ['(a(b)c)?defg', 'defg'],
    ['', ''],
  ])('%s: “%s”', (source, letters) => {
    expect(lettersIn(source)).toBe(letters);
  });

  it('stand in every reply in which it is found', () => {
    const replies = samplesIn(join(root, 'tests/corpus/replies/held')).filter((_, at) => at % 10 === 0);
    const texts = replies.map(({ reply }) => readText(reply).plain);
    const missed = suggestLanguages.flatMap((language) =>
      tableOf(language).filter(({ pattern, needs }) =>
        texts.some((text) => !text.includes(needs) && text.search(pattern) >= 0),
      ),
    );
    expect(missed).toEqual([]);
  });
});
