-- AlterTable
ALTER TABLE "grants" ADD COLUMN     "outcome" TEXT,
ADD COLUMN     "outcome_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "grants_outcome_expires_at_idx" ON "grants"("outcome", "expires_at");
