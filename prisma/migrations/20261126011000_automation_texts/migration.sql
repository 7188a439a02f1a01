-- AlterTable
ALTER TABLE "automation_versions" ADD COLUMN     "source" TEXT;

-- CreateTable
CREATE TABLE "automation_drafts" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "seen" INTEGER,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "automation_drafts_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "automation_drafts_at_idx" ON "automation_drafts"("at");
