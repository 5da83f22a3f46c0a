// `bin/earshot read-mail`: one line of JSON for each mail, in the order given, without a database.
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { createInterface } from 'node:readline';
import type { ReadMail } from '@/lib/mail/reading/mail';
import { openReader } from '@/lib/mail/reading/reader';
import { isEarshotError } from '@/lib/errors/earshot-error';

const threads = Math.min(4, availableParallelism());
const ahead = threads * 4;

function lineOf(file: string, mail: ReadMail): object {
  const { bounce } = mail;
  return {
    file,
    kind: mail.kind,
    bounce: bounce && {
      hard: bounce.hard,
      delayed: bounce.delayed,
      recipients: bounce.recipients,
      reason: bounce.reason,
      originalMessageId: bounce.originalMessageId,
    },
    complaint: mail.complaint,
    autoReply: mail.autoReply,
    messageId: mail.messageId,
    inReplyTo: mail.inReplyTo,
    references: mail.references,
    from: mail.from?.address ?? null,
    subject: mail.subject,
    replyText: mail.replyText,
  };
}

function faultOf(error: unknown): string {
  if (isEarshotError(error)) return String(error.facts['why']);
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}

async function* named(files: readonly string[]): AsyncGenerator<string> {
  for (const file of files) {
    if (file !== '-') yield file;
    else
      for await (const line of createInterface({ input: process.stdin })) if (line.trim()) yield line.trim();
  }
}

const reader = openReader({ thread: new URL('./mail-thread.js', import.meta.url), threads });

async function read(file: string): Promise<object> {
  try {
    return lineOf(file, await reader.read(await readFile(file)));
  } catch (error) {
    return { file, error: faultOf(error) };
  }
}

async function write(line: Promise<object> | undefined): Promise<void> {
  if (line && !process.stdout.write(`${JSON.stringify(await line)}\n`)) await once(process.stdout, 'drain');
}

// Whoever reads us may stop, `| head` for one.
process.stdout.on('error', () => process.exit(0));

const lines: Promise<object>[] = [];
for await (const file of named(process.argv.slice(2))) {
  lines.push(read(file));
  if (lines.length > ahead) await write(lines.shift());
}
while (lines.length > 0) await write(lines.shift());
await reader.close();
