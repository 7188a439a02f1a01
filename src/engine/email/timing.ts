// When a marketing mail may go out at the earliest: not close upon the last one, and not in the quiet hours.
import { endOfQuiet, type QuietHours } from '../quiet-hours.ts';
import { addDuration, type Duration } from '../time.ts';

/** Why a mail waits. */
export type DelayReason = 'email-gap' | 'quiet-hours';

export type MailTiming =
  | { readonly kind: 'now' }
  | { readonly kind: 'later'; readonly until: Date; readonly reason: DelayReason }
  /** It would come so late that it is better not sent. */
  | { readonly kind: 'too-late' };

export type TimingRequest = {
  readonly now: Date;
  /** The last marketing mail to this customer; null: none. */
  readonly lastAt: Date | null;
  readonly gap: Duration;
  /** On the customer's clock; null: none. */
  readonly quiet: QuietHours | null;
  readonly zone: string;
  /** When the mail was free to go: its plan was made or approved. */
  readonly releasedAt: Date;
};

/** A mail waits for so long at most. */
const PATIENCE: Duration = { amount: 24, unit: 'h' };

/** Decides when a marketing mail goes. One whose turn is more than a day after it was free to go does not go at all. */
export function timeMail(request: TimingRequest): MailTiming {
  const { now, lastAt, gap, quiet, zone, releasedAt } = request;
  const afterGap = lastAt === null ? now : latest(now, addDuration(lastAt, gap, zone));
  const afterQuiet = quiet === null ? null : endOfQuiet(afterGap, quiet, zone);
  const until = afterQuiet ?? afterGap;
  if (until <= now) return { kind: 'now' };
  if (until > addDuration(releasedAt, PATIENCE)) return { kind: 'too-late' };
  return { kind: 'later', until, reason: afterGap > now ? 'email-gap' : 'quiet-hours' };
}

function latest(a: Date, b: Date): Date {
  return a > b ? a : b;
}
