-- Two contacts that looked like one person and are not: said once, never asked again.
CREATE TABLE "not_the_same" (
    "one_id" UUID NOT NULL,
    "other_id" UUID NOT NULL,
    "said_by_id" UUID NOT NULL,
    "said_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "not_the_same_pkey" PRIMARY KEY ("one_id", "other_id")
);

-- CreateIndex
CREATE INDEX "not_the_same_other_id_idx" ON "not_the_same"("other_id");

-- AddForeignKey
ALTER TABLE "not_the_same" ADD CONSTRAINT "not_the_same_one_id_fkey" FOREIGN KEY ("one_id") REFERENCES "contacts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "not_the_same" ADD CONSTRAINT "not_the_same_other_id_fkey" FOREIGN KEY ("other_id") REFERENCES "contacts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "not_the_same" ADD CONSTRAINT "not_the_same_said_by_id_fkey" FOREIGN KEY ("said_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's language has no words for: a pair stands once, the smaller id first.
ALTER TABLE "not_the_same" ADD CONSTRAINT "not_the_same_in_order" CHECK ("one_id" < "other_id");

-- Who is listed with a handle that is somebody else's.
CREATE INDEX "addresses_listed" ON "addresses" ("contact_id") WHERE "state" = 'shared';
