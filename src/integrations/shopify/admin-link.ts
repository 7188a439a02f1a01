// Links to Shopify's admin, as staff copy them out of the address bar.
import type { ShopLink } from '#engine/ports/shop.ts';
import { shopName } from './shop-domain.ts';

/** Shopify's admin by its own address, and by that of the store (shopify.dev, "Admin links"). */
const OWN_ADMIN = 'admin.shopify.com';
const PAGE = /^\/(orders|customers)\/(\d{1,20})\/?$/;

/** What a link to the admin of this shop shows; null for any other link. */
export function readAdminLink(shopDomain: string, url: URL): ShopLink | null {
  const path = pathIn(shopDomain, url);
  const [, page, ref] = path === null ? [] : (PAGE.exec(path) ?? []);
  if (page === undefined || ref === undefined) return null;
  return { kind: page === 'orders' ? 'order' : 'customer', ref };
}

function pathIn(shopDomain: string, { protocol, host, pathname }: URL): string | null {
  if (protocol !== 'https:') return null;
  const root = host === OWN_ADMIN ? `/store/${shopName(shopDomain)}` : '/admin';
  const isOurs = host === OWN_ADMIN || host === shopDomain;
  return isOurs && pathname.startsWith(`${root}/`) ? pathname.slice(root.length) : null;
}
