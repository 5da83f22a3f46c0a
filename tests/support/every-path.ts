import { gzipSync } from 'node:zlib';
import { connect } from '@/bin/boot/connection.js';
import { pagesOnDisk } from './doors/on-disk';
import type { Installation } from './installation';
import { written } from './mail/letters';

/** Pages that only show something to whoever comes with a key of their own; tests/e2e/auth.spec.ts looks at them. */
const withKey = ['/setup', '/invite', '/reset'];

/** What a page shows only when it is asked for it. */
const asked = [
  '/settings/policy?look=1&timeZone=UTC&followUpsNeverAnswered=1&followUpsInConversation=1&invitationNeeded=block',
];

/** The address of every page on the disk; what stands in brackets is filled with somebody of the sample. */
export async function everyPath(installation: Installation): Promise<string[]> {
  await asApplication(
    installation,
    `insert into mailboxes (id, user_id, email) select gen_random_uuid(), id, 'nora.weiss@atelier.example' from users
     where closed_at is null order by created_at limit 1 on conflict do nothing`,
  );
  await asApplication(installation, mailSql());
  const [one] = await asApplication(
    installation,
    `select (select contact_id from standing where closed_by = 'declined' limit 1) as contact,
      (select m.id from messages m join standing s using (contact_id) where s.unheard > 0 and m.direction = 'inbound' limit 1) as message,
      (select id from pitches limit 1) as pitch,
      (select organization_id from declines where organization_id is not null limit 1) as organization, (select id from users where closed_at is null limit 1) as member,
      (select id from mailboxes where closed_at is null limit 1) as mailbox, (select message_id from message_mails limit 1) as mail`,
  );
  return pagesOnDisk()
    .map(
      (file) =>
        file
          .replace(/^app/, '')
          .replace(/\/page\.tsx$/, '')
          .replace(/\/\([a-z]+\)/g, '') || '/',
    )
    .filter((path) => !withKey.includes(path))
    .map((path) =>
      path
        .replace(/^(\/contacts)\/\[\w+\]/, `$1/${one?.contact}`)
        .replace(/^(\/listen)\/\[\w+\]/, `$1/${one?.message}`)
        .replace(/^(\/mail)\/\[\w+\]/, `$1/${one?.mail}`)
        .replace(/^(\/organizations)\/\[\w+\]/, `$1/${one?.organization}`)
        .replace(/^(\/pitches)\/\[\w+\]/, `$1/${one?.pitch}`)
        .replace(/^(\/settings\/mailboxes)\/\[\w+\]/, `$1/${one?.mailbox}`)
        .replace(/^(\/settings\/team)\/\[\w+\]/, `$1/${one?.member}`),
    )
    .filter((path) => !path.includes('['))
    .concat(asked);
}

// Somebody's words with the mail they came in, and a mail of which nobody knows whose it is.
function mailSql(): string {
  const letters = {
    known: { body: '<p>Gladly.</p><img src="https://pictures.example/a.png">', type: 'text/html' },
    unknown: { body: 'Gladly, on Thursday.', type: 'text/plain' },
  };
  const kept = ([name, rest]: [string, object]) =>
    `('${name}', '\\x${gzipSync(written({ from: 'eva@museum.example', ...rest })).toString('hex')}'::bytea)`;
  return `with given (name, packed) as (values ${Object.entries(letters).map(kept).join(', ')}),
    mail as (insert into raw_mails (id, sha256, message_id, packed, size, internal_date, user_id, reader_version, waits)
      select gen_random_uuid(), sha256(g.packed), g.name, g.packed, 1, now(), u.id, 1, g.name = 'unknown' from given g,
        (select id from users where closed_at is null order by created_at limit 1) u on conflict do nothing returning id, user_id, waits),
    asked as (insert into mail_questions (id, kind, user_id, raw_mail_id, handle, name, candidates)
      select gen_random_uuid(), 'which_contact', r.user_id, r.id, 'eva@museum.example', 'Eva Maas', array(select id from contacts order by name_key limit 2)
      from mail r where r.waits)
    insert into message_mails (message_id, raw_mail_id) select m.id, r.id from mail r, lateral
      (select m.id from messages m where m.direction = 'inbound' and m.kind = 'human' limit 1) m where not r.waits`;
}

/** Runs one statement as the application's role. */
export async function asApplication(
  installation: Installation,
  sql: string,
): Promise<Record<string, string>[]> {
  const client = await connect(installation.database.app);
  try {
    const { rows } = await client.query<Record<string, string>>(sql);
    return rows;
  } finally {
    await client.end();
  }
}
