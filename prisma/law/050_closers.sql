-- What closes a contact, as the rows stand.

-- The words of theirs that lifted a closer of the same speaker first: heard after it was recorded, spoken after it
-- was spoken. A `later` whose date was over when it was recorded rests nobody and so lifts nothing.
CREATE OR REPLACE FUNCTION law.lifter(p_speaker uuid, p_closer_seq bigint, p_closer_message uuid, p_outcomes outcome[]) RETURNS SETOF hearings LANGUAGE sql STABLE AS $$
  SELECT h.* FROM law.counting_hearings(p_speaker) h JOIN law.counting(p_speaker, NULL) m ON m.id = h.message_id
    LEFT JOIN public.messages c ON c.id = p_closer_message
  WHERE h.outcome = ANY (p_outcomes) AND h.recorded_seq > p_closer_seq
    AND CASE WHEN c.id IS NULL THEN m.recorded_seq > p_closer_seq ELSE law.spoken_after(m, c) END
    AND (h.outcome <> 'later' OR EXISTS (SELECT FROM public.rests r WHERE r.hearing_id = h.id AND r.until > r.recorded_at))
  ORDER BY h.recorded_seq LIMIT 1
$$;

-- Most closers are never lifted: nothing was heard of their speaker since, and there is no further look.
CREATE OR REPLACE FUNCTION law.lifted(p_speaker uuid, p_closer_seq bigint, p_closer_message uuid, p_outcomes outcome[]) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM public.hearings h WHERE h.contact_id = p_speaker AND h.recorded_seq > p_closer_seq) THEN RETURN false; END IF;
  RETURN EXISTS (SELECT FROM law.lifter(p_speaker, p_closer_seq, p_closer_message, p_outcomes));
END $$;

-- Was this message spoken after the words of a closer; where those are not known, recorded after it.
CREATE OR REPLACE FUNCTION law.spoken_after_closer(m messages, p_closer_message uuid, p_closer_seq bigint) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT law.spoken_after(m, c) FROM public.messages c WHERE c.id = p_closer_message), m.recorded_seq > p_closer_seq)
$$;

-- Was there ever a closer: most contacts have none, and need no further look.
CREATE OR REPLACE FUNCTION law.ever_closed(p_contact uuid, p_organizations uuid[]) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM public.opt_outs o WHERE o.contact_id = p_contact)
    OR EXISTS (SELECT FROM public.declines d WHERE d.contact_id = p_contact) OR EXISTS (SELECT FROM public.rests r WHERE r.contact_id = p_contact)
    OR (p_organizations <> '{}' AND EXISTS (SELECT FROM public.declines d WHERE d.organization_id = ANY (p_organizations)))
$$;

-- A row made by a hearing lives as long as that hearing counts and nobody has withdrawn what its message closed.
CREATE OR REPLACE FUNCTION law.hearing_counts(p_hearing uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF p_hearing IS NULL THEN RETURN true; END IF;
  RETURN NOT EXISTS (SELECT FROM public.hearings h JOIN public.hearings l ON l.message_id = h.message_id AND l.recorded_seq > h.recorded_seq WHERE h.id = p_hearing)
    AND NOT EXISTS (SELECT FROM public.hearings h JOIN public.withdrawals w ON w.message_id = h.message_id WHERE h.id = p_hearing);
END $$;

CREATE OR REPLACE FUNCTION law.opt_outs_in_force(p_contact uuid) RETURNS SETOF opt_outs LANGUAGE sql STABLE AS $$
  SELECT o.* FROM public.opt_outs o WHERE o.contact_id = p_contact AND o.lifted_at IS NULL AND law.hearing_counts(o.hearing_id)
$$;

CREATE OR REPLACE FUNCTION law.decline_in_force(d declines) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT d.withdrawn_at IS NULL AND law.hearing_counts(d.hearing_id)
    AND NOT law.lifted(d.contact_id, d.recorded_seq, d.message_id, '{interested,later}')
$$;

-- The interest of whoever was named last to speak for the organization: it lifts the no for the organization, and the
-- speaker's own no stays.
CREATE OR REPLACE FUNCTION law.successors_word(d declines) RETURNS SETOF hearings LANGUAGE sql STABLE AS $$
  SELECT h.* FROM (SELECT n.contact_id FROM public.successors n WHERE n.decline_id = d.id ORDER BY n.recorded_seq DESC LIMIT 1) x,
    LATERAL law.lifter(x.contact_id, d.recorded_seq, d.message_id, '{interested}') h
$$;

CREATE OR REPLACE FUNCTION law.lifted_by_successor(d declines) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM public.successors n WHERE n.decline_id = d.id) THEN RETURN false; END IF;
  RETURN EXISTS (SELECT FROM law.successors_word(d));
END $$;

-- A contact's own noes, and those of its organizations.
CREATE OR REPLACE FUNCTION law.declines_in_force(p_contact uuid, p_organizations uuid[]) RETURNS SETOF declines LANGUAGE sql STABLE AS $$
  SELECT d.* FROM public.declines d WHERE d.contact_id = p_contact AND law.decline_in_force(d)
  UNION ALL
  SELECT d.* FROM public.declines d WHERE d.organization_id = ANY (p_organizations) AND d.contact_id <> p_contact
    AND law.decline_in_force(d) AND NOT law.lifted_by_successor(d)
