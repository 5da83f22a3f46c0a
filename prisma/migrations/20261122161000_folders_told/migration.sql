-- What a folder that is not read is for: a no can lie in junk, and drafts were never sent.
ALTER TYPE "folder_role" ADD VALUE 'junk';
ALTER TYPE "folder_role" ADD VALUE 'trash';
ALTER TYPE "folder_role" ADD VALUE 'drafts';

-- Whether the server still lists it, and what became of the mails in it: kept, since a mailbox may hold a million.
ALTER TABLE "mailbox_folders" ADD COLUMN "listed" BOOLEAN NOT NULL DEFAULT true,
  ADD COLUMN "messages" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "remembered" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "asked" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "skipped" INTEGER NOT NULL DEFAULT 0;

UPDATE mailbox_folders f SET messages = c.messages, remembered = c.remembered, asked = c.asked, skipped = c.skipped
  FROM (SELECT s.folder_id, count(*) FILTER (WHERE s.result = 'message') AS messages, count(*) FILTER (WHERE s.result = 'remembered') AS remembered,
      count(*) FILTER (WHERE s.result = 'asked') AS asked, count(*) FILTER (WHERE s.result = 'skipped' AND NOT s.wanted) AS skipped
    FROM sightings s WHERE s.gone_at IS NULL GROUP BY s.folder_id) c WHERE c.folder_id = f.id;
