-- DropIndex
DROP INDEX "runs_automation_customer_id_event_id_key";

-- AlterTable
ALTER TABLE "runs" ADD COLUMN     "history" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "occasion" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "position" INTEGER,
ADD COLUMN     "waiting_for" TEXT[],
ADD COLUMN     "wake_at" TIMESTAMPTZ(3),
ADD COLUMN     "woken_by" TEXT;

-- The runs of before: each fired upon its event, and one that has its plans has nothing left to plan
UPDATE "runs" SET "occasion" = COALESCE("event_id", 'hand:' || "id"), "waiting_for" = '{}',
  "position" = CASE WHEN "status" = 'running' AND NOT EXISTS (SELECT 1 FROM "plans" WHERE "run_id" = "runs"."id") THEN 0 END;

ALTER TABLE "runs" ALTER COLUMN "occasion" DROP DEFAULT, ALTER COLUMN "history" DROP DEFAULT;

-- What was on its way to be planned is now to be advanced; a new database has no queue yet
DO $$ BEGIN
  IF to_regclass('pgboss.job') IS NOT NULL THEN
    EXECUTE $sql$UPDATE pgboss.job SET data = jsonb_build_object('name', 'advance', 'runIds', jsonb_build_array(data->'runId'))
      WHERE data->>'name' = 'propose'$sql$;
  END IF;
END $$;

-- CreateTable
CREATE TABLE "automation_versions" (
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "definition" JSONB NOT NULL,
    "origin" TEXT NOT NULL,
    "by" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "automation_versions_pkey" PRIMARY KEY ("name","version")
);

-- CreateIndex
CREATE UNIQUE INDEX "automation_versions_name_ordinal_key" ON "automation_versions"("name", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "runs_automation_customer_id_occasion_key" ON "runs"("automation", "customer_id", "occasion");

-- What the clock and an event ask of runs: who is to be woken, and which of one customer may still do something.
-- Partial indexes have no place in schema.prisma; Prisma's comparison leaves them alone.
CREATE INDEX "runs_due" ON "runs" ("wake_at") WHERE "status" = 'waiting';
CREATE INDEX "runs_open" ON "runs" ("customer_id") WHERE "status" IN ('running', 'waiting', 'waiting-for-approval', 'failed');
