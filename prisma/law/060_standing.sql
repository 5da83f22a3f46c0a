-- The one row of state. It says nothing that depends on the hour: dates are stored, the verdict compares them.

-- Since when listening debt counts an answer that is owed: not history (before `p_came`), and nothing that may not be
-- answered (a stop or a no stands that it came before).
DROP FUNCTION IF EXISTS law.debt_of(uuid, uuid);
CREATE OR REPLACE FUNCTION law.owed_since(p_contact uuid, p_leaving_out uuid, p_came timestamptz) RETURNS timestamptz LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT min(o.heard_at) FROM law.owed(p_contact, p_leaving_out) o JOIN public.messages q ON q.id = o.message_id
    WHERE q.moment >= p_came
      AND NOT EXISTS (SELECT FROM law.opt_outs_in_force(p_contact) x WHERE NOT law.spoken_after_closer(q, x.message_id, x.recorded_seq))
      AND NOT EXISTS (SELECT FROM law.declines_in_force(p_contact, '{}') d WHERE d.cause = 'no' AND d.scope IN ('person', 'organization')
        AND NOT law.spoken_after_closer(q, d.message_id, d.recorded_seq)));
END $$;

-- The line of those to listen to: what is worst to overlook first. What nobody can tell comes before what asks for an answer.
CREATE OR REPLACE FUNCTION law.harm(p_outcome outcome) RETURNS int LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE p_outcome WHEN 'opted_out' THEN 0 WHEN 'declined' THEN 1 WHEN 'later' THEN 2 WHEN 'wrong_person' THEN 3
    WHEN 'question' THEN 5 WHEN 'interested' THEN 6 WHEN 'other' THEN 7 ELSE 4 END
$$;

-- Where somebody stands in it, by what was suggested of their unheard replies. It sorts, and decides nothing.
CREATE OR REPLACE FUNCTION law.harm_of(p_contact uuid) RETURNS int LANGUAGE sql STABLE AS $$
  SELECT coalesce(min(law.harm((SELECT y.outcome FROM public.replies y WHERE y.message_id = u.id))), 4) FROM law.unheard(p_contact) u
$$;

-- What the rows of a contact add up to, leaving out one message that asks whether it may leave.
CREATE OR REPLACE FUNCTION law.standing_of(p_contact uuid, p_leaving_out uuid) RETURNS standing
LANGUAGE plpgsql STABLE AS $$
DECLARE
  s standing;
  w messages;
  said messages;
  given hand_overs;
  ending endings;
  takes boolean;
  last_turn_seq bigint := 0;
  talk_seq bigint;
  came timestamptz;
