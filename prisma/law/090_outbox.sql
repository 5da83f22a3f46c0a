-- The only way out. A row in the outbox is the proof of a yes.

-- May this message still leave as it was written? One kept from before their answer would stand before it and take no turn.
CREATE OR REPLACE FUNCTION law.overtaken(m messages) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM law.counting(m.contact_id, m.id) x WHERE x.recorded_seq > m.recorded_seq)
$$;

-- Lock, then look: the look is a new statement after the locks.
CREATE OR REPLACE FUNCTION law.let_out() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = law, public, pg_temp SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  m messages;
  answer jsonb;
  covering uuid[] := law.lock_for_sending(new.contact_id, new.address_id);
BEGIN
  SELECT * INTO m FROM messages WHERE id = new.message_id AND contact_id = new.contact_id;
  IF m.id IS NULL OR m.direction <> 'outbound' OR m.source NOT IN ('composed', 'api') OR new.state <> 'queued'
    OR m.kind <> 'human' OR m.day_only
    OR m.address_id IS DISTINCT FROM new.address_id OR m.author_id IS DISTINCT FROM new.queued_by_id OR NOT law.may_write(new.queued_by_id) THEN
    PERFORM law.impossible('not_to_be_sent');
  END IF;
  answer := law.decide(m.contact_id, m.author_id, m.channel, m.address_id, m.pitch_id, m.answers_id, coalesce(btrim(m.new_fact), '') <> '', NULL, covering);
  IF answer -> 'allowed' IS DISTINCT FROM 'true'::jsonb THEN
    RAISE EXCEPTION USING ERRCODE = 'P0G01', MESSAGE = 'refused', DETAIL = answer::text;
  END IF;
  IF EXISTS (SELECT FROM outbox o WHERE o.contact_id = new.contact_id AND o.state IN ('queued', 'sending')) THEN
    PERFORM law.impossible('one_is_on_its_way');
  END IF;
  -- Spans count from when it was recorded, so it is let out when it is written.
  IF law.overtaken(m) OR m.recorded_at < law.clock() - interval '1 minute' THEN PERFORM law.impossible('not_to_be_sent'); END IF;
  new.purpose := (answer ->> 'purpose')::purpose;
  new.queued_at := law.clock();
  RETURN new;
END $$;

CREATE OR REPLACE FUNCTION law.on_outbox() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = law, public, pg_temp AS $$
BEGIN
  IF tg_op = 'INSERT' OR new.state <> old.state THEN PERFORM law.stand(new.contact_id); END IF;
  RETURN NULL;
END $$;

-- What may become of a row on its way. When a queued message leaves by itself, the law is asked again, leaving out its own row.
CREATE OR REPLACE FUNCTION law.on_outbox_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = law, public, pg_temp AS $$
DECLARE
  m messages;
  answer jsonb;
  covering uuid[];
BEGIN
  IF (new.message_id, new.contact_id, new.address_id, new.via, new.purpose, new.queued_by_id, new.queued_at)
    IS DISTINCT FROM (old.message_id, old.contact_id, old.address_id, old.via, old.purpose, old.queued_by_id, old.queued_at) THEN
    PERFORM law.impossible('outbox_row_is_fixed');
  END IF;
  IF new.state = old.state THEN RETURN new; END IF;
  IF NOT (CASE old.state
      WHEN 'queued' THEN new.state IN ('withdrawn', 'failed') OR (old.via = 'copy' AND new.state IN ('accepted', 'uncertain')) OR (old.via = 'smtp' AND new.state = 'sending')
      WHEN 'sending' THEN new.state IN ('accepted', 'failed', 'uncertain')
      WHEN 'uncertain' THEN new.state IN ('accepted', 'failed') OR (old.via = 'copy' AND new.state = 'withdrawn')
      ELSE false END) THEN
    PERFORM law.impossible('already_settled');
  END IF;
  IF new.state = 'sending' THEN
    covering := law.lock_for_sending(new.contact_id, new.address_id);
    SELECT * INTO STRICT m FROM messages WHERE id = new.message_id;
    answer := law.decide(m.contact_id, m.author_id, m.channel, m.address_id, m.pitch_id, m.answers_id, coalesce(btrim(m.new_fact), '') <> '', m.id, covering);
    IF answer -> 'allowed' IS DISTINCT FROM 'true'::jsonb THEN
      RAISE EXCEPTION USING ERRCODE = 'P0G01', MESSAGE = 'refused', DETAIL = answer::text;
    END IF;
    IF law.overtaken(m) THEN PERFORM law.impossible('not_to_be_sent'); END IF;
  ELSE
    PERFORM law.lock_standing(new.contact_id);
    new.settled_at := law.clock();
  END IF;
  RETURN new;
END $$;

-- A copied message of which nobody has said for a day whether it was sent counts as sent.
CREATE OR REPLACE FUNCTION law.let_copies_go_uncertain() RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = law, public, pg_temp AS $$
DECLARE
  moved int;
BEGIN
  UPDATE outbox SET state = 'uncertain' WHERE via = 'copy' AND state = 'queued' AND queued_at <= law.clock() - interval '24 hours';
  GET DIAGNOSTICS moved = ROW_COUNT;
  RETURN moved;
END $$;
