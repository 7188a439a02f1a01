-- AlterTable
ALTER TABLE "customers" ADD COLUMN     "refunded_of_spent_minor" BIGINT NOT NULL DEFAULT 0;

-- What came back of orders that count, of who is already here: as sumPurchases has it
UPDATE "customers" SET "refunded_of_spent_minor" = coalesce((
  SELECT sum(refunds.amount_minor) FROM refunds
    JOIN orders ON orders.shop = refunds.shop AND orders.ref = refunds.order_ref AND orders.customer_id = customers.id
  WHERE refunds.customer_id = customers.id AND refunds.currency = customers.currency AND orders.currency = customers.currency
    AND orders.paid AND NOT orders.cancelled AND NOT orders.test), 0)
WHERE refunds > 0;
