-- AlterTable
ALTER TABLE "runs" ADD COLUMN     "begun_by" JSONB;
