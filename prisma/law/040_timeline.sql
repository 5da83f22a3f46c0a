-- One timeline a contact, over all channels, colleagues and pitches.
-- The place of a message is (moment, depth, recorded_seq), set once when it is recorded.

-- Message b stands at or after message a.
CREATE OR REPLACE FUNCTION law.not_before(b messages, a messages) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT (b.moment, b.depth, b.recorded_seq) >= (a.moment, a.depth, a.recorded_seq)
$$;

CREATE OR REPLACE FUNCTION law.zone() RETURNS text LANGUAGE sql STABLE AS $$ SELECT time_zone FROM public.policy $$;

-- b was spoken after a. On one day, where of either only the day is known and its source has no order: read as closing.
CREATE OR REPLACE FUNCTION law.spoken_after(b messages, a messages) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT (b.moment, b.depth, b.recorded_seq) > (a.moment, a.depth, a.recorded_seq)
    AND NOT ((b.day_only AND b.day_order IS NULL OR a.day_only AND a.day_order IS NULL)
      AND (b.occurred_at AT TIME ZONE law.zone())::date = (a.occurred_at AT TIME ZONE law.zone())::date)
$$;

-- The messages that count: human, not retracted, if composed here, on their way or gone, and if sent from elsewhere, not
-- come back.
CREATE OR REPLACE FUNCTION law.counting(p_contact uuid, p_leaving_out uuid) RETURNS SETOF messages LANGUAGE sql STABLE AS $$
  SELECT m.* FROM public.messages m
  WHERE m.contact_id = p_contact AND m.kind = 'human' AND m.id IS DISTINCT FROM p_leaving_out
    AND (m.source IN ('logged', 'synced', 'imported') OR m.direction = 'inbound'
      OR (SELECT o.state FROM public.outbox o WHERE o.message_id = m.id) IN ('queued', 'sending', 'accepted', 'uncertain'))
    AND NOT EXISTS (SELECT FROM public.retractions r WHERE r.message_id = m.id)
    AND NOT (m.source = 'synced' AND m.direction = 'outbound'
      AND EXISTS (SELECT FROM public.messages b WHERE b.contact_id = p_contact AND b.in_reply_to_id = m.id AND b.kind = 'bounce'))
$$;

-- The hearings that count: the last of each reply.
CREATE OR REPLACE FUNCTION law.counting_hearings(p_contact uuid) RETURNS SETOF hearings LANGUAGE sql STABLE AS $$
  SELECT h.* FROM public.hearings h WHERE h.contact_id = p_contact
    AND NOT EXISTS (SELECT FROM public.hearings l WHERE l.message_id = h.message_id AND l.recorded_seq > h.recorded_seq)
$$;

-- The outcome a reply counts as heard with; null when it was not heard by itself.
CREATE OR REPLACE FUNCTION law.outcome_of(p_message uuid) RETURNS outcome LANGUAGE sql STABLE AS $$
  SELECT h.outcome FROM public.hearings h WHERE h.message_id = p_message ORDER BY h.recorded_seq DESC LIMIT 1
$$;

