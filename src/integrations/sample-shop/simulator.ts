// The simulator: things the sample shop's customers do now, reported to ourselves by signed webhooks as a shop would.
import { UserError } from '#engine/errors.ts';
import { crockford, type RandomBytes } from '#engine/ids.ts';
import type { Money } from '#engine/money.ts';
import { signHeaders } from '../generic/signature.ts';
import type { Body } from './bodies.ts';
import { createCast, type Lookup } from './cast.ts';
import {
  playScene,
  type Scene,
  SIMULATED_ACTIONS,
  type Simulated,
  type SimulatedAction,
  type Stage,
} from './scenes.ts';

/** The catalogue's sentences; `name` is whoever did it, `what` the amount, the order's number or a city. */
export type SimulatorWords = {
  readonly actions: Readonly<
    Record<SimulatedAction, { readonly label: string; readonly hint: string }>
  >;
  readonly done: Readonly<Record<SimulatedAction, (name: string, what: string) => string>>;
  readonly money: (amount: Money) => string;
  readonly nobody: string;
  readonly refused: (status: number) => string;
};

export type Simulator = ReturnType<typeof createSimulator>;

/** Posts a signed body to `/webhooks/events` and gives the status of the answer. */
export type Post = (body: string, headers: Readonly<Record<string, string>>) => Promise<number>;

/**
 * Makes the simulator. `secret` is the sample shop's own (`whsec_…`), `currency` the shop's; `randomBytes` says
 * who acts and what they buy.
 */
export function createSimulator(options: {
  readonly secret: string;
  readonly currency: string;
  readonly words: SimulatorWords;
  readonly post: Post;
  readonly lookup: Lookup;
  readonly now: () => Date;
  readonly randomBytes: RandomBytes;
}) {
  const { words, currency, now, randomBytes } = options;
  const draw = (below: number) => drawBelow(below, randomBytes);
  const cast = createCast(options.lookup, draw);
  const stage: Stage = {
    ...{ cast, draw, currency, now },
    deliver: (bodies, id) => deliverAll(options, bodies, id),
    newRef: () => crockford(8, randomBytes),
  };
  const simulate = (action: Scene, id = `sim-${crockford(16, randomBytes)}`) =>
    playScene(action, stage, id);
  return {
    describe: SIMULATED_ACTIONS.map((name) => ({ name, ...words.actions[name] })),
    /** Does one thing by its name, and says it. Throws UserError for a name that is none. */
    run: async (name: string): Promise<{ readonly text: string }> => {
      const action = SIMULATED_ACTIONS.find((known) => known === name);
      if (action === undefined)
        throw new UserError({ code: 'not-found', what: 'command', who: name });
      return { text: describeOutcome(words, action, await simulate(action)) };
    },
    simulate: (action: SimulatedAction) => simulate(action),
    /**
     * What has just happened when the workspace is opened for the first time. The deliveries have ids of their own, so a
     * second opening after a crash repeats nothing.
     */
    openingScene: async (): Promise<readonly Simulated[]> => {
      const outcomes: Simulated[] = [];
      for (const [index, scene] of OPENING.entries())
        outcomes.push(await simulate(scene, `opening-${index + 1}`));
      return outcomes;
    },
  };
}

const OPENING: readonly Scene[] = [
  'high-value-order',
  'refund-request',
  'big-order',
  'refund-request',
  'high-value-order',
  'big-order',
  'refund-request',
];

function describeOutcome(
  words: SimulatorWords,
  action: SimulatedAction,
  outcome: Simulated,
): string {
  switch (outcome.kind) {
    case 'reported':
      return words.done[action](
        outcome.name,
        typeof outcome.what === 'string' ? outcome.what : words.money(outcome.what),
      );
    case 'nobody':
      return words.nobody;
    case 'refused':
      return words.refused(outcome.status);
  }
}

/** Posts the bodies one after another and gives the first status that is not 200. */
async function deliverAll(
  options: { readonly secret: string; readonly post: Post; readonly now: () => Date },
  bodies: readonly Body[],
  id: string,
): Promise<number> {
  for (const [index, { type, data }] of bodies.entries()) {
    const at = options.now();
    const body = JSON.stringify({ type, timestamp: at.toISOString(), data });
    const headers = signHeaders(options.secret, { id: `${id}-${index + 1}`, at, body });
    const status = await options.post(body, { 'content-type': 'application/json', ...headers });
    if (status !== 200) return status;
  }
  return 200;
}

/** A whole number from 0 to below − 1; the bias of the division is far below one in a million. */
function drawBelow(below: number, randomBytes: RandomBytes): number {
  return Buffer.from(randomBytes(6)).readUIntBE(0, 6) % below;
}
