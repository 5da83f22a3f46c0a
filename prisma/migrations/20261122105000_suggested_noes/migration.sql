-- The organization for which a reply that nobody has heard yet seems to say no: set by the law, it holds the colleagues.
ALTER TABLE "replies" ADD COLUMN "organization_id" UUID;
CREATE INDEX "replies_held" ON "replies" ("organization_id") WHERE "organization_id" IS NOT NULL;
ALTER TABLE "replies" ADD CONSTRAINT "replies_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
