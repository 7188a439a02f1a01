-- AlterTable
ALTER TABLE "runs" ADD COLUMN     "claimed_at" TIMESTAMPTZ(3),
ADD COLUMN     "claimed_by" JSONB;
