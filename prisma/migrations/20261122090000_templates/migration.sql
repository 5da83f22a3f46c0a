-- CreateTable
CREATE TABLE "templates" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "name" TEXT NOT NULL,
    "subject" TEXT,
    "body" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "templates_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fingerprints" (
    "message_id" UUID NOT NULL,
    "hashes" INTEGER[] NOT NULL,
    "left_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "fingerprints_pkey" PRIMARY KEY ("message_id")
);

-- CreateIndex
CREATE INDEX "templates_user_id_idx" ON "templates"("user_id");

-- CreateIndex
CREATE INDEX "fingerprints_left_at_idx" ON "fingerprints"("left_at");

-- CreateIndex
CREATE INDEX "drafts_author_id_updated_at_idx" ON "drafts"("author_id", "updated_at");

-- AddForeignKey
ALTER TABLE "templates" ADD CONSTRAINT "templates_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fingerprints" ADD CONSTRAINT "fingerprints_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "messages"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's language has no words for.
ALTER TABLE "templates" ADD CONSTRAINT "templates_named" CHECK (btrim("name") <> '');
ALTER TABLE "templates" ADD CONSTRAINT "templates_say_something" CHECK (btrim("body") <> '');
ALTER TABLE "fingerprints" ADD CONSTRAINT "fingerprints_small" CHECK (cardinality("hashes") BETWEEN 1 AND 64);
