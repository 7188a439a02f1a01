// The generic shop as any other shop, over a receiver that checks every signature.
import { createGenericShop } from '#integrations/generic/shop.ts';
import { createHttpClient } from '#integrations/http-client.ts';
import { describeShop } from '../../contracts/shop.ts';
import { type ActionsReceiver, startActionsReceiver } from '../../support/actions-receiver.ts';

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

describeShop('the generic shop', async () => {
  const receiver = await startActionsReceiver(SECRET);
  const http = createHttpClient({ allowedOrigins: [new URL(receiver.url).origin] });
  let ids = 0;
  const shop = createGenericShop({
    actionsUrl: receiver.url,
    secret: SECRET,
    http,
    now: () => new Date(),
    newMessageId: () => {
      ids += 1;
      return `msg_${ids}`;
    },
  });
  return {
    shop,
    customerRef: 'c1',
    code: async (code) => termsIn(receiver, code),
    labels: async () => ({
      tags: [...(receiver.tags.get('c1') ?? [])],
      group: receiver.groups.get('c1') ?? null,
    }),
    stop: async () => {
      await http.close();
      await receiver.stop();
    },
  };
});

/** The terms that a `discount.create` means. */
function termsIn({ codes }: ActionsReceiver, code: string) {
  const told = codes.get(code);
  if (told === undefined) return null;
  const { percent, amount, currency, products, collections, uses, expiresAt } = told;
  return {
    ...(amount === undefined
      ? { percent }
      : { amount: { minor: Number(String(amount).replace('.', '')), currency } }),
    expiresAt: new Date(expiresAt),
    uses,
    ...(products === undefined ? {} : { only: { products } }),
    ...(collections === undefined ? {} : { only: { collections } }),
  };
}
