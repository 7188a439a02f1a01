// What a surface must do: show a card in a channel, change it in place, add a line below it.
import type { Channel } from '#engine/playbook/team.ts';
import type { Card } from './card.ts';
import type { SurfaceName } from './teammate.ts';

export interface Surface {
  readonly name: SurfaceName;
  /** The surface's own id of a purpose's channel, or null when the team has none here. */
  channelOf(channel: Channel): string | null;
  /** Posts a card and gives its id on this surface. `key` is the same in every attempt. Throws VendorError. */
  post(message: {
    readonly channel: string;
    readonly card: Card;
    readonly key: string;
  }): Promise<string>;
  /** Shows another state of a posted card. False when the message is gone (then it is posted anew). Throws VendorError. */
  update(message: {
    readonly channel: string;
    readonly messageId: string;
    readonly card: Card;
  }): Promise<boolean>;
  /** Adds a card under a posted one and gives its id on this surface. Throws VendorError. */
  reply(message: {
    readonly channel: string;
    readonly messageId: string;
    readonly card: Card;
    readonly key: string;
  }): Promise<string>;
  /** The message of ours below another one, or in answer to it, on which this mark stands; null: there is none. Throws VendorError. */
  find?(lookup: {
    readonly channel: string;
    readonly thread: string;
    readonly mark: string;
  }): Promise<string | null>;
  /** Whether it is connected, for /readyz. */
  isReady(): boolean;
  start(): Promise<void>;
  stop(): Promise<void>;
}
