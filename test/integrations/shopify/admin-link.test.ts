// Which links show something of the shop, and that no look-alike does.
import { describe, expect, it } from 'vitest';
import { readAdminLink } from '#integrations/shopify/admin-link.ts';

const read = (link: string) => readAdminLink('example-store.myshopify.com', new URL(link));

describe('readAdminLink', () => {
  it.each([
    ['https://admin.shopify.com/store/example-store/orders/9007199254740993001', 'order'],
    ['https://admin.shopify.com/store/example-store/customers/9007199254740993001/', 'customer'],
    ['https://example-store.myshopify.com/admin/orders/9007199254740993001?x=1#y', 'order'],
  ])('reads %s', (link, kind) => {
    expect(read(link)).toEqual({ kind, ref: '9007199254740993001' });
  });

  it.each([
    'https://admin.shopify.com/store/another-store/orders/1',
    'https://admin.shopify.com/store/example-store-2/orders/1',
    'https://example-store.myshopify.com.evil.example/admin/orders/1',
    'https://evil.example/https://example-store.myshopify.com/admin/orders/1',
    'https://user@evil.example/admin/orders/1',
    'http://example-store.myshopify.com/admin/orders/1',
    'https://example-store.myshopify.com/admin/orders/1/refund',
    'https://example-store.myshopify.com/admin/orders/one',
    'https://example-store.myshopify.com/orders/1',
    'https://admin.shopify.com/store/example-store/products/1',
  ])('leaves %s alone', (link) => {
    expect(read(link)).toBeNull();
  });
});
