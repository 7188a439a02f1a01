// The Mailer port: hands one message to a mail server, and says honestly what became of it.
import type { RenderedMail } from '../email/message.ts';

export type OutgoingMail = {
  /** The same in every attempt: `<step@domain>`. */
  readonly messageId: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly replyTo: string | null;
  readonly mail: RenderedMail;
};

/** What is known after an attempt. Only `not-accepted` may be tried again; `uncertain` is for a person to settle. */
export type MailOutcome =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'not-accepted'; readonly reason: string }
  | { readonly kind: 'refused'; readonly reason: string; readonly badAddress: boolean }
  | { readonly kind: 'uncertain'; readonly reason: string };

export interface Mailer {
  readonly name: 'smtp' | 'mailbox';
  /** Never throws for what the server or the network does. */
  send(mail: OutgoingMail): Promise<MailOutcome>;
  /** Whether this message was accepted before, where that can be known; null where it cannot (SMTP). */
  wasAccepted(messageId: string): Promise<boolean | null>;
  /** Connects and greets, for `regulars check`; throws VendorError. */
  ping(): Promise<void>;
}
