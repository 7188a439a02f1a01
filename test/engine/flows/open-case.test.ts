// A case for what a customer has written: their words, the order that they name, and one case however often they write.
import { afterEach, describe, expect, it } from 'vitest';
import { cardToText } from '#bot/card.ts';
import { AGENT, ask, cardIn } from '../../support/asking.ts';
import { anAutomation, withAutomations } from '../../support/automations.ts';
import { DATABASES } from '../../support/database.ts';
import { anEvent, anOrder, someone } from '../../support/events.ts';
import { createWorld, type World } from '../../support/world.ts';

const COMPLAINT = anAutomation({
  name: 'complaint',
  on: ['message.received', 'review.created'],
  do: [{ open_case: { about: 'complaint', due: '8h' } }],
});

describe.each(DATABASES)('open_case, on the %s database', (database) => {
  let world: World;
  afterEach(() => world.close());

  const begin = async () => {
    world = await createWorld({ database, playbook: withAutomations(COMPLAINT) });
    await world.deliver(anOrder({ ref: '1054', total: 4_900, customer: someone() }));
  };
  const writes = (text: string, subject = 'My order') =>
    world.deliver(
      anEvent({
        type: 'message.received',
        customer: someone(),
        message: { ref: text, subject, text },
      }),
    );
  const cases = () => world.deps.storage.cases.list({}, { limit: 9 });
  const card = () => {
    const found = cardIn(world, 'refunds');
    return found === undefined ? '' : cardToText(found);
  };

  it('shows what the customer wrote, with the order that they name', async () => {
    await begin();

    await writes('Order 1054 arrived broken. <!channel>');

    expect(await cases()).toMatchObject([
      { about: 'complaint', orderRef: '1054', orderNumber: '#1054', amount: { minor: 4_900 } },
    ]);
    expect(card()).toContain('Complaint from');
    expect(card()).toContain('Order 1054 arrived broken.');
    expect(card()).toContain('#1054');
  });

  it('takes no order of somebody else, whatever number is written', async () => {
    await begin();
    const tom = someone({ ref: 'c-tom', email: 'tom@example.com' });
    await world.deliver(anOrder({ ref: '2000', total: 99_900, customer: tom }));

    await writes('Please refund #2000.');

    expect(await cases()).toMatchObject([{ orderRef: null, amount: null }]);
  });

  it('adds to the open case what they write next, which wakes it, due as if it were new', async () => {
    await begin();
    await writes('It is broken.');
    const [item] = await cases();
    await ask(world, `case snooze ${item?.id} 2d`, AGENT);

    await writes('Are you there?', 'Again');

    expect(await cases()).toMatchObject([
      { snoozedUntil: null, dueAt: item?.dueAt, notes: [{ text: 'Again\nAre you there?' }] },
    ]);
    const lines = world.posted.filter(({ thread }) => thread !== null);
    expect(lines.map(({ card: line }) => cardToText(line)).join()).toContain('Are you there?');
  });

  it('opens another once the first is resolved', async () => {
    await begin();
    await writes('It is broken.');
    const [item] = await cases();
    await ask(world, `case resolve ${item?.id} exchanged`, AGENT);

    await writes('The new one is broken, too.');

    expect(await cases()).toMatchObject([{ status: 'open' }, { status: 'resolved' }]);
  });

  it('is worked like a refund request: settled with the order that was named', async () => {
    await begin();
    await writes('1054 is broken');
    const [item] = await cases();

    await ask(world, `case refund ${item?.id}`, AGENT);
    const [approval] = await world.deps.storage.approvals.list({ status: 'pending' }, { limit: 1 });
    await ask(world, `approval approve ${approval?.id}`);
    await world.runJobs({ early: true });

    expect([...world.shop.refunds.values()]).toMatchObject([{ orderRef: '1054' }]);
    expect(card()).toContain('Resolved: refunded');
  });
});
