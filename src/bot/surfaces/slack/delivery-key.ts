// What makes one delivery of Slack's the same as another.
import { z } from 'zod';

const Delivery = z.object({ event_id: z.string().optional(), trigger_id: z.string().optional() });

/** What makes a delivery the same as another one, or null for a kind that has no such mark. */
export function deliveryKey(body: unknown): string | null {
  const parsed = Delivery.safeParse(body);
  return parsed.success ? (parsed.data.event_id ?? parsed.data.trigger_id ?? null) : null;
}
