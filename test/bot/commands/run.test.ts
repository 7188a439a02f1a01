// Runs by command and by button: where each stands, what became of each step, and how one is stopped.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AGENT, actionOf, asCard, ask, press, VIEWER } from '../../support/asking.ts';
import { anAutomation, DAY, withAutomations } from '../../support/automations.ts';
import { anOrder } from '../../support/events.ts';
import { createWorld, type World } from '../../support/world.ts';

const SERIES = anAutomation({
  title: 'The series',
  exit: 'refund.created',
  rank: 7,
  do: [{ tag: 'first' }, { wait: '2d' }, { stop_if: 'number_of_orders > 3' }, { tag: 'later' }],
});
const SHADOW = anAutomation({ name: 'shadow', mode: 'shadow', do: [{ tag: 'a' }, { wait: '1d' }] });

describe('runs in chat', () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld({ playbook: withAutomations(SERIES, SHADOW) });
    await world.deliver(anOrder());
  });
  afterEach(() => world.close());

  const runId = async () => {
    const [run] = await world.deps.storage.runs.list({ automation: 'series' }, { limit: 1 });
    return run?.id ?? 'none';
  };
  const pass = async (milliseconds: number) => {
    world.pass(milliseconds);
    await world.deps.storage.enqueue([{ job: { name: 'sweep' } }]);
    await world.runJobs();
  };

  it('are listed with the step they stand at and until when', async () => {
    const { text, json } = await ask(world, 'automation runs series', VIEWER);

    expect(text).toContain('waiting  2 of 4: Wait 2 days  2031-03-05 10:00 UTC');
    expect(json).toMatchObject([{ status: 'waiting', position: 1, occasion: expect.any(String) }]);
  });

  it('show what a shadow would have done', async () => {
    expect((await ask(world, 'automation runs shadow')).text).toContain('Tag as a, Wait 1 day');
  });

  it('show each step with what became of it', async () => {
    await pass(2 * DAY);
    const { text, json } = await ask(world, `run show ${await runId()}`);

    expect(text).toContain('Follows: version 1 of its automation');
    expect(text).toContain('✓ 2. Wait 2 days');
    expect(text).toContain('✓ 4. Tag as later');
    expect(json).toMatchObject({
      status: 'done',
      steps: [
        { kind: 'tag', state: 'done' },
        { kind: 'wait', state: 'done' },
        { kind: 'stop_if', state: 'done', trace: { result: false, actual: 1 } },
        { kind: 'tag', state: 'done' },
      ],
    });
  });

  it('are stopped by a press, once, and then say by whom', async () => {
    const { card } = await ask(world, `run show ${await runId()}`);
    const stop = actionOf(card, 'Stop');
    expect(asCard(await press(world, stop, VIEWER)).refused?.code).toBe('forbidden');

    const stopped = asCard(await press(world, stop, AGENT));
    const again = asCard(await press(world, stop, AGENT));
    await pass(2 * DAY);

    expect(stopped.json).toMatchObject({ status: 'stopped', reason: 'stopped-by-person' });
    expect(again.refused?.message).toBe('It has ended already.');
    const timeline = await ask(world, 'customer timeline maria@example.com');
    expect(timeline.text).toContain('Automation “The series” stopped by');
    expect(timeline.text).not.toContain('later');
  });

  it('an automation shows its whole flow', async () => {
    const { text, json } = await ask(world, 'automation show series');

    for (const line of [
      '1. Tag as first',
      '3. Stop if number_of_orders > 3',
      'Rank: 7',
      'Version: v1',
    ])
      expect(text).toContain(line);
    expect(json).toMatchObject({ exit: ['refund.created'], versions: [{ ordinal: 1 }] });
  });

  it('one that is not there is not found', async () => {
    expect((await ask(world, 'run show run_NONE00000000')).refused?.code).toBe('not-found');
  });
});
