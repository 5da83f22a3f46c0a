-- What Prisma's schema cannot say stands at the top and at the bottom; the middle is generated from schema.prisma.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- One sequence for all facts: the order of recording, comparable across tables.
CREATE SEQUENCE fact_seq AS bigint CACHE 1;

-- CreateEnum
CREATE TYPE "role" AS ENUM ('owner', 'member', 'reader');

-- CreateEnum
CREATE TYPE "channel" AS ENUM ('email', 'linkedin', 'x', 'phone', 'whatsapp', 'sms', 'in_person', 'other');

-- CreateEnum
CREATE TYPE "direction" AS ENUM ('inbound', 'outbound');

-- CreateEnum
CREATE TYPE "source" AS ENUM ('composed', 'logged', 'synced', 'imported', 'api');

-- CreateEnum
CREATE TYPE "message_kind" AS ENUM ('human', 'auto_reply', 'bounce', 'complaint', 'receipt', 'list', 'connection', 'reaction');

-- CreateEnum
CREATE TYPE "purpose" AS ENUM ('opening', 'follow_up', 'response', 'thanks');

-- CreateEnum
CREATE TYPE "outcome" AS ENUM ('interested', 'question', 'later', 'wrong_person', 'declined', 'opted_out', 'other');

-- CreateEnum
CREATE TYPE "scope" AS ENUM ('person', 'this_pitch', 'all_pitches', 'organization');

-- CreateEnum
CREATE TYPE "decline_cause" AS ENUM ('no', 'wrong_person');

-- CreateEnum
CREATE TYPE "said_by" AS ENUM ('them', 'us');

-- CreateEnum
CREATE TYPE "opt_out_cause" AS ENUM ('heard', 'complaint', 'unsubscribe', 'by_hand', 'imported');

-- CreateEnum
CREATE TYPE "ending_kind" AS ENUM ('done', 'nothing_to_answer');

-- CreateEnum
CREATE TYPE "address_state" AS ENUM ('held', 'shared', 'retired');

-- CreateEnum
CREATE TYPE "met_how" AS ENUM ('unknown', 'in_person', 'event', 'introduced', 'wrote_first', 'found');

-- CreateEnum
CREATE TYPE "outbox_state" AS ENUM ('queued', 'sending', 'accepted', 'failed', 'uncertain', 'withdrawn');

-- CreateEnum
CREATE TYPE "outbox_via" AS ENUM ('copy', 'smtp');

-- CreateEnum
CREATE TYPE "suppression_kind" AS ENUM ('address', 'domain');

-- CreateEnum
CREATE TYPE "suppression_cause" AS ENUM ('by_hand', 'list', 'hard_bounce', 'complaint', 'erased');

-- CreateEnum
CREATE TYPE "mark" AS ENUM ('breach', 'crossed', 'history', 'answered_elsewhere');

-- CreateEnum
CREATE TYPE "turn" AS ENUM ('ours', 'theirs', 'nobody');

-- CreateEnum
CREATE TYPE "when_uninvited" AS ENUM ('off', 'warn', 'block');

-- CreateEnum
CREATE TYPE "closed_by" AS ENUM ('opted_out', 'declined', 'wrong_person');

-- CreateEnum
CREATE TYPE "import_result" AS ENUM ('created', 'updated', 'unchanged', 'skipped');

-- CreateTable
CREATE TABLE "installation" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "setup_key_hash" TEXT,
    "set_up_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "installation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "policy" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "follow_ups_never_answered" SMALLINT NOT NULL DEFAULT 0,
    "follow_ups_in_conversation" SMALLINT NOT NULL DEFAULT 0,
    "invitation_needed" "when_uninvited" NOT NULL DEFAULT 'warn',
    "manners_refuse" BOOLEAN NOT NULL DEFAULT true,
    "updated_at" TIMESTAMPTZ(3),
    "updated_by_id" UUID,

    CONSTRAINT "policy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'en',
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "theme" TEXT,
    "shortcuts" BOOLEAN NOT NULL DEFAULT true,
    "session_version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "closed_at" TIMESTAMPTZ(3),
    "closed_by_id" UUID,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitations" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "note" TEXT,
    "invited_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "used_by_id" UUID,

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "password_resets" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "made_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "password_resets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "heartbeats" (
    "part" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "note" TEXT,

    CONSTRAINT "heartbeats_pkey" PRIMARY KEY ("part")
);

