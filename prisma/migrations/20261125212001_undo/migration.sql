-- AlterTable
ALTER TABLE "plans" ADD COLUMN     "undo_of" TEXT;

-- AlterTable
ALTER TABLE "steps" ADD COLUMN     "before" JSONB;

-- CreateIndex
CREATE UNIQUE INDEX "plans_undo_of_key" ON "plans"("undo_of");
