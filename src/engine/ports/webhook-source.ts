// The WebhookSource port: how one platform's deliveries are proven genuine and read.
import type { NewEvent, ShopKey } from '../events/shop-event.ts';

/** Names in lower case. */
export type Headers = Readonly<Record<string, string | undefined>>;

/** A delivery whose signature is good. */
export type Verified = {
  readonly kind: 'verified';
  readonly deliveryId: string;
  readonly topic: string;
};

/** Why a delivery was refused: for the log and the metrics, never for the answer. */
export type Rejected = { readonly kind: 'rejected'; readonly reason: string };

/** A body as facts; what cannot be read has its issues, with paths like `data.total`. */
export type ParsedDelivery =
  | { readonly kind: 'events'; readonly events: readonly NewEvent[] }
  | { readonly kind: 'ignored' }
  | {
      readonly kind: 'unreadable';
      readonly issues: readonly { readonly path: string; readonly message: string }[];
    };

export interface WebhookSource {
  readonly key: ShopKey;
  /** `/webhooks/shopify` */
  readonly path: string;
  readonly maxBodyBytes: number;
  /** The answer to a signed body that cannot be read: shops get 200, for they switch a hook off after a few failures. */
  readonly unreadableStatus: 200 | 422;
  /** Checks the signature on the raw bytes; reads nothing else of the body. */
  verify(headers: Headers, body: Uint8Array, now: Date): Verified | Rejected;
  parse(delivery: Verified, headers: Headers, body: Uint8Array): ParsedDelivery;
}
