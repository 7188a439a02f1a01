// What people type to a support bot, in both languages, held against the command each of it means.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ADMIN, asCard } from '../../support/asking.ts';
import { anOrder, someone } from '../../support/events.ts';
import { createWorld, type World } from '../../support/world.ts';

/** `means` are the commands that are right, any of them; none: it must not be understood. */
const Utterances = z.array(
  z.object({
    say: z.string(),
    after: z.array(z.string()).default([]),
    means: z.array(z.tuple([z.string(), z.record(z.string(), z.string())])),
  }),
);
type Utterance = z.infer<typeof Utterances>[number];

const Understood = z.object({
  commands: z.array(z.object({ name: z.string(), arguments: z.record(z.string(), z.string()) })),
  proposals: z.array(z.object({ name: z.string(), arguments: z.record(z.string(), z.string()) })),
});

const UTTERANCES = Utterances.parse(
  JSON.parse(readFileSync(new URL('../../fixtures/utterances.json', import.meta.url), 'utf8')),
);

let world: World;

beforeAll(async () => {
  world = await createWorld({
    playbook: (shipped) => ({
      ...shipped,
      team: {
        ...shipped.team,
        people: ['Anna', 'Tom Becker'].map((name) => ({ name, roles: ['agent' as const] })),
      },
    }),
  });
  const place = { country: 'DE', region: 'BE', city: 'Berlin' };
  await world.deliver(
    anOrder({
      ref: '1054',
      total: 70_000,
      customer: someone({ lastName: 'Lopez', tags: ['press'], ...place }),
    }),
    anOrder({
      ref: '1055',
      items: ['Blue Train', 'Kind of Blue'].map((title, at) => ({
        productId: `p-${at + 1}`,
        title,
        quantity: 1,
        price: { minor: 2500, currency: 'USD' },
        lineItemRef: `1055-${at}`,
      })),
      customer: someone({
        ref: 'c-2',
        email: 'jan@example.com',
        firstName: 'Jan',
        lastName: 'Petersen',
        tags: ['wholesale', 'Influencer', 'Großhandel'],
        ...{ country: 'DE', region: 'HH', city: 'Hamburg' },
      }),
    }),
  );
});
afterAll(() => world.close());

describe('the assistant without a model', () => {
  it('understands nineteen of twenty, and hardly ever something else than was meant', async () => {
    const outcomes = { right: 0, unknown: [] as string[], wrong: [] as string[] };
    for (const [index, utterance] of UTTERANCES.entries()) {
      const thread = String(index);
      for (const before of utterance.after) await say(before, thread);
      const found = await say(utterance.say, thread);
      if (isRight(utterance, found)) outcomes.right += 1;
      else if (found === null) outcomes.unknown.push(utterance.say);
      else outcomes.wrong.push(`${utterance.say} ⇒ ${JSON.stringify(found)}`);
    }

    const answered = outcomes.right + outcomes.wrong.length;
    expect(UTTERANCES.length).toBeGreaterThan(150);
    expect.soft(outcomes.wrong.length / answered, outcomes.wrong.join('\n')).toBeLessThan(0.01);
    expect
      .soft(outcomes.right / UTTERANCES.length, outcomes.unknown.join('\n'))
      .toBeGreaterThan(0.95);
  }, 900_000);
});

type Found = readonly [string, Readonly<Record<string, string>>];

async function say(text: string, thread: string): Promise<Found | null> {
  const reply = await world.router.handle(ADMIN, {
    kind: 'command',
    name: 'ask',
    args: { text, thread },
  });
  const { json } = asCard(reply);
  if (Understood.safeParse(json).success === false)
    throw new Error(`${text}: ${JSON.stringify(json)}`);
  const { commands, proposals } = Understood.parse(json);
  const [one] = [...commands, ...proposals];
  return one === undefined ? null : [one.name, one.arguments];
}

function isRight({ means }: Utterance, found: Found | null): boolean {
  if (found === null) return means.length === 0;
  return means.some(([name, args]) => name === found[0] && equal(args, found[1]));
}

function equal(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const sorted = (entries: typeof a) => JSON.stringify(Object.entries(entries).toSorted());
  return sorted(a) === sorted(b);
}
