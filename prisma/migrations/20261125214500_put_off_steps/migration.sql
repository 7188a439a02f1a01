-- AlterTable
ALTER TABLE "steps" ADD COLUMN     "not_before" TIMESTAMPTZ(3);

-- Which steps' time has come. Partial indexes have no place in schema.prisma; Prisma's comparison leaves them alone.
CREATE INDEX "steps_put_off" ON "steps" ("not_before") WHERE "status" = 'waiting' AND "not_before" IS NOT NULL;
