// Which shop it is: its permanent domain, and the names made from it.

/** The permanent domain in lower case; "example-store" and "https://Example-Store.myshopify.com/" mean the same shop. */
export function toShopDomain(text: string): string {
  const host = text
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/.*$/, '');
  return host.includes('.') ? host : `${host}.myshopify.com`;
}

/** What people call the shop: "example-store". */
export function shopName(shopDomain: string): string {
  return shopDomain.replace(/\.myshopify\.com$/, '');
}

/** Where staff open an order. The order's own status page is not used: its link lets anybody in who has it. */
export function orderUrl(shopDomain: string, orderRef: string): string {
  return `https://${shopDomain}/admin/orders/${orderRef}`;
}
