// When a plan's mail may go out, with what the database says of the last one.
import type { Approval } from '../approvals/approval.ts';
import type { Plan } from '../approvals/plan.ts';
import type { Profile } from '../customers/profile.ts';
import { zoneOf } from '../customers/zone.ts';
import type { Deps } from '../deps.ts';
import type { RenderedMail } from '../email/message.ts';
import { type MailTiming, timeMail } from '../email/timing.ts';
import type { Records } from '../ports/storage.ts';
import { parseQuietHours } from '../quiet-hours.ts';
import { parseDuration } from '../time.ts';

/**
 * Asks for the timing of a mail inside the transaction that marks it. Transactional mails and answers to a customer's
 * own request go at once.
 */
export async function timingOf(
  deps: Pick<Deps, 'playbook' | 'now'>,
  records: Pick<Records, 'mails'>,
  request: {
    readonly plan: Plan;
    readonly approval: Approval | null;
    readonly profile: Profile;
    readonly mail: RenderedMail;
  },
): Promise<MailTiming> {
  const { plan, approval, profile, mail } = request;
  if (mail.purpose === 'transactional' || plan.origin.kind === 'case') return { kind: 'now' };
  const { limits, timezone } = deps.playbook.team;
  return timeMail({
    now: deps.now(),
    lastAt: await records.mails.lastMarketing(profile.id),
    gap: parseDuration(limits.email_gap) ?? { amount: 0, unit: 'h' },
    quiet: limits.quiet_hours === undefined ? null : parseQuietHours(limits.quiet_hours),
    zone: zoneOf(profile, timezone),
    releasedAt: approval?.decisions.at(-1)?.at ?? plan.createdAt,
  });
}
