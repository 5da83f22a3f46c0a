-- The only way out. A row in the outbox is the proof of a yes, and only the law makes one.

-- May this message still leave as it was written? One from before their answer would stand before it and take no turn.
CREATE OR REPLACE FUNCTION law.overtaken(m messages) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM law.counting(m.contact_id, m.id) x WHERE x.recorded_seq > m.recorded_seq)
$$;

-- A hearing of this very statement whose no is not written yet: a message would leave between the two.
CREATE OR REPLACE FUNCTION law.finish_hearing(p_contact uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM public.hearings h WHERE h.contact_id = p_contact) THEN RETURN; END IF;
  IF EXISTS (SELECT FROM public.hearings h WHERE h.contact_id = p_contact AND h.outcome IN ('opted_out', 'declined', 'later', 'wrong_person')
    AND NOT EXISTS (SELECT FROM public.declines d WHERE d.contact_id = p_contact AND d.hearing_id = h.id)
    AND NOT EXISTS (SELECT FROM public.rests r WHERE r.contact_id = p_contact AND r.hearing_id = h.id)
    AND NOT EXISTS (SELECT FROM public.opt_outs o WHERE o.contact_id = p_contact AND o.hearing_id = h.id)) THEN
    PERFORM law.impossible('not_to_be_sent');
  END IF;
END $$;

-- P0G01, with the verdict as JSON in DETAIL.
CREATE OR REPLACE FUNCTION law.refuse(p_answer jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'P0G01', DETAIL = p_answer::text,
    MESSAGE = 'refused: ' || (SELECT string_agg(r ->> 'code', ', ') FROM jsonb_array_elements(p_answer -> 'reasons') r),
    HINT = 'Listen before you send again: the law refuses this message, whoever sends it. Nothing was sent.';
END $$;

-- Lock, then look: the standing was locked when the message came (law.on_message), the doors and the organizations are
-- now, and the look is a new statement after all three. The message itself does not count yet: it has no row here.
DROP TRIGGER IF EXISTS law_let_out ON public.outbox;
DROP FUNCTION IF EXISTS law.let_out();
CREATE OR REPLACE FUNCTION law.let_out(m messages) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  covering uuid[] := law.lock_ways(m.contact_id, m.address_id);
  answer jsonb;
BEGIN
  IF m.kind <> 'human' OR m.day_only OR m.address_id IS NULL OR NOT law.may_write(m.author_id) THEN PERFORM law.impossible('not_to_be_sent'); END IF;
  PERFORM law.finish_hearing(m.contact_id);
  answer := law.decide(m, NULL, covering);
  IF answer -> 'allowed' IS DISTINCT FROM 'true'::jsonb THEN PERFORM law.refuse(answer); END IF;
  IF answer -> 'warnings' @> '[{"code": "not_usable"}]' THEN PERFORM law.impossible('cannot_be_used'); END IF;
  IF EXISTS (SELECT FROM public.outbox o WHERE o.contact_id = m.contact_id AND o.state IN ('queued', 'sending')) THEN
    PERFORM law.impossible('one_is_on_its_way');
  END IF;
  INSERT INTO public.outbox (message_id, contact_id, address_id, via, purpose, queued_by_id, queued_at)
    VALUES (m.id, m.contact_id, m.address_id, coalesce(m.via, 'copy'), (answer ->> 'purpose')::purpose, m.author_id, law.clock());
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
  -- The contact follows the message's, when two contacts were one person.
  IF (new.message_id, new.address_id, new.via, new.purpose, new.queued_by_id, new.queued_at)
    IS DISTINCT FROM (old.message_id, old.address_id, old.via, old.purpose, old.queued_by_id, old.queued_at) THEN
    PERFORM law.impossible('outbox_row_is_fixed');
  END IF;
  IF new.state = old.state THEN RETURN new; END IF;
  IF NOT (CASE old.state
      WHEN 'queued' THEN new.state IN ('withdrawn', 'failed') OR (old.via = 'copy' AND new.state IN ('accepted', 'uncertain')) OR (old.via = 'smtp' AND new.state = 'sending')
      WHEN 'sending' THEN new.state IN ('accepted', 'failed', 'uncertain')
      WHEN 'uncertain' THEN new.state IN ('accepted', 'failed') OR (old.via = 'copy' AND new.state = 'withdrawn')
      -- Accepted for good, unless it came back.
      WHEN 'accepted' THEN new.state = 'failed' AND EXISTS (SELECT FROM messages b WHERE b.in_reply_to_id = old.message_id AND b.kind = 'bounce')
      ELSE false END) THEN
    PERFORM law.impossible('already_settled');
  END IF;
  IF new.state = 'sending' THEN
    PERFORM law.lock_standing(new.contact_id);
    covering := law.lock_ways(new.contact_id, new.address_id);
    PERFORM law.finish_hearing(new.contact_id);
    SELECT * INTO STRICT m FROM messages WHERE id = new.message_id;
    answer := law.decide(m, m.id, covering);
    IF answer -> 'allowed' IS DISTINCT FROM 'true'::jsonb THEN PERFORM law.refuse(answer); END IF;
    IF answer -> 'warnings' @> '[{"code": "not_usable"}]' THEN PERFORM law.impossible('cannot_be_used'); END IF;
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
