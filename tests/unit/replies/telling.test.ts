import { describe, expect, it } from 'vitest';
import { readTelling } from '@/lib/replies/telling';

const told = {
  ...{ contactId: '0198a3c0-0000-7000-8000-000000000001', kind: 'message', direction: 'inbound' },
  ...{ where: 'phone:', day: '2026-11-20', hour: '', subject: '', body: 'Call me in spring.' },
  ...{ pitchId: '', answersId: '', outcome: 'later', scope: '', aboutPitchId: '', until: '2027-04-01' },
  ...{
    referral: '',
    referralId: '',
    referralAddress: '',
    words: '',
    whatWeHeard: '',
    reason: '',
    corrects: '',
  },
};
const read = (more: Partial<typeof told> = {}) => {
  const answer = readTelling({ ...told, ...more });
  return answer.ok ? answer.telling : answer.errors;
};

describe('what is logged of a talk', () => {
  it.each(['phone:', 'in_person:'])('what they said there (%s) is logged as heard, in one go', (where) => {
    expect(read({ where })).toMatchObject({
      log: { kind: 'talk', direction: 'inbound' },
      hearing: { outcome: 'later', until: '2027-04-01' },
    });
  });

  it('asks what it came to', () => {
    expect(read({ outcome: '' })).toEqual({ outcome: 'choose' });
    expect(read({ kind: 'talk', outcome: '' })).toEqual({ outcome: 'choose' });
  });

  it('is no talk when we called, or when it was written', () => {
    expect(read({ direction: 'outbound' })).toMatchObject({ log: { kind: 'message' }, hearing: null });
    expect(read({ where: 'whatsapp:' })).toMatchObject({ log: { kind: 'message' }, hearing: null });
    expect(read({ where: 'whatsapp:', kind: 'talk' })).toMatchObject({ hearing: { outcome: 'later' } });
  });
});
