import { describe, expect, it } from 'vitest';
import { readMail } from '@/lib/mail/reading/read-mail';
import { prepare } from '@/lib/sync/filing/incoming';
import { comesByItself } from '@/lib/sync/strangers/by-itself';
import { type Letter, returned, written } from '@/tests/support/mail/letters';

const own = new Set(['ana@atelier.example', 'team@atelier.example']);

async function comes(raw: string, rest: { answersKnown?: boolean; isWrittenTo?: boolean } = {}) {
  const bytes = Buffer.from(raw);
  const read = await readMail(bytes);
  const { mail } = prepare({ bytes, cut: false, size: bytes.byteLength, internalDate: new Date(0), read });
  return comesByItself(mail, { own, answersKnown: false, isWrittenTo: false, ...rest });
}

const from = (letter: Partial<Letter>) => written({ id: 'a@x.example', from: 'jo@home.example', ...letter });
const many = 'ana@atelier.example, eva@museum.example';

describe('whoever writes and is no contact becomes one by itself', () => {
  it('when they write to us alone, also to two of us', async () => {
    expect(await comes(from({ to: 'ana@atelier.example' }))).toBe(true);
    expect(await comes(from({ to: 'ana@atelier.example', cc: 'team@atelier.example' }))).toBe(true);
  });

  it('when they answer mail of ours, whoever else reads it', async () => {
    const answer = from({ to: many, inReplyTo: 'ours@atelier.example' });
    expect(await comes(answer, { isWrittenTo: true })).toBe(true);
    expect(await comes(answer)).toBe(false);
    expect(await comes(from({ to: many }), { isWrittenTo: true })).toBe(false);
  });

  it('not when others are written to as well, or nobody we know of', async () => {
    expect(await comes(from({ to: many }))).toBe(false);
    expect(await comes(from({ to: 'undisclosed-recipients:;' }))).toBe(false);
  });

  it('not when it answers a conversation that is here: they may be somebody we know', async () => {
    expect(await comes(from({ inReplyTo: 'known@x.example' }), { answersKnown: true })).toBe(false);
  });

  it('never a list, a machine or one of us', async () => {
    const list = ['List-Id: <news.shop.example>', 'List-Unsubscribe: <https://shop.example/u>'];
    expect(await comes(from({ headers: [...list, 'Precedence: bulk'] }))).toBe(false);
    expect(await comes(from({ headers: ['Auto-Submitted: auto-replied'], subject: 'Out of office' }))).toBe(
      false,
    );
    expect(await comes(returned({ recipient: 'x@gone.example' }))).toBe(false);
    expect(await comes(from({ from: 'team@atelier.example' }))).toBe(false);
  });
});
