// What a command has changed, as a channel reads it: one line that leads to the card, with nobody's name and nothing to press that goes stale.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { asCard, ask, labelsOf, MARIA, press } from '../../support/asking.ts';
import { decidable } from '../../support/decidable.ts';
import { aReturn } from '../../support/events.ts';
import type { World } from '../../support/world.ts';

let world: World;
let ids: Readonly<Record<'approval' | 'case' | 'task', string>>;

beforeEach(async () => {
  world = await decidable();
  await world.deliver(aReturn({ orderRef: '1054', note: 'torn' }));
  await ask(world, 'task new maria@example.com --title "Call Maria Silva"');
  ids = {
    approval: await firstOf('approval list'),
    case: await firstOf('case list'),
    task: await firstOf('task list'),
  };
});
afterEach(() => world.close());

async function firstOf(list: string): Promise<string> {
  const rows = z.array(z.object({ id: z.string() })).parse((await ask(world, list)).json);
  return rows[0]?.id ?? '';
}

/** The answer to a line typed in a channel. */
async function inChannel(line: string) {
  return asCard(await world.router.handle(MARIA, { kind: 'line', line }, { channel: 'C1' }));
}

describe('changedCard', () => {
  it.each([
    ['approval', 'approval edit ID --percent 20', 'waiting for a decision · Version 2'],
    ['approval', 'approval approve ID', 'approved'],
    ['case', 'case take ID', 'taken'],
    ['task', 'task done ID', 'done'],
  ] as const)(
    'says of an %s what it is after %s, and shows the rest when pressed',
    async (kind, typed, state) => {
      const line = typed.replace('ID', ids[kind]);

      const answer = await inChannel(line);
      const shows = answer.card.blocks.flatMap((block) =>
        block.kind === 'buttons' ? block.buttons.map(({ action }) => action) : [],
      );
      const present = asCard(await press(world, shows[0] ?? { name: '', id: '' }, MARIA));

      expect(answer.visible).toBe('channel');
      expect(answer.card.title).toContain(`${ids[kind]}: ${state}`);
      expect(answer.text).toContain('Maria');
      expect(answer.text).not.toContain('Silva');
      expect(labelsOf(answer.card)).toEqual(['Show how it stands']);
      expect(present.visible).toBe('asker');
      expect(present.text).toContain('Silva');
    },
  );

  it('leaves a terminal the whole card', async () => {
    const answer = await ask(world, `case take ${ids.case}`, MARIA);

    expect(answer.text).toContain('Silva');
    expect(answer.json).toMatchObject({ id: ids.case, status: 'taken' });
  });
});
