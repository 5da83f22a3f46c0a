-- verdict(…): may this message leave? Preview, send and the API ask this one function.

-- The pitch of the conversation a reply belongs to: the last one of ours before it.
CREATE OR REPLACE FUNCTION law.pitch_before(a messages) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT m.pitch_id FROM law.counting(a.contact_id, NULL) m
  WHERE m.direction = 'outbound' AND m.pitch_id IS NOT NULL AND NOT law.not_before(m, a)
  ORDER BY m.moment DESC, m.depth DESC, m.recorded_seq DESC LIMIT 1
$$;

-- Was this reply named by a counting message of ours?
CREATE OR REPLACE FUNCTION law.named(p_reply uuid, p_contact uuid, p_leaving_out uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM law.counting(p_contact, p_leaving_out) m WHERE m.direction = 'outbound' AND m.answers_id = p_reply)
$$;

-- The conversation is over: marked so, or thirty quiet days on our turn with nothing owed.
CREATE OR REPLACE FUNCTION law.ended(s standing, p_at timestamptz) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT s.ended_at IS NOT NULL OR (s.turn = 'ours' AND s.owed = 0 AND s.last_recorded_at <= p_at - interval '720 hours')
$$;

-- The one opening that a rest of theirs gives when it is over and no message of ours has used it.
CREATE OR REPLACE FUNCTION law.opening_granted(r rests, p_new_fact boolean, p_at timestamptz, p_leaving_out uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT r.id IS NOT NULL AND r.until <= p_at AND (r.named OR p_new_fact)
    AND NOT EXISTS (SELECT FROM law.turns(r.contact_id, p_leaving_out) m LEFT JOIN public.outbox o ON o.message_id = m.id
      WHERE m.direction = 'outbound' AND coalesce(o.queued_at, m.recorded_at) >= r.until)
$$;

-- Does this reply still wait for an answer?
CREATE OR REPLACE FUNCTION law.waits(a messages, p_outcome outcome, p_leaving_out uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN p_outcome IN ('question', 'interested')
    THEN EXISTS (SELECT FROM law.owed(a.contact_id, p_leaving_out) o WHERE o.message_id = a.id)
    ELSE NOT law.answered(a, p_leaving_out) AND NOT EXISTS (SELECT FROM law.turns(a.contact_id, p_leaving_out) m
      WHERE m.direction = 'outbound' AND law.not_before(m, a)) END
$$;

CREATE OR REPLACE FUNCTION law.purpose_of(s standing, a messages, p_outcome outcome, p_heard boolean, p_pitch uuid,
  p_granted boolean, p_at timestamptz, p_leaving_out uuid) RETURNS purpose LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF a.id IS NOT NULL THEN
    IF p_outcome IN ('declined', 'later', 'wrong_person') AND p_pitch IS NULL AND NOT law.named(a.id, a.contact_id, p_leaving_out) THEN
      RETURN 'thanks';
    END IF;
    IF p_heard AND NOT law.ended(s, p_at) AND (p_pitch IS NULL OR p_pitch = law.pitch_before(a)) AND law.waits(a, p_outcome, p_leaving_out) THEN
      RETURN 'response';
    END IF;
  END IF;
  IF s.turn = 'theirs' AND NOT p_granted THEN RETURN 'follow_up'; END IF;
  RETURN 'opening';
END $$;

-- One reason, as the page, the API and the log get it. Times are when it was recorded and when it opens (null: not by time).
CREATE OR REPLACE FUNCTION law.reason(p_code text, p_since timestamptz, p_until timestamptz, p_message uuid, p_more jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_build_object('code', p_code, 'since', p_since, 'until', p_until, 'message_id', p_message) || coalesce(p_more, '{}')
$$;

/*
 * Answers {allowed, purpose, reasons: [{code, since, until, message_id, …}]}, what lasts longest first.
 * Every reason in force is judged on its own; each that refuses this message is listed.
 * p_author: the user who writes. p_address: one of the contact's, or null where only the channel is asked about.
 * p_answers: the reply it answers. p_leaving_out: the message's own id when a queued one asks again.
 * p_organizations: those whose no covers it (law.organizations_of), read under the lock where one is held.
 * Decides from facts that are recorded; the time is law.clock(), never the caller's.
 */
CREATE OR REPLACE FUNCTION law.decide(p_contact uuid, p_author uuid, p_channel channel, p_address uuid, p_pitch uuid, p_answers uuid,
  p_new_fact boolean, p_leaving_out uuid, p_organizations uuid[]) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  t timestamptz := law.clock();
  s standing;
  a messages;
  heard_as outcome;
  heard boolean := false;
  asked boolean;
  purpose_ purpose;
  reasons jsonb := '[]';
  handle addresses;
  o opt_outs;
  d declines;
  dm messages;
  r rests;
  theirs rests;
  granted boolean := false;
  closed boolean;
  allowed_follow_ups int;
  found suppressions;
  follow_up_opens timestamptz;
BEGIN
  IF p_leaving_out IS NULL THEN
    SELECT * INTO s FROM standing WHERE contact_id = p_contact;
  ELSE
    s := law.standing_of(p_contact, p_leaving_out);
  END IF;
  -- Facts that cannot be loaded are no clearance.
  IF s.contact_id IS NULL THEN PERFORM law.impossible('contact_unknown'); END IF;
  IF p_answers IS NOT NULL THEN
    SELECT * INTO a FROM law.counting(p_contact, NULL) m WHERE m.id = p_answers AND m.direction = 'inbound';
    IF a.id IS NULL THEN PERFORM law.impossible('answers_no_reply'); END IF;
    heard_as := law.outcome_of(a.id);
    heard := heard_as IS NOT NULL OR NOT EXISTS (SELECT FROM law.unheard(p_contact) u WHERE u.id = a.id);
  END IF;
  closed := law.ever_closed(p_contact, p_organizations);
  IF closed THEN
    theirs := law.rest_of_theirs(p_contact);
    granted := law.opening_granted(theirs, p_new_fact, t, p_leaving_out);
  END IF;
  purpose_ := law.purpose_of(s, a, heard_as, heard, p_pitch, granted, t, p_leaving_out);
  -- A question or an interest answered without a pitch: what may be said under a closer.
  asked := purpose_ = 'response' AND p_pitch IS NULL AND coalesce(heard_as IN ('question', 'interested'), false);

  IF closed THEN
    FOR o IN SELECT * FROM law.opt_outs_in_force(p_contact) ORDER BY recorded_seq LOOP
      SELECT * INTO dm FROM messages WHERE id = o.message_id;
      IF NOT (asked AND CASE WHEN dm.id IS NULL THEN a.recorded_seq > o.recorded_seq ELSE law.spoken_after(a, dm) END) THEN
        reasons := reasons || law.reason('opted_out', o.recorded_at, NULL, o.message_id, jsonb_build_object('id', o.id, 'cause', o.cause));
      END IF;
    END LOOP;
  END IF;

  IF p_address IS NOT NULL THEN
    SELECT * INTO handle FROM addresses WHERE id = p_address;
    SELECT * INTO found FROM suppressions x WHERE x.lifted_at IS NULL AND x.key_hash = ANY (handle.door_hashes) ORDER BY x.kind DESC, x.recorded_seq LIMIT 1;
    IF found.id IS NOT NULL THEN
      reasons := reasons || law.reason('suppressed', found.recorded_at, NULL, NULL, jsonb_build_object('id', found.id, 'kind', found.kind, 'cause', found.cause));
    END IF;
    IF handle.contact_id IS DISTINCT FROM p_contact OR handle.state <> 'held' OR handle.channel <> p_channel THEN
      reasons := reasons || law.reason('not_their_address', handle.retired_at, NULL, NULL,
        jsonb_build_object('state', CASE WHEN handle.contact_id = p_contact AND handle.channel = p_channel THEN handle.state::text ELSE 'elsewhere' END));
    END IF;
  END IF;

  IF closed THEN
    FOR d IN SELECT * FROM law.declines_in_force(p_contact, p_organizations) x
      ORDER BY x.cause, array_position('{person,organization,all_pitches,this_pitch}'::scope[], x.scope), x.recorded_seq DESC LOOP
      SELECT * INTO dm FROM messages WHERE id = d.message_id;
      IF d.cause = 'wrong_person' OR d.scope = 'this_pitch' THEN
        IF purpose_ = 'follow_up' OR (purpose_ = 'response' AND p_pitch IS NOT NULL)
          OR (purpose_ = 'opening' AND (t < d.recorded_at + interval '2160 hours' OR p_pitch = d.pitch_id)) THEN
          reasons := reasons || law.reason(CASE d.cause WHEN 'no' THEN 'declined' ELSE 'wrong_person' END, d.recorded_at,
            CASE WHEN p_pitch = d.pitch_id OR purpose_ <> 'opening' THEN NULL ELSE d.recorded_at + interval '2160 hours' END, d.message_id,
            jsonb_build_object('id', d.id, 'scope', CASE d.cause WHEN 'no' THEN d.scope END, 'pitch_id', d.pitch_id));
        END IF;
      ELSIF d.scope = 'all_pitches' THEN
        IF purpose_ = 'follow_up' OR (purpose_ <> 'thanks' AND p_pitch IS NOT NULL) THEN
          reasons := reasons || law.reason('declined', d.recorded_at, NULL, d.message_id, jsonb_build_object('id', d.id, 'scope', d.scope));
        END IF;
      ELSIF purpose_ <> 'thanks' AND NOT (asked AND (d.contact_id <> p_contact
          OR CASE WHEN dm.id IS NULL THEN a.recorded_seq > d.recorded_seq ELSE law.spoken_after(a, dm) END)) THEN
        reasons := reasons || law.reason('declined', d.recorded_at, NULL, d.message_id,
          jsonb_build_object('id', d.id, 'scope', d.scope, 'contact_id', d.contact_id, 'organization_id', d.organization_id));
      END IF;
    END LOOP;

    IF purpose_ IN ('opening', 'follow_up') OR (purpose_ = 'response' AND NOT asked) THEN
      IF theirs.id IS NOT NULL AND (theirs.until > t OR (NOT theirs.named AND NOT p_new_fact AND purpose_ <> 'response'
          AND law.opening_granted(theirs, true, t, p_leaving_out))) THEN
        reasons := reasons || law.reason('resting', theirs.recorded_at, CASE WHEN theirs.until > t THEN theirs.until END, theirs.message_id,
          jsonb_build_object('id', theirs.id, 'said_by', 'them', 'named', theirs.named, 'needs_new_fact', theirs.until <= t));
      END IF;
      r := law.rest_of_organizations(p_contact, p_organizations);
      IF r.until > t THEN
        reasons := reasons || law.reason('resting', r.recorded_at, r.until, r.message_id,
          jsonb_build_object('id', r.id, 'said_by', 'them', 'named', r.named, 'contact_id', r.contact_id,
          'organization_id', (SELECT x.organization_id FROM declines x WHERE x.contact_id = r.contact_id AND x.organization_id = ANY (p_organizations) LIMIT 1)));
      END IF;
      r := law.rest_of_ours(p_contact);
      IF r.until > t AND purpose_ <> 'response' THEN
        reasons := reasons || law.reason('resting', r.recorded_at, r.until, NULL, jsonb_build_object('id', r.id, 'said_by', 'us'));
      END IF;
    END IF;
  END IF;

  IF s.unheard > 0 THEN
    reasons := reasons || law.reason('unheard_reply', s.unheard_since, NULL,
      (SELECT u.id FROM law.unheard(p_contact) u ORDER BY u.moment DESC, u.depth DESC, u.recorded_seq DESC LIMIT 1), jsonb_build_object('count', s.unheard));
  END IF;

  IF s.owed > 0 AND (purpose_ IN ('opening', 'follow_up') OR (purpose_ = 'response' AND heard_as IS DISTINCT FROM 'question' AND heard_as IS DISTINCT FROM 'interested')) THEN
    reasons := reasons || law.reason('response_owed', s.owed_since, NULL, s.owed_message_id, jsonb_build_object('count', s.owed));
  END IF;

  IF purpose_ = 'follow_up' THEN
    SELECT CASE WHEN s.ever_spoke THEN follow_ups_in_conversation ELSE follow_ups_never_answered END INTO STRICT allowed_follow_ups FROM policy;
    follow_up_opens := s.last_ours_recorded_at + interval '336 hours';
    IF s.unanswered - 1 >= allowed_follow_ups OR NOT p_new_fact OR t < follow_up_opens THEN
      reasons := reasons || law.reason('awaiting_reply', s.last_ours_recorded_at,
        CASE WHEN s.unanswered - 1 < allowed_follow_ups THEN follow_up_opens END, s.last_message_id,
        jsonb_build_object('needs_new_fact', s.unanswered - 1 < allowed_follow_ups AND NOT p_new_fact, 'unanswered', s.unanswered));
    END IF;
  END IF;

  IF purpose_ = 'opening' AND t < s.ended_at + interval '720 hours' THEN
    reasons := reasons || law.reason('recently_ended', s.ended_at, s.ended_at + interval '720 hours', NULL, NULL);
  END IF;

  RETURN jsonb_build_object('allowed', jsonb_array_length(reasons) = 0, 'purpose', purpose_, 'reasons', reasons, 'at', t);
END $$;

-- What page, API and a person with psql ask.
CREATE OR REPLACE FUNCTION law.verdict(p_contact uuid, p_author uuid, p_channel channel, p_address uuid, p_pitch uuid, p_answers uuid,
  p_new_fact boolean, p_leaving_out uuid DEFAULT NULL) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = law, public, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $$
BEGIN
  RETURN law.decide(p_contact, p_author, p_channel, p_address, p_pitch, p_answers, p_new_fact, p_leaving_out, law.organizations_of(p_contact, p_address));
END $$;
