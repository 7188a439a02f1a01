// The scenes the sample shop's customers can play: who acts, what they do, and the deliveries that report it.
import { decimalsOf, type Money } from '#engine/money.ts';
import {
  type Basket,
  type Body,
  checkoutBody,
  customerBody,
  orderBody,
  returnBody,
  viewBody,
} from './bodies.ts';
import { type createCast, type Player, shortfall } from './cast.ts';
import { sampleItems } from './catalogue.ts';
import { COMPLAINTS } from './complaints.ts';
import { pick } from './seed.ts';

/** What can be made to happen by a button. */
export const SIMULATED_ACTIONS = [
  'order',
  'big-order',
  'refund-request',
  'abandoned-cart',
  'new-customer',
] as const;
export type SimulatedAction = (typeof SIMULATED_ACTIONS)[number];

/** Those, and what only the opening needs. */
export type Scene = SimulatedAction | 'high-value-order';

/** What became of one thing: reported with what it was about, nobody to do it, or not accepted by the server. */
export type Simulated =
  | { readonly kind: 'reported'; readonly name: string; readonly what: string | Money }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'refused'; readonly status: number };

/** What the scenes are played with. */
export type Stage = {
  readonly cast: ReturnType<typeof createCast>;
  readonly draw: (below: number) => number;
  readonly currency: string;
  readonly now: () => Date;
  /** Posts the bodies under ids made from `id`; gives the status of the answer. */
  readonly deliver: (bodies: readonly Body[], id: string) => Promise<number>;
  readonly newRef: () => string;
};

/** Plays a scene; its deliveries have ids made from `id`, so that the same id again is the same event. */
export function playScene(scene: Scene, stage: Stage, id: string): Promise<Simulated> {
  return SCENES[scene](stage, id);
}

const SCENES: Readonly<Record<Scene, (stage: Stage, id: string) => Promise<Simulated>>> = {
  order: (stage, id) => order(stage, id, 18 + stage.draw(160)),
  'high-value-order': (stage, id) => order(stage, id, 520 + stage.draw(700)),
  'big-order': bigOrder,
  'refund-request': refundRequest,
  'abandoned-cart': abandonedCart,
  'new-customer': newCustomer,
};

async function order(stage: Stage, id: string, majorUnits: number): Promise<Simulated> {
  const player = await stage.cast.buyer(majorUnits + 1);
  return player === null ? { kind: 'nobody' } : placeOrder(stage, id, player, majorUnits);
}

/** The order that makes somebody one of the best: what they lack, and a little more. */
async function bigOrder(stage: Stage, id: string): Promise<Simulated> {
  const player = await stage.cast.almostBest();
  if (player === null) return { kind: 'nobody' };
  return placeOrder(stage, id, player, Math.ceil(shortfall(player.profile)) + 20 + stage.draw(380));
}

async function placeOrder(
  stage: Stage,
  id: string,
  player: Player,
  majorUnits: number,
): Promise<Simulated> {
  const basket = fillBasket(stage, majorUnits);
  const now = stage.now();
  const bodies = [
    orderBody('order.placed', player, basket, now),
    orderBody('order.paid', player, basket, now),
  ];
  return outcome(await stage.deliver(bodies, id), player.name, basket.total);
}

async function refundRequest(stage: Stage, id: string): Promise<Simulated> {
  const found = await stage.cast.buyerWithOrder(stage.now());
  if (found === null) return { kind: 'nobody' };
  const complaint = pick(COMPLAINTS, stage.draw(COMPLAINTS.length));
  const { player, order: bought } = found;
  const body = returnBody(`return-${stage.newRef()}`, player, bought, complaint, stage.now());
  return outcome(await stage.deliver([body], id), player.name, bought.number ?? bought.ref);
}

async function abandonedCart(stage: Stage, id: string): Promise<Simulated> {
  const player = await stage.cast.buyer(0);
  if (player === null) return { kind: 'nobody' };
  const basket = fillBasket(stage, 25 + stage.draw(300));
  const views = basket.items
    .filter(({ productId }) => productId !== null)
    .map((item) => viewBody(player, item));
  const bodies = [...views, checkoutBody(player, basket, stage.now())];
  return outcome(await stage.deliver(bodies, id), player.name, basket.total);
}

async function newCustomer(stage: Stage, id: string): Promise<Simulated> {
  const newcomer = await stage.cast.newcomer();
  if (newcomer === null) return { kind: 'nobody' };
  const { ref, person } = newcomer;
  const status = await stage.deliver([customerBody(ref, person, stage.now())], id);
  return outcome(status, `${person.firstName} ${person.lastName}`, person.city);
}

function fillBasket(stage: Stage, majorUnits: number): Basket {
  const ref = stage.newRef();
  const quantity = 1 + Math.min(Math.floor(majorUnits / 60), 8);
  const total = toMoney(majorUnits, stage.currency);
  const seed = stage.draw(1_000_000);
  const items = sampleItems({ customer: seed, order: seed, quantity, total });
  return { ref: `rr-order-${ref}`, number: `#${ref}`, items, total };
}

function toMoney(majorUnits: number, currency: string): Money {
  return { minor: majorUnits * 10 ** (decimalsOf(currency) ?? 2), currency };
}

function outcome(status: number, name: string, what: string | Money): Simulated {
  return status === 200 ? { kind: 'reported', name, what } : { kind: 'refused', status };
}
