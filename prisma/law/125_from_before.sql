-- Rows from before standing knew who talks, or where somebody waits in the line: added up once, when this version starts for the first time. Nobody writes
-- meanwhile (migrations hold their lock, and web and worker start after them).
DO $$
BEGIN
  PERFORM law.stand(s.contact_id) FROM public.standing s WHERE (s.ever_written OR s.ever_spoke) AND s.talked_at IS NULL;
  UPDATE public.standing s SET harm = law.harm_of(s.contact_id) WHERE s.unheard > 0 AND s.harm <> law.harm_of(s.contact_id);
END $$;
