import { beforeAll } from 'vitest';
import type { Writer } from '@/lib/auth/actor';
import { createContact } from '@/lib/contacts/mutations';
import { contactSchema } from '@/lib/contacts/contact-form';
import { rows } from '@/lib/db/pool';
import type { ReportedRow } from '@/lib/imports/batch/reported-row';
import { importContacts, type ImportWork } from '@/lib/imports/mutations';
import { aMember } from '@/tests/support/people';

let somebodyHere: Writer | undefined;

/** Before the tests of a file: somebody who imports. */
export function somebodyImports(): void {
  beforeAll(async () => {
    somebodyHere = await aMember({ name: 'Nora' });
  });
}

/** Whoever imports in these tests. */
export function member(): Writer {
  if (!somebodyHere) throw new Error('The member comes before the first test.');
  return somebodyHere;
}

async function* bytes(content: string | Buffer) {
  const buffer = Buffer.from(content);
  for (let from = 0; from < buffer.length; from += 1000) yield buffer.subarray(from, from + 1000);
}

export async function imported(content: string | Buffer, more: Partial<ImportWork> = {}) {
  const told: ReportedRow[] = [];
  const sum = await importContacts({
    by: member(),
    fileName: 'people.csv',
    stream: bytes(content),
    onRow: (row) => told.push(row),
    ...more,
  });
  return {
    sum,
    told,
    brief: told.map(({ line, result, codes }) => [line, result, codes.join(' ')].join(' ').trim()),
  };
}

export async function everybody() {
  return rows<Record<string, unknown>>(
    `SELECT c.name, o.name AS organization, c.position, c.note, array_agg(a.channel || ' ' || a.handle || ' ' || a.state ORDER BY a.channel, a.handle) AS addresses
    FROM contacts c LEFT JOIN organizations o ON o.id = c.organization_id LEFT JOIN addresses a ON a.contact_id = c.id GROUP BY c.id, o.name ORDER BY c.name, c.id`,
  );
}

const plain = {
  name: '',
  given_name: '',
  position: '',
  organization: '',
  language: '',
  country: '',
  time_zone: '',
  met_how: 'unknown',
  met_where: '',
  met_on: '',
  introducer: '',
  source: '',
  note: '',
  tags: '',
};
const somebody = (name: string, more: Partial<typeof plain> = {}) =>
  contactSchema.parse({ ...plain, name, ...more });

export async function kept(name: string, email: string, more: Partial<typeof plain> = {}): Promise<string> {
  const answer = await createContact(member(), somebody(name, more), [{ channel: 'email', typed: email }], {
    share: false,
  });
  if (!answer.ok) throw new Error(answer.reason);
  return answer.id;
}
