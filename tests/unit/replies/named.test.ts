import { describe, expect, it } from 'vitest';
import { belongingHearing, hearingShape } from '@/lib/replies/hearing';
import { guessedReferral } from '@/lib/replies/guessed-referral';
import { namedIn } from '@/lib/replies/suggested/named';
import { z } from 'zod';

const told = (fields: Record<string, string>) => belongingHearing(z.object(hearingShape).parse(fields));

describe('whom words name instead', () => {
  it('is the name and the address they give', () => {
    expect(
      namedIn(
        [
          'Dear Ana, I am not the right one. Please write to Jane Hill (jane.hill@museum.example), she runs it.',
        ],
        ['Sam Fox'],
      ),
    ).toEqual({ name: 'Jane Hill', address: 'jane.hill@museum.example' });
    expect(namedIn(['No llevo ese tema, escribe a Lucía Ferrer.'], ['Sam Fox'])).toEqual({
      name: 'Lucía Ferrer',
      address: '',
    });
    expect(namedIn(['Not mine. Write to shop@museum.example.'], ['Sam Fox'])?.address).toBe(
      'shop@museum.example',
    );
  });

  it('is looked for in what was said last, and then before', () => {
    const [jane, tim] = [
      'Please write to Jane Hill, jane@m.example.',
      'Sorry, please write to Tim Lund, tim@m.example.',
    ];
    expect(namedIn([jane, tim], [])?.name).toBe('Tim Lund');
    expect(namedIn([jane, 'Did that work?'], [])?.name).toBe('Jane Hill');
  });

  it('is neither who writes nor where they write from', () => {
    expect(namedIn(['Please write to Sam Fox, sam@m.example.'], ['Sam Fox', 'sam@m.example'])).toBeNull();
    expect(namedIn(['Thank you, not for me.'], ['Sam Fox'])).toBeNull();
  });
});

describe('a guess in the form', () => {
  const guess = { name: 'Jane Hill', address: 'jane@m.example' };
  const left = {
    ...{ referral: guess.name, referralAddress: guess.address, referralGuess: guessedReferral(guess) },
  };

  it('counts with "somebody else", since whoever presses has it before their eyes', () => {
    expect(told({ outcome: 'wrong_person', ...left })).toMatchObject({
      referral: 'Jane Hill',
      referralAddress: 'jane@m.example',
    });
  });

  it.each(['question', 'interested', 'later', 'declined', 'other', 'opted_out'])(
    'is nobody with another outcome: %s',
    (outcome) => {
      expect(told({ outcome, ...left })).toMatchObject({ referral: null, referralAddress: null });
    },
  );

  it('is what somebody said as soon as somebody typed it otherwise', () => {
    expect(told({ outcome: 'question', ...left, referral: 'Jane H. Hill' })).toMatchObject({
      referral: 'Jane H. Hill',
      referralAddress: 'jane@m.example',
    });
    expect(told({ outcome: 'question', referral: guess.name, referralAddress: guess.address })).toMatchObject(
      {
        referral: 'Jane Hill',
      },
    );
  });
});
