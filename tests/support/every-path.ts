import { connect } from '@/bin/boot/connection.js';
import { pagesOnDisk } from './doors/on-disk';
import type { Installation } from './installation';

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
  const [one] = await asApplication(
    installation,
    `select (select contact_id from standing where closed_by = 'declined' limit 1) as contact,
      (select m.id from messages m join standing s using (contact_id) where s.unheard > 0 and m.direction = 'inbound' limit 1) as message,
      (select id from pitches limit 1) as pitch, (select id from users where closed_at is null limit 1) as member,
      (select id from mailboxes where closed_at is null limit 1) as mailbox`,
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
        .replace(/^(\/pitches)\/\[\w+\]/, `$1/${one?.pitch}`)
        .replace(/^(\/settings\/mailboxes)\/\[\w+\]/, `$1/${one?.mailbox}`)
        .replace(/^(\/settings\/team)\/\[\w+\]/, `$1/${one?.member}`),
    )
    .filter((path) => !path.includes('['))
    .concat(asked);
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
