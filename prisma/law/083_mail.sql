-- Mailboxes are read newest first and folder by folder, so what a mail answers is often read after it. Which came first
-- must change nothing: a fact says later what its headers named, and stands where it would have stood.

-- Puts a synced message where it belongs by what it names now, and after it what names it.
CREATE OR REPLACE FUNCTION law.place_again(p_message uuid, p_left int) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  m messages;
  later messages;
  child uuid;
BEGIN
  SELECT * INTO m FROM public.messages x WHERE x.id = p_message AND x.source = 'synced' AND NOT x.day_only;
  IF m.id IS NULL THEN RETURN; END IF;
  SELECT * INTO later FROM public.messages p WHERE p.id IN (m.answers_id, m.in_reply_to_id) ORDER BY p.moment DESC, p.depth DESC, p.recorded_seq DESC LIMIT 1;
  UPDATE public.messages x SET moment = CASE WHEN m.occurred_at <= later.moment THEN later.moment ELSE m.occurred_at END,
      depth = CASE WHEN m.occurred_at <= later.moment THEN later.depth + 1 ELSE 0 END
    WHERE x.id = m.id AND (x.moment, x.depth) IS DISTINCT FROM
      (CASE WHEN m.occurred_at <= later.moment THEN later.moment ELSE m.occurred_at END, CASE WHEN m.occurred_at <= later.moment THEN later.depth + 1 ELSE 0 END);
  IF NOT FOUND OR p_left = 0 THEN RETURN; END IF;
  FOR child IN SELECT c.id FROM public.messages c WHERE c.contact_id = m.contact_id AND m.id IN (c.in_reply_to_id, c.answers_id) LOOP
    PERFORM law.place_again(child, p_left - 1);
  END LOOP;
END $$;

-- Does this message come after that one by what it names? Headers can be written to name each other in a ring.
CREATE OR REPLACE FUNCTION law.descends(p_message uuid, p_from uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  WITH RECURSIVE above AS (SELECT p_message AS id
    UNION SELECT p.id FROM above a JOIN public.messages m ON m.id = a.id JOIN public.messages p ON p.id IN (m.in_reply_to_id, m.answers_id))
  SELECT EXISTS (SELECT FROM above WHERE id = p_from)
$$;

-- What a synced message names in its headers is here now, or something nearer is. Answers whether anything changed.
CREATE OR REPLACE FUNCTION law.name_parent(p_message uuid, p_parent uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = law, public, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $$
DECLARE
  m messages;
  parent messages;
  named uuid := p_parent;
BEGIN
  SELECT * INTO m FROM messages x WHERE x.id = p_message;
  IF m.id IS NULL OR m.source <> 'synced' THEN PERFORM law.impossible('only_facts_are_retracted'); END IF;
  PERFORM law.lock_standing(m.contact_id);
  SELECT * INTO m FROM messages x WHERE x.id = p_message;
  -- A fact that names a row which was corrected since names the correction.
  WHILE EXISTS (SELECT FROM messages x WHERE x.corrects_id = named) LOOP
    SELECT x.id INTO STRICT named FROM messages x WHERE x.corrects_id = named;
  END LOOP;
  SELECT * INTO parent FROM messages x WHERE x.id = named;
  IF parent.id IS NULL OR parent.contact_id <> m.contact_id THEN PERFORM law.impossible('answers_another'); END IF;
  IF m.in_reply_to_id = parent.id OR law.descends(parent.id, m.id) THEN RETURN false; END IF;
  UPDATE messages SET in_reply_to_id = parent.id,
    answers_id = CASE WHEN m.direction = 'outbound' AND m.kind = 'human' AND parent.direction = 'inbound' AND parent.kind = 'human' THEN parent.id END
    WHERE id = m.id RETURNING * INTO m;
  PERFORM law.place_again(m.id, 1000);
  IF m.kind = 'bounce' THEN PERFORM law.comes_with(m); END IF;
  -- With its place may go what it lifted, also from a no for an organization, as when it is retracted.
  PERFORM law.touch_organizations_spoken_for(m.contact_id);
  PERFORM law.touch_referred(m.contact_id);
  PERFORM law.stand(m.contact_id);
  SELECT * INTO m FROM messages x WHERE x.id = p_message;
  PERFORM law.mark_since(m.contact_id, m);
  RETURN true;
END $$;

-- The doors of e-mail handles (normalized), in the order given: under these a mail of strangers is remembered, so that
-- nobody reads from the memory whom it was from, and adding them finds it.
CREATE OR REPLACE FUNCTION law.doors_of_mail(p_handles text[]) RETURNS bytea[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = law, public, pg_temp AS $$
  SELECT coalesce(array_agg(law.keyed_with(s, law.door_text('email', h)) ORDER BY n), '{}') FROM unnest(p_handles) WITH ORDINALITY x(h, n), law.secret s
$$;

-- Mail that concerned nobody concerns whoever holds this address now: it is read after all.
CREATE OR REPLACE FUNCTION law.want_mail() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = law, public, pg_temp SET enable_seqscan = off AS $$
DECLARE
  doors bytea[] := ARRAY(SELECT a.door_hashes[1] FROM arrived a WHERE a.channel = 'email' AND a.state = 'held');
BEGIN
  IF doors = '{}' THEN RETURN NULL; END IF;
  UPDATE sightings SET wanted = true WHERE people && doors AND result IN ('remembered', 'asked') AND gone_at IS NULL AND NOT wanted;
  UPDATE raw_mails SET wanted = true WHERE people && doors AND waits AND NOT wanted;
  RETURN NULL;
END $$;
