-- AlterTable
ALTER TABLE "approvals" ADD COLUMN     "escalated_at" TIMESTAMPTZ(3),
ADD COLUMN     "reminded_at" TIMESTAMPTZ(3);
