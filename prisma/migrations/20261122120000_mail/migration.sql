-- CreateEnum
CREATE TYPE "folder_role" AS ENUM ('inbox', 'sent', 'archive', 'other');

-- CreateEnum
CREATE TYPE "sighting_result" AS ENUM ('message', 'remembered', 'asked', 'skipped');

-- CreateEnum
CREATE TYPE "mail_question_kind" AS ENUM ('unknown_sender', 'which_contact', 'other_address');

-- CreateEnum
CREATE TYPE "mail_answer" AS ENUM ('added', 'chosen', 'left');

-- AlterEnum
ALTER TYPE "message_kind" ADD VALUE 'soft_bounce';

-- CreateTable
CREATE TABLE "mailbox_folders" (
    "id" UUID NOT NULL,
    "mailbox_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "role" "folder_role" NOT NULL,
    "chosen" BOOLEAN NOT NULL DEFAULT false,
    "uidvalidity" BIGINT,
    "next_uid" BIGINT NOT NULL DEFAULT 1,
    "back_uid" BIGINT NOT NULL DEFAULT 1,
    "reread" BOOLEAN NOT NULL DEFAULT false,
    "back_total" INTEGER NOT NULL DEFAULT 0,
    "back_read" INTEGER NOT NULL DEFAULT 0,
    "highest_modseq" BIGINT,
    "read_to_end_at" TIMESTAMPTZ(3),
    "compared_at" TIMESTAMPTZ(3),
    "missing" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "mailbox_folders_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "raw_mails" (
    "id" UUID NOT NULL,
    "sha256" BYTEA NOT NULL,
    "message_id" TEXT NOT NULL,
    "packed" BYTEA NOT NULL,
    "size" INTEGER NOT NULL,
    "cut" BOOLEAN NOT NULL DEFAULT false,
    "internal_date" TIMESTAMPTZ(3) NOT NULL,
    "user_id" UUID NOT NULL,
    "mailbox_id" UUID,
    "sent" BOOLEAN NOT NULL DEFAULT false,
    "reader_version" INTEGER NOT NULL,
    "people" BYTEA[] DEFAULT ARRAY[]::BYTEA[],
    "refs" BYTEA[] DEFAULT ARRAY[]::BYTEA[],
    "waits" BOOLEAN NOT NULL DEFAULT false,
    "wanted" BOOLEAN NOT NULL DEFAULT false,
    "stored_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "raw_mails_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sightings" (
    "folder_id" UUID NOT NULL,
    "uidvalidity" BIGINT NOT NULL,
    "uid" BIGINT NOT NULL,
    "mailbox_id" UUID NOT NULL,
    "result" "sighting_result" NOT NULL,
    "why" TEXT,
    "raw_mail_id" UUID,
    "people" BYTEA[] DEFAULT ARRAY[]::BYTEA[],
    "refs" BYTEA[] DEFAULT ARRAY[]::BYTEA[],
    "internal_date" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "wanted" BOOLEAN NOT NULL DEFAULT false,
    "gone_at" TIMESTAMPTZ(3),

    CONSTRAINT "sightings_pkey" PRIMARY KEY ("folder_id","uidvalidity","uid")
);

-- CreateTable
CREATE TABLE "message_mails" (
    "message_id" UUID NOT NULL,
    "raw_mail_id" UUID NOT NULL,

    CONSTRAINT "message_mails_pkey" PRIMARY KEY ("message_id")
);

-- CreateTable
CREATE TABLE "message_refs" (
    "message_id" UUID NOT NULL,
    "rank" SMALLINT NOT NULL,
    "ref" TEXT NOT NULL,

    CONSTRAINT "message_refs_pkey" PRIMARY KEY ("message_id","rank")
);

