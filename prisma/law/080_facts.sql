-- Facts are never refused: stored, ordered, recomputed into the standing. Only what makes no sense is impossible.

CREATE OR REPLACE FUNCTION law.on_contact() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = law, public, pg_temp AS $$
BEGIN
  INSERT INTO standing (contact_id, owner_id, organization_id, name_key)
    SELECT id, owner_id, organization_id, name_key FROM arrived ORDER BY id;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION law.on_contact_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = law, public, pg_temp AS $$
BEGIN
  UPDATE standing SET touched = touched + 1, owner_id = new.owner_id, organization_id = new.organization_id, name_key = new.name_key
    WHERE contact_id = new.id;
  RETURN NULL;
END $$;

-- Whoever looks after a contact writes here: not a reader, and nobody whose account is closed. Their row is held, so that
-- nobody becomes either between this question and its commit.
CREATE OR REPLACE FUNCTION law.on_owner() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = law, public, pg_temp AS $$
BEGIN
  PERFORM FROM users WHERE id = new.owner_id FOR SHARE;
  IF NOT law.may_write(new.owner_id) THEN PERFORM law.impossible('owner_must_write'); END IF;
  RETURN new;
END $$;

-- A zone that PostgreSQL does not know would keep every day and every rest from being recorded: 22023, at once.
CREATE OR REPLACE FUNCTION law.on_policy() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = law, public, pg_temp AS $$
BEGIN
  PERFORM law.clock() AT TIME ZONE new.time_zone;
  RETURN new;
END $$;

-- In another zone days begin at another hour: promises end, and what was said on a day comes before or after what closes,
-- otherwise. Nobody else is touched: the simulator of a policy tries a zone too, and others write meanwhile.
CREATE OR REPLACE FUNCTION law.on_zone() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = law, public, pg_temp AS $$
DECLARE
  contact uuid;
BEGIN
  FOR contact IN SELECT s.contact_id FROM standing s WHERE s.promised_until IS NOT NULL
    UNION SELECT c.contact_id FROM (SELECT d.contact_id FROM declines d UNION SELECT o.contact_id FROM opt_outs o UNION SELECT r.contact_id FROM rests r) c
      WHERE EXISTS (SELECT FROM messages m WHERE m.contact_id = c.contact_id AND m.day_only AND m.day_order IS NULL)
    ORDER BY 1 LOOP
    PERFORM law.lock_standing(contact);
    PERFORM law.stand(contact);
  END LOOP;
  RETURN NULL;
END $$;

-- Before a message is recorded: the lock, the order of recording, and its place in the timeline.
CREATE OR REPLACE FUNCTION law.on_message() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = law, public, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $$
DECLARE
  composed_here boolean := new.source = 'composed' OR (new.source = 'api' AND new.direction = 'outbound');
  day date;
  named int := 0;
  parent messages;
  later messages;
BEGIN
  PERFORM law.hold_standing(new.contact_id);
  new.recorded_at := law.clock();
  new.recorded_seq := nextval('fact_seq');
  IF composed_here THEN new.occurred_at := new.recorded_at; END IF;
  IF new.occurred_at > new.recorded_at + interval '24 hours' THEN PERFORM law.impossible('occurred_in_the_future'); END IF;
  IF NOT EXISTS (SELECT FROM threads th WHERE th.id = new.thread_id AND th.contact_id = new.contact_id AND th.channel = new.channel) THEN
    PERFORM law.impossible('thread_of_another');
  END IF;
  IF NOT composed_here AND new.address_id IS NOT NULL THEN
    IF NOT EXISTS (SELECT FROM addresses x WHERE x.id = new.address_id AND x.contact_id = new.contact_id) THEN PERFORM law.impossible('address_of_another'); END IF;
  END IF;
  IF new.recorded_by_id IS NOT NULL AND new.corrects_id IS NULL THEN
    IF NOT law.may_write(new.recorded_by_id) THEN PERFORM law.impossible('not_allowed'); END IF;
  END IF;
  IF new.nothing_to_answer AND new.body ~* '[?？¿]|https?://|www\.' THEN PERFORM law.impossible('something_to_answer'); END IF;
  new.moment := new.occurred_at;
  new.depth := 0;
  IF new.day_only THEN
    day := (new.occurred_at AT TIME ZONE law.zone())::date;
    new.moment := CASE
      WHEN new.day_order IS NOT NULL THEN (day::timestamp AT TIME ZONE law.zone()) + new.day_order * interval '1 millisecond'
      WHEN new.direction = 'inbound' THEN day::timestamp AT TIME ZONE law.zone()
      ELSE ((day + 1)::timestamp AT TIME ZONE law.zone()) - interval '1 millisecond' END;
    -- It was spoken before it was recorded, whatever else is unknown.
    new.moment := least(new.moment, new.recorded_at);
  END IF;
  IF new.id IN (new.answers_id, new.in_reply_to_id) THEN PERFORM law.impossible('answers_no_reply'); END IF;
  -- What is composed here never stands before anything that was said already; a bounce says nothing.
  IF composed_here THEN
    SELECT * INTO later FROM messages x WHERE x.contact_id = new.contact_id AND x.kind <> 'bounce' ORDER BY x.moment DESC, x.depth DESC, x.recorded_seq DESC LIMIT 1;
  ELSIF new.answers_id IS NULL AND new.in_reply_to_id IS NULL THEN
    RETURN new;
  END IF;
  IF new.answers_id IS NOT NULL OR new.in_reply_to_id IS NOT NULL THEN
    FOR parent IN SELECT * FROM messages p WHERE p.id IN (new.answers_id, new.in_reply_to_id) LOOP
      IF parent.contact_id <> new.contact_id THEN PERFORM law.impossible('answers_another'); END IF;
      IF (parent.id = new.answers_id AND (parent.direction <> 'inbound' OR parent.kind <> 'human')) THEN PERFORM law.impossible('answers_no_reply'); END IF;
      IF later.id IS NULL OR law.not_before(parent, later) THEN later := parent; END IF;
      named := named + 1;
    END LOOP;
    -- One that comes in the same statement after this row is not there yet, and nobody would look at it again.
    IF named < (SELECT count(DISTINCT x) FROM unnest(ARRAY[new.answers_id, new.in_reply_to_id]) x) THEN PERFORM law.impossible('answers_no_reply'); END IF;
  END IF;
  IF later.id IS NOT NULL AND new.moment <= later.moment THEN
    new.moment := later.moment;
    new.depth := later.depth + 1;
  END IF;
  IF composed_here THEN RETURN new; END IF;
  -- A fact that names a row which was corrected since names the correction.
  WHILE EXISTS (SELECT FROM messages x WHERE x.corrects_id = new.answers_id) LOOP
    SELECT x.id INTO STRICT new.answers_id FROM messages x WHERE x.corrects_id = new.answers_id;
  END LOOP;
  RETURN new;
