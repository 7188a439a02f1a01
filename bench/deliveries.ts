// Signed deliveries of an order of about 6 KB, each with ids of its own, for either server.
import { createHmac } from 'node:crypto';

/** The secret both servers are told. */
export const SECRET = `whsec_${Buffer.alloc(32, 5).toString('base64')}`;

const KEY = Buffer.alloc(32, 5);
const MARK = '@@ID@@';

export type Delivery = {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
};

/** The delivery number `n` of a run; `run` keeps the ids of two runs apart. */
export function deliveryOf(run: string, n: number): Delivery {
  const id = `${run}-${n}`;
  const body = TEMPLATE.replaceAll(MARK, id);
  const timestamp = String(Math.floor(Date.now() / 1000));
  const mac = createHmac('sha256', KEY).update(`${id}.${timestamp}.${body}`).digest('base64');
  const headers = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${mac}`,
  };
  return { body, headers };
}

const TEMPLATE = JSON.stringify({
  type: 'order.paid',
  timestamp: new Date().toISOString(),
  data: {
    id: `order-${MARK}`,
    number: `#${MARK}`,
    customer: { id: `customer-${MARK}`, email: `buyer-${MARK}@example.com`, firstName: 'Ada' },
    currency: 'USD',
    total: '684.00',
    placedAt: new Date().toISOString(),
    items: Array.from({ length: 38 }, (_, line) => ({
      productId: `product-${line}`,
      sku: `SKU-${line}-ABCDEFGH`,
      title: `Record number ${line}, remastered, in its original sleeve`,
      quantity: 1,
      price: '18.00',
      category: 'Jazz',
    })),
    discountCodes: [],
    url: `https://shop.example.com/orders/${MARK}`,
  },
});

/** How large one delivery's body is. */
export const BODY_BYTES = deliveryOf('size', 0).body.length;
