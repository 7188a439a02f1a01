// What is offered while a line is typed.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AGENT, MARIA, VIEWER } from '../support/asking.ts';
import { anOrder, someone } from '../support/events.ts';
import { createWorld, type World } from '../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await createWorld();
  await world.deliver(anOrder({ total: 620_000, customer: someone() }));
});
afterAll(() => world.close());

async function offered(line: string, who = MARIA) {
  return (await world.router.complete(who, line)).map(({ insert }) => insert);
}

describe('completeLine', () => {
  it('offers nouns, then the verbs of a noun', async () => {
    expect(await offered('cu')).toEqual(['customer']);
    expect(await offered('/customer t')).toEqual(['timeline', 'top', 'tag']);
  });

  it('offers only what this teammate may do', async () => {
    expect(await offered('customer ta', VIEWER)).toEqual([]);
    expect(await offered('customer ta', AGENT)).toEqual(['tag']);
  });

  it('completes the first letters of a name to the one address it means', async () => {
    expect(await offered('customer show Mar')).toEqual(['maria@example.com']);
    expect(await offered('customer tag Mar')).toEqual(['maria@example.com']);
  });

  it('completes the rest of a name whose first word stands', async () => {
    expect(await offered('customer show Maria Si')).toEqual(['Silva']);
  });

  it('offers what waits for a decision', async () => {
    const [pending] = await world.deps.storage.approvals.list({}, { limit: 1 });

    expect(await offered('approval approve ')).toEqual([pending?.id]);
  });

  it('offers automations, templates and fixed values', async () => {
    expect(await offered('automation explain vip')).toEqual(['vip-promotion']);
    expect(await offered('email preview vip')).toEqual(['vip-thanks']);
    expect(await offered('case resolve case_1 ref')).toEqual(['refunded']);
    expect(await offered('approval list --status pen')).toEqual(['pending']);
  });

  it('offers nothing for an empty guess at a customer', async () => {
    expect(await offered('customer show ')).toEqual([]);
  });
});
