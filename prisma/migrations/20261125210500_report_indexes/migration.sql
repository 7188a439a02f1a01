-- The numbers of a day are read by their instants.
CREATE INDEX "customers_added_at_idx" ON "customers"("added_at");

CREATE INDEX "orders_placed_at_idx" ON "orders"("placed_at");

CREATE INDEX "refunds_refunded_at_idx" ON "refunds"("refunded_at");
