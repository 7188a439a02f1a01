// A world in which one approval (a code and a mail) waits for a decision.
import { anOrder } from './events.ts';
import { createWorld, type World, type WorldOptions } from './world.ts';

/** What a code of the shipped playbook looks like. */
export const CODE_PATTERN = /\w+-[0-9A-HJKMNP-TV-Z]{12}/;

/** A customer who has just passed the VIP limit. */
export async function decidable(options: WorldOptions = {}): Promise<World> {
  const world = await createWorld(options);
  await world.deliver(anOrder({ ref: '1054', total: 620_000 }));
  return world;
}
