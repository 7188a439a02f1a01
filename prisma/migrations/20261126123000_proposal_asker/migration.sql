-- AlterTable
ALTER TABLE "proposals" ADD COLUMN     "asked_by_name" TEXT NOT NULL DEFAULT '';
