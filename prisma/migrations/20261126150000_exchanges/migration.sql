-- AlterTable
ALTER TABLE "conversations" ADD COLUMN     "exchanges" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "rows" JSONB NOT NULL DEFAULT '[]';
