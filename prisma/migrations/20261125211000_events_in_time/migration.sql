-- A back-test reads the log in the order in which things happened.
CREATE INDEX "events_occurred_at_seq_idx" ON "events"("occurred_at", "seq");