-- CreateTable
CREATE TABLE "organizations" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "touched" BIGINT NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "organizations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organization_domains" (
    "domain" TEXT NOT NULL,
    "organization_id" UUID NOT NULL,

    CONSTRAINT "organization_domains_pkey" PRIMARY KEY ("domain")
);

-- CreateTable
CREATE TABLE "contacts" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "given_name" TEXT,
    "position" TEXT,
    "organization_id" UUID,
    "owner_id" UUID,
    "language" TEXT,
    "country" TEXT,
    "time_zone" TEXT,
    "note" TEXT,
    "source_of_address" TEXT,
    "met_how" "met_how" NOT NULL DEFAULT 'unknown',
    "met_where" TEXT,
    "met_on" DATE,
    "introduced_by_id" UUID,
    "introducer_name" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "created_by_id" UUID,
    "import_key" TEXT,
    "merged_into_id" UUID,

    CONSTRAINT "contacts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "addresses" (
    "id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "channel" "channel" NOT NULL,
    "handle" TEXT NOT NULL,
    "typed" TEXT NOT NULL,
    "state" "address_state" NOT NULL DEFAULT 'held',
    "door_hashes" BYTEA[] DEFAULT ARRAY[]::BYTEA[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "addresses_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "doors" (
    "key_hash" BYTEA NOT NULL,
    "contact_id" UUID,
    "touched" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "doors_pkey" PRIMARY KEY ("key_hash")
);

-- CreateTable
CREATE TABLE "tags" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "tags_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact_tags" (
    "contact_id" UUID NOT NULL,
    "tag_id" UUID NOT NULL,

    CONSTRAINT "contact_tags_pkey" PRIMARY KEY ("contact_id","tag_id")
);

-- CreateTable
CREATE TABLE "pitches" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "proposal" TEXT,
    "to_learn" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "pitches_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "threads" (
    "id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "channel" "channel" NOT NULL,
    "address_id" UUID,
    "subject" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "threads_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "messages" (
    "id" UUID NOT NULL,
    "recorded_seq" BIGINT NOT NULL DEFAULT nextval('fact_seq'::regclass),
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "contact_id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "channel" "channel" NOT NULL,
    "address_id" UUID,
    "direction" "direction" NOT NULL,
    "source" "source" NOT NULL,
    "kind" "message_kind" NOT NULL DEFAULT 'human',
    "author_id" UUID,
    "recorded_by_id" UUID,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "day_only" BOOLEAN NOT NULL DEFAULT false,
    "day_order" INTEGER,
    "moment" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "depth" INTEGER NOT NULL DEFAULT 0,
    "subject" TEXT,
    "body" TEXT NOT NULL,
    "pitch_id" UUID,
    "answers_id" UUID,
    "in_reply_to_id" UUID,
    "corrects_id" UUID,
    "referral_id" UUID,
    "exception_id" UUID,
    "new_fact" TEXT,
    "nothing_to_answer" BOOLEAN NOT NULL DEFAULT false,
    "promised_on" DATE,
    "mark" "mark",
    "message_id_header" TEXT,

    CONSTRAINT "messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "replies" (
    "message_id" UUID NOT NULL,
    "outcome" "outcome",
    "scope" "scope",
    "until" DATE,
    "language" TEXT,
    "evidence" JSONB NOT NULL DEFAULT '[]',
    "sure" DOUBLE PRECISION,
    "reader_version" INTEGER NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "replies_pkey" PRIMARY KEY ("message_id")
);

