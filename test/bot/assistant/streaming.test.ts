// An answer in the making: what somebody who looks on is shown, and who stops it; OpenAI's own client against a scripted server.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cardToText } from '#bot/card.ts';
import type { Live, Progress } from '#bot/live.ts';
import { createLanguageModel } from '#integrations/openai/language-model.ts';
import { AGENT, actionOf, asCard, labelsOf, MARIA, press, VIEWER } from '../../support/asking.ts';
import { anOrder, aReturn, someone } from '../../support/events.ts';
import { eventually } from '../../support/eventually.ts';
import { type Asked, type Scripted, startFakeOpenAi } from '../../support/fake-openai.ts';
import { createWorld, type World } from '../../support/world.ts';

const ODD = 'ask compose me a haiku about our dearest buyer maria@example.com';
const SHOW = { name: 'customer_show', args: { who: 'person_1' } };

let world: World;
let server: Awaited<ReturnType<typeof startFakeOpenAi>>;
let script: (asked: readonly Asked[]) => Scripted;
let seen: Progress[];

async function start(api: 'responses' | 'chat'): Promise<void> {
  server = await startFakeOpenAi((asked) => script(asked));
  const { baseUrl } = server;
  const languageModel = createLanguageModel({ apiKey: 'k', baseUrl, model: 'm', api, retries: 0 });
  world = await createWorld({ languageModel });
  await world.deliver(anOrder({ ref: '1054', total: 70_000, customer: someone() }));
  seen = [];
}

afterEach(async () => {
  await world.close();
  await server.stop();
});

/** One answer after the other, the last one again and again. */
function inTurn(...answers: readonly Scripted[]): void {
  script = (asked) => answers[Math.min(asked.length, answers.length) - 1] ?? {};
}

function askLive(live: Partial<Live> = {}, line = ODD) {
  const whole: Live = { isShared: false, show: (progress) => void seen.push(progress), ...live };
  return world.router.handle(AGENT, { kind: 'line', line }, { live: whole }).then(asCard);
}

/** What is shown, once that much of it is. */
async function shows(text: string): Promise<Progress> {
  return eventually(() => {
    const progress = seen.at(-1);
    if (progress?.text.includes(text) !== true) throw new Error('not yet');
    return progress;
  });
}

async function tokensOf(person: string): Promise<unknown> {
  return world.deps.storage.settings.get(`assistant-tokens:${person}`);
}

describe.each(['responses', 'chat'] as const)('an answer in the making over %s', (api) => {
  beforeEach(() => start(api));

  it('shows what is looked up, and sentence by sentence what is said', async () => {
    inTurn(
      { text: 'Let me see.', calls: [SHOW, { name: 'run_show', args: { id: 'run_0' } }] },
      { text: 'It is person_1. She has spent $700.00.' },
    );
    const { json, text } = await askLive();

    const tasks = seen.map((one) => one.tasks.map(({ name, state }) => `${name} ${state}`).join());
    expect([...new Set(tasks)]).toEqual([
      '',
      'customer show running',
      'customer show done',
      'customer show done,run show running',
      'customer show done,run show failed',
    ]);
    const texts = [...new Set(seen.map((one) => one.text))];
    expect(texts).toEqual(['', 'Let me see.', 'Let me see.\n\nIt is maria@example.com.']);
    const end = 'Let me see.\n\nIt is maria@example.com. She has spent $700.00.';
    expect(json).toMatchObject({ text: end });
    expect(text).toContain(end);
  });

  it('carries a button that stops it, and says in words how far it is', async () => {
    inTurn({ calls: [SHOW] }, { text: 'Yes.' });
    await askLive();

    const [first] = seen;
    expect(cardToText(seen[1]?.card ?? raise())).toContain('… customer show (under way)');
    expect(cardToText(first?.card ?? raise())).toContain('Looking into it …');
    expect(labelsOf(first?.card ?? raise())).toEqual(['Stop']);
  });

  it('masks what a channel reads', async () => {
    inTurn({ text: 'It is person_1. She is dear.' });
    await askLive({ isShared: true });

    expect(seen.at(-1)?.text).toBe('It is m…a@example.com.');
  });

  it('does not look on while it is understood without a model', async () => {
    await askLive({}, 'ask how much has maria@example.com spent?');

    expect(seen).toEqual([]);
  });

  it('stops for who asked, cuts the model off, and keeps what was said', async () => {
    inTurn({ text: 'First of all. Then https://evil', staysOpen: true });
    const asking = askLive();
    const { turn } = await shows('First of all.');
    const pressed = await press(world, { name: 'turn.stop', id: turn }, AGENT);
    const { json, text } = await asking;

    expect(pressed).toEqual({ kind: 'done' });
    expect(json).toMatchObject({ text: 'First of all.\nStopped by Alex.', stoppedBy: 'Alex' });
    expect(text).not.toContain('evil');
    await eventually(() => expect(server.cut()).toBe(1));
    expect(server.asked).toHaveLength(1);
  });

  it('charges for what was said before it was stopped', async () => {
    inTurn({ text: 'First of all. Then more', staysOpen: true });
    const asking = askLive();
    const { turn } = await shows('First of all.');
    await press(world, { name: 'turn.stop', id: turn }, AGENT);
    await asking;

    expect(await tokensOf('Alex')).toMatchObject({ tokens: expect.any(Number) });
    expect(await tokensOf('Alex')).not.toMatchObject({ tokens: 0 });
  });

  it('keeps what was said when the model breaks off, and says so', async () => {
    inTurn({ text: 'First of all. Then per', breaksOff: true });
    const { json } = await askLive();

    expect(json).toMatchObject({
      text: expect.stringMatching(/^First of all\.\nThe language model failed/),
    });
  });

  it('is cut off when the process ends, and says so', async () => {
    inTurn({ text: 'First of all. Then more', staysOpen: true });
    const asking = askLive();
    await shows('First of all.');
    world.deps.languageModel?.close();

    expect((await asking).json).toMatchObject({
      text: expect.stringMatching(/^First of all\.\nThe language model failed/),
    });
  });

  it('shows a refusal as it is said', async () => {
    inTurn({ refusal: 'I would rather not. Sorry.' });
    await askLive();

    expect(seen.at(-1)?.text).toBe('I would rather not.');
  });
});

