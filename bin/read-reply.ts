// `bin/earshot read-reply`: JSON lines in, what each reply may have said out, line by line, without a database.
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { readReply } from '@/lib/replies/suggesting/read-reply';

const asked = z.object({
  id: z.string(),
  message: z.string(),
  sent_on: z.iso.date(),
  channel: z.string().default('email'),
});

function answered(line: string): object {
  const given = read(line);
  if ('error' in given) return given;
  const { id, message, sent_on: sentOn, channel } = given;
  const { replyText, lang, outcome, scope, until, referral, evidence, sure } = readReply({
    message,
    sentOn,
    channel,
  });
  return { id, replyText, lang, outcome, scope, until, referral, evidence, sure };
}

function read(line: string): z.infer<typeof asked> | { id: string | null; error: string } {
  let given: unknown = null;
  try {
    given = JSON.parse(line);
  } catch {
    return { id: null, error: 'not JSON' };
  }
  const parsed = asked.safeParse(given);
  if (parsed.success) return parsed.data;
  const named = z.object({ id: z.string() }).safeParse(given);
  const wrong = parsed.error.issues.map(({ path }) => path.join('.')).join(', ');
  return { id: named.data?.id ?? null, error: `not as it should be: ${wrong}` };
}

// Whoever reads us may stop, `| head` for one.
process.stdout.on('error', () => process.exit(0));

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  if (line.trim() === '') continue;
  if (!process.stdout.write(`${JSON.stringify(answered(line))}\n`)) await once(process.stdout, 'drain');
}
