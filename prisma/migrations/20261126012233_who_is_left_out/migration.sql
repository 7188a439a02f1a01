-- AlterTable
ALTER TABLE "batch_members" ADD COLUMN     "reason" TEXT;
