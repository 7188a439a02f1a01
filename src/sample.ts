// The sample shop's life on a running server: its past imported, an opening scene, then a slow stream of its own.
import { projectHistory } from '#engine/flows/project-history.ts';
import { sampleHistory } from '#integrations/sample-shop/history.ts';
import { createPostToSelf } from '#integrations/sample-shop/post-to-self.ts';
import { createSimulator, type Simulator } from '#integrations/sample-shop/simulator.ts';
import type { Regulars } from './compose.ts';

/** The simulator, which posts to the server's own door; null while the sample shop is off. `url` is asked at each post. */
export function createSampleSimulator(
  { sampleSecret, deps, words }: Regulars,
  url: () => string,
): Simulator | null {
  if (sampleSecret === null) return null;
  return createSimulator({
    secret: sampleSecret,
    currency: deps.playbook.team.currency,
    words: words.simulator,
    lookup: deps.storage,
    now: deps.now,
    randomBytes: deps.randomBytes,
    post: (body, headers) => createPostToSelf(`${url()}/webhooks/events`)(body, headers),
  });
}

const IMPORTED = 'sample-shop:imported';
const OPENED = 'sample-shop:opened';

/** Imports the sample shop's past as any shop's, once. */
export async function importSample({ sampleSecret, deps }: Regulars): Promise<void> {
  if (sampleSecret === null || (await deps.storage.settings.get(IMPORTED)) === true) return;
  const { currency, timezone } = deps.playbook.team;
  const history = await projectHistory(deps, sampleHistory(deps.now(), currency, timezone));
  await deps.storage.settings.set(IMPORTED, true);
  deps.log.info(
    { customers: history.customers, orders: history.orders },
    'the sample shop was imported',
  );
}

/**
 * Plays what has just happened when the workspace is opened for the first time, once. What a machine is too busy for is
 * played at the next start: no delivery is taken twice.
 */
export async function playOpening({ deps }: Regulars, simulator: Simulator): Promise<void> {
  if ((await deps.storage.settings.get(OPENED)) === true) return;
  try {
    await simulator.openingScene();
    await deps.storage.settings.set(OPENED, true);
  } catch (error) {
    deps.log.warn({ error }, 'the sample shop’s opening scene was cut short');
  }
}
