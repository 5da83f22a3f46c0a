-- The ground of the law: its schema, its clock, its key.
-- Every function that the application may call is SECURITY DEFINER with a fixed search_path; the others are
-- reachable only from those. Plain SQL functions without SET stay inlinable and therefore name every table in full.
CREATE SCHEMA IF NOT EXISTS law;
REVOKE ALL ON SCHEMA law FROM PUBLIC;

-- The only clock of the law. Tests replace this one function in their own database; nothing else knows the time.
CREATE OR REPLACE FUNCTION law.clock() RETURNS timestamptz LANGUAGE sql VOLATILE AS $$ SELECT date_trunc('milliseconds', clock_timestamp()) $$;

-- The key under which handles and domains are hashed, kept as the two padded halves of HMAC. It lives only here
-- and travels in the backup.
CREATE TABLE IF NOT EXISTS law.secret (inner_pad bytea NOT NULL, outer_pad bytea NOT NULL);
DO $$
DECLARE
  key bytea := sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())) || decode(repeat('00', 32), 'hex');
  inner_pad bytea := key;
  outer_pad bytea := key;
BEGIN
  IF EXISTS (SELECT FROM law.secret) THEN RETURN; END IF;
  FOR i IN 0..63 LOOP
    inner_pad := set_byte(inner_pad, i, get_byte(key, i) # 54);
    outer_pad := set_byte(outer_pad, i, get_byte(key, i) # 92);
  END LOOP;
  INSERT INTO law.secret VALUES (inner_pad, outer_pad);
END $$;

-- HMAC-SHA-256 (RFC 2104) of a text under the key, without an extension.
CREATE OR REPLACE FUNCTION law.keyed_with(s law.secret, p_text text) RETURNS bytea LANGUAGE sql STABLE AS $$
  SELECT sha256(s.outer_pad || sha256(s.inner_pad || convert_to(p_text, 'UTF8')))
$$;

CREATE OR REPLACE FUNCTION law.keyed(p_text text) RETURNS bytea LANGUAGE sql STABLE AS $$
  SELECT law.keyed_with(s, p_text) FROM law.secret s
$$;

-- Something that cannot be done now, whatever the law says of writing: SQLSTATE P0G02, the code as message.
CREATE OR REPLACE FUNCTION law.impossible(p_code text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'P0G02', MESSAGE = p_code;
END $$;

CREATE OR REPLACE FUNCTION law.is_owner(p_user uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM public.users u WHERE u.id = p_user AND u.role = 'owner' AND u.closed_at IS NULL)
$$;

-- May this user write at all: an open account that is not a reader.
CREATE OR REPLACE FUNCTION law.may_write(p_user uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM public.users u WHERE u.id = p_user AND u.role <> 'reader' AND u.closed_at IS NULL)
$$;

CREATE OR REPLACE FUNCTION law.note_event(p_verb text, p_actor uuid, p_contact uuid, p_subject uuid, p_codes jsonb, p_text text)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  made uuid := gen_random_uuid();
BEGIN
  INSERT INTO public.events (id, recorded_at, verb, actor_id, contact_id, subject_id, codes)
    VALUES (made, law.clock(), p_verb, p_actor, p_contact, p_subject, coalesce(p_codes, '{}'));
  IF p_text IS NOT NULL THEN INSERT INTO public.event_texts (event_id, text) VALUES (made, p_text); END IF;
END $$;
