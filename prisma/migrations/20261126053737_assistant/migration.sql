-- CreateTable
CREATE TABLE "proposals" (
    "id" TEXT NOT NULL,
    "command" TEXT NOT NULL,
    "args" JSONB NOT NULL,
    "customer_id" TEXT,
    "asked_by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL,
    "settled_by" TEXT,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "proposals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conversations" (
    "key" TEXT NOT NULL,
    "customer_id" TEXT,
    "people" TEXT,
    "last" TEXT,
    "things" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "conversations_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "proposals_customer_id_idx" ON "proposals"("customer_id");

-- CreateIndex
CREATE INDEX "proposals_at_idx" ON "proposals"("at");

-- CreateIndex
CREATE INDEX "conversations_customer_id_idx" ON "conversations"("customer_id");

-- CreateIndex
CREATE INDEX "conversations_at_idx" ON "conversations"("at");

-- Places are looked up by name while somebody waits for an answer.
CREATE INDEX "customers_city" ON "customers" (lower("city")) WHERE "city" IS NOT NULL;
