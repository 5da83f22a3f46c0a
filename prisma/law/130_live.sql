-- Whoever looks at a page learns within two seconds what changed under it: each change leaves one short-lived row that
-- says whom it is about (null: perhaps anybody), never what it is; the page asks for that itself. Not NOTIFY: it makes
-- every commit wait for the one before it (docs/decisions/0013-live-by-a-short-memory.md).
CREATE TABLE IF NOT EXISTS law.changed (xid xid8 NOT NULL DEFAULT pg_current_xact_id(), contact_id uuid);
CREATE INDEX IF NOT EXISTS changed_xid ON law.changed (xid);
-- Or how far a mailbox was read: that shows on the pages of mailboxes, and nowhere else.
ALTER TABLE law.changed ADD COLUMN IF NOT EXISTS mailbox_id uuid;

CREATE OR REPLACE FUNCTION law.note_one() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = law, public, pg_temp AS $$
BEGIN
  INSERT INTO law.changed (contact_id) VALUES (new.contact_id);
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION law.note_all() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = law, public, pg_temp AS $$
BEGIN
  INSERT INTO law.changed DEFAULT VALUES;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION law.note_mailbox() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = law, public, pg_temp AS $$
BEGIN
  INSERT INTO law.changed (mailbox_id) VALUES (new.mailbox_id);
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION law.note_this_mailbox() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = law, public, pg_temp AS $$
BEGIN
  INSERT INTO law.changed (mailbox_id) VALUES (new.id);
  RETURN NULL;
END $$;

-- law.stand names every column, law.lock_standing only `touched`: a change is noted once, a lock never.
SELECT law.watch('standing', 'live_changed', 'AFTER UPDATE OF turn', 'FOR EACH ROW EXECUTE FUNCTION law.note_one()');
SELECT law.watch('standing', 'live_arrived', 'AFTER INSERT', 'FOR EACH STATEMENT EXECUTE FUNCTION law.note_all()');
SELECT law.watch('organizations', 'live_closed', 'AFTER UPDATE OF touched', 'FOR EACH STATEMENT EXECUTE FUNCTION law.note_all()');
SELECT law.watch('events', 'live_event', 'AFTER INSERT', 'FOR EACH ROW EXECUTE FUNCTION law.note_one()');

-- A batch names its cursor once, however many mails it holds.
SELECT law.watch('mailbox_folders', 'live_read', 'AFTER UPDATE OF next_uid, back_uid, read_to_end_at, chosen, listed', 'FOR EACH ROW EXECUTE FUNCTION law.note_mailbox()');
-- Somebody may be waiting to see how a try ends.
SELECT law.watch('mailboxes', 'live_tried', 'AFTER UPDATE OF fault_at', 'FOR EACH ROW EXECUTE FUNCTION law.note_this_mailbox()');

-- What was committed since one asked with `upto` of the last answer; nothing is missed, however late a transaction
-- commits, and what was seen before may be seen again. Always a row, since `upto` is asked for next.
DROP FUNCTION IF EXISTS law.changed_since(xid8);
CREATE FUNCTION law.changed_since(p_from xid8) RETURNS TABLE (upto xid8, xid xid8, contact_id uuid, mailbox_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = law, public, pg_temp AS $$
  SELECT u.upto, c.xid, c.contact_id, c.mailbox_id FROM (SELECT pg_snapshot_xmin(pg_current_snapshot()) AS upto) u
    LEFT JOIN law.changed c ON c.xid >= p_from LIMIT 2001
$$;

-- What every process has told long ago; and what came with a restored copy, whose transactions counted from elsewhere.
CREATE OR REPLACE FUNCTION law.forget_changes(p_before xid8) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = law, public, pg_temp AS $$
  DELETE FROM law.changed c WHERE c.xid < p_before OR c.xid > pg_snapshot_xmax(pg_current_snapshot())
$$;
