// Working a refund case by its buttons, on real storage.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recordAnswer } from '#engine/flows/record-answer.ts';
import {
  AGENT,
  actionOf,
  asCard,
  ask,
  cardIn,
  labelsOf,
  MARIA,
  press,
  submit,
  VIEWER,
} from '../../support/asking.ts';
import { anOrder, aReturn, someone } from '../../support/events.ts';
import { createWorld, type World } from '../../support/world.ts';

let world: World;

beforeEach(async () => {
  world = await createWorld();
  await world.deliver(anOrder({ ref: '1054', total: 4_900 }));
  await world.deliver(aReturn({ orderRef: '1054', note: 'It is <b>torn</b>' }));
});
afterEach(() => world.close());

function caseCard() {
  return cardIn(world, 'refunds');
}

describe('Reply', () => {
  it('asks for approval of a mail in one’s own words', async () => {
    const opened = await press(world, actionOf(caseCard(), 'Reply'), AGENT);
    if (opened.kind !== 'form') throw new Error('a form was expected');
    const { action } = opened.form;

    const empty = await submit(world, action, { text: ' ' }, AGENT);
    const asked = asCard(await submit(world, action, { text: 'Please send a photo.' }, AGENT));
    await world.runJobs();

    expect(empty).toMatchObject({ kind: 'faults', faults: [{ field: 'text' }] });
    expect(asked.labels).toEqual(['Open approval']);
    expect(JSON.stringify(cardIn(world, 'approvals'))).not.toContain('drafted by the assistant');
    expect(world.mailer.sent).toEqual([]);
    expect(labelsOf(caseCard() ?? fail())).not.toContain('Reply');
  });
});

describe('Draft a reply', () => {
  it('proposes a draft, which is drafted again as somebody wants it', async () => {
    const draft = asCard(await press(world, actionOf(caseCard(), 'Draft a reply'), AGENT));
    const opened = await press(world, actionOf(draft.card, 'Word it differently'), AGENT);
    if (opened.kind !== 'form') throw new Error('a form was expected');
    const again = asCard(await submit(world, opened.form.action, { how: 'shorter' }, AGENT));

    for (const { labels } of [draft, again])
      expect(labels).toEqual(['Confirm', 'Edit', 'Cancel', 'Word it differently']);
    expect(again.text).toContain('“shorter” takes a language model');
  });
});

describe('Take', () => {
  it('puts the teammate’s name on the card and makes way for what comes next', async () => {
    expect(await press(world, actionOf(caseCard(), 'Take'), AGENT)).toEqual({ kind: 'done' });
    await world.runJobs();

    expect(JSON.stringify(caseCard())).toContain('Alex');
    expect(labelsOf(caseCard() ?? fail())).toEqual([
      'Reassign',
      'Offer alternatives',
      'Settle',
      'Reply',
      'Draft a reply',
      'Note',
      'Resolve',
      'Snooze',
      'Escalate',
      'Give back',
      'Profile',
    ]);
  });

  it('comes with the card as it stands now where it was pressed in private', async () => {
    const input = { kind: 'press', action: actionOf(caseCard(), 'Take') } as const;

    const reply = await world.router.handle(AGENT, input, { isPrivate: true });

    const now = 'now' in reply ? reply.now : undefined;
    expect(labelsOf(now ?? fail())).toContain('Give back');
  });

  it('tells the slower one privately whose it is', async () => {
    const action = actionOf(caseCard(), 'Take');
    await press(world, action, AGENT);

    const late = asCard(await press(world, action, MARIA));

    expect(late).toMatchObject({ visible: 'asker', refused: { code: 'already-taken' } });
    expect(late.text).toContain('Taken by: Alex');
  });

  it('is not for viewers', async () => {
    const reply = await press(world, actionOf(caseCard(), 'Take'), VIEWER);

    expect(asCard(reply).refused?.code).toBe('forbidden');
  });
});

