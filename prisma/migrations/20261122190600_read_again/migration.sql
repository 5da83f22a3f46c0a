-- Kept mail that an older reader read.
CREATE INDEX "raw_mails_reader_version_idx" ON "raw_mails"("reader_version");
