-- Whose a mail is, as somebody said. An address that is given stays theirs for ever, so it is given a minute later:
-- until then whoever said so can take it back.
ALTER TABLE "mail_questions" ADD COLUMN "given_to_id" UUID,
  ADD COLUMN "given_name" TEXT,
  ADD COLUMN "given_organization" TEXT,
  ADD COLUMN "settled_at" TIMESTAMPTZ(3);

-- AddForeignKey
ALTER TABLE "mail_questions" ADD CONSTRAINT "mail_questions_given_to_id_fkey" FOREIGN KEY ("given_to_id") REFERENCES "contacts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What was answered before was given at once.
UPDATE "mail_questions" SET "settled_at" = "answered_at" WHERE "answer" IN ('chosen', 'added');

-- What waits to be given, and what one answered a moment ago.
CREATE INDEX mail_questions_unsettled ON mail_questions (answered_at) WHERE settled_at IS NULL AND answer IN ('chosen', 'added');
CREATE INDEX mail_questions_lately ON mail_questions (user_id, answered_at DESC) WHERE settled_at IS NULL AND answered_at IS NOT NULL;

-- Of a mail of ours that came back: why, as the report says, and whether the server still tries.
ALTER TABLE "message_mails" ADD COLUMN "bounce_reason" TEXT,
  ADD COLUMN "still_trying" BOOLEAN;

-- Whose addresses came back lately.
CREATE INDEX messages_came_back ON messages (moment DESC, id DESC) WHERE kind = 'bounce' AND direction = 'inbound';