describe('Offer alternatives', () => {
  it('asks what to offer, and turns it into a mail that waits for approval', async () => {
    const action = actionOf(caseCard(), 'Offer alternatives');

    const form = await press(world, action, AGENT);
    const values = { options: ['exchange', 'store-credit'], amount: '60', line: 'Sorry!' };
    const asked = asCard(await submit(world, action, values, AGENT));
    await world.runJobs();

    expect(form).toMatchObject({
      kind: 'form',
      form: {
        fields: [
          { name: 'options' },
          { name: 'amount', value: '49.00' },
          { name: 'percent' },
          { name: 'line' },
        ],
      },
    });
    expect(asked.labels).toEqual(['Open approval']);
    expect(JSON.stringify(cardIn(world, 'approvals'))).toContain('store credit of $60.00');
    expect(labelsOf(caseCard() ?? fail())).toContain('Open approval');
    expect(world.mailer.sent).toHaveLength(0);
  });

  it.each([
    [{ options: [] }, 'options'],
    [{ options: ['store-credit'], amount: '' }, 'amount'],
    [{ options: ['store-credit'], amount: '-5' }, 'amount'],
    [{ options: ['store-credit'], amount: '1e3' }, 'amount'],
    [{ options: ['store-credit'], amount: '5.001' }, 'amount'],
    [{ options: 'code', percent: '99' }, 'percent'],
  ])('says beside the field what is wrong with %j', async (values, field) => {
    const reply = await submit(world, actionOf(caseCard(), 'Offer alternatives'), values, AGENT);

    expect(reply).toMatchObject({ kind: 'faults', faults: [{ field }] });
  });

  it('offers no code to who has not agreed to offers', async () => {
    const customer = someone({ ref: 'c-9', email: 'no@example.com', emailConsent: 'unsubscribed' });
    await world.deliver(anOrder({ ref: '77', total: 900, customer }));
    await world.deliver(aReturn({ orderRef: '77' }));

    const form = await press(world, actionOf(caseCard(), 'Offer alternatives'), AGENT);

    expect(JSON.stringify(form)).not.toContain('"code"');
  });

  it('refuses a customer without an address before asking anything', async () => {
    const customer = someone({ ref: 'c-8', email: null });
    await world.deliver(anOrder({ ref: '78', total: 900, customer }));
    await world.deliver(aReturn({ orderRef: '78' }));

    const reply = await press(world, actionOf(caseCard(), 'Offer alternatives'), AGENT);

    expect(asCard(reply).refused?.code).toBe('no-email');
  });
});

describe('Confirm choice', () => {
  const chosen = async (option: 'exchange' | 'store-credit' | 'code' | 'refund') => {
    const offer = {
      options: ['exchange', 'store-credit', 'code'],
      amount: '60',
      percent: '15',
      line: '',
    };
    await submit(world, actionOf(caseCard(), 'Offer alternatives'), offer, AGENT);
    await world.runJobs();
    await press(world, actionOf(cardIn(world, 'approvals'), 'Approve'), MARIA);
    await world.runJobs();
    const [item] = await world.deps.storage.cases.list({}, { limit: 1 });
    const answer = { option, score: 4, comment: 'fine <@U1>' } as const;
    await recordAnswer(world.deps, item?.offer?.token ?? '', answer);
    await world.runJobs();
    const reply = await press(world, actionOf(caseCard(), 'Confirm choice'), AGENT);
    await world.runJobs();
    return reply;
  };
  const titles = () =>
    world.posted.filter(({ thread }) => thread !== null).map(({ card }) => card.title);

  it('gives the credit that was approved with the offer, once, and resolves the case', async () => {
    await chosen('store-credit');

    expect(titles()).toContain('The customer chose store credit of $60.00.');
    expect([...world.shop.credits.values()]).toMatchObject([
      { money: { minor: 6_000, currency: 'USD' } },
    ]);
    expect(JSON.stringify(caseCard())).toContain('Resolved: store credit given');
    expect(world.mailer.sent).toHaveLength(1);
  });

  it('asks for the code as an approval of its own', async () => {
    await chosen('code');

    expect(JSON.stringify(caseCard())).toContain('Resolved: store credit given');
    expect(world.shop.codes.size).toBe(0);
    await press(world, actionOf(cardIn(world, 'approvals'), 'Approve'), MARIA);
    await world.runJobs();

    expect([...world.shop.codes.values()]).toMatchObject([{ percent: 15 }]);
  });

  it('asks for the refund first, and leaves the case open until it is made', async () => {
    await chosen('refund');

    expect(JSON.stringify(caseCard())).not.toContain('Resolved');
    await press(world, actionOf(cardIn(world, 'approvals'), 'Approve'), MARIA);
    await world.runJobs();

    expect(world.shop.refunds.size).toBe(1);
    expect(JSON.stringify(caseCard())).toContain('Resolved: refunded');
  });

  it('resolves an exchange at once, with nothing for the shop to do', async () => {
    await chosen('exchange');

    expect(JSON.stringify(caseCard())).toContain('Resolved: exchanged');
    expect(world.shop.credits.size + world.shop.refunds.size).toBe(0);
  });
});

