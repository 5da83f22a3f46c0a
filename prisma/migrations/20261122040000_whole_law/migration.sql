-- What the whole law needs besides: hand-overs, successors, withdrawals, and what standing knows of who talks.
CREATE TABLE "hand_overs" (
    "id" UUID NOT NULL,
    "recorded_seq" BIGINT NOT NULL DEFAULT nextval('fact_seq'::regclass),
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "contact_id" UUID NOT NULL,
    "from_id" UUID,
    "to_id" UUID NOT NULL,
    "by_id" UUID NOT NULL,
    "note" TEXT,

    CONSTRAINT "hand_overs_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "successors" (
    "id" UUID NOT NULL,
    "recorded_seq" BIGINT NOT NULL DEFAULT nextval('fact_seq'::regclass),
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "decline_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "named_by_id" UUID NOT NULL,

    CONSTRAINT "successors_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "withdrawals" (
    "message_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "withdrawn_by_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "withdrawals_pkey" PRIMARY KEY ("message_id")
);
CREATE INDEX "hand_overs_contact_id_recorded_seq_idx" ON "hand_overs"("contact_id", "recorded_seq");
CREATE INDEX "successors_decline_id_recorded_seq_idx" ON "successors"("decline_id", "recorded_seq");
CREATE INDEX "successors_contact_id_idx" ON "successors"("contact_id");
ALTER TABLE "hand_overs" ADD CONSTRAINT "hand_overs_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "hand_overs" ADD CONSTRAINT "hand_overs_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "hand_overs" ADD CONSTRAINT "hand_overs_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "hand_overs" ADD CONSTRAINT "hand_overs_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "successors" ADD CONSTRAINT "successors_decline_id_fkey" FOREIGN KEY ("decline_id") REFERENCES "declines"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "successors" ADD CONSTRAINT "successors_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "successors" ADD CONSTRAINT "successors_named_by_id_fkey" FOREIGN KEY ("named_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "withdrawals" ADD CONSTRAINT "withdrawals_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "messages"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "withdrawals" ADD CONSTRAINT "withdrawals_withdrawn_by_id_fkey" FOREIGN KEY ("withdrawn_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "withdrawals" ADD CONSTRAINT "withdrawals_reason" CHECK (btrim("reason") <> '');

ALTER TABLE "standing" ADD COLUMN "talked_last_id" UUID, ADD COLUMN "talked_at" TIMESTAMPTZ(3), ADD COLUMN "promised_until" TIMESTAMPTZ(3),
  ADD COLUMN "debt_unheard_since" TIMESTAMPTZ(3), ADD COLUMN "debt_owed_since" TIMESTAMPTZ(3);
ALTER TABLE "standing" ADD CONSTRAINT "standing_talked_last_id_fkey" FOREIGN KEY ("talked_last_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- Who owes listening or an answer: few rows, asked before every opening.
CREATE INDEX "standing_debt" ON "standing"("talked_last_id") WHERE "debt_unheard_since" IS NOT NULL OR "debt_owed_since" IS NOT NULL;

-- Used is what a message carries; a column beside it could only differ.
ALTER TABLE "exceptions" DROP COLUMN "used_at";
CREATE INDEX "messages_exception_id_idx" ON "messages"("exception_id") WHERE "exception_id" IS NOT NULL;
CREATE INDEX "messages_referral_id_idx" ON "messages"("referral_id") WHERE "referral_id" IS NOT NULL;
ALTER TABLE "messages" ADD CONSTRAINT "messages_nothing_to_answer" CHECK (NOT "nothing_to_answer" OR ("direction" = 'outbound' AND "pitch_id" IS NULL AND "promised_on" IS NULL)),
  ADD CONSTRAINT "messages_promise_answers" CHECK ("promised_on" IS NULL OR ("direction" = 'outbound' AND "answers_id" IS NOT NULL));
-- An exception names what it is for; one hearing names somebody once.
ALTER TABLE "exceptions" ADD CONSTRAINT "exceptions_reasons" CHECK ("reasons" IS NOT NULL AND array_position("reasons", NULL) IS NULL);
CREATE UNIQUE INDEX "referrals_hearing_id_contact_id_key" ON "referrals"("hearing_id", "contact_id");
-- Neither acquaintance nor listening begins beyond every calendar.
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_came" CHECK (isfinite("created_at"));
ALTER TABLE "mailboxes" ADD CONSTRAINT "mailboxes_read" CHECK ("read_to_end_at" IS NULL OR isfinite("read_to_end_at"));
