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

-- Hearing: who may, and in which order. What it closes is written by law.on_heard in the same statement.
CREATE OR REPLACE FUNCTION law.on_hearing() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = law, public, pg_temp AS $$
DECLARE
  m messages;
  earlier hearings;
BEGIN
  PERFORM law.lock_standing(new.contact_id);
  new.recorded_at := law.clock();
  new.recorded_seq := nextval('fact_seq');
  IF NOT law.may_write(new.heard_by_id) THEN PERFORM law.impossible('not_allowed'); END IF;
  SELECT * INTO m FROM law.counting(new.contact_id, NULL) c WHERE c.id = new.message_id;
  IF m.id IS NULL OR m.direction <> 'inbound' THEN PERFORM law.impossible('only_replies_are_heard'); END IF;
  IF new.outcome = 'declined' AND new.scope = 'organization'
    AND NOT EXISTS (SELECT FROM contacts c WHERE c.id = new.contact_id AND c.organization_id IS NOT NULL) THEN
    PERFORM law.impossible('no_organization');
  END IF;
  SELECT * INTO earlier FROM hearings h WHERE h.message_id = new.message_id ORDER BY h.recorded_seq DESC LIMIT 1;
  IF earlier.id IS NOT NULL
    AND NOT (earlier.heard_by_id = new.heard_by_id AND new.recorded_at < earlier.recorded_at + interval '10 minutes')
    AND NOT (law.is_owner(new.heard_by_id) AND coalesce(btrim(new.reason), '') <> '') THEN
    PERFORM law.impossible('already_heard');
  END IF;
  RETURN new;
END $$;

-- The closers of a hearing, beside it: no path records the one without the other.
CREATE OR REPLACE FUNCTION law.on_heard() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = law, public, pg_temp AS $$
DECLARE
  organization uuid;
  m messages;
  ends timestamptz;
BEGIN
  SELECT * INTO STRICT m FROM messages WHERE id = new.message_id;
  IF new.outcome = 'opted_out' THEN
    INSERT INTO opt_outs (contact_id, cause, hearing_id, message_id, words, recorded_by_id) VALUES (new.contact_id, 'heard', new.id, new.message_id, new.words, new.heard_by_id);
  ELSIF new.outcome IN ('declined', 'wrong_person') THEN
    IF new.scope = 'organization' THEN SELECT organization_id INTO organization FROM contacts WHERE id = new.contact_id; END IF;
    INSERT INTO declines (contact_id, scope, cause, organization_id, pitch_id, hearing_id, message_id, words, recorded_by_id)
      VALUES (new.contact_id, CASE new.outcome WHEN 'wrong_person' THEN 'this_pitch' ELSE new.scope END,
        CASE new.outcome WHEN 'wrong_person' THEN 'wrong_person' ELSE 'no' END::decline_cause, organization,
        CASE WHEN new.outcome = 'wrong_person' OR new.scope = 'this_pitch' THEN coalesce(new.pitch_id, law.pitch_before(m)) END,
        new.id, new.message_id, new.words, new.heard_by_id);
  ELSIF new.outcome = 'later' THEN
    ends := coalesce(new.until::timestamp AT TIME ZONE law.zone(), new.recorded_at + interval '4320 hours');
    INSERT INTO rests (contact_id, said_by, until, named, hearing_id, message_id, words, recorded_by_id)
      VALUES (new.contact_id, 'them', ends, new.until IS NOT NULL, new.id, new.message_id, new.words, new.heard_by_id);
  END IF;
  -- What is heard now may bring back, lift or turn a no for an organization that this contact once spoke for.
  PERFORM law.touch_organizations_spoken_for(new.contact_id);
  PERFORM law.touch_referred(new.contact_id);
  PERFORM law.stand(new.contact_id);
  PERFORM law.mark_since(new.contact_id, m);
  RETURN NULL;
END $$;

-- Declines, opt-outs and rests, by hearing or by hand.
CREATE OR REPLACE FUNCTION law.on_closer() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = law, public, pg_temp AS $$
BEGIN
  PERFORM law.lock_standing(new.contact_id);
  new.recorded_at := law.clock();
  new.recorded_seq := nextval('fact_seq');
  IF new.recorded_by_id IS NOT NULL AND NOT law.may_write(new.recorded_by_id) THEN PERFORM law.impossible('not_allowed'); END IF;
  IF new.message_id IS NOT NULL AND NOT EXISTS (SELECT FROM messages m WHERE m.id = new.message_id AND m.contact_id = new.contact_id AND m.direction = 'inbound') THEN
    PERFORM law.impossible('only_replies_are_heard');
  END IF;
  RETURN new;
END $$;

-- A rest of theirs comes from their words alone: its end gives an opening, and a newer one shortens an older.
-- A rest of ours ends within 400 days: longer is not a rest but a decision nobody takes.
CREATE OR REPLACE FUNCTION law.on_rest() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = law, public, pg_temp AS $$
BEGIN
  IF new.said_by = 'them' AND new.hearing_id IS NULL THEN PERFORM law.impossible('only_replies_are_heard'); END IF;
  IF new.said_by = 'us' AND (new.until <= law.clock() OR new.until > law.clock() + interval '9600 hours') THEN PERFORM law.impossible('rest_of_1_to_400_days'); END IF;
  RETURN new;
END $$;

