-- The gate log reads closers in the order of recording.
CREATE INDEX "declines_recorded_seq_idx" ON "declines"("recorded_seq");
CREATE INDEX "opt_outs_recorded_seq_idx" ON "opt_outs"("recorded_seq");
CREATE INDEX "rests_recorded_seq_idx" ON "rests"("recorded_seq");
