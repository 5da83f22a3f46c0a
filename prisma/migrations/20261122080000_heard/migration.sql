-- What we learnt from those who heard a pitch, beside what we wanted to learn.
ALTER TABLE "pitches" ADD COLUMN "learnt" TEXT;

-- What we heard: their words and our line as one text to search, without accents. unaccent is only STABLE because its
-- dictionary could be exchanged; named with its schema it is the one of the extension, so an index may rest on it.
CREATE FUNCTION public.heard_words(words text, line text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT to_tsvector('pg_catalog.simple', public.unaccent('public.unaccent', coalesce(words, '') || ' ' || coalesce(line, ''))) $$;
CREATE INDEX "hearings_words" ON "hearings" USING gin (public.heard_words("words", "what_we_heard"))
  WHERE "words" IS NOT NULL OR "what_we_heard" IS NOT NULL;
-- What they said, in the order in which they said it.
CREATE INDEX "messages_said" ON "messages" ("moment", "recorded_seq") WHERE "direction" = 'inbound' AND "kind" = 'human';

-- Who heard a pitch, and who said no to it.
CREATE INDEX "messages_pitch" ON "messages" ("pitch_id", "contact_id") WHERE "pitch_id" IS NOT NULL;
CREATE INDEX "declines_pitch" ON "declines" ("pitch_id") WHERE "pitch_id" IS NOT NULL;

-- Who else somebody introduced, known here or only by name.
CREATE INDEX "contacts_introduced_by" ON "contacts" ("introduced_by_id") WHERE "introduced_by_id" IS NOT NULL;
CREATE INDEX "contacts_introducer_name" ON "contacts" (lower("introducer_name")) WHERE "introducer_name" IS NOT NULL;
