-- What became of the mails of a folder, counted as they are seen: nobody counts a million rows to show a page. What is only
-- known to be there, and not read yet, is not counted.
CREATE OR REPLACE FUNCTION law.count_sightings() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = law, public, pg_temp AS $$
DECLARE
  added jsonb := '[]';
  taken jsonb := '[]';
  c record;
BEGIN
  IF tg_op <> 'DELETE' THEN
    added := (SELECT jsonb_agg(x) FROM (SELECT s.folder_id AS folder, s.result, count(*) AS n FROM arrived s
      WHERE s.gone_at IS NULL AND NOT (s.wanted AND s.result = 'skipped') GROUP BY 1, 2) x);
  END IF;
  IF tg_op <> 'INSERT' THEN
    taken := (SELECT jsonb_agg(x) FROM (SELECT s.folder_id AS folder, s.result, -count(*) AS n FROM before s
      WHERE s.gone_at IS NULL AND NOT (s.wanted AND s.result = 'skipped') GROUP BY 1, 2) x);
  END IF;
  FOR c IN SELECT d.folder, coalesce(sum(n) FILTER (WHERE d.result = 'message'), 0) AS messages,
        coalesce(sum(n) FILTER (WHERE d.result = 'remembered'), 0) AS remembered, coalesce(sum(n) FILTER (WHERE d.result = 'asked'), 0) AS asked,
        coalesce(sum(n) FILTER (WHERE d.result = 'skipped'), 0) AS skipped
      FROM jsonb_to_recordset(coalesce(added, '[]') || coalesce(taken, '[]')) d (folder uuid, result sighting_result, n int) GROUP BY 1 ORDER BY 1 LOOP
    CONTINUE WHEN (c.messages, c.remembered, c.asked, c.skipped) = (0, 0, 0, 0);
    UPDATE mailbox_folders f SET messages = f.messages + c.messages, remembered = f.remembered + c.remembered,
      asked = f.asked + c.asked, skipped = f.skipped + c.skipped WHERE f.id = c.folder;
  END LOOP;
  RETURN NULL;
END $$;
