-- A language model of the owner's own choosing that reads replies too; off until somebody switches it on.
CREATE TABLE "language_model" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "is_on" BOOLEAN NOT NULL DEFAULT false,
    "base_url" TEXT,
    "model" TEXT,
    "secret" BYTEA,
    "secret_key_id" TEXT,
    "secret_nonce" BYTEA,
    "version" INTEGER NOT NULL DEFAULT 0,
    "answered_at" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,
    "failing_since" TIMESTAMPTZ(3),
    "fault" TEXT,
    "not_before" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3),
    "updated_by_id" UUID,

    CONSTRAINT "language_model_pkey" PRIMARY KEY ("id")
);

-- AddForeignKey
ALTER TABLE "language_model" ADD CONSTRAINT "language_model_updated_by_id_fkey" FOREIGN KEY ("updated_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "replies" ADD COLUMN     "model_version" INTEGER;

-- What Prisma's language has no words for.
ALTER TABLE "language_model" ADD CONSTRAINT "language_model_one_row" CHECK ("id" = 1);
ALTER TABLE "language_model" ADD CONSTRAINT "language_model_named" CHECK (("base_url" IS NULL) = ("model" IS NULL) AND (NOT "is_on" OR "base_url" IS NOT NULL));
ALTER TABLE "language_model" ADD CONSTRAINT "language_model_sealed" CHECK (num_nulls("secret", "secret_key_id", "secret_nonce") IN (0, 3) AND ("secret" IS NULL OR "base_url" IS NOT NULL));
ALTER TABLE "language_model" ADD CONSTRAINT "language_model_failing" CHECK ("fault" ~ '^[a-z][a-z_]{0,59}$' AND num_nulls("fault", "failing_since") IN (0, 2) AND ("fault" IS NULL) = ("failures" = 0));

INSERT INTO language_model (id) VALUES (1);