END $$;

-- What comes with a message besides its words: a complaint is a stop, a hard bounce is one for the address, and what
-- somebody logs as theirs shows that he looked there.
CREATE OR REPLACE FUNCTION law.comes_with(m messages) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  ours messages;
  door bytea;
BEGIN
  IF m.source = 'logged' AND m.recorded_by_id IS NOT NULL AND m.channel <> 'in_person' THEN
    INSERT INTO public.looks (id, user_id, channel) VALUES (gen_random_uuid(), m.recorded_by_id, m.channel);
  END IF;
  IF m.kind = 'complaint' THEN
    INSERT INTO public.opt_outs (contact_id, cause, message_id, recorded_by_id) VALUES (m.contact_id, 'complaint', m.id, m.recorded_by_id);
  ELSIF m.kind = 'bounce' AND m.in_reply_to_id IS NOT NULL THEN
    SELECT * INTO ours FROM public.messages x WHERE x.id = m.in_reply_to_id AND x.direction = 'outbound';
    UPDATE public.outbox SET state = 'failed' WHERE message_id = ours.id AND state NOT IN ('failed', 'withdrawn');
    SELECT a.door_hashes[1] INTO door FROM public.addresses a WHERE a.id = ours.address_id;
    IF door IS NOT NULL AND NOT EXISTS (SELECT FROM public.suppressions x WHERE x.key_hash = door AND x.lifted_at IS NULL) THEN
      PERFORM law.suppress('address', door, 'hard_bounce', NULL, NULL);
    END IF;
  END IF;
END $$;

-- A correction takes the old row's place wherever that is named; its place in the timeline is its own.
CREATE OR REPLACE FUNCTION law.take_the_place(m messages) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM public.retractions x JOIN public.messages o ON o.id = x.message_id
    WHERE o.id = m.corrects_id AND o.contact_id = m.contact_id AND o.direction = m.direction AND o.kind = 'human' AND m.kind = 'human') THEN
    PERFORM law.impossible('only_facts_are_retracted');
  END IF;
  IF m.direction = 'inbound' THEN UPDATE public.messages SET answers_id = m.id WHERE answers_id = m.corrects_id; END IF;
END $$;

-- A fact is added up; what was composed here asks whether it may leave (law.let_out), or is not there.
CREATE OR REPLACE FUNCTION law.on_message_recorded() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = law, public, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $$
BEGIN
  IF new.direction = 'outbound' AND new.source IN ('composed', 'api') THEN
    PERFORM law.let_out(new);
    RETURN NULL;
  END IF;
  IF new.corrects_id IS NOT NULL THEN PERFORM law.take_the_place(new); END IF;
  IF new.direction = 'inbound' AND new.corrects_id IS NULL THEN PERFORM law.comes_with(new); END IF;
  PERFORM law.stand(new.contact_id);
  -- What they said may show in another light what we wrote after it.
  IF new.kind IN ('human', 'complaint') THEN PERFORM law.mark_since(new.contact_id, new); END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION law.retract(p_message uuid, p_by uuid, p_reason text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = law, public, pg_temp AS $$
DECLARE
  m messages;
BEGIN
  SELECT * INTO m FROM messages WHERE id = p_message;
  IF m.id IS NULL OR m.source NOT IN ('logged', 'synced', 'imported') THEN PERFORM law.impossible('only_facts_are_retracted'); END IF;
  IF NOT law.may_write(p_by) OR coalesce(btrim(p_reason), '') = '' THEN PERFORM law.impossible('retraction_needs_a_reason'); END IF;
  PERFORM law.lock_standing(m.contact_id);
  INSERT INTO retractions (message_id, retracted_by_id, reason, recorded_at) VALUES (p_message, p_by, p_reason, law.clock()) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN PERFORM law.impossible('already_retracted'); END IF;
  -- With the words goes what they lifted, also from a no for an organization.
  PERFORM law.touch_organizations_spoken_for(m.contact_id);
  PERFORM law.touch_referred(m.contact_id);
  PERFORM law.stand(m.contact_id);
  PERFORM law.mark_since(m.contact_id, m);
  PERFORM law.note_event('message_retracted', p_by, m.contact_id, p_message, jsonb_build_object('direction', m.direction), p_reason);
END $$;
