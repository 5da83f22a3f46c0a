-- What the writer owes before writing: an ear on the way back, and an answer to others.

-- The moment so many working hours after another: Monday 00:00 to Saturday 00:00 in the installation's zone.
CREATE OR REPLACE FUNCTION law.after_working_hours(p_since timestamptz, p_hours int) RETURNS timestamptz LANGUAGE plpgsql STABLE STRICT AS $$
DECLARE
  zone text := law.zone();
  monday timestamp := date_trunc('week', p_since AT TIME ZONE zone);
  at timestamptz := p_since;
  missing interval := p_hours * interval '1 hour';
  saturday timestamptz;
BEGIN
  LOOP
    saturday := (monday + interval '5 days') AT TIME ZONE zone;
    IF at < saturday THEN
      IF at + missing <= saturday THEN RETURN at + missing; END IF;
      missing := missing - (saturday - at);
    END IF;
    monday := monday + interval '7 days';
    at := monday AT TIME ZONE zone;
  END LOOP;
END $$;

-- Is more than may wait waiting with this user: more than five people unheard for a working day, or one question for five.
CREATE OR REPLACE FUNCTION law.in_debt(p_user uuid, p_at timestamptz) RETURNS TABLE (people int, asked int, since timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = law, public, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $$
  WITH waiting AS MATERIALIZED (SELECT s.contact_id, s.debt_unheard_since AS unheard, s.debt_owed_since AS owed FROM public.standing s
      JOIN public.users u ON u.id = s.talked_last_id AND u.closed_at IS NULL
      WHERE s.talked_last_id = p_user AND (s.debt_unheard_since IS NOT NULL OR s.debt_owed_since IS NOT NULL)),
    long AS (SELECT law.after_working_hours(w.unheard, 24) <= p_at AS unheard,
        coalesce(law.after_working_hours(w.owed, 120) <= p_at, false) AND EXISTS (SELECT FROM public.addresses a WHERE a.contact_id = w.contact_id AND a.state = 'held'
          AND NOT EXISTS (SELECT FROM public.suppressions x WHERE x.lifted_at IS NULL AND x.key_hash = ANY (a.door_hashes))) AS asked,
        least(w.unheard, w.owed) AS since FROM waiting w)
  SELECT count(*) FILTER (WHERE l.unheard)::int, count(*) FILTER (WHERE l.asked)::int, min(l.since) FILTER (WHERE l.unheard OR l.asked) FROM long l
  HAVING count(*) FILTER (WHERE l.unheard) > 5 OR bool_or(l.asked)
$$;

-- Where the answer to a message on this channel, by this author, would arrive, and nobody has listened: that channel,
-- as what is to be done there ('mailbox', 'look'); null when it is heard.
CREATE OR REPLACE FUNCTION law.deaf_on(p_channel channel, p_author uuid, p_asker uuid, p_at timestamptz) RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF p_channel = 'in_person' THEN RETURN NULL; END IF;
  IF p_channel = 'email' AND EXISTS (SELECT FROM public.mailboxes b JOIN public.users u ON u.id = b.user_id
    WHERE b.user_id = p_author AND b.closed_at IS NULL AND u.closed_at IS NULL) THEN
    RETURN CASE WHEN EXISTS (SELECT FROM public.mailboxes b WHERE b.user_id = p_author AND b.closed_at IS NULL
      AND (b.read_to_end_at IS NULL OR b.read_to_end_at <= p_at - interval '60 minutes')) THEN 'mailbox' END;
  END IF;
  RETURN CASE WHEN NOT EXISTS (SELECT FROM public.looks l WHERE l.user_id = p_asker AND l.channel = p_channel AND l.recorded_at > p_at - interval '24 hours') THEN 'look' END;
END $$;

-- The routes that must be heard before this message: those of every message of ours after their last word, and its own.
CREATE OR REPLACE FUNCTION law.deaf_routes(q messages, p_at timestamptz, p_leaving_out uuid) RETURNS TABLE (channel channel, to_do text) LANGUAGE sql STABLE AS $$
  WITH counted AS MATERIALIZED (SELECT m.* FROM law.counting(q.contact_id, p_leaving_out) m),
    theirs AS (SELECT c.* FROM counted c WHERE c.direction = 'inbound' ORDER BY c.moment DESC, c.depth DESC, c.recorded_seq DESC LIMIT 1),
    routes AS (SELECT c.channel, c.author_id FROM counted c WHERE c.direction = 'outbound'
        AND NOT EXISTS (SELECT FROM theirs t WHERE (t.moment, t.depth, t.recorded_seq) > (c.moment, c.depth, c.recorded_seq))
      UNION SELECT q.channel, q.author_id)
  SELECT DISTINCT r.channel, d.to_do FROM routes r, LATERAL (SELECT law.deaf_on(r.channel, r.author_id, q.author_id, p_at) AS to_do) d
  WHERE d.to_do IS NOT NULL ORDER BY 1, 2
$$;
