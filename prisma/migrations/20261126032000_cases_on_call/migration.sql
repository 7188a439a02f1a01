-- AlterTable
ALTER TABLE "approvals" ADD COLUMN     "channel" TEXT NOT NULL DEFAULT 'approvals',
ADD COLUMN     "mention" TEXT;

-- AlterTable
ALTER TABLE "cases" ADD COLUMN     "channel" TEXT NOT NULL DEFAULT 'refunds',
ADD COLUMN     "escalated_at" TIMESTAMPTZ(3),
ADD COLUMN     "escalated_by" TEXT,
ADD COLUMN     "mention" TEXT,
ADD COLUMN     "snoozed_until" TIMESTAMPTZ(3);
