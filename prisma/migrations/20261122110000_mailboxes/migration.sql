-- CreateEnum
CREATE TYPE "mailbox_state" AS ENUM ('connected', 'failing', 'paused');

-- CreateEnum
CREATE TYPE "mail_security" AS ENUM ('tls', 'starttls', 'none');

-- CreateEnum
CREATE TYPE "unknown_senders" AS ENUM ('ask', 'add', 'ignore');

-- DropIndex
DROP INDEX "mailboxes_email_key";

-- AlterTable
ALTER TABLE "mailboxes" ADD COLUMN     "back_reading" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "connected_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
ADD COLUMN     "failing_since" TIMESTAMPTZ(3),
ADD COLUMN     "fault" TEXT,
ADD COLUMN     "fault_at" TIMESTAMPTZ(3),
ADD COLUMN     "imap_host" TEXT,
ADD COLUMN     "imap_port" INTEGER,
ADD COLUMN     "imap_security" "mail_security",
ADD COLUMN     "lease_holder" TEXT,
ADD COLUMN     "leased_until" TIMESTAMPTZ(3),
ADD COLUMN     "login" TEXT,
ADD COLUMN     "provider" TEXT,
ADD COLUMN     "secret" BYTEA,
ADD COLUMN     "secret_key_id" TEXT,
ADD COLUMN     "secret_nonce" BYTEA,
ADD COLUMN     "smtp_host" TEXT,
ADD COLUMN     "smtp_port" INTEGER,
ADD COLUMN     "smtp_security" "mail_security",
ADD COLUMN     "state" "mailbox_state" NOT NULL DEFAULT 'connected',
ADD COLUMN     "unknown_senders" "unknown_senders" NOT NULL DEFAULT 'ask';

-- CreateIndex
CREATE INDEX "mailboxes_user_id_idx" ON "mailboxes"("user_id");

-- What Prisma's language has no words for. One address is open once; who disconnected it may leave it to a colleague.
CREATE UNIQUE INDEX mailboxes_one_open ON mailboxes (email) WHERE closed_at IS NULL;
ALTER TABLE "mailboxes" ADD CONSTRAINT "mailboxes_sealed" CHECK (num_nulls("secret", "secret_key_id", "secret_nonce") IN (0, 3)
  AND ("secret" IS NULL OR num_nulls("login", "imap_host") = 0));
ALTER TABLE "mailboxes" ADD CONSTRAINT "mailboxes_imap" CHECK (num_nulls("imap_host", "imap_port", "imap_security") IN (0, 3));
ALTER TABLE "mailboxes" ADD CONSTRAINT "mailboxes_closed_forget" CHECK ("closed_at" IS NULL OR "secret" IS NULL);
ALTER TABLE "mailboxes" ADD CONSTRAINT "mailboxes_smtp" CHECK (num_nulls("smtp_host", "smtp_port", "smtp_security") IN (0, 3));
ALTER TABLE "mailboxes" ADD CONSTRAINT "mailboxes_ports" CHECK ("imap_port" BETWEEN 1 AND 65535 AND "smtp_port" BETWEEN 1 AND 65535);
ALTER TABLE "mailboxes" ADD CONSTRAINT "mailboxes_failing" CHECK (("state" = 'failing') = ("failing_since" IS NOT NULL) AND ("state" <> 'failing' OR "fault" IS NOT NULL));
ALTER TABLE "mailboxes" ADD CONSTRAINT "mailboxes_fault" CHECK ("fault" ~ '^[a-z][a-z_]{0,59}$' AND ("fault" IS NULL) = ("fault_at" IS NULL));
ALTER TABLE "mailboxes" ADD CONSTRAINT "mailboxes_lease" CHECK (("lease_holder" IS NULL) = ("leased_until" IS NULL));
