-- A composed message says itself how it leaves; its row in the outbox is made by the law, in the same statement.
ALTER TABLE "messages" ADD COLUMN "via" "outbox_via";
UPDATE "messages" m SET "via" = o."via" FROM "outbox" o WHERE o."message_id" = m."id";
ALTER TABLE "messages" ADD CONSTRAINT "messages_only_ours_leave" CHECK ("via" IS NULL OR ("direction" = 'outbound' AND "source" IN ('composed', 'api')));
