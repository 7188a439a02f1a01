// Products that customers looked at.
import { asId } from '#engine/ids.ts';
import type { ViewRecords } from '#engine/ports/storefront-records.ts';
import type { ProductView as ViewRow } from './generated/client.ts';
import type { Session } from './session.ts';

/** Views, one row a look. */
export function viewRecords({ prisma, query }: Session): ViewRecords {
  return {
    add: async (views) => {
      if (views.length === 0) return 0;
      const rows = await query(ADD, [
        views.map(({ eventId }) => eventId),
        views.map(({ customerId }) => customerId),
        views.map(({ productId }) => productId),
        views.map(({ at }) => at.toISOString()),
      ]);
      return rows.length;
    },
    ofCustomer: async (customerId) => {
      const rows = await prisma.productView.findMany({ where: { customerId } });
      return rows.map(toView);
    },
    prune: async (before) => {
      await query('DELETE FROM product_views WHERE at < $1::timestamptz', [before]);
    },
    eraseOf: async (customerId) => {
      await prisma.productView.deleteMany({ where: { customerId } });
    },
  };
}

const ADD = `INSERT INTO product_views (event_id, customer_id, product_id, at)
  SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]::timestamptz[])
  ON CONFLICT DO NOTHING RETURNING 1`;

function toView(row: ViewRow) {
  return {
    ...row,
    eventId: asId('event', row.eventId),
    customerId: asId('customer', row.customerId),
  };
}
