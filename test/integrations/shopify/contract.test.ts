// Shopify as any other shop, over a store on loopback that keeps what it was told.
import { createHttpClient } from '#integrations/http-client.ts';
import { createShopifyShop } from '#integrations/shopify/shop.ts';
import { describeShop } from '../../contracts/shop.ts';
import { type FakeShopify, startFakeShopify } from '../../support/fake-shopify.ts';

const NOW = new Date('2026-11-25T12:00:00Z');
const REF = '706405506930370084';
const GROUP = 'group:';

describeShop('Shopify', async () => {
  const store = await startFakeShopify();
  const httpClient = createHttpClient({ allowedOrigins: [store.url] });
  const shop = createShopifyShop({
    shopDomain: 'example-store.myshopify.com',
    apiUrl: store.url,
    accessToken: 'shpat_test',
    clientId: null,
    clientSecret: null,
    httpClient,
    now: () => NOW,
  });
  return {
    shop,
    customerRef: REF,
    code: async (code) => termsIn(store, code),
    labels: async () => {
      const tags = store.tags.get(`gid://shopify/Customer/${REF}`) ?? [];
      const groups = tags.filter((tag) => tag.startsWith(GROUP));
      return {
        tags: tags.filter((tag) => !tag.startsWith(GROUP)),
        group: groups.map((tag) => tag.slice(GROUP.length)).join() || null,
      };
    },
    stop: async () => {
      await httpClient.close();
      await store.stop();
    },
  };
});

/** The terms that an input of `discountCodeBasicCreate` means. */
function termsIn(store: FakeShopify, code: string) {
  const input = store.codes.get(code);
  if (input === undefined || store.ended.has(code)) return null;
  const { value, items } = input.customerGets;
  const worth =
    value.percentage === undefined
      ? {
          amount: { minor: Number(value.discountAmount?.amount.replace('.', '')), currency: 'USD' },
        }
      : { percent: Math.round(value.percentage * 100) };
  return {
    ...worth,
    expiresAt: new Date(input.endsAt),
    uses: input.usageLimit,
    ...(items.products && { only: { products: items.products.productsToAdd.map(idOf) } }),
    ...(items.collections && { only: { collections: items.collections.add.map(idOf) } }),
  };
}

function idOf(gid: string): string {
  return gid.replace(/^.*\//, '');
}
