import { v7 as uuid } from 'uuid';
import type { Step } from '@/tests/support/history';
import { Impossible, writeContact, type Play } from './database-cast';
import { ago, contactOf, done, isOpen, run, somebody } from './naming';

type Kept =
  | ('crowd_writes' | 'crowd_is_heard' | 'hand_over' | 'close_account' | 'appoint' | 'grant' | 'set_policy')
  | ('met' | 'move' | 'own_domain' | 'appear' | 'merge');

/** What the team decides about itself, and about who somebody is. */
export async function keepTeam(play: Play, step: Extract<Step, { do: Kept }>, at: number): Promise<void> {
  const { cast } = play;
  switch (step.do) {
    case 'crowd_writes':
      if (!(await isOpen(play, cast.users[step.to]))) throw new Impossible();
      for (let one = 0; one < step.people; one += 1) await crowd(play, cast.users[step.to]);
      return;
    case 'crowd_is_heard':
      done(
        await run(
          play,
          `INSERT INTO hearings (id, message_id, contact_id, heard_by_id, outcome) SELECT gen_random_uuid(), m.id, m.contact_id, $2, 'other'
            FROM messages m WHERE m.contact_id = ANY ($1) AND m.direction = 'inbound' AND NOT EXISTS (SELECT FROM hearings h WHERE h.message_id = m.id)`,
          [cast.crowd, cast.users[step.by]],
        ),
      );
      return;
    case 'hand_over':
      await run(play, `INSERT INTO hand_overs (id, contact_id, to_id, by_id) VALUES ($1, $2, $3, $4)`, [
        ...[uuid(), contactOf(play, step.who), cast.users[step.to], cast.users[step.by]],
      ]);
      return;
    case 'close_account': {
      const user = cast.users[step.user];
      const by = await run(
        play,
        `SELECT id FROM users WHERE id = ANY ($1) AND role = 'owner' AND closed_at IS NULL AND id <> $2`,
        [Object.values(cast.users), user],
      );
      done(by);
      const to = step.to === undefined ? null : cast.users[step.to];
      if (!(await isOpen(play, user)) || to === user || (to !== null && !(await isOpen(play, to)))) {
        throw new Impossible();
      }
      if (to !== null)
        await run(play, `SELECT law.hand_over_all($1, $2, $3, NULL)`, [user, to, by.rows[0].id]);
      await run(play, 'UPDATE users SET closed_at = $2 WHERE id = $1', [user, play.now]);
      return;
    }
    case 'appoint':
      done(
        await run(
          play,
          `UPDATE users u SET role = $2::role WHERE id = $1 AND closed_at IS NULL AND role <> $2::role
            AND ($2::role = 'owner' OR EXISTS (SELECT FROM users o WHERE o.id = ANY ($3) AND o.id <> u.id AND o.role = 'owner' AND o.closed_at IS NULL))`,
          [cast.users[step.user], step.as, Object.values(cast.users)],
        ),
      );
      return;
    case 'grant': {
      const id = uuid();
      await run(
        play,
        `INSERT INTO exceptions (id, contact_id, reasons, new_fact, given_by_id, given_to_id) VALUES ($1, $2, $3, 'a new fact', $4, $5)`,
        [id, contactOf(play, step.who), step.reasons, cast.users[step.by], cast.users[step.to]],
      );
      play.grants.set(at, id);
      return;
    }
    case 'set_policy':
      await run(
        play,
        `UPDATE policy SET follow_ups_never_answered = coalesce($1, follow_ups_never_answered),
          follow_ups_in_conversation = coalesce($2, follow_ups_in_conversation), invitation_needed = coalesce($3, invitation_needed)`,
        [step.followUpsNeverAnswered, step.followUpsInConversation, step.invitationNeeded],
      );
      return;
    case 'met':
      done(
        await run(
          play,
          `UPDATE contacts SET met_how = $2, met_where = $3, introducer_name = $4 WHERE id = $1 AND merged_into_id IS NULL`,
          [
            ...[contactOf(play, step.who), step.how],
            step.named && (step.how === 'in_person' || step.how === 'event') ? 'Lisbon' : null,
            step.named && step.how === 'introduced' ? 'Rita' : null,
          ],
        ),
      );
      return;
    case 'move':
      done(
        await run(
          play,
          `UPDATE contacts SET organization_id = $2 WHERE id = $1 AND merged_into_id IS NULL AND organization_id IS DISTINCT FROM $2`,
          [contactOf(play, step.who), step.to === null ? null : cast.organizations[step.to]],
        ),
      );
      return;
    case 'own_domain':
      done(
        await run(
          play,
          `INSERT INTO organization_domains (domain, organization_id) VALUES ($1, $2) ON CONFLICT DO NOTHING`,
          [cast.domains[step.domain], cast.organizations[step.organization]],
        ),
      );
      return;
    case 'appear': {
      if (cast.addresses.has(`${step.who}email`)) throw new Impossible();
      const organization =
        step.organization === null ? null : (cast.organizations[step.organization] ?? null);
      await writeContact(play.app, cast, step.who, step.domain, organization, play.now);
      return;
    }
    case 'merge': {
      const [from, into] = [contactOf(play, step.from), contactOf(play, step.into)];
      await run(play, `SELECT law.merge_contacts($1, $2, $3, 'the same person')`, [
        from,
        into,
        await somebody(play),
      ]);
      for (const [name, one] of play.messages)
        if (one.contact === from) play.messages.set(name, { ...one, contact: into });
      return;
    }
  }
}

/** Somebody outside the cast was written to by this user an hour ago, and has answered. */
async function crowd(play: Play, user: string): Promise<void> {
  const [contact, address, thread] = [uuid(), uuid(), uuid()];
  await run(play, `INSERT INTO contacts (id, name, name_key, created_at) VALUES ($1, 'C', 'c', $2)`, [
    contact,
    play.now,
  ]);
  await run(
    play,
    `INSERT INTO addresses (id, contact_id, channel, handle, typed) VALUES ($1, $2, 'email', $3, $3)`,
    [...[address, contact, `${contact}@crowd.example`]],
  );
  await run(play, `INSERT INTO threads (id, contact_id, channel) VALUES ($1, $2, 'email')`, [
    thread,
    contact,
  ]);
  await run(
    play,
    `INSERT INTO messages (id, contact_id, thread_id, channel, address_id, direction, source, occurred_at, body, author_id, recorded_by_id)
      SELECT gen_random_uuid(), $1, $2, 'email', $3, d::direction, 'logged', at, 'words', CASE d WHEN 'outbound' THEN $4::uuid END, $4::uuid
      FROM (VALUES (1, 'outbound', $5::timestamptz), (2, 'inbound', $6)) x(n, d, at) ORDER BY n`,
    [contact, thread, address, user, ago(play, 1), play.now],
  );
  play.cast.crowd.push(contact);
}
