// A conversation in which a model answers now and then: what it is told of it, and what it leaves for the next question.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AGENT, ask } from '../../../support/asking.ts';
import { anOrder, someone } from '../../../support/events.ts';
import type { Asked, Scripted } from '../../../support/fake-openai.ts';
import { startWorldWithModel } from '../../../support/world-with-model.ts';

const ODD = 'ask compose me a haiku about our dearest buyer';
const TOM = someone({ ref: 'c-2', email: 'tom@example.com', firstName: 'Tom', lastName: 'Weber' });
const PROPOSED = z.object({ proposals: z.array(z.object({ arguments: z.unknown() })) });

let started: Awaited<ReturnType<typeof startWorldWithModel>>;
let script: (asked: readonly Asked[]) => Scripted;

beforeEach(async () => {
  script = () => ({ text: 'Nothing.' });
  started = await startWorldWithModel((asked) => script(asked));
  await started.world.deliver(anOrder({ ref: '1055', total: 90_000, customer: TOM }));
});
afterEach(() => started.stop());

const say = (line: string) => ask(started.world, line, AGENT);

/** What the newest question said of the conversation before it. */
function toldBefore(): z.infer<typeof Before> {
  const input = z
    .array(z.object({ content: z.string() }))
    .parse(started.model.asked.at(-1)?.['input']);
  const [data = ''] = input[0]?.content.split('\n\n') ?? [];
  return z.object({ data: Before }).parse(JSON.parse(data)).data;
}

const Person = z.object({ who: z.string(), name: z.string() });
const Before = z.object({
  customer: Person.optional(),
  query: z.string().optional(),
  list: z.array(Person).optional(),
  earlier: z.array(z.object({ asked: z.string(), answered: z.string() })).optional(),
});

/** Looks at everybody whom the sentence names, and then says something. */
function lookingAtAll(): (asked: readonly Asked[]) => Scripted {
  let told = false;
  return (asked) => {
    const input = z
      .array(z.object({ content: z.string() }).partial())
      .parse(asked.at(-1)?.['input']);
    const people =
      input[0]?.content
        ?.split('\n\n')
        .at(-1)
        ?.match(/person_\d+/g) ?? [];
    const calls = people.map((who) => ({ name: 'customer_show', args: { who } }));
    const answer = told ? { text: `${people[0]} is dear.` } : { calls };
    told = true;
    return answer;
  };
}

describe('tellBefore', () => {
  it('tells the rows of the last list in their order, as handles', async () => {
    script = () => ({ text: `It is ${toldBefore().list?.[1]?.who}.` });
    await say('ask who are our best customers?');
    const { json } = await say('ask and who of them is the second one to write a haiku about?');

    expect(json).toMatchObject({ text: 'It is maria@example.com.' });
    expect(JSON.stringify(started.model.asked)).not.toMatch(/maria|silva|tom@|weber/i);
  });

  it('tells the query that was spoken of, and what was said', async () => {
    await say('ask customers who spent more than 500');
    await say(ODD);

    expect(toldBefore().query).toContain('amount_spent > 500');
    expect(toldBefore().earlier).toMatchObject([
      { asked: 'customers who spent more than 500', answered: '2 customers of 2.' },
    ]);
  });

  it('tells of people in what was said by their handles', async () => {
    script = lookingAtAll();
    await say(`${ODD} maria@example.com`);
    script = () => ({ text: 'Once more.' });
    await say(ODD);

    const { customer, earlier } = toldBefore();
    expect(earlier).toMatchObject([{ answered: `${customer?.who} is dear.` }]);
    expect(JSON.stringify(started.model.asked)).not.toMatch(/maria|silva/i);
  });
});

describe('afterModel', () => {
  it('makes whom a model looked at the one who is spoken of', async () => {
    await say('ask how much has tom@example.com spent?');
    script = lookingAtAll();
    await say(`${ODD} maria@example.com`);
    const { json } = await say('ask tag her wholesale');

    expect(PROPOSED.parse(json).proposals).toMatchObject([
      { arguments: { who: 'maria@example.com', tag: 'wholesale' } },
    ]);
  });

  it('takes nobody for her where a model looked at several', async () => {
    await say('ask how much has tom@example.com spent?');
    script = lookingAtAll();
    await say(`${ODD} maria@example.com tom@example.com`);
    script = () => ({ text: 'Whom do you mean?' });
    const { json } = await say('ask tag her wholesale');

    expect(json).toMatchObject({ proposals: [] });
  });

  it('keeps nothing that was said once somebody is forgotten', async () => {
    script = lookingAtAll();
    await say(`${ODD} maria@example.com`);
    await ask(started.world, 'customer forget tom@example.com --yes');
    script = () => ({ text: 'Once more.' });
    await say(ODD);

    expect(JSON.stringify(started.model.asked.at(-1))).not.toContain('is dear');
  });
});
