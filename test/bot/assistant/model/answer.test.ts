// The assistant with a model: OpenAI's own client against a scripted server, over both of its protocols.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ActionRef } from '#bot/action-id.ts';
import { type Button, buttonsOf, type Card, cardToText } from '#bot/card.ts';
import { createLanguageModel } from '#integrations/openai/language-model.ts';
import { actionOf, asCard, ask, press, VIEWER } from '../../../support/asking.ts';
import { anOrder, someone } from '../../../support/events.ts';
import { type Asked, type Scripted, startFakeOpenAi } from '../../../support/fake-openai.ts';
import { createWorld, type World } from '../../../support/world.ts';

/** A sentence that nothing but a model understands. */
const ODD = 'ask compose me a haiku about our dearest buyer';

let world: World;
let server: Awaited<ReturnType<typeof startFakeOpenAi>>;
let script: (asked: readonly Asked[]) => Scripted;

async function start(
  api: 'responses' | 'chat',
  { tokens = 200_000, timeoutMs = 30_000 } = {},
): Promise<void> {
  script = () => ({ text: 'Nothing.' });
  server = await startFakeOpenAi((asked) => script(asked));
  const { baseUrl } = server;
  const languageModel = createLanguageModel({
    apiKey: 'k',
    baseUrl,
    model: 'm',
    api,
    retries: 1,
    timeoutMs,
  });
  world = await createWorld({ languageModel, limits: { assistant_tokens_per_day: tokens } });
  await world.deliver(anOrder({ ref: '1054', total: 70_000, customer: someone() }));
}

afterEach(async () => {
  await world.close();
  await server.stop();
});

/** One answer after the other, the last one again and again. */
function inTurn(...answers: readonly Scripted[]): void {
  script = (asked) => answers[Math.min(asked.length, answers.length) - 1] ?? {};
}

const SHOW = { name: 'customer_show', args: { who: 'person_1' } };

