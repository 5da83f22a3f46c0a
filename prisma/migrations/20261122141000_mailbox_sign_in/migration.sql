-- Whose own sign-in (OAuth) a mailbox is opened with; null where it is a password.
ALTER TABLE "mailboxes" ADD COLUMN     "oauth" TEXT;
ALTER TABLE "mailboxes" ADD CONSTRAINT "mailboxes_oauth" CHECK ("oauth" IN ('google', 'microsoft'));
