-- AlterTable
ALTER TABLE "orders" ADD COLUMN     "checkout_ref" TEXT;

-- CreateTable
CREATE TABLE "checkouts" (
    "shop" TEXT NOT NULL,
    "ref" TEXT NOT NULL,
    "customer_id" TEXT,
    "named_at" TIMESTAMPTZ(3),
    "currency" TEXT NOT NULL,
    "total_minor" BIGINT NOT NULL,
    "url" TEXT,
    "items" JSONB NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "last_activity_at" TIMESTAMPTZ(3) NOT NULL,
    "heard_at" TIMESTAMPTZ(3) NOT NULL,
    "live" BOOLEAN NOT NULL,
    "completed_at" TIMESTAMPTZ(3),
    "bought_at" TIMESTAMPTZ(3),
    "abandoned_at" TIMESTAMPTZ(3),

    CONSTRAINT "checkouts_pkey" PRIMARY KEY ("shop","ref")
);

-- CreateTable
CREATE TABLE "product_views" (
    "event_id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "product_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "product_views_pkey" PRIMARY KEY ("event_id")
);

-- CreateIndex
CREATE INDEX "checkouts_customer_id_idx" ON "checkouts"("customer_id");

-- CreateIndex
CREATE INDEX "product_views_customer_id_at_idx" ON "product_views"("customer_id", "at");

-- CreateIndex
CREATE INDEX "product_views_product_id_at_idx" ON "product_views"("product_id", "at");

-- CreateIndex
CREATE INDEX "product_views_at_idx" ON "product_views"("at");

-- What the sweep asks every minute, what conditions ask of everybody, and which order says it came of a checkout.
-- Partial indexes have no place in schema.prisma; Prisma's comparison leaves them alone.
CREATE INDEX "checkouts_quiet" ON "checkouts" ("heard_at", "shop", "ref")
  WHERE "live" AND "customer_id" IS NOT NULL AND "completed_at" IS NULL AND "bought_at" IS NULL AND "abandoned_at" IS NULL;
CREATE INDEX "checkouts_left" ON "checkouts" ("customer_id", "started_at")
  WHERE "abandoned_at" IS NOT NULL AND "completed_at" IS NULL AND "bought_at" IS NULL;
CREATE INDEX "orders_of_checkout" ON "orders" ("shop", "checkout_ref") WHERE "checkout_ref" IS NOT NULL;
