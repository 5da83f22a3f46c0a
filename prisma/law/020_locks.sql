-- Lock, then look. The order of locks, for everybody, always:
--   1. the contact's standing row      (UPDATE, or FOR NO KEY UPDATE where law.stand follows: senders and closers exclude each other)
--   2. the doors of the address        (senders FOR SHARE in order of key_hash; suppressions UPDATE)
--   3. the organizations               (senders FOR SHARE in order of id; closers of the organization UPDATE)
-- A closer writes its own row and UPDATEs one of the three; never the standing of colleagues (that deadlocks).
-- What is read to decide is read after the lock, in a new statement: at READ COMMITTED with a new snapshot; at
-- REPEATABLE READ and SERIALIZABLE a row changed since the snapshot raises 40001 and the caller asks again.

CREATE OR REPLACE FUNCTION law.lock_standing(p_contact uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE public.standing SET touched = touched + 1 WHERE contact_id = p_contact;
  IF NOT FOUND THEN PERFORM law.impossible('contact_unknown'); END IF;
END $$;

-- The same lock for what ends in law.stand in the same statement: that writes the row, so no second version of it is needed.
CREATE OR REPLACE FUNCTION law.hold_standing(p_contact uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM public.standing WHERE contact_id = p_contact FOR NO KEY UPDATE;
  IF NOT FOUND THEN PERFORM law.impossible('contact_unknown'); END IF;
END $$;

-- a.b.example → {a.b.example, b.example, example}
CREATE OR REPLACE FUNCTION law.suffixes(p_domain text) RETURNS SETOF text LANGUAGE sql IMMUTABLE AS $$
  SELECT array_to_string(parts[i:], '.') FROM (SELECT string_to_array(p_domain, '.') AS parts) p, generate_series(1, cardinality(parts)) i
$$;

-- The organizations whose no covers a message to this contact at this address: the contact's own, as it
-- stands now, and the one that owns the address's domain, or a domain above it.
CREATE OR REPLACE FUNCTION law.organizations_of(p_contact uuid, p_address uuid) RETURNS uuid[] LANGUAGE plpgsql STABLE AS $$
DECLARE
  covering uuid[] := '{}';
  own uuid;
  domain text;
  rest text;
  above text[] := '{}';
BEGIN
  SELECT c.organization_id INTO own FROM public.contacts c WHERE c.id = p_contact;
  IF own IS NOT NULL THEN covering := ARRAY[own]; END IF;
  IF p_address IS NULL THEN RETURN covering; END IF;
  SELECT split_part(a.handle, '@', 2) INTO domain FROM public.addresses a WHERE a.id = p_address AND a.channel = 'email';
  WHILE domain <> '' LOOP
    above := above || domain;
    rest := split_part(domain, '.', 1);
    domain := substr(domain, length(rest) + 2);
  END LOOP;
  IF above <> '{}' THEN
    SELECT coalesce(array_agg(DISTINCT x.o ORDER BY x.o), '{}') INTO covering
      FROM (SELECT d.organization_id AS o FROM public.organization_domains d WHERE d.domain = ANY (above) UNION ALL SELECT unnest(covering)) x;
  END IF;
  RETURN covering;
END $$;

-- Takes the second and the third lock of a sender, who holds the first; answers the organizations whose no covers
-- the message, read under the first two.
DROP FUNCTION IF EXISTS law.lock_for_sending(uuid, uuid);
CREATE OR REPLACE FUNCTION law.lock_ways(p_contact uuid, p_address uuid) RETURNS uuid[] LANGUAGE plpgsql AS $$
DECLARE
  covering uuid[];
BEGIN
  PERFORM FROM public.addresses a JOIN public.doors d ON d.key_hash = ANY (a.door_hashes) WHERE a.id = p_address ORDER BY d.key_hash FOR SHARE OF d;
  covering := law.organizations_of(p_contact, p_address);
  IF covering <> '{}' THEN PERFORM FROM public.organizations o WHERE o.id = ANY (covering) ORDER BY o.id FOR SHARE; END IF;
  RETURN covering;
END $$;

CREATE OR REPLACE FUNCTION law.touch_organization(p_organization uuid) RETURNS void LANGUAGE sql AS $$
  -- Not a count: the application may write this column, and no number in it may keep a no from being recorded.
  UPDATE public.organizations SET touched = (touched = 0)::int WHERE id = p_organization
$$;

-- Whom this contact named: what happens to its words may take their one opening away.
CREATE OR REPLACE FUNCTION law.touch_referred(p_contact uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM law.lock_standing(x.contact_id) FROM (SELECT DISTINCT f.contact_id FROM public.referrals f
    JOIN public.standing s ON s.contact_id = f.contact_id WHERE f.referrer_id = p_contact ORDER BY 1) x;
END $$;

-- The organizations for which this contact ever said no, seems to have said it, or was named to speak: what happens to its words may change that no for everybody there.
CREATE OR REPLACE FUNCTION law.touch_organizations_spoken_for(p_contact uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM law.touch_organization(x.organization_id) FROM (SELECT d.organization_id FROM public.declines d WHERE d.contact_id = p_contact AND d.organization_id IS NOT NULL
    UNION SELECT d.organization_id FROM public.successors n JOIN public.declines d ON d.id = n.decline_id WHERE n.contact_id = p_contact
    UNION SELECT y.organization_id FROM public.messages m JOIN public.replies y ON y.message_id = m.id WHERE m.contact_id = p_contact AND y.organization_id IS NOT NULL ORDER BY 1) x;
END $$;
