-- CreateTable
CREATE TABLE "turns" (
    "id" TEXT NOT NULL,
    "asked_by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "stopped_by" TEXT,

    CONSTRAINT "turns_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "turns_at_idx" ON "turns"("at");
