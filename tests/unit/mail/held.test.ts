import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readMail } from '@/lib/mail/reading/read-mail';

// 172 were written before the rules of the reading were read; the `second-` and those of further languages after it.
const folder = join(import.meta.dirname, '../../fixtures/mail-held');
const bounce = {
  hard: z.boolean(),
  delayed: z.boolean(),
  recipients: z.array(z.string()),
  originalMessageId: z.string().nullable(),
};
const label = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('bounce'), ...bounce }),
  z.strictObject({ kind: z.literal('complaint'), recipients: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('auto_reply'), returnsOn: z.string().optional() }),
  z.strictObject({ kind: z.enum(['human', 'receipt', 'list']) }),
]);
const labels = z
  .record(z.string(), label)
  .parse(JSON.parse(readFileSync(join(folder, 'labels.json'), 'utf8')));

const read = (name: string) => readMail(readFileSync(join(folder, `${name}.eml`)));

describe('mails as programs and people of many places write them', () => {
  it('are all labelled, and every label has its mail', () => {
    const mails = readdirSync(folder).filter((file) => file.endsWith('.eml'));
    expect(mails.map((file) => file.slice(0, -'.eml'.length)).sort()).toEqual(Object.keys(labels).sort());
  });

  it.each(Object.entries(labels))('%s is told for what it is', async (name, expected) => {
    const mail = await read(name);
    expect(mail.kind).toBe(expected.kind);
    const { kind, ...told } = expected;
    if (kind === 'bounce') expect(mail.bounce).toMatchObject(told);
    if (kind === 'complaint') expect(mail.complaint).toMatchObject(told);
    if (kind === 'auto_reply') expect(mail.autoReply).toMatchObject(told);
  });
});
