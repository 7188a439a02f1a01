-- CreateTable
CREATE TABLE "batches" (
    "id" TEXT NOT NULL,
    "change" JSONB NOT NULL,
    "segment" TEXT,
    "query" TEXT NOT NULL,
    "undo_of" TEXT,
    "undone_by" TEXT,
    "status" TEXT NOT NULL,
    "foreseen" JSONB NOT NULL,
    "members_hash" TEXT NOT NULL,
    "requested_by" JSONB NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_by" JSONB,
    "confirmed_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "shown_until" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL,

    CONSTRAINT "batches_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "batch_members" (
    "batch_id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "at" TIMESTAMPTZ(3),
    "shop" TEXT,
    "shop_reason" TEXT,

    CONSTRAINT "batch_members_pkey" PRIMARY KEY ("batch_id","customer_id")
);

-- CreateIndex
CREATE INDEX "batches_requested_at_id_idx" ON "batches"("requested_at" DESC, "id");

-- CreateIndex
CREATE INDEX "batches_status_requested_at_idx" ON "batches"("status", "requested_at");

-- CreateIndex
CREATE INDEX "batch_members_customer_id_idx" ON "batch_members"("customer_id");

-- Whose turn has not come yet, and who waits for the shop's answer. Partial indexes have no place in schema.prisma; Prisma's comparison leaves them alone.
CREATE INDEX "batch_members_waiting" ON "batch_members" ("batch_id", "customer_id") WHERE "outcome" = 'waiting';
CREATE INDEX "batch_members_for_shop" ON "batch_members" ("batch_id", "customer_id") WHERE "shop" = 'waiting';
CREATE INDEX "batch_members_asked" ON "batch_members" ("batch_id") WHERE "shop" = 'asked';
