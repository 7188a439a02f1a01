-- CreateTable
CREATE TABLE "grants" (
    "plan_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "customer_id" TEXT NOT NULL,
    "automation" TEXT,
    "code" TEXT,
    "currency" TEXT NOT NULL,
    "cost_minor" BIGINT NOT NULL,
    "granted_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "grants_pkey" PRIMARY KEY ("plan_id","position")
);

-- CreateTable
CREATE TABLE "grant_uses" (
    "plan_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "shop" TEXT NOT NULL,
    "order_ref" TEXT NOT NULL,

    CONSTRAINT "grant_uses_pkey" PRIMARY KEY ("plan_id","position","shop","order_ref")
);

-- CreateIndex
CREATE INDEX "grants_customer_id_granted_at_idx" ON "grants"("customer_id", "granted_at");

-- CreateIndex
CREATE INDEX "grants_automation_granted_at_idx" ON "grants"("automation", "granted_at");

-- An index on an expression has no place in schema.prisma; Prisma's comparison leaves it alone.
CREATE INDEX "grants_code" ON "grants" (lower("code"));

-- Codes that were made before grants were kept. What a percentage was expected to cost is asked of today's totals.
INSERT INTO "grants"
SELECT steps.plan_id, steps.position, plans.customer_id, plans.origin->>'automation', effect->>'code',
    coalesce(effect->'terms'->'amount'->>'currency', customers.currency),
    (coalesce((effect->'terms'->'amount'->>'minor')::numeric,
        ceil(customers.largest_order_minor * (effect->'terms'->>'percent')::numeric / 100)))
      * (effect->'terms'->>'uses')::int,
    coalesce(steps.changed_at, plans.created_at), (effect->'terms'->'expiresAt'->>'$date')::timestamptz,
    (SELECT max(undo.changed_at) FROM steps AS undo
      WHERE undo.status = 'done' AND undo.effect->>'kind' = 'withdraw-discount' AND undo.effect->>'code' = steps.effect->>'code')
FROM "steps" JOIN "plans" ON plans.id = steps.plan_id JOIN "customers" ON customers.id = plans.customer_id
WHERE steps.status = 'done' AND effect->>'kind' = 'create-discount';

INSERT INTO "grant_uses"
SELECT DISTINCT grants.plan_id, grants.position, orders.shop, orders.ref
FROM "orders" CROSS JOIN LATERAL unnest(orders.discount_codes) AS used JOIN "grants" ON lower(grants.code) = lower(used);
