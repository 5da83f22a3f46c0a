-- What lists ask of the law: the organizations that are closed or resting for everybody there, and who said so.
-- It stands on no row of standing: a closer of an organization never touches its colleagues' rows.
-- `held` names the reply that nobody has heard yet and that seems to say no for all of them.
DROP FUNCTION IF EXISTS law.quiet_organizations();
CREATE FUNCTION law.quiet_organizations()
RETURNS TABLE (organization_id uuid, contact_id uuid, closed_at timestamptz, rests_until timestamptz, held uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = law, public, pg_temp AS $$
  WITH spoken_for AS (SELECT DISTINCT d.organization_id AS id FROM declines d WHERE d.organization_id IS NOT NULL),
    rested AS (SELECT o.id, r FROM spoken_for o, law.rests_of_organizations('00000000-0000-0000-0000-000000000000', ARRAY[o.id]) r)
  SELECT d.organization_id, d.contact_id, d.recorded_at, NULL::timestamptz, NULL::uuid FROM declines d
    WHERE d.organization_id IS NOT NULL AND law.decline_in_force(d) AND NOT law.lifted_by_successor(d)
  UNION ALL
  SELECT x.id, (x.r).contact_id, NULL, (x.r).until, NULL FROM rested x WHERE (x.r).until > law.clock()
    AND NOT EXISTS (SELECT FROM rested n WHERE n.id = x.id AND law.replaces(n.r, x.r))
  UNION ALL
  SELECT y.organization_id, h.contact_id, h.recorded_at, NULL, h.id
    FROM (SELECT DISTINCT organization_id FROM replies WHERE organization_id IS NOT NULL) y,
      law.held_by('00000000-0000-0000-0000-000000000000', ARRAY[y.organization_id]) h
$$;

-- What doctor reads, some contacts at a time in the order of their ids: up to which one it read, how many, and in which
-- columns a stored standing is not what the rows add up to. A name is no code: of name_key it says only that it differs.
CREATE OR REPLACE FUNCTION law.compare_standings(p_after uuid, p_most int, OUT up_to uuid, OUT compared int, OUT differing jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = law, public, pg_temp AS $$
  WITH part AS MATERIALIZED (SELECT c.id FROM contacts c WHERE c.id > coalesce(p_after, '00000000-0000-0000-0000-000000000000') AND c.merged_into_id IS NULL
      ORDER BY c.id LIMIT p_most),
    both_ways AS MATERIALIZED (SELECT x.id, (SELECT to_jsonb(s) - 'touched' FROM standing s WHERE s.contact_id = x.id) AS stored,
      to_jsonb(law.standing_of(x.id, NULL)) - 'touched' AS recomputed FROM part x)
  SELECT (SELECT x.id FROM part x ORDER BY x.id DESC LIMIT 1), (SELECT count(*)::int FROM part),
    (SELECT coalesce(jsonb_agg(jsonb_build_object('contact_id', b.id, 'missing', b.stored IS NULL, 'columns', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('column', r.key, 'stored', CASE r.key WHEN 'name_key' THEN '…' ELSE b.stored ->> r.key END,
            'recomputed', CASE r.key WHEN 'name_key' THEN '…' ELSE r.value END) ORDER BY r.key), '[]')
          FROM jsonb_each_text(b.recomputed) r WHERE b.stored IS NOT NULL AND r.value IS DISTINCT FROM b.stored ->> r.key)) ORDER BY b.id), '[]')
      FROM both_ways b WHERE b.stored IS DISTINCT FROM b.recomputed)
$$;

-- The hash under which the law was applied; null where nobody noted one.
CREATE OR REPLACE FUNCTION law.applied_hash() RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = law, public, pg_temp AS $$
BEGIN
  IF to_regclass('law.applied') IS NULL THEN RETURN NULL; END IF;
  RETURN (SELECT a.hash FROM law.applied a);
END $$;
