-- Ten messages for each of so many people (fill.ts, million.sql), one a week, theirs and ours in turn, the last one theirs
-- and heard as a question: as the owner of the tables, with the law's triggers off, and then added up by the law.
SET synchronous_commit = off;
BEGIN;
ALTER TABLE messages DISABLE TRIGGER USER;
ALTER TABLE hearings DISABLE TRIGGER USER;
CREATE TEMP TABLE talker AS SELECT c.id, gen_random_uuid() AS thread FROM contacts c WHERE NOT EXISTS (SELECT FROM threads t WHERE t.contact_id = c.id) ORDER BY c.id LIMIT :talkers;
INSERT INTO threads (id, contact_id, channel) SELECT thread, id, 'email' FROM talker;
UPDATE contacts SET created_at = now() - interval '1 year' WHERE id IN (SELECT id FROM talker);
INSERT INTO messages (id, contact_id, thread_id, channel, direction, source, occurred_at, moment, recorded_at, author_id, body)
  SELECT gen_random_uuid(), k.id, k.thread, 'email', CASE n % 2 WHEN 1 THEN 'outbound' ELSE 'inbound' END::direction, 'logged', at, at, at,
    CASE n % 2 WHEN 1 THEN :author::uuid END, repeat('Some words about what we do and ask. ', 6)
  FROM talker k, generate_series(1, 10) n, LATERAL (SELECT now() - (11 - n) * interval '1 week' AS at) w ORDER BY k.id, n;
INSERT INTO hearings (id, message_id, contact_id, heard_by_id, outcome, recorded_at)
  SELECT gen_random_uuid(), m.id, m.contact_id, :author::uuid, 'question', m.recorded_at FROM messages m JOIN talker k ON k.id = m.contact_id WHERE m.direction = 'inbound';
-- What was filled a moment ago is unknown to the planner, which would read all of it for each of them.
ANALYZE threads, messages, hearings, contacts;
SELECT count(law.stand(id)) FROM talker;
ALTER TABLE messages ENABLE ALWAYS TRIGGER law_message;
ALTER TABLE messages ENABLE ALWAYS TRIGGER law_message_recorded;
ALTER TABLE hearings ENABLE ALWAYS TRIGGER law_hearing;
ALTER TABLE hearings ENABLE ALWAYS TRIGGER law_heard;
COMMIT;
