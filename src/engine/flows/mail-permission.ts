// Whether a mail may go to a customer now, with what the database says of consent, suppression and caps.
import type { Profile } from '../customers/profile.ts';
import type { Deps } from '../deps.ts';
import { type MailPermission, mayMail } from '../email/guard.ts';
import type { RenderedMail } from '../email/message.ts';
import type { Records } from '../ports/storage.ts';
import { dayOf, moveDay, startOfDay } from '../time.ts';

/** An address that has left stays out, whatever a shop says of its owner later. */
const GONE = { state: 'unsubscribed', at: null, source: null } as const;

type PermissionDeps = Pick<Deps, 'playbook' | 'now'>;

/**
 * Asks the guard inside a transaction, so that what it read cannot change before the marker is written. With `caps`
 * unset the daily and weekly caps are not asked: a plan may wait for its approval longer than a day.
 */
export async function permissionToMail(
  deps: PermissionDeps,
  records: Pick<Records, 'mails'>,
  request: { readonly profile: Profile; readonly mail: RenderedMail; readonly caps: boolean },
): Promise<MailPermission> {
  const { profile, mail } = request;
  const { team } = deps.playbook;
  const suppression =
    profile.email === null ? null : await records.mails.suppression(profile.email);
  const zone = profile.timezone ?? team.timezone;
  const today = dayOf(deps.now(), zone);
  const since = (days: number) => startOfDay(moveDay(today, { days: -days }), zone);
  return mayMail({
    purpose: mail.purpose,
    profile: suppression === 'unsubscribed' ? { ...profile, emailConsent: GONE } : profile,
    suppressed: suppression === 'bounced',
    marketingToday: request.caps ? await records.mails.countMarketing(profile.id, since(0)) : 0,
    marketingThisWeek: request.caps ? await records.mails.countMarketing(profile.id, since(6)) : 0,
    limits: team.limits,
    mail,
    hasPostalAddress: (team.sender.postal_address ?? '') !== '',
  });
}
