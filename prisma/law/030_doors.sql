-- Doors: one row for each handle and each domain, by keyed hash. It outlives the address and the contact.

-- Phone, WhatsApp and SMS are one door: it is the same telephone.
CREATE OR REPLACE FUNCTION law.door_text(p_channel channel, p_handle text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN p_channel IN ('phone', 'whatsapp', 'sms') THEN 'telephone' ELSE p_channel::text END || ':' || p_handle
$$;

CREATE OR REPLACE FUNCTION law.door_of(p_channel channel, p_handle text) RETURNS bytea LANGUAGE sql STABLE AS $$
  SELECT law.keyed(law.door_text(p_channel, p_handle))
$$;

CREATE OR REPLACE FUNCTION law.door_of_domain(p_domain text) RETURNS bytea LANGUAGE sql STABLE AS $$
  SELECT law.keyed('domain:' || p_domain)
$$;

-- Claims the door of a new address. Somebody else's door stays theirs: the address may then only be listed as shared.
CREATE OR REPLACE FUNCTION law.on_address() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = law, public, pg_temp AS $$
DECLARE
  own bytea := law.door_of(new.channel, new.handle);
  holder uuid;
BEGIN
  PERFORM law.lock_standing(new.contact_id);
  new.door_hashes := ARRAY[own];
  IF new.channel = 'email' THEN
    new.door_hashes := new.door_hashes || ARRAY(SELECT law.door_of_domain(s) FROM law.suffixes(split_part(new.handle, '@', 2)) s);
  END IF;
  INSERT INTO doors (key_hash) SELECT h FROM unnest(new.door_hashes) h ORDER BY h ON CONFLICT DO NOTHING;
  IF new.state = 'retired' THEN PERFORM law.impossible('address_begins_retired'); END IF;
  IF new.state = 'held' THEN
    UPDATE doors SET contact_id = new.contact_id, touched = touched + 1
      WHERE key_hash = own AND (contact_id IS NULL OR contact_id = new.contact_id);
    IF NOT FOUND THEN
      SELECT contact_id INTO holder FROM doors WHERE key_hash = own;
      RAISE EXCEPTION USING ERRCODE = 'P0G02', MESSAGE = 'address_belongs_to_another', DETAIL = holder::text;
    END IF;
  END IF;
  RETURN new;
END $$;

-- A domain brings an organization's noes to every address there: senders hold that door.
CREATE OR REPLACE FUNCTION law.on_domain() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = law, public, pg_temp AS $$
BEGIN
  INSERT INTO doors (key_hash, touched) VALUES (law.door_of_domain(new.domain), 1) ON CONFLICT (key_hash) DO UPDATE SET touched = doors.touched + 1;
  RETURN NULL;
END $$;

-- Takes an address away from a living contact: it stays with it, retired, for ever.
CREATE OR REPLACE FUNCTION law.retire_address(p_address uuid, p_by uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = law, public, pg_temp AS $$
DECLARE
  a addresses;
BEGIN
  SELECT * INTO a FROM addresses WHERE id = p_address;
  IF NOT FOUND OR a.state = 'retired' OR NOT law.may_write(p_by) THEN PERFORM law.impossible('address_not_held'); END IF;
  PERFORM law.lock_standing(a.contact_id);
  UPDATE addresses SET state = 'retired', retired_at = law.clock() WHERE id = p_address AND state <> 'retired';
  IF NOT FOUND THEN PERFORM law.impossible('address_not_held'); END IF;
  PERFORM law.note_event('address_retired', p_by, a.contact_id, p_address, NULL, NULL);
END $$;

CREATE OR REPLACE FUNCTION law.suppress(p_kind suppression_kind, p_key bytea, p_cause suppression_cause, p_by uuid, p_reason text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = law, public, pg_temp AS $$
DECLARE
  made uuid;
BEGIN
  IF p_by IS NOT NULL AND NOT law.may_write(p_by) THEN PERFORM law.impossible('not_allowed'); END IF;
  INSERT INTO doors (key_hash, touched) VALUES (p_key, 1) ON CONFLICT (key_hash) DO UPDATE SET touched = doors.touched + 1;
  INSERT INTO suppressions (kind, key_hash, cause, reason, recorded_by_id, recorded_at)
    VALUES (p_kind, p_key, p_cause, p_reason, p_by, law.clock()) ON CONFLICT DO NOTHING RETURNING id INTO made;
  IF made IS NULL THEN PERFORM law.impossible('already_suppressed'); END IF;
  PERFORM law.note_event(p_kind || '_suppressed', p_by, NULL, made, jsonb_build_object('cause', p_cause), p_reason);
  RETURN made;
END $$;

-- Suppresses one handle (normalized; only spaces and capitals are mended here), known to us or not.
CREATE OR REPLACE FUNCTION law.suppress_address(p_channel channel, p_handle text, p_cause suppression_cause, p_by uuid, p_reason text) RETURNS uuid
LANGUAGE sql SECURITY DEFINER SET search_path = law, public, pg_temp AS $$
  SELECT law.suppress('address', law.door_of(p_channel, CASE p_channel WHEN 'other' THEN btrim(p_handle) ELSE lower(btrim(p_handle)) END), p_cause, p_by, p_reason)
$$;

-- Suppresses a domain (A-labels) and its subdomains, for addresses that exist and that come later.
CREATE OR REPLACE FUNCTION law.suppress_domain(p_domain text, p_cause suppression_cause, p_by uuid, p_reason text) RETURNS uuid
LANGUAGE sql SECURITY DEFINER SET search_path = law, public, pg_temp AS $$
  SELECT law.suppress('domain', law.door_of_domain(lower(btrim(p_domain, ' .@'))), p_cause, p_by, p_reason)
$$;

-- Only the owner, only with a reason.
CREATE OR REPLACE FUNCTION law.lift_suppression(p_suppression uuid, p_by uuid, p_reason text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = law, public, pg_temp AS $$
BEGIN
  IF NOT law.is_owner(p_by) OR coalesce(btrim(p_reason), '') = '' THEN PERFORM law.impossible('owner_with_a_reason'); END IF;
  UPDATE suppressions SET lifted_at = law.clock(), lifted_by_id = p_by, lifted_reason = p_reason WHERE id = p_suppression AND lifted_at IS NULL;
  IF NOT FOUND THEN PERFORM law.impossible('not_suppressed'); END IF;
  PERFORM law.note_event('suppression_lifted', p_by, NULL, p_suppression, NULL, p_reason);
END $$;

-- Is a handle (normalized), known here or not, or its domain suppressed? What law.verdict would say of it, or no row.
CREATE OR REPLACE FUNCTION law.suppressed(p_channel channel, p_handle text)
RETURNS TABLE (id uuid, kind suppression_kind, cause suppression_cause, recorded_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = law, public, pg_temp AS $$
  SELECT s.id, s.kind, s.cause, s.recorded_at FROM suppressions s
    WHERE s.lifted_at IS NULL AND s.key_hash IN (SELECT law.door_of(p_channel, p_handle)
      UNION ALL SELECT law.door_of_domain(x) FROM law.suffixes(split_part(p_handle, '@', 2)) x WHERE p_channel = 'email')
    ORDER BY s.kind DESC, s.recorded_seq LIMIT 1
$$;
