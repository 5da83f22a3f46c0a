import { describe, expect, it } from 'vitest';
import { numberIn } from '@/lib/replies/in-a-row';
import { undoneIn, undonePath } from '@/lib/replies/undone';

const ana = '0199b000-0000-7000-8000-000000000001';
const later = { outcome: 'later' } as const;

describe('an undo of what was heard', () => {
  it('leads back to the reply, at the place in the row where it stood', () => {
    const path = undonePath(ana, { undone: 'later', stands: true, done: 1 });
    expect(path).toBe(`/listen/${ana}?stands=later&done=0`);
    expect(undonePath(ana, { undone: 'later', stands: false, done: 0 })).toBe(
      `/listen/${ana}?undone=later&done=0`,
    );
  });

  it('asks anew where nothing was heard before, and says what counts again where something was', () => {
    expect(undoneIn({ stands: 'later', undone: null }, later, 'freely')).toEqual({
      ...{ outcome: 'later', asksAnew: true },
    });
    expect(undoneIn({ stands: null, undone: 'declined' }, later, 'freely')).toEqual({
      ...{ outcome: 'declined', asksAnew: false },
    });
  });

  it('is not believed of an address that is older than what counts now, or not one’s own', () => {
    expect(undoneIn({ stands: 'declined', undone: null }, later, 'freely')).toBe(null);
    expect(undoneIn({ stands: 'later', undone: null }, later, 'no')).toBe(null);
    expect(undoneIn({ stands: 'later', undone: null }, later, 'with_a_reason')).toBe(null);
    expect(undoneIn({ stands: 'later', undone: null }, null, null)).toBe(null);
    expect(undoneIn({ stands: 'nonsense', undone: null }, later, 'freely')).toBe(null);
  });

  it('counts a row from an address, and takes nonsense for none', () => {
    expect(numberIn({ done: '3' }, 'done')).toBe(3);
    expect(numberIn({ done: '-3' }, 'done')).toBe(0);
    expect(numberIn({ done: 'x' }, 'done')).toBe(0);
    expect(numberIn({}, 'skipped')).toBe(0);
  });
});