describe('stopping an answer', () => {
  beforeEach(async () => {
    await start('responses');
    inTurn({ text: 'First of all. Then more', staysOpen: true });
  });

  it('is for who asked and for an approver, and for nobody else', async () => {
    const asking = askLive();
    const { turn, card } = await shows('First of all.');
    const refused = asCard(await press(world, actionOf(card, 'Stop'), VIEWER));
    const { stoppedBy } = (await world.deps.storage.assistant.turn(turn)) ?? raise();
    await press(world, actionOf(card, 'Stop'), MARIA);

    expect(refused).toMatchObject({ refused: { code: 'forbidden' } });
    expect(refused.text).toContain('Only who asked can stop an answer');
    expect(stoppedBy).toBeNull();
    expect((await asking).json).toMatchObject({ stoppedBy: 'Maria' });
  });

  it('says who was first when it is pressed twice', async () => {
    const asking = askLive();
    const { card } = await shows('First of all.');
    await press(world, actionOf(card, 'Stop'), AGENT);
    const second = asCard(await press(world, actionOf(card, 'Stop'), MARIA));
    await asking;
    const third = asCard(await press(world, actionOf(card, 'Stop'), AGENT));

    expect([second.text, third.text]).toEqual([
      expect.stringContaining('Alex has already stopped this answer.'),
      expect.stringContaining('Alex has already stopped this answer.'),
    ]);
  });

  it('says kindly that it was already finished', async () => {
    inTurn({ text: 'All of it. Truly.' });
    await askLive();
    const { card } = await shows('All of it.');
    const late = asCard(await press(world, actionOf(card, 'Stop'), AGENT));

    expect(late.text).toContain('This answer was already finished.');
  });

  it('says that nothing is left of one whose process died, and of one that nobody knows', async () => {
    const { storage, newId, now } = world.deps;
    const id = newId('turn');
    await storage.assistant.beginTurn({ id, askedBy: 'Alex', at: now() });
    world.pass(10 * 60_000);
    const dead = asCard(await press(world, { name: 'turn.stop', id }, AGENT));
    const unknown = asCard(await press(world, { name: 'turn.stop', id: 'trn_0' }, AGENT));

    expect([dead.text, unknown.text]).toEqual([
      expect.stringContaining('no longer being written'),
      expect.stringContaining('no longer being written'),
    ]);
  });

  it('happens by itself where nobody waits any more', async () => {
    const gone = new AbortController();
    const asking = askLive({ signal: gone.signal });
    await shows('First of all.');
    gone.abort();

    expect((await asking).json).toMatchObject({ text: 'First of all.\nStopped by Alex.' });
  });

  it('stops a draft too, which is put together without the model then', async () => {
    await world.deliver(aReturn({ orderRef: '1054', reason: 'size_too_small' }));
    const [item] = await world.deps.storage.cases.list({}, { limit: 1 });
    const asking = askLive({}, `case draft ${item?.id}`);
    const { card } = await shows('First of all.');
    await press(world, actionOf(card, 'Stop'), AGENT);

    const { text } = await asking;
    expect(text).toContain('The language model was stopped');
    expect(text).toContain('We are sorry that it turned out too small.');
    await eventually(() => expect(server.cut()).toBe(1));
  });

  it('carries out no call after it', async () => {
    const gone = new AbortController();
    inTurn({ calls: [SHOW, SHOW, SHOW] });
    const show = (progress: Progress) => {
      seen.push(progress);
      if (progress.tasks.length === 1) gone.abort();
    };
    await askLive({ signal: gone.signal, show });

    expect(seen.at(-1)?.tasks).toMatchObject([{ name: 'customer show', state: 'done' }]);
    expect(server.asked).toHaveLength(1);
  });

  it('keeps what was proposed before', async () => {
    script = (asked) =>
      asked.length === 1
        ? { calls: [{ name: 'customer_tag', args: { who: 'person_1', tag: 'dear' } }] }
        : { text: 'I have proposed it. And', staysOpen: true };
    const asking = askLive();
    const { card } = await shows('I have proposed it.');
    await press(world, actionOf(card, 'Stop'), AGENT);

    expect((await asking).labels).toEqual(['Confirm', 'Cancel']);
  });
});

function raise(): never {
  throw new Error('nothing was shown');
}