describe('Note', () => {
  it('stands on the card and in its thread, once', async () => {
    await submit(world, actionOf(caseCard(), 'Note'), { text: 'asked for a photo <!here>' }, AGENT);
    await world.runJobs();
    await world.runJobs({ early: true });

    expect(JSON.stringify(caseCard())).toContain('asked for a photo <!here>');
    expect(world.posted.filter(({ thread }) => thread !== null)).toHaveLength(1);
  });
});

describe('Resolve', () => {
  it('ends the case; whoever presses later sees how it ended', async () => {
    const take = actionOf(caseCard(), 'Take');
    await submit(
      world,
      actionOf(caseCard(), 'Resolve'),
      { resolution: 'refunded', note: '' },
      AGENT,
    );
    await world.runJobs();

    const late = asCard(await press(world, take, MARIA));

    expect(labelsOf(caseCard() ?? fail())).toEqual(['Reopen', 'Profile']);
    expect(late.refused?.code).toBe('already-resolved');
    expect(late.text).toContain('Resolved: refunded');
  });

  it('takes only a resolution that exists', async () => {
    const reply = await submit(
      world,
      actionOf(caseCard(), 'Resolve'),
      { resolution: 'eaten' },
      AGENT,
    );

    expect(reply).toMatchObject({ kind: 'faults', faults: [{ field: 'resolution' }] });
  });
});

describe('case commands', () => {
  it('give the contract’s keys', async () => {
    const { json } = await ask(world, 'case list', VIEWER);

    expect(json).toEqual([
      expect.objectContaining({
        id: expect.stringMatching(/^case_/),
        status: 'open',
        customer: expect.objectContaining({ email: 'maria@example.com' }),
        order: '#1054',
        reason: 'defective',
        assignee: null,
        openedAt: expect.any(Date),
        dueAt: expect.any(Date),
      }),
    ]);
  });

  it('take and resolve like the buttons do', async () => {
    const { id } = actionOf(caseCard(), 'Take');

    expect((await ask(world, `case take ${id}`, AGENT)).json).toMatchObject({
      status: 'taken',
      assignee: 'Alex',
    });
    expect((await ask(world, `case resolve ${id} credited 25 dollars`, AGENT)).json).toMatchObject({
      status: 'resolved',
      resolution: 'credited',
    });
    expect((await ask(world, `case take ${id}`, AGENT)).refused?.code).toBe('already-resolved');
  });

  it('open a case by hand for a customer and an order of theirs', async () => {
    const opened = await ask(
      world,
      'case open maria@example.com --order "#1054" --reason "too small"',
      AGENT,
    );
    const other = await ask(world, 'case open maria@example.com --order "#9999"', AGENT);

    expect(opened.json).toMatchObject({ status: 'open', order: '#1054', reason: 'too small' });
    expect(other.refused?.code).toBe('invalid');
  });
});

function fail(): never {
  throw new Error('there is no card');
}
