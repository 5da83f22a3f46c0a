-- Messages of ours that did not pass through here, judged at their own time by what was recorded then.

-- Was an answer of theirs on its way: spoken after our last turn then, and before this message, and recorded later.
CREATE OR REPLACE FUNCTION law.answer_on_its_way(m messages) RETURNS boolean LANGUAGE sql STABLE AS $$
  WITH ours AS (SELECT t.* FROM past.turns(m.contact_id, m.id) t WHERE t.direction = 'outbound' ORDER BY t.moment DESC, t.depth DESC, t.recorded_seq DESC LIMIT 1)
  SELECT EXISTS (SELECT FROM law.counting(m.contact_id, NULL) r WHERE r.direction = 'inbound' AND NOT law.not_before(r, m)
    AND NOT EXISTS (SELECT FROM past.counting(m.contact_id, NULL) k WHERE k.id = r.id)
    AND NOT EXISTS (SELECT FROM ours o WHERE (o.moment, o.depth, o.recorded_seq) >= (r.moment, r.depth, r.recorded_seq)))
$$;

-- Words of theirs that close, by whatever hearing counts now: their own, and a no for an organization they belong to.
CREATE OR REPLACE FUNCTION law.closing_words(p_contact uuid, p_organizations uuid[]) RETURNS TABLE (message_id uuid, recorded_at timestamptz, recorded_seq bigint) LANGUAGE sql STABLE AS $$
  SELECT o.message_id, o.recorded_at, o.recorded_seq FROM public.opt_outs o WHERE o.contact_id = p_contact AND law.hearing_counts(o.hearing_id)
  UNION ALL SELECT d.message_id, d.recorded_at, d.recorded_seq FROM public.declines d
    WHERE (d.contact_id = p_contact OR d.organization_id = ANY (p_organizations)) AND d.withdrawn_at IS NULL AND law.hearing_counts(d.hearing_id)
  UNION ALL SELECT r.message_id, r.recorded_at, r.recorded_seq FROM public.rests r
    WHERE r.contact_id = p_contact AND r.said_by = 'them' AND r.until > r.recorded_at AND law.hearing_counts(r.hearing_id)
$$;

-- The mark of a message: the first that fits; null where there is nothing to say (decisions/0010). Of a breach, with
-- what the law would have refused it.
DROP FUNCTION IF EXISTS law.mark_of(messages);
CREATE OR REPLACE FUNCTION law.judge(m messages, OUT mark mark, OUT reasons text[]) LANGUAGE plpgsql AS $$
DECLARE
  q messages := m;
  organizations uuid[];
  named messages;
  known boolean;
BEGIN
  reasons := '{}';
  IF m.direction <> 'outbound' OR m.kind <> 'human' OR m.source NOT IN ('logged', 'synced', 'imported')
    OR EXISTS (SELECT FROM public.retractions r WHERE r.message_id = m.id) THEN
    RETURN;
  END IF;
  IF m.moment < (SELECT c.created_at FROM public.contacts c WHERE c.id = m.contact_id)
    OR (m.source = 'synced' AND m.moment < (SELECT min(b.created_at) FROM public.mailboxes b WHERE b.user_id = m.author_id)) THEN
    mark := 'history';
    RETURN;
  END IF;

  PERFORM past.go(m);
  SELECT * INTO named FROM public.messages x WHERE x.id = m.answers_id;
  q.answers_id := past.named(m.answers_id);
  known := EXISTS (SELECT FROM past.counting(m.contact_id, NULL) k WHERE k.id = q.answers_id);
  IF m.source = 'synced' AND EXISTS (SELECT FROM law.counting(m.contact_id, NULL) c WHERE c.id = m.answers_id)
    AND (NOT known OR EXISTS (SELECT FROM past.unheard(m.contact_id) u WHERE u.id = q.answers_id)) THEN
    mark := 'answered_elsewhere';
    RETURN;
  END IF;

  IF NOT known THEN q.answers_id := NULL; END IF;
  q.new_fact := 'any';
  q.referral_id := NULL;
  q.exception_id := NULL;
  organizations := law.organizations_of(m.contact_id, m.address_id);
  SELECT coalesce(array_agg(x.code ORDER BY x.n), '{}') INTO reasons FROM (SELECT r ->> 'code' AS code, min(n) AS n
      FROM jsonb_array_elements(past.decide(q, m.id, organizations) -> 'reasons') WITH ORDINALITY e(r, n) GROUP BY 1) x
    WHERE x.code IN ('opted_out', 'suppressed', 'declined', 'wrong_person', 'resting', 'awaiting_reply');
  IF 'awaiting_reply' = ANY (reasons) AND law.answer_on_its_way(m) THEN reasons := array_remove(reasons, 'awaiting_reply'); END IF;
  IF reasons <> '{}' THEN
    mark := 'breach';
  ELSIF EXISTS (SELECT FROM law.closing_words(m.contact_id, organizations) c JOIN public.messages w ON w.id = c.message_id
    WHERE NOT past.recorded(c.recorded_at, c.recorded_seq) AND NOT law.not_before(w, m) AND (named.id IS NULL OR NOT law.not_before(named, w))) THEN
    mark := 'crossed';
  END IF;
