-- What lists ask of the law: the organizations that are closed or resting for everybody there, and who said so.
-- It stands on no row of standing: a closer of an organization never touches its colleagues' rows.
CREATE OR REPLACE FUNCTION law.quiet_organizations()
RETURNS TABLE (organization_id uuid, contact_id uuid, closed_at timestamptz, rests_until timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = law, public, pg_temp AS $$
  WITH spoken_for AS (SELECT DISTINCT d.organization_id AS id FROM declines d WHERE d.organization_id IS NOT NULL),
    rested AS (SELECT o.id, r FROM spoken_for o, law.rests_of_organizations('00000000-0000-0000-0000-000000000000', ARRAY[o.id]) r)
  SELECT d.organization_id, d.contact_id, d.recorded_at, NULL::timestamptz FROM declines d
    WHERE d.organization_id IS NOT NULL AND law.decline_in_force(d) AND NOT law.lifted_by_successor(d)
  UNION ALL
  SELECT x.id, (x.r).contact_id, NULL, (x.r).until FROM rested x WHERE (x.r).until > law.clock()
    AND NOT EXISTS (SELECT FROM rested n WHERE n.id = x.id AND law.replaces(n.r, x.r))
$$;
