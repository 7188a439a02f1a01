-- AlterTable
ALTER TABLE "turns" ADD COLUMN     "place" JSONB;
