-- AlterTable
ALTER TABLE "batches" ADD COLUMN     "decisions" JSONB NOT NULL DEFAULT '[]';
