-- AlterTable
ALTER TABLE "cases" ADD COLUMN     "about" TEXT NOT NULL DEFAULT 'refund';