-- Is this counting message of ours the thanks of the reply it names: no pitch, and the first to name it.
CREATE OR REPLACE FUNCTION law.is_thanks(m messages, p_leaving_out uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT m.direction = 'outbound' AND m.pitch_id IS NULL AND m.answers_id IS NOT NULL
    AND coalesce(law.outcome_of(m.answers_id) IN ('declined', 'later', 'wrong_person'), false)
    AND NOT EXISTS (SELECT FROM public.retractions r WHERE r.message_id = m.answers_id)
    AND NOT EXISTS (SELECT FROM law.counting(m.contact_id, p_leaving_out) e
      WHERE e.direction = 'outbound' AND e.answers_id = m.answers_id AND NOT law.not_before(e, m))
$$;

-- Was this message composed here as a response, and let out as one?
CREATE OR REPLACE FUNCTION law.is_composed_response(m messages) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT m.direction = 'outbound' AND m.source IN ('composed', 'api')
    AND EXISTS (SELECT FROM public.outbox o WHERE o.message_id = m.id AND o.purpose = 'response')
$$;

-- May something be added to this message now, by this author, on this channel: a response of theirs of the last hour.
CREATE OR REPLACE FUNCTION law.takes_an_addendum(m messages, p_author uuid, p_channel channel, p_at timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT m.answers_id IS NOT NULL AND m.author_id = p_author AND m.channel = p_channel AND p_at < m.recorded_at + interval '60 minutes'
    AND law.is_composed_response(m)
$$;

-- Is this counting message an addendum: a response that names nothing, right after one that does.
CREATE OR REPLACE FUNCTION law.is_addendum(m messages, p_leaving_out uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE
  before messages;
BEGIN
  IF m.answers_id IS NOT NULL OR NOT law.is_composed_response(m) THEN RETURN false; END IF;
  SELECT * INTO before FROM law.counting(m.contact_id, p_leaving_out) b WHERE NOT law.not_before(b, m)
    ORDER BY b.moment DESC, b.depth DESC, b.recorded_seq DESC LIMIT 1;
  RETURN before.id IS NOT NULL AND law.takes_an_addendum(before, m.author_id, m.channel, m.recorded_at);
END $$;

-- Of a counting message: does it take the turn? Thanks and addenda do not.
CREATE OR REPLACE FUNCTION law.takes_turn(m messages, p_leaving_out uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT m.direction = 'inbound' OR CASE WHEN m.answers_id IS NOT NULL THEN NOT law.is_thanks(m, p_leaving_out)
    ELSE m.source NOT IN ('composed', 'api') OR NOT law.is_addendum(m, p_leaving_out) END
$$;

-- The messages that take the turn.
CREATE OR REPLACE FUNCTION law.turns(p_contact uuid, p_leaving_out uuid) RETURNS SETOF messages LANGUAGE sql STABLE AS $$
  SELECT m.* FROM law.counting(p_contact, p_leaving_out) m WHERE law.takes_turn(m, p_leaving_out)
$$;

-- The place in the timeline up to which their words are answered: that of the latest reply which a message of ours, no
-- thanks, names; or its own, where it is a fact that names none. Empty when nothing is.
CREATE OR REPLACE FUNCTION law.answered_until(p_contact uuid, p_leaving_out uuid)
RETURNS TABLE (moment timestamptz, depth int, recorded_seq bigint) LANGUAGE sql STABLE AS $$
  SELECT p.moment, p.depth, p.recorded_seq
  FROM law.turns(p_contact, p_leaving_out) m LEFT JOIN public.messages a ON a.id = m.answers_id,
    -- What it names may stand after it since it was corrected: a message answers nothing that came after it.
    LATERAL (SELECT * FROM (VALUES (m.moment, m.depth, m.recorded_seq), (coalesce(a.moment, m.moment), coalesce(a.depth, m.depth), coalesce(a.recorded_seq, m.recorded_seq)))
      v(moment, depth, recorded_seq) ORDER BY 1, 2, 3 LIMIT 1) p
  WHERE m.direction = 'outbound' AND CASE WHEN m.answers_id IS NULL THEN m.source IN ('logged', 'synced', 'imported')
    ELSE NOT EXISTS (SELECT FROM public.retractions r WHERE r.message_id = a.id) END
  ORDER BY 1 DESC, 2 DESC, 3 DESC LIMIT 1
$$;

-- Was this reply answered: by what names it or a later one, or by a fact that names none and stands after it.
CREATE OR REPLACE FUNCTION law.answered(q messages, p_leaving_out uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM law.answered_until(q.contact_id, p_leaving_out) u WHERE (u.moment, u.depth, u.recorded_seq) >= (q.moment, q.depth, q.recorded_seq))
    OR EXISTS (SELECT FROM law.turns(q.contact_id, p_leaving_out) m WHERE m.direction = 'outbound' AND m.answers_id = q.id)
$$;

-- Replies nobody has heard: no hearing of their own, and none of a later reply since they were recorded. Of many contacts
-- nothing was heard yet, and there is no further look.
CREATE OR REPLACE FUNCTION law.unheard(p_contact uuid) RETURNS SETOF messages LANGUAGE sql STABLE AS $$
  SELECT m.* FROM law.counting(p_contact, NULL) m WHERE m.direction = 'inbound'
    AND NOT EXISTS (SELECT FROM public.hearings x WHERE x.contact_id = p_contact)
  UNION ALL
  SELECT m.* FROM law.counting(p_contact, NULL) m WHERE m.direction = 'inbound'
    AND EXISTS (SELECT FROM public.hearings x WHERE x.contact_id = p_contact)
    AND NOT EXISTS (SELECT FROM public.hearings h WHERE h.message_id = m.id)
    AND NOT EXISTS (SELECT FROM public.hearings h JOIN law.counting(p_contact, NULL) n ON n.id = h.message_id
      WHERE h.contact_id = p_contact AND h.recorded_seq > m.recorded_seq AND law.not_before(n, m))
$$;

-- Was this reply named by a counting message of ours?
CREATE OR REPLACE FUNCTION law.named(p_reply uuid, p_contact uuid, p_leaving_out uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM law.counting(p_contact, p_leaving_out) m WHERE m.direction = 'outbound' AND m.answers_id = p_reply)
$$;

-- Heard questions and interest that wait for an answer. Most contacts have none, and there is no further look.
CREATE OR REPLACE FUNCTION law.owed(p_contact uuid, p_leaving_out uuid)
RETURNS TABLE (message_id uuid, heard_at timestamptz, moment timestamptz, depth int, recorded_seq bigint) LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM public.hearings h WHERE h.contact_id = p_contact AND h.outcome IN ('question', 'interested')) THEN RETURN; END IF;
  RETURN QUERY SELECT m.id, h.recorded_at, m.moment, m.depth, m.recorded_seq
  FROM law.counting_hearings(p_contact) h JOIN law.counting(p_contact, p_leaving_out) m ON m.id = h.message_id
    LEFT JOIN law.answered_until(p_contact, p_leaving_out) u ON true
  WHERE h.outcome IN ('question', 'interested')
    AND NOT EXISTS (SELECT FROM public.endings e WHERE e.contact_id = p_contact AND e.kind = 'done' AND e.recorded_seq > h.recorded_seq)
    AND (u.moment IS NULL OR (m.moment, m.depth, m.recorded_seq) > (u.moment, u.depth, u.recorded_seq))
    AND NOT law.named(m.id, p_contact, p_leaving_out);
END $$;

-- The place in the timeline up to which one of us answered from his own mail program: it proves reading, not the outcome.
CREATE OR REPLACE FUNCTION law.answered_elsewhere_until(p_contact uuid) RETURNS TABLE (moment timestamptz, depth int, recorded_seq bigint) LANGUAGE sql STABLE AS $$
  SELECT a.moment, a.depth, a.recorded_seq FROM law.counting(p_contact, NULL) m JOIN public.messages a ON a.id = m.answers_id
  WHERE m.direction = 'outbound' AND m.source = 'synced' AND NOT EXISTS (SELECT FROM public.retractions r WHERE r.message_id = a.id)
  ORDER BY 1 DESC, 2 DESC, 3 DESC LIMIT 1
$$;

-- Replies that nobody has heard, nor answered from elsewhere.
DROP FUNCTION IF EXISTS law.answered_elsewhere(messages);
CREATE OR REPLACE FUNCTION law.unread(p_contact uuid) RETURNS SETOF messages LANGUAGE sql STABLE AS $$
  SELECT u.* FROM law.unheard(p_contact) u LEFT JOIN law.answered_elsewhere_until(p_contact) x ON true
  WHERE x.moment IS NULL OR (u.moment, u.depth, u.recorded_seq) > (x.moment, x.depth, x.recorded_seq)
$$;
