-- verdict(…): may this message leave? Preview, send and the API ask this one function.

-- The pitch of the conversation a reply belongs to: the last one of ours before it.
CREATE OR REPLACE FUNCTION law.pitch_before(a messages) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT m.pitch_id FROM law.counting(a.contact_id, NULL) m
  WHERE m.direction = 'outbound' AND m.pitch_id IS NOT NULL AND NOT law.not_before(m, a)
  ORDER BY m.moment DESC, m.depth DESC, m.recorded_seq DESC LIMIT 1
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

-- May this wish say so much of a pitch: none, or that of the conversation of this reply.
CREATE OR REPLACE FUNCTION law.same_conversation(p_pitch uuid, p_reply uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT p_pitch IS NULL OR coalesce((SELECT p_pitch = law.pitch_before(a) FROM public.messages a WHERE a.id = p_reply), false)
$$;

-- q: the message as it would be. a: the reply it names, which is heard or not, by itself with an outcome.
DROP FUNCTION IF EXISTS law.purpose_of(standing, messages, outcome, boolean, uuid, boolean, timestamptz, uuid);
CREATE OR REPLACE FUNCTION law.purpose_of(s standing, q messages, a messages, p_outcome outcome, p_heard boolean,
  p_granted boolean, p_at timestamptz, p_leaving_out uuid) RETURNS purpose LANGUAGE plpgsql STABLE AS $$
DECLARE
  last messages;
BEGIN
  IF a.id IS NOT NULL THEN
    IF p_outcome IN ('declined', 'later', 'wrong_person') AND q.pitch_id IS NULL AND NOT law.named(a.id, a.contact_id, p_leaving_out) THEN
      RETURN 'thanks';
    END IF;
    IF p_heard AND NOT law.ended(s, p_at) AND (q.pitch_id IS NULL OR q.pitch_id = law.pitch_before(a)) AND law.waits(a, p_outcome, p_leaving_out) THEN
      RETURN 'response';
    END IF;
  ELSIF s.ever_written AND NOT law.ended(s, p_at) THEN
    SELECT * INTO last FROM law.counting(s.contact_id, p_leaving_out) c ORDER BY c.moment DESC, c.depth DESC, c.recorded_seq DESC LIMIT 1;
    IF law.takes_an_addendum(last, q.author_id, q.channel, p_at) AND law.same_conversation(q.pitch_id, last.answers_id) THEN RETURN 'response'; END IF;
    IF p_at < s.promised_until AND law.same_conversation(q.pitch_id, (SELECT m.answers_id FROM public.messages m WHERE m.id = s.last_message_id)) THEN
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

-- A referral that this message may use: they were named, in words that still count, within 90 days, and nobody used it.
CREATE OR REPLACE FUNCTION law.usable_referral(q messages, p_at timestamptz, p_leaving_out uuid) RETURNS referrals LANGUAGE sql STABLE AS $$
  SELECT f.* FROM public.referrals f WHERE f.id = q.referral_id AND f.contact_id = q.contact_id AND f.referrer_id <> q.contact_id
    AND law.hearing_counts(f.hearing_id) AND NOT EXISTS (SELECT FROM public.retractions x WHERE x.message_id = f.message_id)
    AND p_at < f.recorded_at + interval '2160 hours'
    AND NOT EXISTS (SELECT FROM law.counting(q.contact_id, p_leaving_out) m WHERE m.referral_id = f.id AND m.source IN ('composed', 'api'))
$$;

-- An exception that this message may use: for this contact and this writer, within 14 days, not used yet, and fewer than
-- two in a year. It was given in view of how things stood: not after something was heard, refused or handed over since.
CREATE OR REPLACE FUNCTION law.usable_exception(q messages, p_at timestamptz, p_leaving_out uuid, p_organizations uuid[]) RETURNS exceptions LANGUAGE sql STABLE AS $$
  SELECT x.* FROM public.exceptions x WHERE x.id = q.exception_id AND x.contact_id = q.contact_id AND x.given_to_id = q.author_id
    AND p_at < x.recorded_at + interval '336 hours'
    AND NOT EXISTS (SELECT FROM law.counting(q.contact_id, p_leaving_out) m WHERE m.exception_id = x.id AND m.source IN ('composed', 'api'))
    AND (SELECT count(*) FROM law.counting(q.contact_id, p_leaving_out) m WHERE m.exception_id IS NOT NULL AND m.source IN ('composed', 'api')
      AND p_at < m.recorded_at + interval '8760 hours') < 2
    AND NOT EXISTS (SELECT FROM public.hearings h WHERE h.contact_id = q.contact_id AND h.recorded_seq > x.recorded_seq)
    AND NOT EXISTS (SELECT FROM public.hand_overs g WHERE g.contact_id = q.contact_id AND g.recorded_seq > x.recorded_seq)
    AND NOT EXISTS (SELECT FROM law.declines_in_force(q.contact_id, p_organizations) d WHERE d.recorded_seq > x.recorded_seq)
$$;

-- Pitching to somebody who never said a word, and whom we did not meet by any way that invites it.
CREATE OR REPLACE FUNCTION law.uninvited(p_contact uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT NOT (c.met_how = 'wrote_first' OR (c.met_how IN ('in_person', 'event') AND coalesce(btrim(c.met_where), '') <> '')
    OR (c.met_how = 'introduced' AND (c.introduced_by_id IS NOT NULL OR coalesce(btrim(c.introducer_name), '') <> '')))
  FROM public.contacts c WHERE c.id = p_contact
$$;

/*
 * Answers {allowed, purpose, reasons: [{code, since, until, message_id, …}], warnings: [the same]}, what lasts longest first.
 * Every reason in force is judged on its own; each that refuses this message is listed; a warning is only said.
 * q: the message as it would be: contact, author, channel, address (null where only the channel is asked about), pitch,
 * the reply it answers, new fact, the referral and the exception it carries. p_leaving_out: its own id when a queued one asks again.
 * p_organizations: those whose no covers it (law.organizations_of), read under the lock where one is held.
 * Decides from facts that are recorded; the time is law.clock(), never the caller's.
 * A condition that asks a table stands in an IF of its own, after those that do not: PL/pgSQL prepares all of a condition
 * before it looks at the first half of it.
 */
DROP FUNCTION IF EXISTS law.decide(uuid, uuid, channel, uuid, uuid, uuid, boolean, uuid, uuid[]);
CREATE OR REPLACE FUNCTION law.decide(q messages, p_leaving_out uuid, p_organizations uuid[]) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  t timestamptz := law.clock();
  new_fact boolean := coalesce(btrim(q.new_fact), '') <> '';
  s standing;
  a messages;
  heard_as outcome;
  heard boolean := false;
  asked boolean;
  purpose_ purpose;
  reasons jsonb := '[]';
  warnings jsonb := '[]';
  handle addresses;
  o opt_outs;
  d declines;
  r rests;
  theirs rests;
  granted boolean := false;
  closed boolean;
  rules policy;
  allowed_follow_ups int;
  shut suppressions;
  follow_up_opens timestamptz;
  referral referrals;
  exception_ exceptions;
  debt record;
  held messages;
  deaf jsonb;
BEGIN
  IF p_leaving_out IS NULL THEN
    SELECT * INTO s FROM public.standing WHERE contact_id = q.contact_id;
  ELSE
    s := law.standing_of(q.contact_id, p_leaving_out);
  END IF;
  -- Facts that cannot be loaded are no clearance.
  IF s.contact_id IS NULL THEN PERFORM law.impossible('contact_unknown'); END IF;
  SELECT * INTO STRICT rules FROM public.policy;
  IF q.answers_id IS NOT NULL THEN
    SELECT * INTO a FROM law.counting(q.contact_id, NULL) m WHERE m.id = q.answers_id AND m.direction = 'inbound';
    IF a.id IS NULL THEN PERFORM law.impossible('answers_no_reply'); END IF;
    heard_as := law.outcome_of(a.id);
    heard := heard_as IS NOT NULL OR NOT EXISTS (SELECT FROM law.unheard(q.contact_id) u WHERE u.id = a.id);
  END IF;
  IF q.referral_id IS NOT NULL THEN referral := law.usable_referral(q, t, p_leaving_out); END IF;
  IF q.exception_id IS NOT NULL THEN exception_ := law.usable_exception(q, t, p_leaving_out, p_organizations); END IF;
  closed := law.ever_closed(q.contact_id, p_organizations);
  IF closed THEN
    theirs := law.rest_of_theirs(q.contact_id);
    granted := law.opening_granted(theirs, new_fact, t, p_leaving_out);
  END IF;
  purpose_ := law.purpose_of(s, q, a, heard_as, heard, granted, t, p_leaving_out);
  -- A question or an interest answered without a pitch: what may be said under a closer.
  asked := purpose_ = 'response' AND q.pitch_id IS NULL AND coalesce(heard_as IN ('question', 'interested'), false);

  IF closed THEN
    FOR o IN SELECT * FROM law.opt_outs_in_force(q.contact_id) ORDER BY recorded_seq LOOP
      IF NOT (asked AND law.spoken_after_closer(a, o.message_id, o.recorded_seq)) THEN
        reasons := reasons || law.reason('opted_out', o.recorded_at, NULL, o.message_id, jsonb_build_object('id', o.id, 'cause', o.cause));
      END IF;
    END LOOP;
  END IF;

  IF q.address_id IS NOT NULL THEN
    SELECT * INTO handle FROM public.addresses WHERE id = q.address_id;
    SELECT * INTO shut FROM public.suppressions x WHERE x.lifted_at IS NULL AND x.key_hash = ANY (handle.door_hashes) ORDER BY x.kind DESC, x.recorded_seq LIMIT 1;
    IF shut.id IS NOT NULL THEN
      reasons := reasons || law.reason('suppressed', shut.recorded_at, NULL, NULL, jsonb_build_object('id', shut.id, 'kind', shut.kind, 'cause', shut.cause));
    END IF;
    IF handle.contact_id IS DISTINCT FROM q.contact_id OR handle.state <> 'held' OR handle.channel <> q.channel THEN
      reasons := reasons || law.reason('not_their_address', handle.retired_at, NULL, NULL,
        jsonb_build_object('state', CASE WHEN handle.contact_id = q.contact_id AND handle.channel = q.channel THEN handle.state::text ELSE 'elsewhere' END));
    END IF;
  END IF;

  IF closed THEN
    FOR d IN SELECT * FROM law.declines_in_force(q.contact_id, p_organizations) x
      ORDER BY x.cause, array_position('{person,organization,all_pitches,this_pitch}'::scope[], x.scope), x.recorded_seq DESC LOOP
      -- Whoever was named by somebody there may be written to over an older no for all of them.
      CONTINUE WHEN d.contact_id <> q.contact_id AND d.recorded_seq <= referral.recorded_seq;
      IF d.cause = 'wrong_person' OR d.scope = 'this_pitch' THEN
        IF purpose_ = 'follow_up' OR (purpose_ = 'response' AND q.pitch_id IS NOT NULL)
          OR (purpose_ = 'opening' AND (t < d.recorded_at + interval '2160 hours' OR q.pitch_id = d.pitch_id)) THEN
          reasons := reasons || law.reason(CASE d.cause WHEN 'no' THEN 'declined' ELSE 'wrong_person' END, d.recorded_at,
            CASE WHEN q.pitch_id = d.pitch_id OR purpose_ <> 'opening' THEN NULL ELSE d.recorded_at + interval '2160 hours' END, d.message_id,
            jsonb_build_object('id', d.id, 'scope', CASE d.cause WHEN 'no' THEN d.scope END, 'pitch_id', d.pitch_id));
        END IF;
      ELSIF d.scope = 'all_pitches' THEN
        IF purpose_ = 'follow_up' OR (purpose_ <> 'thanks' AND q.pitch_id IS NOT NULL) THEN
          reasons := reasons || law.reason('declined', d.recorded_at, NULL, d.message_id, jsonb_build_object('id', d.id, 'scope', d.scope));
        END IF;
      ELSIF purpose_ <> 'thanks' AND NOT (asked AND (d.contact_id <> q.contact_id
          OR law.spoken_after_closer(a, d.message_id, d.recorded_seq))) THEN
        reasons := reasons || law.reason('declined', d.recorded_at, NULL, d.message_id,
          jsonb_build_object('id', d.id, 'scope', d.scope, 'contact_id', d.contact_id, 'organization_id', d.organization_id));
      END IF;
    END LOOP;

    IF purpose_ IN ('opening', 'follow_up') OR (purpose_ = 'response' AND NOT asked) THEN
      IF theirs.id IS NOT NULL AND (theirs.until > t OR (NOT theirs.named AND NOT new_fact AND purpose_ <> 'response'
          AND law.opening_granted(theirs, true, t, p_leaving_out))) THEN
        reasons := reasons || law.reason('resting', theirs.recorded_at, CASE WHEN theirs.until > t THEN theirs.until END, theirs.message_id,
          jsonb_build_object('id', theirs.id, 'said_by', 'them', 'named', theirs.named, 'needs_new_fact', theirs.until <= t));
      END IF;
      r := law.rest_of_organizations(q.contact_id, p_organizations);
      IF r.until > t THEN
        reasons := reasons || law.reason('resting', r.recorded_at, r.until, r.message_id,
          jsonb_build_object('id', r.id, 'said_by', 'them', 'named', r.named, 'contact_id', r.contact_id,
          'organization_id', (SELECT x.organization_id FROM public.declines x WHERE x.contact_id = r.contact_id AND x.organization_id = ANY (p_organizations) LIMIT 1)));
      END IF;
      r := law.rest_of_ours(q.contact_id);
      IF r.until > t AND purpose_ <> 'response' THEN
        reasons := reasons || law.reason('resting', r.recorded_at, r.until, NULL, jsonb_build_object('id', r.id, 'said_by', 'us'));
      END IF;
    END IF;
  END IF;

  -- What was answered from one's own mail program was read: only its outcome is asked, and a response need not wait for that.
  IF s.unheard > 0 THEN
    IF purpose_ <> 'response' OR EXISTS (SELECT FROM law.unread(q.contact_id)) THEN
      reasons := reasons || law.reason('unheard_reply', s.unheard_since, NULL,
        (SELECT u.id FROM law.unheard(q.contact_id) u ORDER BY u.moment DESC, u.depth DESC, u.recorded_seq DESC LIMIT 1), jsonb_build_object('count', s.unheard));
    END IF;
  END IF;

  IF p_organizations <> '{}' AND purpose_ <> 'thanks' AND NOT asked THEN
    SELECT * INTO held FROM law.held_by(q.contact_id, p_organizations) LIMIT 1;
    IF held.id IS NOT NULL THEN
      reasons := reasons || law.reason('unheard_reply', held.recorded_at, NULL, held.id, jsonb_build_object('count', 1,
        'contact_id', held.contact_id, 'organization_id', (SELECT y.organization_id FROM public.replies y WHERE y.message_id = held.id)));
    END IF;
  END IF;

  IF s.owed > 0 AND (purpose_ IN ('opening', 'follow_up') OR (purpose_ = 'response' AND heard_as IS DISTINCT FROM 'question' AND heard_as IS DISTINCT FROM 'interested')) THEN
    reasons := reasons || law.reason('response_owed', s.owed_since, NULL, s.owed_message_id, jsonb_build_object('count', s.owed));
  END IF;

  IF purpose_ = 'follow_up' AND referral.id IS NULL THEN
    allowed_follow_ups := CASE WHEN s.ever_spoke THEN rules.follow_ups_in_conversation ELSE rules.follow_ups_never_answered END;
    follow_up_opens := s.last_ours_recorded_at + interval '336 hours';
    IF s.unanswered - 1 >= allowed_follow_ups OR NOT new_fact OR t < follow_up_opens THEN
      reasons := reasons || law.reason('awaiting_reply', s.last_ours_recorded_at,
        CASE WHEN s.unanswered - 1 < allowed_follow_ups THEN follow_up_opens END, s.last_message_id,
        jsonb_build_object('needs_new_fact', s.unanswered - 1 < allowed_follow_ups AND NOT new_fact, 'unanswered', s.unanswered));
    END IF;
  END IF;

  IF q.pitch_id IS NOT NULL AND NOT s.ever_spoke AND purpose_ IN ('opening', 'follow_up') AND referral.id IS NULL AND rules.invitation_needed <> 'off' THEN
    IF NOT law.uninvited(q.contact_id) THEN
      NULL;
    ELSIF rules.invitation_needed = 'block' THEN
      reasons := reasons || law.reason('invitation_needed', NULL, NULL, NULL, NULL);
    ELSE
      warnings := warnings || law.reason('invitation_needed', NULL, NULL, NULL, NULL);
    END IF;
  END IF;

  IF purpose_ = 'opening' AND t < s.ended_at + interval '720 hours' THEN
    reasons := reasons || law.reason('recently_ended', s.ended_at, s.ended_at + interval '720 hours', NULL, NULL);
  END IF;

  IF s.talked_last_id <> q.author_id AND t < s.talked_at + interval '720 hours' THEN
    IF EXISTS (SELECT FROM public.users u WHERE u.id = s.talked_last_id AND u.closed_at IS NULL) THEN
      reasons := reasons || law.reason('colleague_in_conversation', s.talked_at, s.talked_at + interval '720 hours', s.last_message_id, jsonb_build_object('user_id', s.talked_last_id));
    END IF;
  END IF;

  IF purpose_ IN ('opening', 'follow_up') THEN
    IF EXISTS (SELECT FROM public.standing x WHERE x.talked_last_id = q.author_id AND (x.debt_unheard_since IS NOT NULL OR x.debt_owed_since IS NOT NULL)) THEN
      SELECT * INTO debt FROM law.in_debt(q.author_id, t);
      IF FOUND THEN
        reasons := reasons || law.reason('listening_debt', debt.since, NULL, NULL, jsonb_build_object('people', debt.people, 'asked', debt.asked));
      END IF;
    END IF;
  END IF;

  IF exception_.id IS NOT NULL THEN reasons := law.without(reasons, exception_.reasons); END IF;

  -- Silence, or a date, would decide now: then whoever writes must have listened where the answer would arrive.
  IF s.ever_written AND purpose_ <> 'thanks' AND (exception_.id IS NULL OR purpose_ = 'response' OR NOT 'deaf' = ANY (exception_.reasons)) THEN
    IF law.without(reasons, '{listening_debt,colleague_in_conversation}') = '[]' THEN
      SELECT jsonb_agg(jsonb_build_object('channel', x.channel, 'to_do', x.to_do)) INTO deaf FROM law.deaf_routes(q, t, p_leaving_out) x;
      IF deaf IS NOT NULL AND purpose_ = 'response' THEN
        warnings := warnings || law.reason('deaf', NULL, NULL, NULL, jsonb_build_object('routes', deaf));
      ELSIF deaf IS NOT NULL THEN
        reasons := reasons || law.reason('deaf', NULL, NULL, NULL, jsonb_build_object('routes', deaf));
      END IF;
    END IF;
  END IF;

  -- What cannot be used is not silently left out of a message that would leave all the same.
  IF reasons = '[]' AND ((q.referral_id IS NOT NULL AND referral.id IS NULL) OR (q.exception_id IS NOT NULL AND exception_.id IS NULL)) THEN
    warnings := warnings || law.reason('not_usable', NULL, NULL, NULL, NULL);
  END IF;

  RETURN jsonb_build_object('allowed', reasons = '[]', 'purpose', purpose_, 'reasons', reasons, 'warnings', warnings, 'at', t);
END $$;

-- The reasons that do not have one of these codes.
CREATE OR REPLACE FUNCTION law.without(p_reasons jsonb, p_codes text[]) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(jsonb_agg(r ORDER BY n), '[]') FROM jsonb_array_elements(p_reasons) WITH ORDINALITY x(r, n) WHERE r ->> 'code' <> ALL (coalesce(p_codes, '{}'))
$$;

-- What page, API and a person with psql ask. Where only some is known of a message, the rest is null.
DROP FUNCTION IF EXISTS law.verdict(uuid, uuid, channel, uuid, uuid, uuid, boolean, uuid);
CREATE OR REPLACE FUNCTION law.verdict(p_contact uuid, p_author uuid, p_channel channel, p_address uuid, p_pitch uuid, p_answers uuid,
  p_new_fact boolean, p_leaving_out uuid DEFAULT NULL, p_referral uuid DEFAULT NULL, p_exception uuid DEFAULT NULL) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = law, public, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $$
DECLARE
  q messages;
BEGIN
  q.contact_id := p_contact; q.author_id := p_author; q.channel := p_channel; q.address_id := p_address; q.pitch_id := p_pitch;
  q.answers_id := p_answers; q.referral_id := p_referral; q.exception_id := p_exception;
  q.new_fact := CASE WHEN p_new_fact THEN 'a new fact' END;
  RETURN law.decide(q, p_leaving_out, law.organizations_of(p_contact, p_address));
END $$;
