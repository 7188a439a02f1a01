-- One card that stands for many: which posts it stands for, and when it is drawn next.
ALTER TABLE "posts" ADD COLUMN "admitted_at" TIMESTAMPTZ(3),
ADD COLUMN "digest_id" TEXT;

CREATE INDEX "posts_surface_channel_admitted_at_idx" ON "posts"("surface", "channel", "admitted_at");

CREATE INDEX "posts_digest_id_admitted_at_idx" ON "posts"("digest_id", "admitted_at");

CREATE TABLE "digests" (
    "id" TEXT NOT NULL,
    "surface" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "digests_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "digests_surface_channel_last_at_idx" ON "digests"("surface", "channel", "last_at");