$$;

-- Rests of theirs that stand, ended or not: one that was over when it was recorded never stood.
CREATE OR REPLACE FUNCTION law.rests_standing(p_contact uuid) RETURNS SETOF rests LANGUAGE sql STABLE AS $$
  SELECT r.* FROM public.rests r WHERE r.contact_id = p_contact AND r.said_by = 'them'
    AND r.until > r.recorded_at AND law.hearing_counts(r.hearing_id)
    AND NOT law.lifted(r.contact_id, r.recorded_seq, r.message_id, '{interested}')
$$;

-- May rest n take the place of rest r: a named date, recorded and spoken later, in words that still stand.
CREATE OR REPLACE FUNCTION law.replaces(n rests, r rests) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT n.named AND n.contact_id = r.contact_id AND n.recorded_seq > r.recorded_seq
    AND NOT EXISTS (SELECT FROM public.retractions x WHERE x.message_id = n.message_id)
    AND coalesce((SELECT law.spoken_after(nm, rm) FROM public.messages nm, public.messages rm WHERE nm.id = n.message_id AND rm.id = r.message_id), true)
$$;

-- The one that decides: a newer named date, spoken after, replaces older ones; otherwise the longest.
CREATE OR REPLACE FUNCTION law.rest_of_theirs(p_contact uuid) RETURNS rests LANGUAGE sql STABLE AS $$
  SELECT r.* FROM law.rests_standing(p_contact) r
  WHERE NOT EXISTS (SELECT FROM law.rests_standing(p_contact) n WHERE law.replaces(n, r))
  ORDER BY r.until DESC, r.named, r.recorded_seq DESC LIMIT 1
$$;

-- A rest of ours: until lifted, until its date, or until they write.
CREATE OR REPLACE FUNCTION law.rest_of_ours(p_contact uuid) RETURNS rests LANGUAGE sql STABLE AS $$
  SELECT r.* FROM public.rests r WHERE r.contact_id = p_contact AND r.said_by = 'us' AND r.lifted_at IS NULL
    AND NOT EXISTS (SELECT FROM law.counting(p_contact, NULL) m WHERE m.direction = 'inbound' AND m.recorded_seq > r.recorded_seq)
  ORDER BY r.until DESC, r.recorded_seq DESC LIMIT 1
$$;

-- Rests of an organization: the rest of whoever said no for it and then "later", which turned that no.
CREATE OR REPLACE FUNCTION law.rests_of_organizations(p_contact uuid, p_organizations uuid[]) RETURNS SETOF rests LANGUAGE sql STABLE AS $$
  SELECT r.* FROM public.declines d
    JOIN LATERAL law.lifter(d.contact_id, d.recorded_seq, d.message_id, '{interested,later}') h ON h.outcome = 'later'
    JOIN public.rests r ON r.hearing_id = h.id
  WHERE d.organization_id = ANY (p_organizations) AND d.contact_id <> p_contact AND d.withdrawn_at IS NULL
    AND EXISTS (SELECT FROM public.rests x WHERE x.contact_id = d.contact_id AND x.recorded_seq > d.recorded_seq)
    AND law.hearing_counts(d.hearing_id) AND NOT law.lifted(r.contact_id, r.recorded_seq, r.message_id, '{interested}')
    AND NOT EXISTS (SELECT FROM law.successors_word(d) w WHERE w.recorded_seq < h.recorded_seq)
$$;

CREATE OR REPLACE FUNCTION law.rest_of_organizations(p_contact uuid, p_organizations uuid[]) RETURNS rests LANGUAGE sql STABLE AS $$
  SELECT r.* FROM law.rests_of_organizations(p_contact, p_organizations) r
  WHERE NOT EXISTS (SELECT FROM law.rests_of_organizations(p_contact, p_organizations) n WHERE law.replaces(n, r))
  ORDER BY r.until DESC, r.recorded_seq DESC LIMIT 1
$$;

-- Words of a colleague there that nobody has heard yet and that seem to say no for all of them: whoever would hear them
-- first would not write. Only a suggestion (replies): it holds, and closes nothing.
CREATE OR REPLACE FUNCTION law.held_by(p_contact uuid, p_organizations uuid[]) RETURNS SETOF messages LANGUAGE plpgsql STABLE AS $$
DECLARE
  m messages;
BEGIN
  FOR m IN SELECT x.* FROM public.replies y JOIN public.messages x ON x.id = y.message_id
      JOIN public.standing s ON s.contact_id = x.contact_id AND s.unheard > 0
    WHERE y.organization_id = ANY (p_organizations) AND x.contact_id <> p_contact ORDER BY x.recorded_seq DESC LOOP
    IF EXISTS (SELECT FROM law.unheard(m.contact_id) u WHERE u.id = m.id) THEN RETURN NEXT m; END IF;
  END LOOP;
END $$;
