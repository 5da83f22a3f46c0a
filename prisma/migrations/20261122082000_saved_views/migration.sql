-- A view of contacts that somebody comes back to: the address of the list, under a name of their own.
CREATE TABLE "saved_views" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "saved_views_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "saved_views_user_id_name_key" ON "saved_views"("user_id", "name");

-- AddForeignKey
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's language has no words for.
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_named" CHECK (btrim("name") <> '');
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_of_contacts" CHECK ("address" LIKE '/contacts%');

-- How we met narrows a list of a million.
CREATE INDEX "contacts_met" ON "contacts" ("met_how") WHERE "met_how" <> 'unknown';
