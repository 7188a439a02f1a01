// Words to the team: rendered, routed, each on a card of its own.
import { afterEach, describe, expect, it } from 'vitest';
import { mentionsIn } from '#bot/card.ts';
import { sweep } from '#engine/flows/sweep.ts';
import { cardIn } from '../../support/asking.ts';
import { anAutomation, HOUR, withAutomations } from '../../support/automations.ts';
import { anOrder, someone } from '../../support/events.ts';
import { createWorld, type World } from '../../support/world.ts';

let world: World;
afterEach(() => world.close());

async function paid(actions: readonly unknown[], total = 10_000) {
  world = await createWorld({
    playbook: (shipped) => {
      const playbook = withAutomations(anAutomation({ do: actions }))(shipped);
      const maria = { name: 'Maria', roles: ['agent' as const], slack: 'U0123456789' };
      const routing = [{ from: 'sales', over: 500, to: 'vips' } as const];
      return { ...playbook, team: { ...playbook.team, people: [maria], routing } };
    },
  });
  await world.deliver(anOrder({ total, customer: someone({ firstName: '<!channel>' }) }));
}

function cardsIn(channel: string) {
  return world.posted.filter((post) => post.channel === channel && post.thread === null);
}

describe('notify', () => {
  it('says its own line with the customer’s and the event’s values, as text', async () => {
    await paid([{ notify: { channel: 'sales', text: '{{ customer.name }}: {{ event.total }}' } }]);

    expect(cardIn(world, 'sales')?.blocks[0]).toEqual({
      kind: 'text',
      text: ['<!channel> Silva: $100.00'],
    });
  });

  it('goes where the team’s routing sends it', async () => {
    await paid([{ notify: { channel: 'sales' } }], 50_001);

    expect(cardsIn('sales')).toHaveLength(0);
    expect(cardsIn('vips')).toHaveLength(1);
  });

  it('calls a person of team.yml by their account', async () => {
    await paid([{ notify: { channel: 'sales', mention: 'Maria', text: 'Have a look' } }]);

    const card = cardIn(world, 'sales');
    expect(card === undefined ? [] : mentionsIn(card)).toEqual([
      { kind: 'mention', name: 'Maria', slack: 'U0123456789', discord: null },
    ]);
  });

  it('posts each word on a card of its own, also in one channel and days apart', async () => {
    await paid([
      { notify: { channel: 'sales', text: 'first' } },
      { wait: '2h' },
      { notify: { channel: 'sales', text: 'second' } },
    ]);
    world.pass(3 * HOUR);
    await world.runJobs();
    await sweep(world.deps);
    await world.runJobs();

    expect(cardsIn('sales').map(({ card }) => card.blocks[0])).toEqual([
      { kind: 'text', text: ['first'] },
      { kind: 'text', text: ['second'] },
    ]);
  });
});

describe('a code and a later mail of the same run', () => {
  const CODE = { discount: { percent: 10, expires: '14d', approval: 'none' } };
  const MAIL = { email: { template: 'vip-thanks', approval: 'none' } };

  it('come together: the mail shows the code that the shop has', async () => {
    await paid([CODE, MAIL]);

    const [code] = [...world.shop.codes.keys()];
    expect(world.mailer.sent[0]?.mail.text).toContain(`"code":"${code}"`);
  });

  it('the mail stays away when the code was not made', async () => {
    world = await createWorld({
      playbook: withAutomations(anAutomation({ do: [CODE, MAIL] })),
      limits: { daily_discount_budget: 1 },
    });
    await world.deliver(anOrder({ total: 10_000 }));

    expect(world.mailer.sent).toHaveLength(0);
    expect(await world.deps.storage.mails.list({ limit: 5 })).toMatchObject([
      { status: 'not-sent', reason: 'no-code' },
    ]);
  });

  it('the mail waits while somebody has still to decide on the code', async () => {
    await paid([{ discount: { percent: 10, expires: '14d' } }, MAIL]);

    expect(world.mailer.sent).toHaveLength(0);
  });
});
