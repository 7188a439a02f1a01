// The sample shop's simulator, in English: its buttons, and what each press did.
import { money } from './en-speech.ts';

/** Words of the simulator; a name, and an amount or an order's number. */
export const simulator = {
  actions: {
    order: { label: 'An order', hint: 'A customer buys a record or two.' },
    'big-order': {
      label: 'A big order',
      hint: 'Lifts a customer over 5,000: a VIP promotion waits for approval.',
    },
    'refund-request': {
      label: 'A refund request',
      hint: 'Somebody wants to send something back: a case opens in #refunds.',
    },
    'abandoned-cart': {
      label: 'An abandoned cart',
      hint: 'Records are looked at, a basket is filled and left standing: after an hour it counts as left.',
    },
    'new-customer': { label: 'A new customer', hint: 'Somebody makes an account.' },
  },
  done: {
    order: (name: string, total: string) => `${name} ordered for ${total}.`,
    'big-order': (name: string, total: string) =>
      `${name} ordered for ${total} and has now spent more than 5,000.`,
    'refund-request': (name: string, order: string) => `${name} asks to return order ${order}.`,
    'abandoned-cart': (name: string, total: string) =>
      `${name} left a basket of ${total} at the checkout.`,
    'new-customer': (name: string, city: string) => `${name} from ${city} made an account.`,
  },
  money,
  nobody: 'Nobody in the sample shop fits this just now. Try something else first.',
  refused: (status: number) => `The server answered ${status}, so nothing happened.`,
};
