// What stands behind a step's name: the tag, the host, the channel. Only the few words in it are a language's own.
import type { Effect } from '#engine/actions/effect.ts';
import type { Resolution } from '#engine/cases/resolution.ts';
import { maskCode } from '#engine/discounts/discount.ts';
import type { Money } from '#engine/money.ts';

/** What the step is about, as it follows its name; empty where the name says all. */
export function effectDetail(
  effect: Effect,
  words: {
    readonly none: string;
    readonly bySpend: string;
    readonly money: (money: Money) => string;
    readonly resolution: (resolution: Resolution) => string;
  },
): string {
  switch (effect.kind) {
    case 'add-tag':
    case 'remove-tag':
      return `: ${effect.tag}`;
    case 'set-shop-group':
      return `: ${effect.group ?? words.none}`;
    case 'set-tier':
      return `: ${effect.tier ?? words.bySpend}`;
    case 'set-attribute':
      return `: ${effect.name}`;
    case 'send-request':
      // The rest of an address is often the receiver's secret.
      return `: ${effect.method} ${new URL(effect.url).host}`;
    case 'write-note':
      return `: ${effect.text}`;
    case 'open-task':
      return ` in #${effect.channel}: ${effect.title}`;
    case 'post-notice':
    case 'open-case':
      return ` in #${effect.channel}`;
    case 'refund-order': {
      const order = effect.orderNumber === null ? '' : ` (${effect.orderNumber})`;
      return `: ${words.money(effect.money)}${order}`;
    }
    case 'give-credit':
      return `: ${words.money(effect.money)}`;
    case 'resolve-case':
      return `: ${words.resolution(effect.resolution)}`;
    case 'withdraw-discount':
      return `: ${maskCode(effect.code)}`;
    case 'cancel-task':
    case 'create-discount':
    case 'send-email':
    case 'record-offer':
      return '';
  }
}

/** The status that a receiver has refused a request with, out of the reason that its step gives. */
export function refusedStatus(reason: string): string | undefined {
  return /^http-(\d{3})$/.exec(reason)?.[1];
}