-- CreateTable
CREATE TABLE "mail_questions" (
    "id" UUID NOT NULL,
    "kind" "mail_question_kind" NOT NULL,
    "user_id" UUID NOT NULL,
    "mailbox_id" UUID,
    "raw_mail_id" UUID,
    "handle" TEXT NOT NULL,
    "name" TEXT,
    "contact_id" UUID,
    "candidates" UUID[] DEFAULT ARRAY[]::UUID[],
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "answer" "mail_answer",
    "answered_at" TIMESTAMPTZ(3),
    "answered_by_id" UUID,

    CONSTRAINT "mail_questions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_searches" (
    "mailbox_id" UUID NOT NULL,
    "handle" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "searched_at" TIMESTAMPTZ(3),
    "found" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "mail_searches_pkey" PRIMARY KEY ("mailbox_id","handle")
);

-- CreateIndex
CREATE INDEX "messages_message_id_header_idx" ON "messages"("message_id_header");

-- CreateIndex
CREATE UNIQUE INDEX "mailbox_folders_mailbox_id_path_key" ON "mailbox_folders"("mailbox_id", "path");

-- CreateIndex
CREATE UNIQUE INDEX "raw_mails_sha256_key" ON "raw_mails"("sha256");

-- CreateIndex
CREATE INDEX "raw_mails_message_id_idx" ON "raw_mails"("message_id");

-- CreateIndex
CREATE INDEX "sightings_raw_mail_id_idx" ON "sightings"("raw_mail_id");

-- CreateIndex
CREATE INDEX "message_mails_raw_mail_id_idx" ON "message_mails"("raw_mail_id");

-- CreateIndex
CREATE INDEX "message_refs_ref_idx" ON "message_refs"("ref");

-- AddForeignKey
ALTER TABLE "mailbox_folders" ADD CONSTRAINT "mailbox_folders_mailbox_id_fkey" FOREIGN KEY ("mailbox_id") REFERENCES "mailboxes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "raw_mails" ADD CONSTRAINT "raw_mails_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "raw_mails" ADD CONSTRAINT "raw_mails_mailbox_id_fkey" FOREIGN KEY ("mailbox_id") REFERENCES "mailboxes"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sightings" ADD CONSTRAINT "sightings_folder_id_fkey" FOREIGN KEY ("folder_id") REFERENCES "mailbox_folders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sightings" ADD CONSTRAINT "sightings_raw_mail_id_fkey" FOREIGN KEY ("raw_mail_id") REFERENCES "raw_mails"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_mails" ADD CONSTRAINT "message_mails_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "messages"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_mails" ADD CONSTRAINT "message_mails_raw_mail_id_fkey" FOREIGN KEY ("raw_mail_id") REFERENCES "raw_mails"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_refs" ADD CONSTRAINT "message_refs_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "messages"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail_searches" ADD CONSTRAINT "mail_searches_mailbox_id_fkey" FOREIGN KEY ("mailbox_id") REFERENCES "mailboxes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail_questions" ADD CONSTRAINT "mail_questions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail_questions" ADD CONSTRAINT "mail_questions_mailbox_id_fkey" FOREIGN KEY ("mailbox_id") REFERENCES "mailboxes"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail_questions" ADD CONSTRAINT "mail_questions_raw_mail_id_fkey" FOREIGN KEY ("raw_mail_id") REFERENCES "raw_mails"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail_questions" ADD CONSTRAINT "mail_questions_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail_questions" ADD CONSTRAINT "mail_questions_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's language has no words for. Mail that is only remembered is found by whom it is from or to, and by what it
-- names; most mail of a mailbox is, so only that stands in the indexes.
CREATE INDEX sightings_people ON sightings USING gin (people) WHERE result IN ('remembered', 'asked') AND gone_at IS NULL;
CREATE INDEX sightings_refs ON sightings USING gin (refs) WHERE result IN ('remembered', 'asked') AND gone_at IS NULL;
CREATE INDEX sightings_wanted ON sightings (mailbox_id) WHERE wanted;
CREATE INDEX sightings_skipped ON sightings (mailbox_id, internal_date DESC) WHERE result = 'skipped';
CREATE INDEX raw_mails_people ON raw_mails USING gin (people) WHERE waits;
CREATE INDEX raw_mails_refs ON raw_mails USING gin (refs) WHERE waits;
CREATE INDEX mail_searches_asked ON mail_searches (mailbox_id) WHERE searched_at IS NULL;
CREATE INDEX raw_mails_wanted ON raw_mails (stored_at) WHERE wanted;
CREATE UNIQUE INDEX mail_questions_one_sender ON mail_questions (handle) WHERE kind = 'unknown_sender' AND answer IS NULL;
CREATE UNIQUE INDEX mail_questions_one_address ON mail_questions (contact_id, handle) WHERE kind = 'other_address';
CREATE UNIQUE INDEX mail_questions_one_mail ON mail_questions (raw_mail_id) WHERE kind = 'which_contact' AND answer IS NULL;
ALTER TABLE "sightings" ADD CONSTRAINT "sightings_why" CHECK ("why" ~ '^[a-z][a-z_0-9]{0,59}$' AND ("result" <> 'skipped' OR "why" IS NOT NULL)),
  ADD CONSTRAINT "sightings_kept" CHECK ("result" <> 'message' OR "raw_mail_id" IS NOT NULL OR "gone_at" IS NOT NULL);
ALTER TABLE "mail_questions" ADD CONSTRAINT "mail_questions_answered" CHECK (("answer" IS NULL) = ("answered_at" IS NULL));

-- A token may bring mail in.
ALTER TABLE "api_tokens" DROP CONSTRAINT "api_tokens_scopes";
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_scopes" CHECK ("scopes" <@ '{gate:check,mail:inbound}' AND cardinality("scopes") > 0);
