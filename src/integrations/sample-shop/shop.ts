// The sample shop as a store that can be asked: its own codes and tags, kept in the database's settings.
import { z } from 'zod';
import { isSameWorth, worthOf } from '#engine/discounts/discount.ts';
import { VendorError } from '#engine/errors.ts';
import type { NewEvent, RefundFacts } from '#engine/events/shop-event.ts';
import type { Shop, ShopAnswer, ShopCredit, ShopDiscount, ShopRefund } from '#engine/ports/shop.ts';
import type { SettingRecords } from '#engine/ports/storage.ts';

const StoredWorth = z.union([
  z.object({ percent: z.number() }),
  z.object({ amount: z.object({ minor: z.int(), currency: z.string() }) }),
]);

/** A code as it is kept. `customerRef` null: for anyone. */
const StoredDiscount = z.intersection(
  StoredWorth,
  z.object({
    code: z.string(),
    expiresAt: z.iso.datetime(),
    uses: z.number(),
    only: z
      .union([
        z.object({ products: z.array(z.string()).readonly() }),
        z.object({ collections: z.array(z.string()).readonly() }),
      ])
      .optional(),
    customerRef: z.string().nullable(),
  }),
);
type StoredDiscount = z.infer<typeof StoredDiscount>;

const StoredTags = z.array(z.string()).catch([]);

type DiscountOrder = Parameters<Shop['createDiscount']>[0];

type SampleShopOptions = {
  readonly settings: SettingRecords;
  /** Hears of every refund, as a webhook would; unset: nobody. */
  readonly tell?: (refund: Omit<RefundFacts, 'refundedAt'>) => Promise<unknown>;
};

/**
 * The sample shop. Like a real one it compares codes without regard to case, adopts a code that is made twice with the
 * same terms and refuses other terms with VendorError 409.
 */
export function createSampleShop(options: SampleShopOptions): Shop {
  const { settings } = options;
  const inTurn = createTurns();
  return {
    key: 'sample',
    name: 'Regular Records',
    createDiscount: (order) => inTurn(() => createDiscount(settings, order)),
    findDiscount: (code) => findDiscount(settings, code),
    canTag: true,
    withdrawDiscount: (code) => inTurn(() => put(settings, codeKey(code), null, refOf(code))),
    setGroup: (ref, group) => inTurn(() => put(settings, `sample-shop:group:${ref}`, group, ref)),
    addTag: (ref, tag) =>
      inTurn(() => changeTags(settings, ref, (tags) => [...withoutTag(tags, tag), tag])),
    removeTag: (ref, tag) =>
      inTurn(() => changeTags(settings, ref, (tags) => withoutTag(tags, tag))),
    refundOrder: (refund) => inTurn(() => refundOrder(options, refund)),
    findRefund: async ({ key }) =>
      (await settings.get(refundKey(key))) == null ? null : { ref: refundRef(key) },
    giveCredit: (credit) => inTurn(() => giveCredit(settings, credit)),
    fetchOrder: async () => undefined,
    fetchCustomer: async () => undefined,
    readLink: () => null,
    ping: async () => {
      await settings.get(codeKey('PING'));
    },
  };
}

async function createDiscount(settings: SettingRecords, order: DiscountOrder): Promise<ShopAnswer> {
  const wanted: StoredDiscount = {
    code: order.code,
    ...worthOf(order.terms),
    expiresAt: order.terms.expiresAt.toISOString(),
    uses: order.terms.uses,
    only: order.terms.only,
    customerRef: order.customerRef,
  };
  const known = await readDiscount(settings, order.code);
  if (known === null) await settings.set(codeKey(order.code), wanted);
  else if (!haveSameTerms(known, wanted)) throw codeTaken();
  return { kind: 'done', ref: refOf(order.code) };
}

async function findDiscount(settings: SettingRecords, code: string): Promise<ShopDiscount | null> {
  const known = await readDiscount(settings, code);
  if (known === null) return null;
  const expiresAt = new Date(known.expiresAt);
  const { code: ownCode, uses } = known;
  const ref = refOf(ownCode);
  return { ref, code: ownCode, worth: worthOf(known), expiresAt, uses, used: null };
}

async function readDiscount(
  settings: SettingRecords,
  code: string,
): Promise<StoredDiscount | null> {
  const stored = StoredDiscount.safeParse(await settings.get(codeKey(code)));
  return stored.success ? stored.data : null;
}

function haveSameTerms(a: StoredDiscount, b: StoredDiscount): boolean {
  return (
    isSameWorth(a, b) &&
    a.expiresAt === b.expiresAt &&
    a.uses === b.uses &&
    a.customerRef === b.customerRef
  );
}

async function put(
  settings: SettingRecords,
  key: string,
  value: string | null,
  ref: string,
): Promise<ShopAnswer> {
  await settings.set(key, value);
  return { kind: 'done', ref };
}

/** Names no code: an error's message may reach a log. */
function codeTaken(): VendorError {
  return new VendorError('the sample shop has this code already, with other terms', {
    vendor: 'sample',
    status: 409,
    retryable: false,
  });
}

/** Kept under its key: the same refund twice is one. */
async function refundOrder(
  { settings, tell }: SampleShopOptions,
  { key, orderRef, money }: ShopRefund,
): Promise<ShopAnswer> {
  const ref = refundRef(key);
  if ((await settings.get(refundKey(key))) == null) {
    // Told first: what is told twice counts once, and what was not told would be lost.
    await tell?.({ ref, orderRef, amount: money });
    await settings.set(refundKey(key), { orderRef, money });
  }
  return { kind: 'done', ref };
}

/** The refund as the shop's webhook would tell of it. */
export function refundEvent(refund: Omit<RefundFacts, 'refundedAt'>, at: Date): NewEvent {
  return {
    shop: 'sample',
    dedupeKeys: [`sample-refund:${refund.ref}`],
    fact: { type: 'refund.created', customer: null, refund: { ...refund, refundedAt: at } },
    occurredAt: at,
    historic: false,
  };
}

/** Kept under its key as well. */
async function giveCredit(
  settings: SettingRecords,
  { customerRef, money, key }: ShopCredit,
): Promise<ShopAnswer> {
  await settings.set(`sample-shop:credit:${key}`, { customerRef, money });
  return { kind: 'done', ref: `sample-credit-${key}` };
}

async function changeTags(
  settings: SettingRecords,
  ref: string,
  change: (tags: readonly string[]) => readonly string[],
): Promise<ShopAnswer> {
  const key = `sample-shop:tags:${ref}`;
  await settings.set(key, change(StoredTags.parse(await settings.get(key))));
  return { kind: 'done', ref };
}

function withoutTag(tags: readonly string[], tag: string): readonly string[] {
  return tags.filter((other) => other !== tag);
}

function refundKey(key: string): string {
  return `sample-shop:refund:${key}`;
}

function refundRef(key: string): string {
  return `sample-refund-${key}`;
}

function codeKey(code: string): string {
  return `sample-shop:code:${code.toUpperCase()}`;
}

function refOf(code: string): string {
  return `sample-discount-${code.toUpperCase()}`;
}

/** Runs changes one after another: each reads what stands before it writes. */
function createTurns() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
}
