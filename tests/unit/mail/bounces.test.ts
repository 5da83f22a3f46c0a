import { describe, expect, it } from 'vitest';
import { readMail } from '@/lib/mail/reading/read-mail';
import { id, report, them } from '@/tests/fixtures/mail/compose.js';
import { dialects } from '@/tests/fixtures/mail/dialects.js';
import { moreDialects } from '@/tests/fixtures/mail/more-dialects.js';
import { refusals } from '@/tests/fixtures/mail/refusals.js';

const read = (raw: string) => readMail(new TextEncoder().encode(raw));

describe('a report that our mail did not arrive', () => {
  it.each([...dialects, ...moreDialects])('is understood in the words of %s', async (_, raw, expected) => {
    const { kind, bounce } = await read(raw);
    expect({ kind, ...bounce }).toMatchObject({
      kind: 'bounce',
      recipients: [them],
      originalMessageId: id,
      ...expected,
    });
  });

  it.each(refusals)('knows what «%s» means', async (said, status, hard, reason) => {
    const { bounce } = await read(
      report({
        recipients: [{ said, status }],
        text: `<${them}>: host mx.marea.example[192.0.2.9] said: ${said} (in reply to RCPT TO command)`,
      }),
    );
    expect(bounce).toMatchObject({ hard, recipients: [them], ...(reason && { reason }) });
  });
});
