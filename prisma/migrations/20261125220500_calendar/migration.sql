-- What the clock asks: which zones customers live in, and whose birthday a day is. Partial indexes and indexes on
-- expressions have no place in schema.prisma; Prisma's comparison leaves them alone.
CREATE INDEX "customers_zone" ON "customers" ("timezone") WHERE "timezone" IS NOT NULL;
CREATE INDEX "customers_birthday" ON "customers" (right("birthday", 5)) WHERE "birthday" IS NOT NULL;