-- CreateTable
CREATE TABLE "hearings" (
    "id" UUID NOT NULL,
    "recorded_seq" BIGINT NOT NULL DEFAULT nextval('fact_seq'::regclass),
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "message_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "heard_by_id" UUID NOT NULL,
    "outcome" "outcome" NOT NULL,
    "scope" "scope",
    "pitch_id" UUID,
    "until" DATE,
    "words" TEXT,
    "what_we_heard" TEXT,
    "reason" TEXT,

    CONSTRAINT "hearings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "declines" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "recorded_seq" BIGINT NOT NULL DEFAULT nextval('fact_seq'::regclass),
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "contact_id" UUID NOT NULL,
    "scope" "scope" NOT NULL DEFAULT 'person',
    "cause" "decline_cause" NOT NULL DEFAULT 'no',
    "organization_id" UUID,
    "pitch_id" UUID,
    "hearing_id" UUID,
    "message_id" UUID,
    "words" TEXT,
    "recorded_by_id" UUID,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_by_id" UUID,
    "withdrawn_reason" TEXT,

    CONSTRAINT "declines_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "opt_outs" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "recorded_seq" BIGINT NOT NULL DEFAULT nextval('fact_seq'::regclass),
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "contact_id" UUID NOT NULL,
    "cause" "opt_out_cause" NOT NULL,
    "hearing_id" UUID,
    "message_id" UUID,
    "words" TEXT,
    "recorded_by_id" UUID,
    "lifted_at" TIMESTAMPTZ(3),
    "lifted_by_id" UUID,
    "lifted_words" TEXT,

    CONSTRAINT "opt_outs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rests" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "recorded_seq" BIGINT NOT NULL DEFAULT nextval('fact_seq'::regclass),
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "contact_id" UUID NOT NULL,
    "said_by" "said_by" NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "named" BOOLEAN NOT NULL DEFAULT false,
    "hearing_id" UUID,
    "message_id" UUID,
    "words" TEXT,
    "recorded_by_id" UUID,
    "lifted_at" TIMESTAMPTZ(3),
    "lifted_by_id" UUID,

    CONSTRAINT "rests_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "referrals" (
    "id" UUID NOT NULL,
    "recorded_seq" BIGINT NOT NULL DEFAULT nextval('fact_seq'::regclass),
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "referrer_id" UUID NOT NULL,
    "contact_id" UUID,
    "named" TEXT NOT NULL,
    "hearing_id" UUID,
    "message_id" UUID,
    "recorded_by_id" UUID,

    CONSTRAINT "referrals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "endings" (
    "id" UUID NOT NULL,
    "recorded_seq" BIGINT NOT NULL DEFAULT nextval('fact_seq'::regclass),
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "contact_id" UUID NOT NULL,
    "kind" "ending_kind" NOT NULL,
    "message_id" UUID,
    "recorded_by_id" UUID NOT NULL,

    CONSTRAINT "endings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "looks" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "channel" "channel" NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "looks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exceptions" (
    "id" UUID NOT NULL,
    "recorded_seq" BIGINT NOT NULL DEFAULT nextval('fact_seq'::regclass),
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "contact_id" UUID NOT NULL,
    "reasons" TEXT[],
    "new_fact" TEXT NOT NULL,
    "given_by_id" UUID NOT NULL,
    "given_to_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "exceptions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "suppressions" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "recorded_seq" BIGINT NOT NULL DEFAULT nextval('fact_seq'::regclass),
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "kind" "suppression_kind" NOT NULL,
    "key_hash" BYTEA NOT NULL,
    "cause" "suppression_cause" NOT NULL,
    "reason" TEXT,
    "recorded_by_id" UUID,
    "lifted_at" TIMESTAMPTZ(3),
    "lifted_by_id" UUID,
    "lifted_reason" TEXT,

    CONSTRAINT "suppressions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "retractions" (
    "message_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "retracted_by_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "retractions_pkey" PRIMARY KEY ("message_id")
);