BEGIN
  SELECT c.id, c.owner_id, c.organization_id, c.name_key, c.created_at INTO s.contact_id, s.owner_id, s.organization_id, s.name_key, came
    FROM public.contacts c WHERE c.id = p_contact;
  SELECT * INTO given FROM public.hand_overs h WHERE h.contact_id = p_contact ORDER BY h.recorded_seq DESC LIMIT 1;
  s.unanswered := 0; s.unheard := 0; s.owed := 0; s.touched := 0; s.harm := 4;
  s.talked_at := given.recorded_at;

  -- The timeline once, from its end: the last word, whose it was, how many turns of ours stand after their last, and
  -- who talked last: with a hand-over, only what came after it.
  s.turn := 'nobody'; s.ever_written := false; s.ever_spoke := false;
  FOR w IN SELECT * FROM law.counting(p_contact, p_leaving_out) c ORDER BY c.moment DESC, c.depth DESC, c.recorded_seq DESC LOOP
    s.last_recorded_at := greatest(s.last_recorded_at, w.recorded_at);
    IF w.direction = 'inbound' THEN s.ever_spoke := true; ELSE s.ever_written := true; END IF;
    -- Most take it: only what may be thanks or an addendum is looked at.
    takes := w.direction = 'inbound' OR (w.answers_id IS NULL AND w.source NOT IN ('composed', 'api'));
    IF NOT takes THEN takes := law.takes_turn(w, p_leaving_out); END IF;
    IF talk_seq IS NULL AND takes AND (w.direction = 'outbound' OR (w.source = 'logged' AND w.channel IN ('phone', 'in_person')))
      AND (given.id IS NULL OR (w.recorded_seq > given.recorded_seq AND w.moment >= given.recorded_at)) THEN
      talk_seq := w.recorded_seq;
      s.talked_last_id := CASE w.direction WHEN 'outbound' THEN w.author_id ELSE w.recorded_by_id END;
    END IF;
    CONTINUE WHEN NOT takes;
    last_turn_seq := greatest(last_turn_seq, w.recorded_seq);
    s.talked_at := greatest(s.talked_at, w.recorded_at);
    IF s.last_message_id IS NULL THEN
      said := w;
      s.turn := CASE w.direction WHEN 'inbound' THEN 'ours'::turn ELSE 'theirs' END;
      s.last_spoken_at := w.moment;
      s.last_message_id := w.id;
    END IF;
    IF w.direction = 'outbound' THEN
      s.last_ours_recorded_at := greatest(s.last_ours_recorded_at, w.recorded_at);
      IF NOT s.ever_spoke THEN s.unanswered := s.unanswered + 1; END IF;
    END IF;
  END LOOP;
  IF talk_seq IS NULL AND given.id IS NOT NULL THEN
    talk_seq := given.recorded_seq;
    s.talked_last_id := given.to_id;
  END IF;

  IF s.ever_spoke THEN
    -- Listening debt counts no history, and nothing that was answered from one's own mail program (law.unread).
    SELECT count(*), min(u.recorded_at), coalesce(min(law.harm((SELECT y.outcome FROM public.replies y WHERE y.message_id = u.id))), 4),
        min(u.recorded_at) FILTER (WHERE u.moment >= came AND (x.moment IS NULL OR (u.moment, u.depth, u.recorded_seq) > (x.moment, x.depth, x.recorded_seq)))
      INTO s.unheard, s.unheard_since, s.harm, s.debt_unheard_since
      FROM law.unheard(p_contact) u LEFT JOIN law.answered_elsewhere_until(p_contact) x ON true;
    SELECT count(*), min(o.heard_at) INTO s.owed, s.owed_since FROM law.owed(p_contact, p_leaving_out) o;
    IF s.owed > 0 THEN
      SELECT o.message_id INTO s.owed_message_id FROM law.owed(p_contact, p_leaving_out) o
        ORDER BY o.moment DESC, o.depth DESC, o.recorded_seq DESC LIMIT 1;
      s.debt_owed_since := law.owed_since(p_contact, p_leaving_out, came);
    END IF;
  END IF;

  -- An end that we said on our turn, or with our last word. A question heard after it, or a turn recorded after it, has
  -- opened the conversation again.
  IF s.turn <> 'nobody' AND s.owed = 0 THEN
    IF said.nothing_to_answer AND s.ever_spoke AND last_turn_seq = said.recorded_seq THEN
      s.ended_at := said.recorded_at;
    ELSE
      SELECT * INTO ending FROM public.endings e WHERE e.contact_id = p_contact AND e.recorded_seq > last_turn_seq
          AND CASE e.kind WHEN 'done' THEN s.turn = 'ours' ELSE e.message_id = said.id AND s.ever_spoke END
        ORDER BY e.recorded_seq DESC LIMIT 1;
      s.ended_at := ending.recorded_at;
    END IF;
  END IF;
  IF s.ended_at IS NOT NULL THEN
    s.turn := 'nobody';
  ELSIF said.promised_on IS NOT NULL AND (said.source NOT IN ('composed', 'api') OR law.is_composed_response(said)) THEN
    s.promised_until := (said.promised_on::timestamp AT TIME ZONE law.zone()) + interval '168 hours';
  END IF;
  IF s.ended_at IS NOT NULL THEN
    s.talked_last_id := NULL;
  ELSIF s.talked_last_id IS NOT NULL THEN
    IF EXISTS (SELECT FROM public.endings e WHERE e.contact_id = p_contact AND e.kind = 'done' AND e.recorded_seq > talk_seq) THEN s.talked_last_id := NULL; END IF;
  END IF;

  -- For lists: the closer that lasts longest, and the later of the rests. The organization's stand on its own row.
  IF NOT law.ever_closed(p_contact, '{}') THEN RETURN s; END IF;
  SELECT 'opted_out', o.recorded_at INTO s.closed_by, s.closed_at FROM law.opt_outs_in_force(p_contact) o ORDER BY o.recorded_seq LIMIT 1;
  IF s.closed_by IS NULL THEN
    SELECT CASE d.cause WHEN 'no' THEN 'declined'::closed_by ELSE 'wrong_person' END, d.scope, d.recorded_at
      INTO s.closed_by, s.closed_scope, s.closed_at FROM law.declines_in_force(p_contact, '{}') d
      ORDER BY d.cause, array_position('{organization,person,all_pitches,this_pitch}'::scope[], d.scope), d.recorded_seq DESC LIMIT 1;
  END IF;
  SELECT r.until, r.said_by INTO s.rests_until, s.rest_said_by
    FROM (SELECT * FROM law.rest_of_theirs(p_contact) UNION ALL SELECT * FROM law.rest_of_ours(p_contact)) r
    WHERE r.id IS NOT NULL ORDER BY r.until DESC LIMIT 1;
  RETURN s;
