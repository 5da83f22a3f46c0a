import { expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { addStranger } from '@/lib/sync/strangers/mutations';
import { aMember } from '@/tests/support/people';

const names = {
  nothing: '',
  'a blank': ' ',
  'what nobody sees': '\u200b',
  bells: '\u0007\u0007',
  'a book': 'x'.repeat(5_000),
};

it.each(Object.entries(names))(
  'a stranger who calls themselves %s is kept under some name, and keeps no mailbox from being read',
  async (_, name) => {
    const member = await aMember();
    const handle = `${member.userId}@stranger.example`;
    expect(await addStranger(member.userId, { handle, name })).toBe(true);
    const kept = await db().contact.findFirstOrThrow({ where: { addresses: { some: { handle } } } });
    expect(kept.name.trim()).not.toBe('');
    expect(kept.metHow).toBe('wrote_first');
  },
);
