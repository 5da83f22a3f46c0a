-- The past: this very law over what had been recorded *then* (decisions/0010, "Marks"). A second schema holds each
-- table as a function that answers its rows as they were, and each function of the law that decides, reading those.
-- Both are made from the originals when the law is applied, so that no second wording of a rule exists.
DROP SCHEMA IF EXISTS past CASCADE;
CREATE SCHEMA past;
REVOKE ALL ON SCHEMA past FROM PUBLIC;

-- Goes to the time of a message: its own moment, and what had been recorded by then and before it.
CREATE FUNCTION past.go(m messages) RETURNS void LANGUAGE sql AS $$
  SELECT set_config('earshot.then_clock', m.moment::text, true), set_config('earshot.then_at', least(m.moment, m.recorded_at)::text, true),
    set_config('earshot.then_seq', m.recorded_seq::text, true)
$$;
CREATE FUNCTION past.clock() RETURNS timestamptz LANGUAGE sql STABLE AS $$ SELECT current_setting('earshot.then_clock')::timestamptz $$;

-- Rows stand in one order of recording. What became of them later (lifted, settled, retracted) only has its time.
CREATE FUNCTION past.recorded(p_at timestamptz, p_seq bigint) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT p_at <= current_setting('earshot.then_at')::timestamptz AND p_seq < current_setting('earshot.then_seq')::bigint
$$;
CREATE FUNCTION past.done(p_at timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(p_at < current_setting('earshot.then_at')::timestamptz, false)
$$;

-- What a message named then: a correction has taken the place of the row it corrects.
CREATE FUNCTION past.named(p_message uuid) RETURNS uuid LANGUAGE plpgsql STABLE AS $$
DECLARE
  m messages;
BEGIN
  SELECT * INTO m FROM public.messages x WHERE x.id = p_message;
  WHILE m.id IS NOT NULL AND NOT past.recorded(m.recorded_at, m.recorded_seq) LOOP
    SELECT * INTO m FROM public.messages x WHERE x.id = m.corrects_id;
  END LOOP;
  RETURN m.id;
END $$;

DO $$
DECLARE
  wanted text[] := '{decide}';
  found text[];
  made text;
BEGIN
  PERFORM set_config('search_path', 'law, public, pg_temp', true);
  LOOP
    SELECT array_agg(DISTINCT f) INTO found FROM (SELECT unnest(wanted) UNION SELECT (regexp_matches(p.prosrc, '\mlaw\.(\w+)', 'g'))[1]
      FROM pg_proc p WHERE p.pronamespace = 'law'::regnamespace AND p.proname = ANY (wanted)) x(f) WHERE f <> 'clock';
    EXIT WHEN found <@ wanted;
    wanted := found;
  END LOOP;

  FOR made IN SELECT format('CREATE FUNCTION past.%1$I() RETURNS SETOF public.%1$I LANGUAGE sql STABLE AS $f$ SELECT %2$s FROM public.%1$I x%3$s $f$', t.table_name,
      string_agg(CASE
        WHEN c.column_name IN ('lifted_at', 'withdrawn_at', 'settled_at') THEN format('CASE WHEN past.done(x.%1$I) THEN x.%1$I END AS %1$I', c.column_name)
        WHEN t.table_name = 'outbox' AND c.column_name = 'state' THEN $c$CASE WHEN x.state IN ('failed', 'withdrawn') AND NOT past.done(x.settled_at) THEN 'queued' ELSE x.state END AS state$c$
        WHEN t.table_name = 'messages' AND c.column_name = 'answers_id' THEN 'CASE WHEN x.answers_id IS NOT NULL THEN past.named(x.answers_id) END AS answers_id'
        ELSE 'x.' || quote_ident(c.column_name) END, ', ' ORDER BY c.ordinal_position),
      CASE WHEN bool_or(c.column_name = 'recorded_seq') THEN ' WHERE past.recorded(x.recorded_at, x.recorded_seq)'
        WHEN bool_or(c.column_name = 'recorded_at') THEN ' WHERE past.done(x.recorded_at)' ELSE '' END)
    FROM (SELECT DISTINCT (regexp_matches(p.prosrc, '\mpublic\.(\w+)', 'g'))[1] AS table_name FROM pg_proc p
      WHERE p.pronamespace = 'law'::regnamespace AND p.proname = ANY (wanted)) t
    JOIN information_schema.columns c ON c.table_schema = 'public' AND c.table_name = t.table_name GROUP BY t.table_name LOOP
    EXECUTE made;
  END LOOP;

  PERFORM set_config('check_function_bodies', 'off', true);
  FOR made IN SELECT regexp_replace(regexp_replace(pg_get_functiondef(p.oid), '\mlaw\.', 'past.', 'g'), '\mpublic\.(\w+)', 'past.\1()', 'g') FROM pg_proc p
    WHERE p.pronamespace = 'law'::regnamespace AND p.proname = ANY (wanted) LOOP
    EXECUTE made;
  END LOOP;
END $$;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA past FROM PUBLIC;
