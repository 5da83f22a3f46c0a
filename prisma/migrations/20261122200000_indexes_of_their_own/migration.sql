-- These two hold the words of everybody, for lists of everybody. While PostgreSQL has not counted a new table, one of them
-- seems as short as the words of one contact, and whoever asks for those reads all of it, for each message that comes in.
-- So only a list that says `coalesce` finds them: nothing else proves that condition.
DROP INDEX "messages_said";
CREATE INDEX "messages_said" ON "messages" ("moment", "recorded_seq") WHERE coalesce("direction" = 'inbound' AND "kind" = 'human', false);
DROP INDEX "messages_moment";
CREATE INDEX "messages_moment" ON "messages" ("moment", "depth", "recorded_seq") WHERE coalesce("kind" IN ('human', 'auto_reply'), false);