-- CreateTable
CREATE TABLE "standing" (
    "contact_id" UUID NOT NULL,
    "turn" "turn" NOT NULL DEFAULT 'nobody',
    "unanswered" INTEGER NOT NULL DEFAULT 0,
    "unheard" INTEGER NOT NULL DEFAULT 0,
    "unheard_since" TIMESTAMPTZ(3),
    "owed" INTEGER NOT NULL DEFAULT 0,
    "owed_since" TIMESTAMPTZ(3),
    "owed_message_id" UUID,
    "ever_written" BOOLEAN NOT NULL DEFAULT false,
    "ever_spoke" BOOLEAN NOT NULL DEFAULT false,
    "last_spoken_at" TIMESTAMPTZ(3),
    "last_message_id" UUID,
    "last_recorded_at" TIMESTAMPTZ(3),
    "last_ours_recorded_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "closed_by" "closed_by",
    "closed_scope" "scope",
    "closed_at" TIMESTAMPTZ(3),
    "rests_until" TIMESTAMPTZ(3),
    "rest_said_by" "said_by",
    "owner_id" UUID,
    "organization_id" UUID,
    "name_key" TEXT NOT NULL DEFAULT '',
    "touched" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "standing_pkey" PRIMARY KEY ("contact_id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "message_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "address_id" UUID NOT NULL,
    "via" "outbox_via" NOT NULL,
    "state" "outbox_state" NOT NULL DEFAULT 'queued',
    "purpose" "purpose" NOT NULL DEFAULT 'opening',
    "queued_by_id" UUID NOT NULL,
    "queued_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "send_after" TIMESTAMPTZ(3),
    "leased_until" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "handed_at" TIMESTAMPTZ(3),
    "settled_at" TIMESTAMPTZ(3),
    "outcome_note" TEXT,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("message_id")
);

-- CreateTable
CREATE TABLE "events" (
    "id" UUID NOT NULL,
    "recorded_seq" BIGINT NOT NULL DEFAULT nextval('fact_seq'::regclass),
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "verb" TEXT NOT NULL,
    "actor_id" UUID,
    "contact_id" UUID,
    "subject_id" UUID,
    "codes" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_texts" (
    "event_id" UUID NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "event_texts_pkey" PRIMARY KEY ("event_id")
);

-- CreateTable
CREATE TABLE "mailboxes" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "read_to_end_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "mailboxes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "drafts" (
    "id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "channel" "channel",
    "address_id" UUID,
    "pitch_id" UUID,
    "answers_id" UUID,
    "subject" TEXT,
    "body" TEXT NOT NULL,
    "new_fact" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "drafts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "imports" (
    "id" UUID NOT NULL,
    "by_id" UUID,
    "file_name" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "finished_at" TIMESTAMPTZ(3),
    "created" INTEGER NOT NULL DEFAULT 0,
    "updated" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "skipped" INTEGER NOT NULL DEFAULT 0,
    "still_closed" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "imports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_rows" (
    "import_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "result" "import_result" NOT NULL,
    "code" TEXT,
    "detail" TEXT,
    "still_closed" BOOLEAN NOT NULL DEFAULT false,
    "contact_id" UUID,

    CONSTRAINT "import_rows_pkey" PRIMARY KEY ("import_id","line")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE UNIQUE INDEX "invitations_token_hash_key" ON "invitations"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "password_resets_token_hash_key" ON "password_resets"("token_hash");

-- CreateIndex
CREATE INDEX "organizations_name_key_idx" ON "organizations"("name_key");

-- CreateIndex
CREATE INDEX "organization_domains_organization_id_idx" ON "organization_domains"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "contacts_import_key_key" ON "contacts"("import_key");

-- CreateIndex
CREATE INDEX "contacts_organization_id_idx" ON "contacts"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "addresses_contact_id_channel_handle_key" ON "addresses"("contact_id", "channel", "handle");

-- CreateIndex
CREATE UNIQUE INDEX "tags_name_key" ON "tags"("name");

-- CreateIndex
CREATE INDEX "contact_tags_tag_id_idx" ON "contact_tags"("tag_id");

-- CreateIndex
CREATE UNIQUE INDEX "pitches_name_key" ON "pitches"("name");

-- CreateIndex
CREATE INDEX "threads_contact_id_idx" ON "threads"("contact_id");

-- CreateIndex
CREATE UNIQUE INDEX "messages_corrects_id_key" ON "messages"("corrects_id");

-- CreateIndex
CREATE INDEX "messages_contact_id_moment_depth_recorded_seq_idx" ON "messages"("contact_id", "moment", "depth", "recorded_seq");

-- CreateIndex
CREATE INDEX "messages_thread_id_idx" ON "messages"("thread_id");

-- CreateIndex
CREATE INDEX "messages_answers_id_idx" ON "messages"("answers_id");

-- CreateIndex
CREATE UNIQUE INDEX "messages_id_contact_id_key" ON "messages"("id", "contact_id");

-- CreateIndex
CREATE UNIQUE INDEX "messages_contact_id_message_id_header_key" ON "messages"("contact_id", "message_id_header");

-- CreateIndex
CREATE INDEX "hearings_contact_id_recorded_seq_idx" ON "hearings"("contact_id", "recorded_seq");

-- CreateIndex
CREATE INDEX "hearings_message_id_recorded_seq_idx" ON "hearings"("message_id", "recorded_seq");

-- CreateIndex
CREATE INDEX "declines_contact_id_idx" ON "declines"("contact_id");

-- CreateIndex
CREATE INDEX "declines_organization_id_idx" ON "declines"("organization_id");

-- CreateIndex
CREATE INDEX "opt_outs_contact_id_idx" ON "opt_outs"("contact_id");

-- CreateIndex
CREATE INDEX "rests_contact_id_idx" ON "rests"("contact_id");

-- CreateIndex
CREATE INDEX "referrals_referrer_id_idx" ON "referrals"("referrer_id");

-- CreateIndex
CREATE INDEX "referrals_contact_id_idx" ON "referrals"("contact_id");

-- CreateIndex
CREATE INDEX "endings_contact_id_recorded_seq_idx" ON "endings"("contact_id", "recorded_seq");

-- CreateIndex
CREATE INDEX "looks_user_id_channel_recorded_at_idx" ON "looks"("user_id", "channel", "recorded_at");

-- CreateIndex
CREATE INDEX "exceptions_contact_id_idx" ON "exceptions"("contact_id");

-- CreateIndex
CREATE INDEX "suppressions_key_hash_idx" ON "suppressions"("key_hash");

-- CreateIndex
CREATE INDEX "standing_name_key_contact_id_idx" ON "standing"("name_key", "contact_id");

-- CreateIndex
CREATE INDEX "standing_last_spoken_at_contact_id_idx" ON "standing"("last_spoken_at", "contact_id");

-- CreateIndex
CREATE INDEX "standing_turn_last_spoken_at_contact_id_idx" ON "standing"("turn", "last_spoken_at", "contact_id");

-- CreateIndex
CREATE INDEX "standing_organization_id_idx" ON "standing"("organization_id");

-- CreateIndex
CREATE INDEX "standing_owner_id_turn_last_spoken_at_contact_id_idx" ON "standing"("owner_id", "turn", "last_spoken_at", "contact_id");

-- CreateIndex
CREATE INDEX "outbox_contact_id_idx" ON "outbox"("contact_id");

-- CreateIndex
CREATE INDEX "outbox_state_send_after_idx" ON "outbox"("state", "send_after");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_message_id_contact_id_key" ON "outbox"("message_id", "contact_id");

-- CreateIndex
CREATE INDEX "events_recorded_seq_idx" ON "events"("recorded_seq");

-- CreateIndex
CREATE INDEX "events_verb_recorded_seq_idx" ON "events"("verb", "recorded_seq");

-- CreateIndex
CREATE INDEX "events_contact_id_recorded_seq_idx" ON "events"("contact_id", "recorded_seq");

-- CreateIndex
CREATE UNIQUE INDEX "mailboxes_email_key" ON "mailboxes"("email");

-- CreateIndex
CREATE UNIQUE INDEX "drafts_contact_id_author_id_key" ON "drafts"("contact_id", "author_id");

-- AddForeignKey
ALTER TABLE "policy" ADD CONSTRAINT "policy_updated_by_id_fkey" FOREIGN KEY ("updated_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "users" ADD CONSTRAINT "users_closed_by_id_fkey" FOREIGN KEY ("closed_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_id_fkey" FOREIGN KEY ("invited_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_used_by_id_fkey" FOREIGN KEY ("used_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "password_resets" ADD CONSTRAINT "password_resets_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "password_resets" ADD CONSTRAINT "password_resets_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organization_domains" ADD CONSTRAINT "organization_domains_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_introduced_by_id_fkey" FOREIGN KEY ("introduced_by_id") REFERENCES "contacts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "contacts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "addresses" ADD CONSTRAINT "addresses_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "doors" ADD CONSTRAINT "doors_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_tags" ADD CONSTRAINT "contact_tags_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_tags" ADD CONSTRAINT "contact_tags_tag_id_fkey" FOREIGN KEY ("tag_id") REFERENCES "tags"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "threads" ADD CONSTRAINT "threads_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "threads" ADD CONSTRAINT "threads_address_id_fkey" FOREIGN KEY ("address_id") REFERENCES "addresses"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "threads"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_address_id_fkey" FOREIGN KEY ("address_id") REFERENCES "addresses"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_pitch_id_fkey" FOREIGN KEY ("pitch_id") REFERENCES "pitches"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_answers_id_fkey" FOREIGN KEY ("answers_id") REFERENCES "messages"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_in_reply_to_id_fkey" FOREIGN KEY ("in_reply_to_id") REFERENCES "messages"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_corrects_id_fkey" FOREIGN KEY ("corrects_id") REFERENCES "messages"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_referral_id_fkey" FOREIGN KEY ("referral_id") REFERENCES "referrals"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_exception_id_fkey" FOREIGN KEY ("exception_id") REFERENCES "exceptions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "replies" ADD CONSTRAINT "replies_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "messages"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hearings" ADD CONSTRAINT "hearings_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "messages"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hearings" ADD CONSTRAINT "hearings_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hearings" ADD CONSTRAINT "hearings_heard_by_id_fkey" FOREIGN KEY ("heard_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hearings" ADD CONSTRAINT "hearings_pitch_id_fkey" FOREIGN KEY ("pitch_id") REFERENCES "pitches"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "declines" ADD CONSTRAINT "declines_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "declines" ADD CONSTRAINT "declines_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "declines" ADD CONSTRAINT "declines_pitch_id_fkey" FOREIGN KEY ("pitch_id") REFERENCES "pitches"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "declines" ADD CONSTRAINT "declines_hearing_id_fkey" FOREIGN KEY ("hearing_id") REFERENCES "hearings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "declines" ADD CONSTRAINT "declines_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "messages"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "declines" ADD CONSTRAINT "declines_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "declines" ADD CONSTRAINT "declines_withdrawn_by_id_fkey" FOREIGN KEY ("withdrawn_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opt_outs" ADD CONSTRAINT "opt_outs_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opt_outs" ADD CONSTRAINT "opt_outs_hearing_id_fkey" FOREIGN KEY ("hearing_id") REFERENCES "hearings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opt_outs" ADD CONSTRAINT "opt_outs_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "messages"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opt_outs" ADD CONSTRAINT "opt_outs_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opt_outs" ADD CONSTRAINT "opt_outs_lifted_by_id_fkey" FOREIGN KEY ("lifted_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rests" ADD CONSTRAINT "rests_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rests" ADD CONSTRAINT "rests_hearing_id_fkey" FOREIGN KEY ("hearing_id") REFERENCES "hearings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rests" ADD CONSTRAINT "rests_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "messages"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rests" ADD CONSTRAINT "rests_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rests" ADD CONSTRAINT "rests_lifted_by_id_fkey" FOREIGN KEY ("lifted_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_referrer_id_fkey" FOREIGN KEY ("referrer_id") REFERENCES "contacts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_hearing_id_fkey" FOREIGN KEY ("hearing_id") REFERENCES "hearings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "messages"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "endings" ADD CONSTRAINT "endings_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "endings" ADD CONSTRAINT "endings_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "messages"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "endings" ADD CONSTRAINT "endings_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "looks" ADD CONSTRAINT "looks_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exceptions" ADD CONSTRAINT "exceptions_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exceptions" ADD CONSTRAINT "exceptions_given_by_id_fkey" FOREIGN KEY ("given_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exceptions" ADD CONSTRAINT "exceptions_given_to_id_fkey" FOREIGN KEY ("given_to_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suppressions" ADD CONSTRAINT "suppressions_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suppressions" ADD CONSTRAINT "suppressions_lifted_by_id_fkey" FOREIGN KEY ("lifted_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "retractions" ADD CONSTRAINT "retractions_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "messages"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "retractions" ADD CONSTRAINT "retractions_retracted_by_id_fkey" FOREIGN KEY ("retracted_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "standing" ADD CONSTRAINT "standing_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "standing" ADD CONSTRAINT "standing_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "standing" ADD CONSTRAINT "standing_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_message_id_contact_id_fkey" FOREIGN KEY ("message_id", "contact_id") REFERENCES "messages"("id", "contact_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_address_id_fkey" FOREIGN KEY ("address_id") REFERENCES "addresses"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_queued_by_id_fkey" FOREIGN KEY ("queued_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "events" ADD CONSTRAINT "events_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "events" ADD CONSTRAINT "events_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_texts" ADD CONSTRAINT "event_texts_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mailboxes" ADD CONSTRAINT "mailboxes_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_address_id_fkey" FOREIGN KEY ("address_id") REFERENCES "addresses"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_pitch_id_fkey" FOREIGN KEY ("pitch_id") REFERENCES "pitches"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imports" ADD CONSTRAINT "imports_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "imports"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Shapes that only SQL can hold. lib/contacts does the mapping.
ALTER TABLE installation ADD CONSTRAINT installation_one_row CHECK (id = 1);
ALTER TABLE policy ADD CONSTRAINT policy_one_row CHECK (id = 1),
  ADD CONSTRAINT policy_follow_ups CHECK (follow_ups_never_answered BETWEEN 0 AND 2 AND follow_ups_in_conversation BETWEEN 0 AND 2);
INSERT INTO installation (id) VALUES (1);
INSERT INTO policy (id) VALUES (1);

ALTER TABLE users ADD CONSTRAINT users_email_shape CHECK (email = lower(email) AND email ~ '^[^\s@]+@[^\s@]+$');
ALTER TABLE contacts ADD CONSTRAINT contacts_named CHECK (name <> '' AND name_key <> '');
ALTER TABLE organizations ADD CONSTRAINT organizations_named CHECK (name <> '' AND name_key <> '');
ALTER TABLE organization_domains ADD CONSTRAINT organization_domains_shape CHECK (domain ~ '^[a-z0-9-]+(\.[a-z0-9-]+)+$');

ALTER TABLE addresses
  ADD CONSTRAINT addresses_not_in_person CHECK (channel <> 'in_person'),
  ADD CONSTRAINT addresses_email_shape CHECK (channel <> 'email' OR (
    handle ~ '^[!-~]+@[a-z0-9-]+(\.[a-z0-9-]+)*$' AND handle = lower(handle)
    AND split_part(handle, '@', 3) = '' AND split_part(handle, '@', 1) !~ '\+'
    AND handle !~ '[,;<>()\\"]' AND handle !~ '@googlemail\.com$'
    AND (handle !~ '@gmail\.com$' OR split_part(handle, '@', 1) !~ '\.'))),
  ADD CONSTRAINT addresses_phone_shape CHECK (channel NOT IN ('phone', 'whatsapp', 'sms') OR handle ~ '^\+[1-9][0-9]{5,14}$'),
  ADD CONSTRAINT addresses_x_shape CHECK (channel <> 'x' OR handle ~ '^[a-z0-9_]{1,15}$'),
  ADD CONSTRAINT addresses_linkedin_shape CHECK (channel <> 'linkedin' OR (handle = lower(handle) AND handle ~ '^[^/\s?#@]{2,120}$')),
  ADD CONSTRAINT addresses_other_shape CHECK (channel <> 'other' OR (handle = btrim(handle) AND handle <> ''));
-- One normalized handle is one door for ever; a shared one is listed elsewhere, unsendable.
CREATE UNIQUE INDEX addresses_one_door ON addresses (channel, handle) WHERE state <> 'shared';

ALTER TABLE messages
  ADD CONSTRAINT messages_day_order CHECK (day_order IS NULL OR day_only),
  ADD CONSTRAINT messages_inbound_is_theirs CHECK (direction = 'outbound' OR (source NOT IN ('composed') AND author_id IS NULL
    AND answers_id IS NULL AND pitch_id IS NULL AND exception_id IS NULL AND referral_id IS NULL AND NOT nothing_to_answer)),
  ADD CONSTRAINT messages_composed_are_human CHECK (source <> 'composed' OR (kind = 'human' AND author_id IS NOT NULL AND NOT day_only));

ALTER TABLE hearings
  ADD CONSTRAINT hearings_scope CHECK ((outcome = 'declined') = (scope IS NOT NULL)),
  ADD CONSTRAINT hearings_pitch CHECK (pitch_id IS NULL OR scope = 'this_pitch' OR outcome = 'wrong_person'),
  ADD CONSTRAINT hearings_until CHECK (until IS NULL OR outcome = 'later'),
  ADD CONSTRAINT hearings_organization_words CHECK (scope IS DISTINCT FROM 'organization' OR coalesce(btrim(words), '') <> '');
ALTER TABLE declines
  ADD CONSTRAINT declines_organization CHECK ((scope = 'organization') = (organization_id IS NOT NULL)),
  ADD CONSTRAINT declines_withdrawn CHECK ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL));
ALTER TABLE opt_outs ADD CONSTRAINT opt_outs_lifted CHECK ((lifted_at IS NULL) = (lifted_words IS NULL));
ALTER TABLE rests ADD CONSTRAINT rests_ours_are_personal CHECK (said_by = 'them' OR hearing_id IS NULL),
  ADD CONSTRAINT rests_lifted CHECK (lifted_at IS NULL OR said_by = 'us');
ALTER TABLE endings ADD CONSTRAINT endings_message CHECK ((kind = 'nothing_to_answer') = (message_id IS NOT NULL));
ALTER TABLE exceptions ADD CONSTRAINT exceptions_fact CHECK (btrim(new_fact) <> '' AND cardinality(reasons) > 0);
ALTER TABLE retractions ADD CONSTRAINT retractions_reason CHECK (btrim(reason) <> '');
CREATE UNIQUE INDEX suppressions_one_in_force ON suppressions (key_hash) WHERE lifted_at IS NULL;

-- One message on its way to one person.
CREATE UNIQUE INDEX outbox_one_on_its_way ON outbox (contact_id) WHERE state IN ('queued', 'sending');

-- Lists: what the rail and Today filter by.
CREATE INDEX standing_unheard ON standing (unheard_since, contact_id) WHERE unheard > 0;
CREATE INDEX standing_owed ON standing (owed_since, contact_id) WHERE owed > 0;
CREATE INDEX standing_resting ON standing (rests_until, contact_id) WHERE rests_until IS NOT NULL;
CREATE INDEX standing_closed ON standing (closed_at, contact_id) WHERE closed_by IS NOT NULL;
CREATE INDEX contacts_name_trgm ON contacts USING gin (name_key gin_trgm_ops);
CREATE INDEX organizations_name_trgm ON organizations USING gin (name_key gin_trgm_ops);
CREATE INDEX addresses_handle_trgm ON addresses USING gin (handle gin_trgm_ops);

-- Standing is updated by every fact and every decision.
ALTER TABLE standing SET (fillfactor = 70);
ALTER TABLE doors SET (fillfactor = 80);
