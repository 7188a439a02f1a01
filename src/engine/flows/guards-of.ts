// What stands between an automation and one customer now, beside its condition, and until when: for whoever asks why.
import type { Automation, RunningMode } from '../automations/automation.ts';
import type { Profile } from '../customers/profile.ts';
import { zoneOf } from '../customers/zone.ts';
import type { Deps } from '../deps.ts';
import { shortageOf } from '../discounts/budget.ts';
import { type DelayReason, timeMail } from '../email/timing.ts';
import { parseQuietHours } from '../quiet-hours.ts';
import {
  type Hindrance,
  type Mailing,
  mailHindrance,
  mailingOf,
  makesCodes,
  type Past,
  reentryHindrance,
} from '../runs/guards.ts';
import { parseDuration } from '../time.ts';
import { budgetsNow } from './discount-budget.ts';
import { pastOfMany } from './guard-runs.ts';
import { isPaused } from './pause.ts';

/** `reentry` keeps the run from starting; the rest holds back a mail, a code, or everything while paused. */
export type GuardReason = Hindrance | DelayReason | 'over-budget' | 'paused';

/** A guard that stands in the way; `until` as in `Hindered`. */
export type GuardInTheWay = { readonly reason: GuardReason; readonly until: Date | null };

type GuardDeps = Pick<Deps, 'storage' | 'playbook' | 'now'>;

/** The guards that stand in the way now, the ones that weigh most first; none: it would go through at once. */
export async function guardsOf(
  deps: GuardDeps,
  running: { readonly automation: Automation; readonly mode: RunningMode },
  profile: Profile,
): Promise<readonly GuardInTheWay[]> {
  const { automation } = running;
  const past = (await pastOfMany(deps, deps.storage, running, [profile]))(profile);
  const { team, templates } = deps.playbook;
  const now = deps.now();
  const mailing = mailingOf(automation, templates);
  const again = reentryHindrance(automation.reentry, past.lastStart, { now, zone: team.timezone });
  return [
    ...((await isPaused(deps)) ? [{ reason: 'paused', until: null } as const] : []),
    ...(again === null ? [] : [again]),
    ...(mailing === null ? [] : await mailGuards(deps, mailing, profile, past)),
    ...(makesCodes(automation) ? await budgetGuards(deps) : []),
  ];
}

async function mailGuards(
  deps: GuardDeps,
  mailing: Mailing,
  profile: Profile,
  past: Past,
): Promise<readonly GuardInTheWay[]> {
  const { team } = deps.playbook;
  const refused = mailHindrance(mailing, profile, past, { now: deps.now(), team });
  if (refused !== null) return [refused];
  return mailing.purpose === 'marketing' && mailing.atOnce ? delays(deps, profile) : [];
}

/** What a mail would wait for that is free to go now. */
async function delays(
  { storage, playbook, now }: GuardDeps,
  profile: Profile,
): Promise<readonly GuardInTheWay[]> {
  const { limits, timezone } = playbook.team;
  const timing = timeMail({
    now: now(),
    lastAt: await storage.mails.lastMarketing(profile.id),
    gap: parseDuration(limits.email_gap) ?? { amount: 0, unit: 'h' },
    quiet: limits.quiet_hours === undefined ? null : parseQuietHours(limits.quiet_hours),
    zone: zoneOf(profile, timezone),
    releasedAt: now(),
  });
  if (timing.kind === 'now') return [];
  return timing.kind === 'later'
    ? [{ reason: timing.reason, until: timing.until }]
    : [{ reason: 'email-gap', until: null }];
}

/** Of two budgets that are used up the one that renews last counts. */
async function budgetGuards(deps: GuardDeps): Promise<readonly GuardInTheWay[]> {
  const leastCost = { minor: 1, currency: deps.playbook.team.currency };
  const shortage = shortageOf(await budgetsNow(deps, deps.storage), leastCost);
  return shortage === null ? [] : [{ reason: 'over-budget', until: shortage.renewsAt }];
}
