-- What was said, found by its words: without accents, and with the signs that bind words as spaces, so that the parts of an
-- address, a link or a date are words like all others. Named with its schema the dictionary is the one of the extension, so
-- an index may rest on it. Past a hundred thousand letters nothing is looked for: a text without end would refuse its own row.
CREATE FUNCTION public.words_in(said text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 1000
AS $$ SELECT to_tsvector('pg_catalog.simple', public.unaccent('public.unaccent', regexp_replace(left(said, 100000), '[-./@_<&+]', ' ', 'g'))) $$;
-- Of a message also when it was said, as a word that no text can hold: ten days since 1970, so that the index finds what was
-- said lately without reading all that carries a common word.
CREATE FUNCTION public.said_words(subject text, body text, moment timestamptz) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 1000
AS $$ SELECT public.words_in(coalesce(subject || ' ', '') || body)
  || array_to_tsvector(ARRAY['~' || floor(extract(epoch FROM moment - timestamptz '1970-01-01 00:00:00+00') / 864000)]) $$;

-- New rows wait in a short list of their own until there are enough of them, so that writing a message costs little.
CREATE INDEX "messages_words" ON "messages" USING gin (public.said_words("subject", "body", "moment"))
  WITH (fastupdate = on, gin_pending_list_limit = 1024) WHERE "kind" IN ('human', 'auto_reply');
-- The last words of everybody, in the order in which they were said.
CREATE INDEX "messages_moment" ON "messages" ("moment", "depth", "recorded_seq") WHERE "kind" IN ('human', 'auto_reply');

-- What we heard is read in the same way.
DROP INDEX "hearings_words";
DROP FUNCTION public.heard_words(text, text);
CREATE INDEX "hearings_words" ON "hearings" USING gin (public.words_in(coalesce("words", '') || ' ' || coalesce("what_we_heard", '')))
  WHERE "words" IS NOT NULL OR "what_we_heard" IS NOT NULL;
