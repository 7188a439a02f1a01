-- One process at a time brings a post up to date; who dies at it is waited for until this instant.
ALTER TABLE "posts" ADD COLUMN "leased_until" TIMESTAMPTZ(3);