CREATE OR REPLACE FUNCTION law.on_closed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = law, public, pg_temp AS $$
BEGIN
  PERFORM law.stand(new.contact_id);
  IF to_jsonb(new) ->> 'organization_id' IS NOT NULL THEN PERFORM law.touch_organization((to_jsonb(new) ->> 'organization_id')::uuid); END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION law.on_ending() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = law, public, pg_temp AS $$
DECLARE
  s standing;
  m messages;
BEGIN
  PERFORM law.lock_standing(new.contact_id);
  new.recorded_at := law.clock();
  new.recorded_seq := nextval('fact_seq');
  IF NOT law.may_write(new.recorded_by_id) THEN PERFORM law.impossible('not_allowed'); END IF;
  SELECT * INTO s FROM standing WHERE contact_id = new.contact_id;
  IF new.kind = 'done' AND (s.turn <> 'ours' OR s.unheard > 0 OR law.ended(s, law.clock())) THEN PERFORM law.impossible('not_our_turn'); END IF;
  IF new.kind = 'nothing_to_answer' THEN
    SELECT * INTO m FROM messages WHERE id = new.message_id AND contact_id = new.contact_id;
    IF m.id IS NULL OR m.id IS DISTINCT FROM s.last_message_id OR m.direction <> 'outbound' OR NOT s.ever_spoke OR m.pitch_id IS NOT NULL
      OR m.body ~* '[?？¿]|https?://|www\.' THEN
      PERFORM law.impossible('something_to_answer');
    END IF;
  END IF;
  RETURN new;
END $$;

CREATE OR REPLACE FUNCTION law.lift_rest(p_rest uuid, p_by uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = law, public, pg_temp AS $$
DECLARE
  r rests;
BEGIN
  SELECT * INTO r FROM rests WHERE id = p_rest;
  IF r.id IS NULL OR r.said_by <> 'us' OR NOT law.may_write(p_by) THEN PERFORM law.impossible('not_ours_to_lift'); END IF;
  PERFORM law.lock_standing(r.contact_id);
  UPDATE rests SET lifted_at = law.clock(), lifted_by_id = p_by WHERE id = p_rest AND lifted_at IS NULL;
  IF NOT FOUND THEN PERFORM law.impossible('not_resting'); END IF;
  PERFORM law.stand(r.contact_id);
  PERFORM law.note_event('rest_lifted', p_by, r.contact_id, p_rest, NULL, NULL);
END $$;

-- One no was withdrawn by itself here once; what its message closed is taken back whole (law.withdraw).
DROP FUNCTION IF EXISTS law.withdraw_decline(uuid, uuid, text);

-- A stop is lifted only by words of theirs that ask us to write, spoken after it, quoted by the owner.
CREATE OR REPLACE FUNCTION law.lift_opt_out(p_opt_out uuid, p_by uuid, p_message uuid, p_words text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = law, public, pg_temp AS $$
DECLARE
  o opt_outs;
  m messages;
BEGIN
  SELECT * INTO o FROM opt_outs WHERE id = p_opt_out;
  IF o.id IS NULL OR NOT law.is_owner(p_by) OR coalesce(btrim(p_words), '') = '' THEN PERFORM law.impossible('only_their_words_lift_it'); END IF;
  PERFORM law.lock_standing(o.contact_id);
  SELECT * INTO m FROM law.counting(o.contact_id, NULL) c WHERE c.id = p_message AND c.direction = 'inbound';
  IF m.id IS NULL OR position(btrim(p_words) IN m.body) = 0 THEN PERFORM law.impossible('only_their_words_lift_it'); END IF;
  -- The same words lift every stop that they were spoken after.
  UPDATE opt_outs x SET lifted_at = law.clock(), lifted_by_id = p_by, lifted_words = p_words
    WHERE x.contact_id = o.contact_id AND x.lifted_at IS NULL AND law.hearing_counts(x.hearing_id) AND law.spoken_after_closer(m, x.message_id, x.recorded_seq);
  IF NOT FOUND THEN PERFORM law.impossible('only_their_words_lift_it'); END IF;
  PERFORM law.stand(o.contact_id);
  PERFORM law.note_event('opt_out_lifted', p_by, o.contact_id, p_opt_out, jsonb_build_object('message_id', p_message), p_words);
END $$;

-- A suggestion that says no for an organization holds its colleagues: it takes the third lock, as the no itself would.
-- Before that the first, for where somebody waits in the line follows it.
CREATE OR REPLACE FUNCTION law.on_suggestion() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = law, public, pg_temp AS $$
BEGIN
  PERFORM FROM messages m JOIN standing s ON s.contact_id = m.contact_id WHERE m.id = new.message_id FOR NO KEY UPDATE OF s;
  new.organization_id := NULL;
  IF new.scope = 'organization' AND new.outcome IN ('declined', 'opted_out') THEN
    SELECT c.organization_id INTO new.organization_id FROM messages m JOIN contacts c ON c.id = m.contact_id WHERE m.id = new.message_id;
    IF new.organization_id IS NOT NULL THEN PERFORM law.touch_organization(new.organization_id); END IF;
  END IF;
  RETURN new;
END $$;

CREATE OR REPLACE FUNCTION law.on_suggested() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = law, public, pg_temp AS $$
DECLARE
  whose uuid := (SELECT m.contact_id FROM messages m WHERE m.id = new.message_id);
  is_now int := law.harm_of(whose);
BEGIN
  UPDATE standing SET harm = is_now WHERE contact_id = whose AND unheard > 0 AND harm <> is_now;
  RETURN NULL;
END $$;
