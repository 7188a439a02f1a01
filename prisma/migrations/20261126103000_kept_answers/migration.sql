-- AlterTable
ALTER TABLE "proposals" ADD COLUMN     "refused" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "turn" TEXT;

-- AlterTable
ALTER TABLE "turns" ADD COLUMN     "answer" JSONB;
