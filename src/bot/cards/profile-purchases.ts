// What a customer bought, gave back, tends to buy and may like, on their profile.
import { averageOrder, type Profile, spentNet } from '#engine/customers/profile.ts';
import type { Order, Refund } from '#engine/customers/purchases.ts';
import type { Recommendation } from '#engine/customers/recommend.ts';
import type { CustomerView } from '#engine/flows/view-customer.ts';
import { type Block, facts, type Inline, type ListItem, strong, text, time } from '../card.ts';
import type { Words } from '../words/en.ts';
import { refundsText } from './customer-facts.ts';
import { oneLine } from './shorten.ts';

const ORDERS_SHOWN = 5;
const ITEMS_SHOWN = 2;
const REFUNDS_SHOWN = 3;

/** The purchases of a customer, most telling first. */
export function purchaseBlocks(words: Words, view: CustomerView): readonly Block[] {
  return [
    purchaseFacts(words, view),
    ...orderTable(words, view.orders),
    ...section(
      words.customers.latestRefunds,
      view.refunds.slice(0, REFUNDS_SHOWN).map((refund) => refundItem(words, refund)),
    ),
    ...section(
      words.customers.recommended,
      view.recommended.map((each) => recommendationItem(words, each)),
    ),
  ];
}

function purchaseFacts(words: Words, { profile, habits }: CustomerView): Block {
  const { customers } = words;
  const { totals } = profile;
  const average = averageOrder(totals);
  const { category, again, everyDays } = habits;
  return facts(
    [customers.spent, `${words.money(totals.spent)} (${words.orders(totals.orders)})`],
    [customers.spentNet, netText(words, profile)],
    [customers.spentElsewhere, elsewhereText(words, profile)],
    [customers.average, average === null ? null : words.money(average)],
    [customers.firstOrder, totals.firstOrderAt === null ? null : time(totals.firstOrderAt, 'day')],
    [
      customers.lastOrder,
      totals.lastOrderAt === null ? null : time(totals.lastOrderAt, 'relative'),
    ],
    [customers.refunds, refundsText(words, profile)],
    [customers.rhythm, everyDays === null ? null : customers.everyDays(everyDays)],
    [
      customers.category,
      category === null
        ? null
        : customers.categoryShare(oneLine(category.name, 60), category.share),
    ],
    [
      customers.boughtAgain,
      again === null ? null : customers.timesBought(oneLine(again.title, 80), again.orders),
    ],
  );
}

/** Only where refunds have made it another amount. */
function netText(words: Words, { totals }: Profile): string | null {
  return totals.refundedOfSpent.minor === 0 ? null : words.money(spentNet(totals));
}

function elsewhereText(words: Words, { totals }: Profile): string | null {
  const amounts = totals.spentElsewhere.map(words.money);
  return amounts.length === 0 ? null : amounts.join(' + ');
}

function orderTable(words: Words, orders: readonly Order[]): readonly Block[] {
  if (orders.length === 0) return [];
  const { customers } = words;
  const rows = orders
    .slice(0, ORDERS_SHOWN)
    .map((order): readonly Inline[] => [
      oneLine(order.number ?? order.ref, 40),
      time(order.placedAt, 'day'),
      orderItemsText(words, order),
      words.money(order.total),
      customers.orderState[orderState(order)],
    ]);
  return [
    { kind: 'table', caption: customers.recentOrders, columns: customers.orderColumns, rows },
  ];
}

/** The first items of an order in words. */
export function orderItemsText(words: Words, { items }: Pick<Order, 'items'>): string {
  if (items.length === 0) return words.none;
  const shown = items
    .slice(0, ITEMS_SHOWN)
    .map(({ title, quantity }) => words.cases.item(oneLine(title, 40), quantity));
  const rest = items.length - shown.length;
  return [...shown, ...(rest === 0 ? [] : [words.more(rest)])].join(', ');
}

/** The one word for how an order stands. */
export function orderState(order: Order): 'paid' | 'unpaid' | 'cancelled' | 'test' {
  if (order.test) return 'test';
  if (order.cancelled) return 'cancelled';
  return order.paid ? 'paid' : 'unpaid';
}

function refundItem(words: Words, { refundedAt, amount, reason }: Refund): ListItem {
  const why = reason === undefined ? [] : [words.separator, oneLine(reason, 120)];
  return { text: [time(refundedAt, 'day'), words.separator, words.money(amount), ...why] };
}

function recommendationItem(words: Words, { title, because, buyers }: Recommendation): ListItem {
  const why =
    because === ''
      ? words.customers.viewedLike(buyers)
      : words.customers.because(oneLine(because, 60), buyers);
  return { text: [strong(oneLine(title, 80)), words.separator, why] };
}

/** A heading over a list; nothing where the list is empty. */
export function section(heading: string, items: readonly ListItem[]): readonly Block[] {
  return items.length === 0 ? [] : [text(strong(heading)), { kind: 'list', items }];
}
