// The sample shop as any other shop.
import { z } from 'zod';
import { createSampleShop } from '#integrations/sample-shop/shop.ts';
import { describeShop } from '../../contracts/shop.ts';
import { settingsInMemory } from './settings.ts';

const REF = 'rr-customer-0001';
const Kept = z.looseObject({ expiresAt: z.coerce.date() }).nullish();
const Group = z.string().nullish();

describeShop('the sample shop', async () => {
  const settings = settingsInMemory();
  return {
    shop: createSampleShop({ settings }),
    customerRef: REF,
    code: async (code) => {
      const kept = Kept.parse(await settings.get(`sample-shop:code:${code}`));
      if (kept == null) return null;
      const { code: _code, customerRef: _customer, ...terms } = kept;
      return terms;
    },
    labels: async () => ({
      tags: z.array(z.string()).parse(await settings.get(`sample-shop:tags:${REF}`)),
      group: Group.parse(await settings.get(`sample-shop:group:${REF}`)) ?? null,
    }),
    stop: async () => {},
  };
});
