// What happened to a customer, in the one form in which functions ask of it.
import { counts, type Order } from '../customers/purchases.ts';
import { loaded, type Subject, type SubjectMail } from './field.ts';
import { ownMinor } from './leaf.ts';

/** One order, line, refund, mail or view; what a thing of its kind does not have is null. */
export type Happening = {
  /** What is counted: the lines of one order are one purchase. */
  readonly key: string;
  readonly at: number | null;
  /** The product's id in its shop, or the mail's template. */
  readonly id: string | null;
  readonly category: string | null;
  readonly quantity: number;
  /** Minor units, where it is in the shop's currency. */
  readonly amount: number | null;
};

/** How to read what a function asks of; null for a function that our data cannot answer. */
export function happeningsOf(
  name: string,
  currency: string,
): ((subject: Subject) => readonly Happening[]) | null {
  switch (name) {
    case 'orders_placed':
      return (subject) => countedOrders(subject).map((order) => orderHappening(order, currency));
    case 'refunds_made':
      return ({ refunds }) =>
        loaded(refunds, 'refunds').map(({ shop, ref, refundedAt, amount }) =>
          happening(`${shop} ${ref}`, refundedAt, { amount: ownMinor(amount, currency) }),
        );
    case 'products_purchased':
      return (subject) => countedOrders(subject).flatMap(lineHappenings);
    case 'shopify_email.delivered':
      return (subject) => mailHappenings(subject, 'sent');
    case 'shopify_email.bounced':
      return (subject) => mailHappenings(subject, 'failed');
    case 'shopify_email.unsubscribed':
      return unsubscriptions;
    case 'storefront.product_viewed':
      return ({ views }) =>
        loaded(views, 'views').map(({ productId, at }, position) =>
          happening(String(position), at, { id: productId }),
        );
    default:
      return null;
  }
}

function countedOrders({ orders }: Subject): readonly Order[] {
  return loaded(orders, 'orders').filter(counts);
}

function orderHappening(order: Order, currency: string): Happening {
  return happening(keyOf(order), order.placedAt, { amount: ownMinor(order.total, currency) });
}

function lineHappenings(order: Order): readonly Happening[] {
  return order.items.map(({ productId, category, quantity }) =>
    happening(keyOf(order), order.placedAt, {
      id: productId,
      category: category ?? null,
      quantity,
    }),
  );
}

function mailHappenings({ mails }: Subject, status: SubjectMail['status']): readonly Happening[] {
  return loaded(mails, 'mails').flatMap((mail, position) =>
    mail.status === status ? [happening(String(position), mail.at, { id: mail.template })] : [],
  );
}

/** Consent that was taken back, on whatever way; it is the newest word, so there is at most one. */
function unsubscriptions({ profile: { emailConsent } }: Subject): readonly Happening[] {
  return emailConsent.state === 'unsubscribed' ? [happening('1', emailConsent.at, {})] : [];
}

function keyOf(order: Order): string {
  return `${order.shop} ${order.ref}`;
}

function happening(key: string, at: Date | null, known: Partial<Happening>): Happening {
  return {
    id: null,
    category: null,
    quantity: 1,
    amount: null,
    ...known,
    key,
    at: at?.getTime() ?? null,
  };
}
