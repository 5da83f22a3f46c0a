-- What is heard, and what closes and opens by it.

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
