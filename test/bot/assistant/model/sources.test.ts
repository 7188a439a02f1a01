// What a model's answer rests on: the facts it was made from, a way to each card, and whom a query means.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '#bot/card.ts';
import { cardToText } from '#bot/card.ts';
import { ADMIN, AGENT, actionOf, asCard, ask, labelsOf, press } from '../../../support/asking.ts';
import { anOrder, someone } from '../../../support/events.ts';
import type { Asked, Scripted } from '../../../support/fake-openai.ts';
import { startWorldWithModel } from '../../../support/world-with-model.ts';

const ODD = 'ask compose me a haiku about our dearest buyer maria@example.com';
const QUERY = 'amount_spent > 500';
const ESTIMATE = { name: 'segment_estimate', args: { query: QUERY } };
const SAVE = { name: 'segment_save', args: { name: 'dear', query: QUERY } };

let started: Awaited<ReturnType<typeof startWorldWithModel>>;
let script: (asked: readonly Asked[]) => Scripted;

beforeEach(async () => {
  started = await startWorldWithModel((asked) => script(asked));
});
afterEach(() => started.stop());

/** An answer after these calls. */
function calling(...calls: NonNullable<Scripted['calls']>) {
  script = ({ length }) => (length === 1 ? { calls } : { text: 'So it is.' });
  return ask(started.world, ODD, ADMIN);
}

/** How often a text stands in another. */
function times(text: string, part: string): number {
  return text.split(part).length - 1;
}

describe('sourcesOf', () => {
  it('says of whom, how many and how new what it was made from is', async () => {
    await started.world.deliver(anOrder({ ref: '1055', total: 5_000, customer: someone() }));
    const who = 'person_1';
    const { text } = await calling(
      { name: 'customer_show', args: { who } },
      { name: 'customer_timeline', args: { who } },
      { name: 'customer_top', args: {} },
    );

    expect(text).toMatch(
      /customer show maria@example\.com \(Maria Silva has placed 2 orders, the last on \d{4}-\d\d-\d\d\)/,
    );
    expect(text).toMatch(
      /customer timeline maria@example\.com \(Maria Silva: \d+ rows, the newest of \d{4}-\d\d-\d\d\)/,
    );
    expect(text).toContain('customer top (1 row)');
  });

  it('opens each card that an answer was made from', async () => {
    const { card } = await calling({ name: 'customer_show', args: { who: 'person_1' } });
    const label = labelsOf(card).find((one) => one.startsWith('Open: customer show')) ?? '';
    const opened = asCard(await press(started.world, actionOf(card, label), AGENT));

    expect(opened.json).toMatchObject({ email: 'maria@example.com', orders: 1 });
  });

  it('opens none once somebody is forgotten, for their name may stand in it', async () => {
    const { card } = await calling({ name: 'customer_top', args: {} });
    await ask(started.world, 'customer forget maria@example.com --yes');
    const opened = asCard(await press(started.world, actionOf(card, 'Open: customer top'), AGENT));

    expect(opened.refused).toMatchObject({ code: 'not-found' });
  });
});

describe('estimatesOf', () => {
  it('shows a query that a model has looked at with its size and examples', async () => {
    const { text } = await calling(ESTIMATE);

    expect(text).toContain(QUERY);
    expect(text).toContain('1 of 1');
    expect(text).toContain('Maria Silva');
  });

  it('shows it once above a segment that is proposed, and as long as that is open', async () => {
    const tag = { name: 'customer_tag', args: { who: 'person_1', tag: 'dear' } };
    const { card, text } = await calling(ESTIMATE, SAVE, tag);

    expect(times(text, '1 of 1')).toBe(1);
    expect(text.indexOf('1 of 1')).toBeLessThan(text.indexOf('Save amount_spent > 500 as dear'));
    const { stamp } = asCard(await press(started.world, actionOf(card, 'Cancel')));
    expect(cardToText(stamp as Card)).toContain('1 of 1');
  });

  it('shows it above a segment that is proposed without a model, too', async () => {
    const { text } = await ask(
      started.world,
      'ask save customers who spent more than 500 as dear',
      ADMIN,
    );

    expect(text).toContain('1 of 1');
    expect(text.indexOf('1 of 1')).toBeLessThan(text.indexOf('Save'));
  });
});
