-- CreateTable
CREATE TABLE "news" (
    "id" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "news" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "news_pkey" PRIMARY KEY ("id")
);