END $$;

-- Recomputes and stores the standing, for every fact, and always writes: whoever waited for the row at a stricter level
-- asks again. The caller holds the lock of the row (law.lock_standing, law.hold_standing).
CREATE OR REPLACE FUNCTION law.stand(p_contact uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  s standing;
BEGIN
  s := law.standing_of(p_contact, NULL);
  UPDATE public.standing SET turn = s.turn, unanswered = s.unanswered, unheard = s.unheard, unheard_since = s.unheard_since, harm = s.harm,
    owed = s.owed, owed_since = s.owed_since, owed_message_id = s.owed_message_id, ever_written = s.ever_written, ever_spoke = s.ever_spoke,
    last_spoken_at = s.last_spoken_at, last_message_id = s.last_message_id, last_recorded_at = s.last_recorded_at,
    last_ours_recorded_at = s.last_ours_recorded_at, ended_at = s.ended_at, closed_by = s.closed_by, closed_scope = s.closed_scope,
    closed_at = s.closed_at, rests_until = s.rests_until, rest_said_by = s.rest_said_by,
    talked_last_id = s.talked_last_id, talked_at = s.talked_at, promised_until = s.promised_until,
    debt_unheard_since = s.debt_unheard_since, debt_owed_since = s.debt_owed_since,
    owner_id = s.owner_id, organization_id = s.organization_id, name_key = s.name_key, touched = touched + 1
    WHERE contact_id = p_contact;
END $$;

-- Does the stored standing differ from what the rows add up to?
CREATE OR REPLACE FUNCTION law.standing_differs(p_contact uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = law, public, pg_temp AS $$
  SELECT (SELECT to_jsonb(s) - 'touched' FROM standing s WHERE s.contact_id = p_contact)
    IS DISTINCT FROM to_jsonb(law.standing_of(p_contact, NULL)) - 'touched'
$$;

-- Contacts of which that is so (doctor).
CREATE OR REPLACE FUNCTION law.differing_standings(p_limit int) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = law, public, pg_temp AS $$
  SELECT c.id FROM contacts c WHERE c.merged_into_id IS NULL AND law.standing_differs(c.id) LIMIT p_limit
$$;
