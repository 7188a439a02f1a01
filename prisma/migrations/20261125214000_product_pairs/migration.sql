-- CreateTable
CREATE TABLE "product_pairs" (
    "shop" TEXT NOT NULL,
    "product_id" TEXT NOT NULL,
    "other_id" TEXT NOT NULL,
    "other_title" TEXT NOT NULL,
    "buyers" INTEGER NOT NULL,
    "likeness" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "product_pairs_pkey" PRIMARY KEY ("product_id","shop","other_id")
);
