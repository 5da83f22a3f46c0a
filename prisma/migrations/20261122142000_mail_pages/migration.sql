-- The day on which somebody said they are back, where their automatic reply says it for certain.
ALTER TABLE "message_mails" ADD COLUMN "returns_on" DATE;

-- Who is left alone for ever, by the keyed hash of their door: nobody reads from it whom it names.
CREATE TABLE "ignored_senders" (
    "user_id" UUID NOT NULL,
    "key_hash" BYTEA NOT NULL,
    "ignored_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "ignored_senders_pkey" PRIMARY KEY ("user_id","key_hash")
);

-- AddForeignKey
ALTER TABLE "ignored_senders" ADD CONSTRAINT "ignored_senders_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- CreateIndex
CREATE INDEX "hearings_recorded_seq_idx" ON "hearings"("recorded_seq");

-- What waits for somebody to say, and what they left, until it is forgotten. A stranger may write to two of us.
CREATE INDEX mail_questions_open ON mail_questions (user_id, kind, asked_at DESC, id) WHERE answer IS NULL;
CREATE INDEX mail_questions_left ON mail_questions (answered_at) WHERE answer = 'left';
DROP INDEX mail_questions_one_sender;
CREATE UNIQUE INDEX mail_questions_one_sender ON mail_questions (user_id, handle) WHERE kind = 'unknown_sender' AND answer IS NULL;
