-- CreateTable
CREATE TABLE "events" (
    "id" TEXT NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "shop" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "customer_id" TEXT,
    "fact" BYTEA NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "historic" BOOLEAN NOT NULL,
    "raw" BYTEA,

    CONSTRAINT "events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dedupe_keys" (
    "key" TEXT NOT NULL,
    "event_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "dedupe_keys_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "quarantine" (
    "id" TEXT NOT NULL,
    "shop" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "delivery_id" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "issues" JSONB NOT NULL,
    "body" BYTEA NOT NULL,

    CONSTRAINT "quarantine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customers" (
    "id" TEXT NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "first_name" TEXT,
    "last_name" TEXT,
    "birthday" TEXT,
    "country" TEXT,
    "region" TEXT,
    "city" TEXT,
    "locale" TEXT,
    "timezone" TEXT,
    "tags" TEXT[],
    "attributes" JSONB NOT NULL,
    "tier" TEXT,
    "email_consent" TEXT NOT NULL,
    "email_consent_at" TIMESTAMPTZ(3),
    "email_consent_source" TEXT,
    "sms_consent" TEXT NOT NULL,
    "sms_consent_at" TIMESTAMPTZ(3),
    "sms_consent_source" TEXT,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "currency" TEXT NOT NULL,
    "orders" INTEGER NOT NULL,
    "own_orders" INTEGER NOT NULL,
    "spent_minor" BIGINT NOT NULL,
    "spent_elsewhere" JSONB NOT NULL,
    "refunds" INTEGER NOT NULL,
    "refunded_minor" BIGINT NOT NULL,
    "first_order_at" TIMESTAMPTZ(3),
    "last_order_at" TIMESTAMPTZ(3),
    "largest_order_minor" BIGINT NOT NULL,
    "unsubscribe_token" TEXT NOT NULL,
    "known" JSONB NOT NULL,
    "erased_at" TIMESTAMPTZ(3),

    CONSTRAINT "customers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identities" (
    "shop" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,

    CONSTRAINT "identities_pkey" PRIMARY KEY ("shop","kind","value")
);

-- CreateTable
CREATE TABLE "tombstones" (
    "hash" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "tombstones_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "orders" (
    "shop" TEXT NOT NULL,
    "ref" TEXT NOT NULL,
    "number" TEXT,
    "customer_id" TEXT,
    "currency" TEXT NOT NULL,
    "total_minor" BIGINT NOT NULL,
    "placed_at" TIMESTAMPTZ(3) NOT NULL,
    "version" TIMESTAMPTZ(3) NOT NULL,
    "paid" BOOLEAN NOT NULL,
    "fulfilled" BOOLEAN NOT NULL,
    "cancelled" BOOLEAN NOT NULL,
    "test" BOOLEAN NOT NULL,
    "items" JSONB NOT NULL,
    "discount_codes" TEXT[],
    "url" TEXT,

    CONSTRAINT "orders_pkey" PRIMARY KEY ("shop","ref")
);

-- CreateTable
CREATE TABLE "refunds" (
    "shop" TEXT NOT NULL,
    "ref" TEXT NOT NULL,
    "order_ref" TEXT NOT NULL,
    "customer_id" TEXT,
    "currency" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "refunded_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT,

    CONSTRAINT "refunds_pkey" PRIMARY KEY ("shop","ref")
);

-- CreateTable
CREATE TABLE "timeline" (
    "id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "data" JSONB NOT NULL,

    CONSTRAINT "timeline_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "runs" (
    "id" TEXT NOT NULL,
    "automation" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "customer_id" TEXT NOT NULL,
    "event_id" TEXT,
    "case_id" TEXT,
    "status" TEXT NOT NULL,
    "trace" JSONB,
    "reason" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "runs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plans" (
    "id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "origin" JSONB NOT NULL,
    "run_id" TEXT,
    "hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "plans_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "steps" (
    "plan_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "effect" JSONB NOT NULL,
    "status" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "reason" TEXT,
    "outcome" TEXT,
    "changed_at" TIMESTAMPTZ(3),

    CONSTRAINT "steps_pkey" PRIMARY KEY ("plan_id","position")
);

-- CreateTable
CREATE TABLE "approvals" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "requested_by" JSONB,
    "edited_by" JSONB,
    "decisions" JSONB NOT NULL,

    CONSTRAINT "approvals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cases" (
    "id" TEXT NOT NULL,
    "shop" TEXT NOT NULL,
    "return_ref" TEXT,
    "order_ref" TEXT,
    "order_number" TEXT,
    "customer_id" TEXT,
    "status" TEXT NOT NULL,
    "resolution" TEXT,
    "currency" TEXT,
    "amount_minor" BIGINT,
    "reason" TEXT,
    "note" TEXT,
    "items" JSONB NOT NULL,
    "assignee" JSONB,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "reminded_at" TIMESTAMPTZ(3),
    "resolved_at" TIMESTAMPTZ(3),
    "notes" JSONB NOT NULL,
    "offer" JSONB,
    "offer_token" TEXT,
    "revision" INTEGER NOT NULL,

    CONSTRAINT "cases_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "posts" (
    "id" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "surface" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "message_id" TEXT,
    "digest" TEXT,

    CONSTRAINT "posts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lines" (
    "post_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "message_id" TEXT NOT NULL,

    CONSTRAINT "lines_pkey" PRIMARY KEY ("post_id","key")
);

-- CreateTable
CREATE TABLE "said" (
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "said_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "messages" (
    "id" TEXT NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "channel" TEXT NOT NULL,
    "thread_of" TEXT,
    "card" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mails" (
    "id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "approval_id" TEXT,
    "purpose" TEXT NOT NULL,
    "mail" JSONB NOT NULL,
    "status" TEXT NOT NULL,
    "reason" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mails_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "suppressions" (
    "email" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "suppressions_pkey" PRIMARY KEY ("email")
);

-- CreateTable
CREATE TABLE "audit" (
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "details" JSONB NOT NULL,
    "previous" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "settings" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "settings_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "events_seq_key" ON "events"("seq");

-- CreateIndex
CREATE INDEX "events_customer_id_seq_idx" ON "events"("customer_id", "seq");

-- CreateIndex
CREATE INDEX "dedupe_keys_at_idx" ON "dedupe_keys"("at");

-- CreateIndex
CREATE UNIQUE INDEX "quarantine_shop_delivery_id_key" ON "quarantine"("shop", "delivery_id");

-- CreateIndex
CREATE UNIQUE INDEX "customers_unsubscribe_token_key" ON "customers"("unsubscribe_token");

-- CreateIndex
CREATE INDEX "customers_spent_minor_id_idx" ON "customers"("spent_minor" DESC, "id");

-- CreateIndex
CREATE INDEX "customers_tags_idx" ON "customers" USING GIN ("tags");

-- CreateIndex
CREATE INDEX "identities_kind_value_idx" ON "identities"("kind", "value");

-- CreateIndex
CREATE INDEX "identities_customer_id_idx" ON "identities"("customer_id");

-- CreateIndex
CREATE INDEX "orders_customer_id_placed_at_idx" ON "orders"("customer_id", "placed_at");

-- CreateIndex
CREATE INDEX "orders_number_idx" ON "orders"("number");

-- CreateIndex
CREATE INDEX "refunds_customer_id_idx" ON "refunds"("customer_id");

-- CreateIndex
CREATE INDEX "refunds_shop_order_ref_idx" ON "refunds"("shop", "order_ref");

-- CreateIndex
CREATE INDEX "timeline_customer_id_at_id_idx" ON "timeline"("customer_id", "at" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "timeline_customer_id_key_key" ON "timeline"("customer_id", "key");

-- CreateIndex
CREATE INDEX "runs_customer_id_started_at_idx" ON "runs"("customer_id", "started_at");

-- CreateIndex
CREATE INDEX "runs_automation_started_at_idx" ON "runs"("automation", "started_at");

-- CreateIndex
CREATE UNIQUE INDEX "runs_automation_customer_id_event_id_key" ON "runs"("automation", "customer_id", "event_id");

-- CreateIndex
CREATE INDEX "plans_run_id_idx" ON "plans"("run_id");

-- CreateIndex
CREATE INDEX "plans_customer_id_idx" ON "plans"("customer_id");

-- CreateIndex
CREATE UNIQUE INDEX "approvals_plan_id_key" ON "approvals"("plan_id");

-- CreateIndex
CREATE INDEX "approvals_status_expires_at_idx" ON "approvals"("status", "expires_at");

-- CreateIndex
CREATE INDEX "approvals_customer_id_idx" ON "approvals"("customer_id");

-- CreateIndex
CREATE INDEX "approvals_created_at_id_idx" ON "approvals"("created_at" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "cases_offer_token_key" ON "cases"("offer_token");

-- CreateIndex
CREATE INDEX "cases_status_due_at_idx" ON "cases"("status", "due_at");

-- CreateIndex
CREATE INDEX "cases_customer_id_idx" ON "cases"("customer_id");

-- CreateIndex
CREATE UNIQUE INDEX "cases_shop_return_ref_key" ON "cases"("shop", "return_ref");

-- CreateIndex
CREATE UNIQUE INDEX "posts_subject_kind_subject_id_surface_channel_key" ON "posts"("subject_kind", "subject_id", "surface", "channel");

-- CreateIndex
CREATE UNIQUE INDEX "messages_seq_key" ON "messages"("seq");

-- CreateIndex
CREATE INDEX "messages_channel_seq_idx" ON "messages"("channel", "seq");

-- CreateIndex
CREATE INDEX "messages_thread_of_seq_idx" ON "messages"("thread_of", "seq");

-- CreateIndex
CREATE INDEX "mails_customer_id_at_idx" ON "mails"("customer_id", "at");

-- CreateIndex
CREATE INDEX "mails_at_id_idx" ON "mails"("at" DESC, "id");

-- AddForeignKey
ALTER TABLE "steps" ADD CONSTRAINT "steps_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plans"("id") ON DELETE CASCADE ON UPDATE CASCADE;
