-- CreateTable
CREATE TABLE "autonomies" (
    "id" TEXT NOT NULL,
    "automation" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "bound" JSONB,
    "sample" INTEGER NOT NULL,
    "unchanged" INTEGER NOT NULL,
    "most_per_day" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "offered_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "ended_by" TEXT,
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,

    CONSTRAINT "autonomies_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "autonomies_automation_offered_at_idx" ON "autonomies"("automation", "offered_at");
