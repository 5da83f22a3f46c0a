-- What somebody did last, to take it back: their own rows from the newest on, among everybody's.
CREATE INDEX "messages_logged_by" ON "messages"("recorded_by_id", "recorded_seq") WHERE "source" = 'logged';
CREATE INDEX "rests_of_ours" ON "rests"("recorded_by_id", "recorded_seq") WHERE "said_by" = 'us' AND "lifted_at" IS NULL;