END $$;

-- Judges anew a message of ours, or what stands after words of theirs or answers them (corrected words may stand later
-- than their answer); without either, everything. A breach is said in the log, whatever it may turn out to be later. The
-- caller holds the lock.
CREATE OR REPLACE FUNCTION law.mark_since(p_contact uuid, p_words messages) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  m messages;
  judged record;
BEGIN
  FOR m IN SELECT x.* FROM public.messages x WHERE x.contact_id = p_contact AND x.direction = 'outbound' AND x.kind = 'human'
    AND x.source IN ('logged', 'synced', 'imported') AND (p_words.id IS NULL OR p_words.id IN (x.id, x.answers_id) OR (p_words.direction = 'inbound' AND law.not_before(x, p_words)))
    ORDER BY x.recorded_seq LOOP
    SELECT * INTO judged FROM law.judge(m);
    CONTINUE WHEN judged.mark IS NOT DISTINCT FROM m.mark;
    UPDATE public.messages SET mark = judged.mark WHERE id = m.id;
    IF judged.mark = 'breach' THEN
      PERFORM law.note_event('message_logged_against_the_law', coalesce(m.recorded_by_id, m.author_id), m.contact_id, m.id, jsonb_build_object('reasons', judged.reasons), NULL);
    END IF;
  END LOOP;
END $$;

-- Colleagues of whoever spoke for an organization within the last day, to whom we wrote between those words and their
-- recording: their messages crossed them (cases.md, 24). The no itself never waits for colleagues; the worker judges.
CREATE OR REPLACE FUNCTION law.colleagues_to_judge() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = law, public, pg_temp AS $$
  SELECT DISTINCT m.contact_id FROM declines d JOIN messages w ON w.id = d.message_id
    JOIN contacts c ON c.organization_id = d.organization_id AND c.id <> d.contact_id
    JOIN messages m ON m.contact_id = c.id AND m.moment >= w.moment AND m.recorded_at < d.recorded_at
  WHERE d.organization_id IS NOT NULL AND d.withdrawn_at IS NULL AND d.recorded_at > law.clock() - interval '24 hours'
    AND m.direction = 'outbound' AND m.kind = 'human' AND m.source IN ('logged', 'synced', 'imported') AND m.mark IS NULL
$$;

CREATE OR REPLACE FUNCTION law.judge_again(p_contact uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = law, public, pg_temp AS $$
BEGIN
  PERFORM law.lock_standing(p_contact);
  PERFORM law.mark_since(p_contact, NULL);
END $$;

-- The marks of a contact's messages as they stand in their rows, and as they are judged now (doctor). They differ where
-- something changed that is not of this contact alone: an organization, its domains, its no, the policy, a mailbox.
CREATE OR REPLACE FUNCTION law.marks(p_contact uuid) RETURNS TABLE (message_id uuid, stored mark, judged mark)
LANGUAGE sql SECURITY DEFINER SET search_path = law, public, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $$
  SELECT m.id, m.mark, (law.judge(m)).mark FROM messages m WHERE m.contact_id = p_contact AND m.direction = 'outbound' ORDER BY m.recorded_seq
$$;
