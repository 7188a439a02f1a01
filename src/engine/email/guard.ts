// May we mail this person now: address, consent, caps, and what a marketing mail must carry.
import type { Profile } from '../customers/profile.ts';
import type { Team } from '../playbook/team.ts';
import { asciiAddress } from './address.ts';
import type { Purpose, RenderedMail } from './message.ts';

/** Why a mail may not go out; stable, so that the timeline and the cards can put it into words. */
export type MailRefusal =
  | 'no-email'
  | 'bad-address'
  | 'suppressed'
  | 'unsubscribed'
  | 'no-consent'
  | 'daily-cap'
  | 'weekly-cap'
  | 'no-unsubscribe-link'
  | 'no-postal-address';

export type MailPermission =
  | { readonly kind: 'allowed' }
  | { readonly kind: 'refused'; readonly reason: MailRefusal };

export type MailRequest = {
  readonly purpose: Purpose;
  readonly profile: Pick<Profile, 'email' | 'emailConsent'>;
  /** The address bounced for good; no mail of any purpose goes there. */
  readonly suppressed: boolean;
  /** Marketing mails already sent in the customer's calendar day and week. */
  readonly marketingToday: number;
  readonly marketingThisWeek: number;
  readonly limits: Pick<Team['limits'], 'email_cap_per_day' | 'email_cap_per_week'>;
  /** Null while it is not rendered yet: what the mail itself must carry is then not asked. */
  readonly mail: RenderedMail | null;
  /** Whether the team has given the postal address that marketing mail must carry. */
  readonly hasPostalAddress: boolean;
};

/**
 * Decides whether this mail may go to this person now. Asked when a plan is made and again in the transaction that
 * marks the send, so that a no counts at once. A transactional mail needs only an address that takes mail; marketing
 * needs recorded consent (unknown is no), the postal address, a way out and room under both caps.
 */
export function mayMail(request: MailRequest): MailPermission {
  const reason = addressRefusal(request) ?? marketingRefusal(request);
  return reason === null ? { kind: 'allowed' } : { kind: 'refused', reason };
}

/** Whether a text is one mail address we would send to. */
export function isMailAddress(text: string): boolean {
  return asciiAddress(text) !== null;
}

function addressRefusal(request: MailRequest): MailRefusal | null {
  const { email } = request.profile;
  if (email === null || email.trim() === '') return 'no-email';
  if (!isMailAddress(email)) return 'bad-address';
  if (request.mail !== null && !isMailAddress(request.mail.to)) return 'bad-address';
  return request.suppressed ? 'suppressed' : null;
}

function marketingRefusal(request: MailRequest): MailRefusal | null {
  // A mail once rendered as marketing stays marketing, whatever purpose the caller names.
  const marketing = request.purpose === 'marketing' || request.mail?.purpose === 'marketing';
  if (!marketing) return null;
  const { state } = request.profile.emailConsent;
  if (state !== 'subscribed') return state === 'unsubscribed' ? 'unsubscribed' : 'no-consent';
  if (!request.hasPostalAddress) return 'no-postal-address';
  if (request.mail !== null && !hasWayOut(request.mail)) return 'no-unsubscribe-link';
  if (request.marketingToday >= request.limits.email_cap_per_day) return 'daily-cap';
  if (request.marketingThisWeek >= request.limits.email_cap_per_week) return 'weekly-cap';
  return null;
}

/** The link stands in the header (made from `unsubscribeUrl`) and visibly in both forms of the body. */
function hasWayOut(mail: RenderedMail): boolean {
  const url = mail.unsubscribeUrl;
  if (url === null || !isUnsubscribeUrl(url)) return false;
  return mail.html.replaceAll('&amp;', '&').includes(url) && mail.text.includes(url);
}

/** RFC 8058 asks for https; plain http only while the server is on this machine. Nothing that could end the header. */
export function isUnsubscribeUrl(url: string): boolean {
  return /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/])[!-;=?-~]+$/.test(url);
}
