// Requests of an automation, from the playbook to a receiver on loopback.
import { afterEach, describe, expect, it } from 'vitest';
import { startFor } from '#engine/flows/start-for.ts';
import { createHttpClient, type HttpClient } from '#integrations/http-client.ts';
import { createRequestSender } from '#integrations/requests/sender.ts';
import { actionOf, ask, cardIn, labelsOf, MARIA, press } from '../../support/asking.ts';
import { anAutomation, HOUR, withAutomations } from '../../support/automations.ts';
import { anOrder, someone } from '../../support/events.ts';
import { type Receiver, type ReceiverReply, startReceiver } from '../../support/receiver.ts';
import { createWorld, type World } from '../../support/world.ts';

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

let world: World;
let receiver: Receiver;
let http: HttpClient;
afterEach(async () => {
  await world.close();
  await http.close();
  await receiver.stop();
});

async function fired(
  request: object,
  given: { readonly replies?: readonly ReceiverReply[]; readonly isAllowed?: boolean } = {},
) {
  const { replies = [{ status: 200 }], isAllowed = true } = given;
  receiver = await startReceiver(replies);
  http = createHttpClient({ allowedOrigins: [receiver.origin] });
  const now = () => world.deps.now();
  world = await createWorld({
    requests: createRequestSender({ secrets: [SECRET], http, now }),
    limits: { request_hosts: isAllowed ? [receiver.host] : [] },
    playbook: withAutomations(
      anAutomation({ do: [{ request: { url: `${receiver.origin}/hook`, ...request } }] }),
    ),
  });
  await world.deliver(anOrder({ total: 12_345, customer: someone({ firstName: 'O"Brien' }) }));
}

async function step() {
  const [run] = await world.deps.storage.runs.list({}, { limit: 1 });
  const [plan] = run === undefined ? [] : await world.deps.storage.plans.ofRun(run.id);
  return plan?.steps[0];
}

describe('request', () => {
  it('tells a receiver of the customer and the event, and keeps the status of its answer', async () => {
    await fired({}, { replies: [{ status: 202 }] });

    expect(JSON.parse(receiver.received[0]?.body ?? '')).toMatchObject({
      type: 'automation.series',
      data: {
        customer: { first_name: 'O"Brien', email: 'maria@example.com' },
        event: { type: 'order.paid', total: { amount: '123.45', currency: 'USD' } },
      },
    });
    expect(await step()).toMatchObject({ status: 'done', outcome: 'HTTP 202' });
    expect((await ask(world, 'customer timeline maria@example.com')).text).toContain(
      'answered 202',
    );
  });

  it('puts values into a body of its own as data: none of them leaves its place', async () => {
    await fired({
      body: { name: '{{ customer.first_name }}', vip: true, list: ['{{ event.number }}'] },
    });

    const order = expect.stringMatching(/^#/);
    expect(JSON.parse(receiver.received[0]?.body ?? '')).toEqual({
      name: 'O"Brien',
      vip: true,
      list: [order],
    });
  });

  it('tells a receiver that there was no event, where a hand or the clock started it', async () => {
    await fired({});
    const [automation] = world.deps.playbook.automations;
    const customerId = (await world.deps.storage.runs.list({}, { limit: 1 }))[0]?.customerId;
    if (automation === undefined || customerId === undefined) throw new Error('nothing has run');

    const hand = { mode: 'live', occasion: 'hand:1', asks: false } as const;
    await startFor(world.deps, { automation, customerId, ...hand });
    await world.runJobs();

    expect(JSON.parse(receiver.received[1]?.body ?? '')).toMatchObject({ data: { event: {} } });
  });

  it('shows a refusal, and tries again when a person says so', async () => {
    await fired({}, { replies: [{ status: 410 }, { status: 200 }] });
    const card = cardIn(world, 'reports');

    expect(card === undefined ? [] : labelsOf(card)).toEqual(['Retry', 'Give up']);
    expect(JSON.stringify(card)).toContain('the receiver answered 410');

    await press(world, actionOf(card, 'Retry'), MARIA);
    await world.runJobs();

    const ids = receiver.received.map(({ headers }) => headers['webhook-id']);
    expect(await step()).toMatchObject({ status: 'done' });
    expect(new Set(ids).size).toBe(1);
  });

  it('asks a person where the answer was lost, and repeats nothing by itself', async () => {
    await fired({}, { replies: ['hangs-up'] });
    world.pass(24 * HOUR);
    await world.runJobs({ early: true });

    expect(await step()).toMatchObject({ status: 'uncertain', reason: 'request-uncertain' });
    expect(receiver.received).toHaveLength(1);
    expect(labelsOf(cardIn(world, 'reports') ?? fail())).toEqual([
      'It arrived',
      'Send again',
      'Give up',
    ]);
  });

  it('is repeated under the same id where the receiver takes two for one', async () => {
    await fired({ idempotent: true }, { replies: ['hangs-up', { status: 503 }, { status: 200 }] });
    for (let attempt = 0; attempt < 3; attempt += 1) await world.runJobs({ early: true });

    const ids = receiver.received.map(({ headers }) => headers['idempotency-key']);
    expect(await step()).toMatchObject({ status: 'done' });
    expect(ids).toHaveLength(3);
    expect(new Set(ids).size).toBe(1);
  });

  it('waits as long as the receiver asks for', async () => {
    const busy = { status: 429, headers: { 'retry-after': '3600' } };
    await fired({}, { replies: [busy, { status: 200 }] });

    const before = receiver.received.length;
    await world.runJobs();
    world.pass(HOUR + 1);
    await world.runJobs({ early: true });

    expect([before, receiver.received.length]).toEqual([1, 2]);
  });

  it('goes to no host that team.yml does not name', async () => {
    await fired({}, { isAllowed: false });

    expect(await step()).toMatchObject({ status: 'failed', reason: 'host-not-allowed' });
    expect(receiver.received).toEqual([]);
  });
});

function fail(): never {
  throw new Error('there is no card');
}