describe.each(['responses', 'chat'] as const)('answerByModel over %s', (api) => {
  beforeEach(() => start(api));

  it('is not asked what is understood without it', async () => {
    await ask(world, 'ask how much has maria@example.com spent?');

    expect(server.asked).toEqual([]);
  });

  it('reads with tools, several at once, and answers with its sources', async () => {
    inTurn(
      { calls: [SHOW, { name: 'customer_top', args: { limit: '3' } }] },
      { text: 'person_1 has spent $700.00.' },
    );
    const { json, text } = await ask(world, `${ODD} maria@example.com`);

    expect(json).toMatchObject({
      text: 'maria@example.com has spent $700.00.',
      commands: [
        { name: 'customer show', arguments: { who: 'maria@example.com' } },
        { name: 'customer top', arguments: { limit: '3' } },
      ],
      proposals: [],
    });
    expect(text).toContain(
      'From: customer show maria@example.com (Maria Silva has placed 1 order, the last on 2031-03-03); customer top 3 (1 row).',
    );
  });

  it('notes what a teammate thinks of an answer, and nothing of what was said', async () => {
    inTurn({ calls: [SHOW] }, { text: 'person_1 is the one.' });
    const { card } = await ask(world, `${ODD} maria@example.com`);
    await press(world, actionOf(card, 'Not helpful'), VIEWER);

    const [entry] = await world.deps.storage.audit.list({ limit: 1 });
    expect(entry).toMatchObject({
      actor: 'Vera',
      action: 'assistant.unhelpful',
      subject: 'model:customer show',
      details: { surface: 'slack' },
    });
  });

  it('hears whom and what was spoken of before, and not who they are', async () => {
    await ask(world, 'ask show maria@example.com');
    inTurn({ text: 'So it is.' });
    await ask(world, ODD);

    const sent = JSON.stringify(server.asked);
    expect(sent).toMatch(/customer\W+who\W+person_1\b/);
    expect(sent).not.toContain('maria@example.com');
  });

  it('is not told who customers are', async () => {
    inTurn({ calls: [SHOW] }, { text: 'person_1_2, that is.' });
    const { json } = await ask(world, `${ODD} maria@example.com`);

    const sent = JSON.stringify(server.asked);
    expect(sent).not.toContain('maria@example.com');
    expect(sent).not.toContain('Silva');
    expect(JSON.stringify(json)).toContain('Maria Silva');
  });

  it('proposes a change, which a person confirms', async () => {
    inTurn(
      { calls: [{ name: 'customer_tag', args: { who: 'person_1', tag: 'dear', yes: true } }] },
      { text: 'I have proposed it.' },
    );
    const { json, card } = await ask(world, `${ODD} maria@example.com`);
    const before = await tags();
    await press(world, actionOf(card, 'Confirm'));

    expect(json).toMatchObject({
      proposals: [{ name: 'customer tag', arguments: { who: 'maria@example.com', tag: 'dear' } }],
    });
    expect([before, await tags()]).toEqual([[], ['dear']]);
  });

  it('keeps what it said for as long as nobody is forgotten, and then stamps the proposal alone', async () => {
    const calls = ['dear', 'kind'].map((tag) => ({
      name: 'customer_tag',
      args: { who: 'person_1', tag },
    }));
    inTurn({ calls }, { text: 'person_1 is dear.' });
    await world.deliver(
      anOrder({ ref: '1055', customer: someone({ ref: 'c-2', email: 'tom@example.com' }) }),
    );
    const { card } = await ask(world, `${ODD} maria@example.com`);
    const [first, second] = buttonsOf(card).filter(({ label }) => label === 'Confirm');
    const one = asCard(await press(world, action(first)));
    await ask(world, 'customer forget tom@example.com --yes');
    await world.runJobs({ early: true });
    const other = asCard(await press(world, action(second)));

    expect(stampText(one)).toContain('m…a@example.com is dear.');
    expect(stampText(one)).toContain('Give Maria Silva (m…a@example.com) the tag kind');
    expect(stampText(other)).toContain('Confirmed by You.');
    expect(stampText(other)).not.toContain('dear.');
  });

  it('goes on after arguments that are none, and after tools that are not there', async () => {
    inTurn(
      { calls: [{ name: 'customer_show', raw: '{"who": ' }, { name: 'approval_approve' }] },
      { text: 'Sorry.' },
    );
    const { json } = await ask(world, ODD);

    expect(json).toMatchObject({ text: 'Sorry.', commands: [] });
    const sent = JSON.stringify(server.asked[1]);
    expect(sent).toContain('the arguments must be a JSON object');
    expect(sent).toContain('there is no such tool');
  });

  it('stops a model that calls for ever, and says so', async () => {
    inTurn({ calls: [{ name: 'customer_top' }, { name: 'segment_list' }] });
    const { json } = await ask(world, ODD);

    expect(server.asked).toHaveLength(6);
    expect(json).toMatchObject({
      text: 'The language model did not come to an end, so I stopped it.',
    });
    expect(z.object({ commands: z.array(z.unknown()) }).parse(json).commands).toHaveLength(8);
  });

  it.each([
    ['is over its limit', { status: 429 }, 'its limit is reached'],
    ['refuses the key', { status: 401 }, 'refuses the key: set another OPENAI_API_KEY'],
    ['knows no such model', { status: 404 }, 'see OPENAI_MODEL'],
    ['fails', { status: 500 }, 'failed before it had finished'],
    ['breaks off', { text: 'Once upon', breaksOff: true }, 'failed before it had finished'],
    ['says that it failed', { text: 'Once upon', fails: true }, 'failed before it had finished'],
  ] as const)('says so when the server %s', async (_how, scripted, text) => {
    inTurn(scripted);
    const { json } = await ask(world, ODD);

    expect(json).toMatchObject({ text: expect.stringContaining(text), proposals: [] });
  });

  it.each([
    ['became too long', 'length', 'Cut off here: the answer became too long'],
    ['is held back', 'content_filter', 'held back the rest'],
  ] as const)('says of an answer that %s that it is not whole', async (_how, finish, text) => {
    inTurn({ text: 'It is person_1. And also perso', finish, calls: [{ name: 'customer_top' }] });
    const { json, labels } = await ask(world, `${ODD} maria@example.com`);

    expect(json).toMatchObject({
      text: expect.stringMatching(new RegExp(`^It is maria@example.com\\.\n.*${text}`)),
      commands: [],
    });
    expect(labels).not.toContain('Helpful');
  });

  it('tells nobody but an admin how it is set up', async () => {
    inTurn({ status: 401 });
    const { json, text } = await ask(world, ODD, VIEWER);

    expect(json).toMatchObject({ text: expect.stringContaining('an admin is told why') });
    expect(text).not.toContain('OPENAI');
  });

  it('tries again what may pass', async () => {
    inTurn({ status: 500 }, { text: 'Here I am.' });

    expect((await ask(world, ODD)).json).toMatchObject({ text: 'Here I am.' });
  });

  it('shows a refusal as it was said', async () => {
    inTurn({ refusal: 'I would rather not.' });

    expect((await ask(world, ODD)).json).toMatchObject({ text: 'I would rather not.' });
  });

  it('offers a viewer nothing that changes', async () => {
    await ask(world, ODD, VIEWER);

    const sent = JSON.stringify(server.asked[0]);
    expect(sent).toContain('customer_show');
    expect(sent).not.toContain('customer_tag');
    expect(sent).not.toContain('customer_export');
  });
});

describe.each(['responses', 'chat'] as const)('a server that does not answer over %s', (api) => {
  beforeEach(() => start(api, { timeoutMs: 100 }));

  it('is tried again, given up, and said', async () => {
    inTurn({ hangs: true });
    const { json } = await ask(world, ODD);

    expect(json).toMatchObject({
      text: expect.stringContaining('failed before it had finished'),
      proposals: [],
    });
    expect(server.asked).toHaveLength(2);
  });
});

describe('the tokens of a day', () => {
  beforeEach(() => start('responses', { tokens: 15 }));

  it('are each teammate’s own, and begin anew with the day', async () => {
    inTurn({ text: 'Yes.', tokens: 20 });
    const first = await ask(world, ODD);
    const second = await ask(world, ODD);
    const other = await ask(world, ODD, VIEWER);
    world.pass(24 * 3_600_000);
    const tomorrow = await ask(world, ODD);

    expect([first, second, other, tomorrow].map(({ json }) => json)).toMatchObject([
      { text: 'Yes.' },
      { text: expect.stringContaining('used up') },
      { text: 'Yes.' },
      { text: 'Yes.' },
    ]);
  });
});

function action(button: Button | undefined): ActionRef {
  if (button === undefined) throw new Error('there is no such button');
  return button.action;
}

function stampText({ stamp }: { readonly stamp?: Card | 'itself' }): string {
  return typeof stamp === 'object' ? cardToText(stamp) : '';
}

async function tags(): Promise<unknown> {
  const { json } = await ask(world, 'customer show maria@example.com');
  return z.object({ tags: z.unknown() }).parse(json).tags;
}
