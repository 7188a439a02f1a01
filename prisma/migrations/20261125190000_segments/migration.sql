-- DropIndex
DROP INDEX "customers_tags_idx";

-- AlterTable
ALTER TABLE "customers" ADD COLUMN     "folded_tags" TEXT[];

-- CreateTable
CREATE TABLE "segments" (
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "query" TEXT NOT NULL,
    "saved_by" TEXT NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "removed" BOOLEAN NOT NULL,

    CONSTRAINT "segments_pkey" PRIMARY KEY ("name","version")
);

-- CreateTable
CREATE TABLE "segment_members" (
    "segment" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "segment_members_pkey" PRIMARY KEY ("segment","customer_id")
);

-- CreateIndex
CREATE INDEX "segment_members_customer_id_idx" ON "segment_members"("customer_id");

-- CreateIndex
CREATE INDEX "customers_folded_tags_idx" ON "customers" USING GIN ("folded_tags");

-- The tags of who is already here, in lower case as JavaScript has it
UPDATE "customers" SET "folded_tags" = ARRAY(
  SELECT lower(tag COLLATE "und-x-icu") FROM unnest("tags") WITH ORDINALITY AS listed (tag, place) ORDER BY place);

-- What conditions ask most, over everybody who was not erased. Partial indexes have no place in
-- schema.prisma; Prisma's comparison leaves them alone.
CREATE INDEX "customers_segment_spent" ON "customers" ("currency", "spent_minor" DESC) WHERE "erased_at" IS NULL;
CREATE INDEX "customers_segment_orders" ON "customers" ("orders") WHERE "erased_at" IS NULL;
CREATE INDEX "customers_segment_last_order" ON "customers" ("last_order_at" DESC) WHERE "erased_at" IS NULL;
CREATE INDEX "customers_segment_added" ON "customers" ("added_at") WHERE "erased_at" IS NULL;
