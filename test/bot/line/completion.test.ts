// What is offered while a line is typed.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN, AGENT, MARIA, VIEWER } from '../../support/asking.ts';
import { anOrder, someone } from '../../support/events.ts';
import { createWorld, type World } from '../../support/world.ts';

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
    expect(await offered('automation explain vip-p')).toEqual(['vip-promotion']);
    expect(await offered('email preview vip')).toEqual(['vip-thanks']);
    expect(await offered('case resolve case_1 ref')).toEqual(['refunded']);
    expect(await offered('approval list --status pen')).toEqual(['pending']);
  });

  it('offers nothing for an empty guess at a customer', async () => {
    expect(await offered('customer show ')).toEqual([]);
  });
});

describe('completeArgument', () => {
  async function argument(command: string, parameter: string, typed: string, who = MARIA) {
    const asked = { command, parameter, typed };
    return (await world.router.completeArgument(who, asked)).map(({ insert }) => insert);
  }

  it('completes a name of several words to the one address it means', async () => {
    expect(await argument('customer show', 'who', 'Maria Si')).toEqual(['maria@example.com']);
  });

  it('goes on with a whole query', async () => {
    expect(
      await argument('segment estimate', 'query', 'amount_spent > 5 AND customer_t'),
    ).toContain('amount_spent > 5 AND customer_tags');
  });

  it('offers nothing to who may not use the command, nor of what there is none', async () => {
    expect(await argument('customer tag', 'who', 'Maria', VIEWER)).toEqual([]);
    expect(await argument('customer fly', 'who', 'Maria')).toEqual([]);
    expect(await argument('customer show', 'wings', 'Maria')).toEqual([]);
  });
});

describe('completeLine in a query', () => {
  it('offers segments by name, then fields, operators, values and what joins clauses', async () => {
    expect(await offered('segment show best-c')).toEqual(['best-customers']);
    expect(await offered('segment estimate ')).toContain('amount_spent');
    expect(await offered('segment estimate amount_sp')).toContain('amount_spent_net');
    expect(await offered('segment estimate amount_spent ')).toContain('>=');
    expect(await offered('segment estimate NOT (email_subscription_status = ')).toContain(
      "'SUBSCRIBED'",
    );
    expect(await offered('segment estimate amount_spent > 500 ')).toEqual(['AND', 'OR']);
    expect(await offered('segment save big amount_spent > 500 AND (last_or')).toEqual([
      '(last_order_date',
    ]);
  });

  it('goes on with a value of several words, and within quotes around the whole', async () => {
    expect(await offered("segment estimate customer_tags CONTAINS 'a b' O")).toEqual(['OR']);
    expect(await offered('segment explain "amount_spent > 500 AND number_of_o')).toEqual([
      '"amount_spent > 500 AND number_of_orders',
    ]);
  });

  it('goes on with a query without quotes, and then with what follows it', async () => {
    expect(await offered('segment tag amount_spent ', ADMIN)).toContain('>=');
    expect(await offered('segment tag amount_spent > 500 ', ADMIN)).toEqual(['AND', 'OR', 'VIP']);
    expect(await offered('segment tier best-customers G', ADMIN)).toEqual(['Gold']);
  });

  it('offers the tags that the best customers have', async () => {
    expect(await offered('customer untag maria@example.com v')).toEqual(['VIP']);
    expect(await offered('segment untag best-customers ', ADMIN)).toEqual(['VIP']);
  });

  it('offers the tiers of the team', async () => {
    expect(await offered('segment estimate tier = G')).toEqual(["'Gold'"]);
    expect(await offered("segment estimate tier = 'G")).toEqual(["'Gold'"]);
  });
});
