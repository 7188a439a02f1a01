// What keeps an automation from running for somebody now, and from when on it could: re-entry, consent, caps.
import type { Automation, Reentry } from '../automations/automation.ts';
import type { Profile } from '../customers/profile.ts';
import { zoneOf } from '../customers/zone.ts';
import { countSent, roomAt } from '../email/caps.ts';
import { type MailRefusal, mayMail } from '../email/guard.ts';
import type { Purpose } from '../email/message.ts';
import { type MailTemplate, showsCode } from '../playbook/playbook.ts';
import type { Team } from '../playbook/team.ts';
import { addDuration, dayOf } from '../time.ts';

/** Why it does not run now; stable, so that cards can put it into words. */
export type Hindrance = 'reentry' | MailRefusal;

/** `until`: from when on it no longer hinders, as far as anybody can say; null: nobody can, or never. */
export type Hindered = { readonly reason: Hindrance; readonly until: Date | null };

/** What an automation mails. */
export type Mailing = {
  readonly purpose: Purpose;
  /** Whether the mail comes before any wait. */
  readonly atOnce: boolean;
  /** Whether mails, with their codes, are all that it does. */
  readonly only: boolean;
};

/** What the past says of a customer. */
export type Past = {
  /** The latest start of a live run. */
  readonly lastStart: Date | null;
  readonly suppression: 'bounced' | 'unsubscribed' | null;
  /** When marketing mails went to them, at least those that the caps count. */
  readonly sent: readonly Date[];
};

type Setting = { readonly now: Date; readonly team: Pick<Team, 'timezone' | 'limits' | 'sender'> };

/** What an automation mails first; null: nothing. */
export function mailingOf(
  { actions }: Pick<Automation, 'actions'>,
  templates: readonly MailTemplate[],
): Mailing | null {
  const position = actions.findIndex(({ kind }) => kind === 'email');
  const mail = actions[position];
  if (mail === undefined) return null;
  const acting = actions.filter(({ control }) => control === null);
  const before = actions.slice(0, position);
  const name = mail.references?.find(({ kind }) => kind === 'template')?.name;
  const template = templates.find((each) => each.name === name);
  const hasOffer = mail.references?.some(({ kind }) => kind !== 'template') === true;
  const showsOffer =
    template !== undefined && showsCode(template) && before.some(({ kind }) => kind === 'discount');
  const isMarketing = hasOffer || showsOffer || template?.purpose === 'marketing';
  return {
    purpose: isMarketing ? 'marketing' : 'transactional',
    atOnce: before.every(({ control }) => control === null),
    only: acting.every(({ kind }) => kind === 'email' || kind === 'discount'),
  };
}

/** Whether it makes discount codes, which the day's budget must bear. */
export function makesCodes({ actions }: Pick<Automation, 'actions'>): boolean {
  return actions.some(
    ({ kind, references = [] }) =>
      kind === 'discount' ||
      (kind === 'email' && references.some((each) => each.kind !== 'template')),
  );
}

/** Whether re-entry lets a customer in whose last run began then. */
export function reentryHindrance(
  reentry: Reentry,
  lastStart: Date | null,
  { now, zone }: { readonly now: Date; readonly zone: string },
): Hindered | null {
  if (reentry.kind === 'always' || lastStart === null) return null;
  if (reentry.kind === 'never') return { reason: 'reentry', until: null };
  const until = addDuration(lastStart, reentry.duration, zone);
  return until <= now ? null : { reason: 'reentry', until };
}

/** Whether the mail may go to them: address, consent, and, where it goes at once, the caps. */
export function mailHindrance(
  mailing: Mailing,
  profile: Profile,
  past: Pick<Past, 'suppression' | 'sent'>,
  { now, team }: Setting,
): Hindered | null {
  const zone = zoneOf(profile, team.timezone);
  const counted = countSent(past.sent, dayOf(now, zone), zone);
  const { emailConsent } = profile;
  const hasLeft = past.suppression === 'unsubscribed';
  const asked = mayMail({
    purpose: mailing.purpose,
    profile: {
      email: profile.email,
      emailConsent: hasLeft ? { ...emailConsent, state: 'unsubscribed' } : emailConsent,
    },
    suppressed: past.suppression === 'bounced',
    marketingToday: mailing.atOnce ? counted.day : 0,
    marketingThisWeek: mailing.atOnce ? counted.week : 0,
    limits: team.limits,
    mail: null,
    hasPostalAddress: (team.sender.postal_address ?? '') !== '',
  });
  if (asked.kind === 'allowed') return null;
  const isCap = asked.reason === 'daily-cap' || asked.reason === 'weekly-cap';
  const until = isCap ? roomAt(past.sent, team.limits, { now, zone }) : null;
  return { reason: asked.reason, until };
}

/**
 * Why a run that a hand starts leaves somebody out. Consent and caps count where mails are all that it does; otherwise
 * the mail alone is left out, by its own step.
 */
export function whyLeftOut(
  { automation, mailing }: { readonly automation: Automation; readonly mailing: Mailing | null },
  profile: Profile,
  past: Past,
  setting: Setting,
): Hindered | null {
  const { now, team } = setting;
  const again = reentryHindrance(automation.reentry, past.lastStart, { now, zone: team.timezone });
  if (again !== null || mailing === null || !mailing.only) return again;
  return mailHindrance(mailing, profile, past, setting);
}
