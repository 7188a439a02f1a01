-- AlterTable
ALTER TABLE "customers" ADD COLUMN     "tier_pinned" BOOLEAN NOT NULL DEFAULT false;

-- Until now every tier was set by hand
UPDATE "customers" SET "tier_pinned" = true WHERE "tier" IS NOT NULL;
