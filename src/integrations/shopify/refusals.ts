// What Shopify refuses, as an error; and ids that it would refuse.
import { VendorError } from '#engine/errors.ts';
import type { UserErrors } from './answers.ts';
import { gid } from './history.ts';

/** Throws what the shop refused: fields and codes only, for its messages may repeat what we sent. */
export function refuse(name: string, errors: UserErrors, status: number): void {
  if (errors.length === 0) return;
  const what = errors.map(({ field, code }) => [field?.join('.'), code].filter(Boolean).join(' '));
  throw new VendorError(`shopify refused ${name}: ${what.join('; ')}`, {
    vendor: 'shopify',
    status,
    retryable: false,
  });
}

/** The global id of a thing; an id that is none of Shopify's names nothing there, and asking would be refused less clearly. */
export function toGid(kind: 'Customer' | 'Product' | 'Collection', ref: string): string {
  if (isId(ref)) return gid(kind, ref);
  throw new VendorError(`shopify has no ${kind.toLowerCase()} of this id`, {
    vendor: 'shopify',
    status: 404,
    retryable: false,
  });
}

/** Whether a text has the form of Shopify's ids. */
export function isId(ref: string): boolean {
  return /^\d{1,20}$/.test(ref);
}
