import { expect, it } from 'vitest';
import { bounceReasons } from '@/lib/mail/reading/bounce/reasons';
import { whyBack } from '@/lib/threads/mails/why-back';

it('puts every reason for which a mail comes back into one that people tell apart', () => {
  expect(whyBack('user_unknown')).toBe('no_address');
  expect(whyBack('mailbox_full')).toBe('full');
  expect(whyBack('blocked')).toBe('refused');
  expect(bounceReasons.filter((one) => whyBack(one) === 'unsaid')).toEqual(['syntax', 'other']);
  expect(whyBack('a_reason_of_later')).toBe('unsaid');
});
