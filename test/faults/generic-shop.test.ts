// A shop that cannot be asked: where its answer was lost, a person is told, and no second code is made.
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { signHeaders } from '#integrations/generic/signature.ts';
import { AddressOf } from './mail-server.ts';
import { type Running, startServer, until } from './process.ts';
import { approvalOf, approve, cleanUp, dieOf, inTurn, LONG_MS, prepareFresh } from './story.ts';

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

beforeAll(prepareFresh, LONG_MS);
afterAll(cleanUp, LONG_MS);

describe('a code asked of a shop that cannot be asked for it', () => {
  it(
    'is uncertain when the process was killed before it heard the answer, and asked once',
    () =>
      inTurn('fresh', async (outside) => {
        const shop = await startActionsShop();
        const env = genericEnv(outside.env, shop.url);
        await dieOf(
          env,
          async (server) => {
            await deliverBigOrder(server.url);
            await approve(server);
          },
          shop.kill,
        );

        const server = await startServer(env);
        const approval = await until(async () => {
          const found = await approvalOf(server);
          return found.status === 'uncertain' ? found : null;
        }, server.said);

        expect(approval.steps.map(({ status }) => status)).toEqual(['uncertain', 'waiting']);
        expect(await server.stop()).toBe(0);
        expect(shop.asked.filter((type) => type === 'discount.create')).toHaveLength(1);
        expect(outside.mails.taken).toEqual([]);
        await shop.close();
      }),
    LONG_MS,
  );
});

/** The generic shop alone, with the same mail server. */
function genericEnv<Env extends Readonly<Record<string, string>>>(env: Env, actionsUrl: string) {
  return {
    ...env,
    SHOPIFY_SHOP: '',
    SHOPIFY_ACCESS_TOKEN: '',
    SHOPIFY_WEBHOOK_SECRET: '',
    SHOPIFY_API_URL: '',
    EVENTS_WEBHOOK_SECRET: SECRET,
    EVENTS_ACTIONS_URL: actionsUrl,
  };
}

/** What the merchant runs at EVENTS_ACTIONS_URL: it makes the code, and may see its asker die before it can say so. */
async function startActionsShop() {
  const asked: string[] = [];
  let victim: Running | null = null;
  const server = createServer(async (request, response) => {
    const { type } = z.object({ type: z.string() }).parse(JSON.parse(await text(request)));
    asked.push(type);
    if (type === 'discount.create' && victim !== null) {
      await victim.kill();
      return void response.destroy();
    }
    response.end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${AddressOf.parse(server.address()).port}/actions`,
    asked,
    kill(running: Running) {
      victim = running;
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

async function deliverBigOrder(url: string): Promise<void> {
  const at = new Date();
  const customer = { id: 'c-1', email: 'john@example.com', emailConsent: 'subscribed' };
  const items = [{ productId: 'p-1', title: 'Blue Train', quantity: 1, price: '6200.00' }];
  const data = {
    id: 'o-1',
    customer,
    currency: 'USD',
    total: '6200.00',
    placedAt: at.toISOString(),
    items,
  };
  const body = JSON.stringify({ type: 'order.paid', timestamp: at.toISOString(), data });
  const headers = signHeaders(SECRET, { id: 'msg_1', at, body });
  const answer = await fetch(`${url}/webhooks/events`, { method: 'POST', headers, body });
  expect(answer.status).toBe(200);
}
