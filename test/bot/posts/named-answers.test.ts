// Answers that a channel reads: taken back when somebody whom they name is forgotten, and left alone otherwise.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buttons, type Card } from '#bot/card.ts';
import { noteAnswer } from '#bot/posts/named-answers.ts';
import { emptyProfile } from '#engine/customers/profile.ts';
import { forgetCustomer } from '#engine/flows/forget-customer.ts';
import { asId } from '#engine/ids.ts';
import { createWorld, NOW, type World } from '../../support/world.ts';

const ANA = asId('customer', 'cus_ANA000000001');
const BEN = asId('customer', 'cus_BEN000000001');
const SILENT: Card = { title: 'Numbers', tone: 'neutral', blocks: [] };

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

/** An answer as it stands, noted. */
async function answer(messageId: string, said: { card?: Card; json?: unknown; names?: unknown[] }) {
  const { card = SILENT, json = {}, names = [] } = said;
  world.posted.push({ id: messageId, channel: 'sales', thread: null, card });
  await noteAnswer(world.deps, {
    ...{ surface: 'workspace', channel: 'sales', messageId },
    answer: {
      ...{ kind: 'card', card, json, visible: 'asker' },
      names: names.map((id) => asId('customer', String(id))),
    },
  });
}

function titles(): readonly string[] {
  return world.posted.map(({ card }) => card.title);
}

const FORGOTTEN = 'This line was about a customer who was forgotten.';

describe('noteAnswer', () => {
  beforeEach(() =>
    world.deps.storage.customers.saveMany(
      [ANA, BEN].map((id) => emptyProfile(id, NOW, 'USD', `token-${id}`)),
      new Map(),
    ),
  );

  it.each([
    ['in its JSON form', { json: [{ customer: { id: ANA } }, { customer: { id: BEN } }] }],
    [
      'on its buttons',
      { card: { ...SILENT, blocks: [buttons({ label: 'Show', action: showing(ANA) })] } },
    ],
    ['in words alone', { names: [ANA] }],
  ])('has an answer taken back that names somebody %s, with all others left', async (_, said) => {
    await answer('one', said);
    await answer('other', { json: { id: BEN } });

    await forgetCustomer(world.deps, ANA);
    await world.runJobs();

    expect(titles()).toEqual([FORGOTTEN, SILENT.title]);
  });

  it('takes back at once what names somebody who was forgotten while it was made', async () => {
    await forgetCustomer(world.deps, ANA);

    await answer('one', { json: { id: ANA } });
    await world.runJobs();

    expect(titles()).toEqual([FORGOTTEN]);
  });
});

function showing(id: string) {
  return { name: 'customer.show', id };
}
