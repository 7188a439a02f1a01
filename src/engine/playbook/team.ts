// team.yml: the shop's people, channels, limits and sender.
import { z } from 'zod';
import { ROLES } from '../errors.ts';
import { as, withFlaw } from '../flaw.ts';
import { LANGUAGES } from '../language.ts';
import { decimalsOf } from '../money.ts';
import { parseQuietHours } from '../quiet-hours.ts';
import { isTimeZone, parseDuration } from '../time.ts';
import { findEscalationFaults } from './escalation.ts';
import { OfficeDuration, OfficeHoursFields } from './office-hours.ts';
import { findRoutingFaults } from './routing-faults.ts';
import { findTierFaults } from './tier-faults.ts';
import { Tiers } from './tiers.ts';

/** The channels that automations and cards are routed to, by purpose. */
export const CHANNELS = ['refunds', 'vips', 'approvals', 'sales', 'reports'] as const;
export type Channel = (typeof CHANNELS)[number];

const DurationText = z.string().refine((text) => parseDuration(text) !== null, as('duration'));
const QuietText = z.string().refine((text) => parseQuietHours(text) !== null, as('quiet-hours'));
const ChannelIds = z.partialRecord(z.enum(CHANNELS), z.string().min(1));
const RoleMap = z.strictObject({
  slack: z.array(z.string()).default([]),
  discord: z.array(z.string()).default([]),
});

/** One person's accounts are one person everywhere. */
export const Person = z.strictObject({
  name: z.string().min(1).max(80),
  roles: z.array(z.enum(ROLES)).min(1),
  slack: z.string().optional(),
  discord: z.string().optional(),
  email: z.string().optional(),
  /** What they are answered in; unset: the language of the channel they ask in. */
  language: z.enum(LANGUAGES).optional(),
});
export type Person = z.infer<typeof Person>;

const LimitsFields = z.strictObject({
  /** The largest percentage a code may have. */
  discount_percent_max: z.int().min(1).max(100).default(70),
  /** The largest amount a code may take off, in major units of the shop's currency; unset: what the budget allows. */
  discount_amount_max: z.number().positive().optional(),
  /** Above this percentage two different persons must approve; unset: one is enough. */
  second_approver_above: z.number().positive().optional(),
  /** The same for codes that take an amount off, in major units of the shop's currency. */
  second_approver_above_amount: z.number().positive().optional(),
  /** The same for refunds that are made through the shop. */
  second_approver_above_refund: z.number().positive().optional(),
  /** Hosts, with their port where it is not the usual one, that automations may send requests to; none: nowhere. */
  request_hosts: z.array(z.string().regex(/^[a-z0-9.-]+(:\d{1,5})?$/, as('host'))).default([]),
  /** Tokens that one teammate may have a language model use in a day. */
  assistant_tokens_per_day: z.int().min(0).default(200_000),
  approval_expiry: DurationText.default('3d'),
  /** Hours and minutes pass in `office_hours` only, where there are any; days and longer on the calendar. */
  case_due: DurationText.default('24h'),
  case_reminder: DurationText.default('4h'),
  /** How long a checkout must be quiet to count as left. */
  checkout_abandoned_after: DurationText.default('1h'),
  email_cap_per_day: z.int().min(1).default(1),
  email_cap_per_week: z.int().min(1).default(3),
  /** How long after one marketing mail the next may go to the same customer at the earliest. */
  email_gap: DurationText.default('16h'),
  /** Hours on the customer's clock in which no marketing mail goes out; unset: none. */
  quiet_hours: QuietText.optional(),
  /** The most that codes may be expected to cost in a day, in major units of the shop's currency; unset: no budget. */
  daily_discount_budget: z.number().positive().optional(),
  /** The same in a month of the shop's calendar; both are kept where both are set. */
  monthly_discount_budget: z.number().positive().optional(),
  /** Cards a minute and channel above which one digest card stands for the flood. */
  storm_threshold: z.int().min(1).default(20),
});

/** What happens to an approval that nobody decides, in office hours. */
const ApprovalsFields = z.strictObject({
  /** When its thread is reminded. */
  remind_after: OfficeDuration.default('4h'),
  /** When somebody is called. */
  escalate_after: OfficeDuration.default('8h'),
  /** Who: a name of `people`, or a role. */
  escalate_to: z.string().min(1).default('admin'),
});

/** What happens to a refund case that is overdue, in office hours. */
const CasesFields = z.strictObject({
  /** How long after it was due somebody is called. */
  escalate_after: OfficeDuration.default('4h'),
  /** Who, then and when a teammate escalates it: a name of `people`, or a role. */
  escalate_to: z.string().min(1).default('approver'),
});

/** When an automation may be let run by itself. */
const AutonomyFields = z.strictObject({
  /** Whether that is offered at all. */
  offer: z.boolean().default(true),
  /** How many decisions it takes at least. */
  sample: z.int().min(5).default(20),
  /** The percentage of them that must have approved what was proposed, unchanged. */
  unchanged_percent: z.number().min(50).max(100).default(95),
});

const OneOrMore = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);
const Amount = z.number().nonnegative(as('negative'));

/** One way of a word to the team: where all that is written holds, it goes to `to`. `route: [{ over: 1000, to: vips }]` */
export const Route = z.strictObject({
  /** The amount of the order, checkout, refund or return that it is about, in major units of the shop's currency. */
  over: Amount.optional(),
  /** Lifetime spend of the customer, in the same units. */
  spent_over: Amount.optional(),
  tier: OneOrMore.optional(),
  /** A tag of the customer, in any case: one of these. */
  tag: OneOrMore.optional(),
  /** More refunds than this so far: who keeps sending things back. */
  refunds_over: z.int().nonnegative().optional(),
  /** The shop that the event came from. */
  shop: z.enum(['shopify', 'bigcommerce', 'woocommerce', 'events', 'sample']).optional(),
  to: z.enum(CHANNELS),
  /** Who is named in it: a person of `people`. */
  mention: z.string().min(1).optional(),
});
export type Route = z.infer<typeof Route>;

/** A way for whatever would go to `from`; unset: to any channel. */
export const RoutingRule = Route.extend({
  from: z.union([z.enum(CHANNELS), z.array(z.enum(CHANNELS)).min(1)]).optional(),
});
export type RoutingRule = z.infer<typeof RoutingRule>;

const TeamFields = z.strictObject({
  timezone: z.string().refine(isTimeZone, as('time-zone')).default('UTC'),
  currency: z
    .string()
    .refine((code) => decimalsOf(code) !== null, as('currency'))
    .default('USD'),
  shop_name: z.string().min(1).default('Our shop'),
  /** What the team is spoken to in, and customers whose own language is not known. */
  language: z.enum(LANGUAGES).default('en'),
  /** The visible sender of mails and the postal address that marketing mail must carry. */
  sender: z
    .strictObject({
      name: z.string().min(1).default('Our shop'),
      postal_address: z.string().optional(),
      reply_to: z.string().optional(),
    })
    .default({ name: 'Our shop' }),
  /** How customers are written to: what a language model that drafts keeps to. */
  tone: z.string().min(1).max(500).optional(),
  people: z.array(Person).default([]),
  channels: z
    .strictObject({
      slack: ChannelIds.default({}),
      discord: ChannelIds.default({}),
      /** Hours in which a channel's cards are held back and come as one card afterwards. */
      quiet: z.partialRecord(z.enum(CHANNELS), QuietText).default({}),
      /** What a channel is written to in, where that is not the team's language. */
      language: z.partialRecord(z.enum(CHANNELS), z.enum(LANGUAGES)).default({}),
    })
    .default({ slack: {}, discord: {}, quiet: {}, language: {} }),
  roles: z.partialRecord(z.enum(ROLES), RoleMap).default({}),
  limits: LimitsFields.default(() => LimitsFields.parse({})),
  /** When somebody is there; unset: always. */
  office_hours: OfficeHoursFields.optional(),
  approvals: ApprovalsFields.default(() => ApprovalsFields.parse({})),
  cases: CasesFields.default(() => CasesFields.parse({})),
  autonomy: AutonomyFields.default(() => AutonomyFields.parse({})),
  /** What a channel is told of a customer. */
  privacy: z
    .strictObject({
      /** Whether e-mail addresses and phone numbers are masked on what everybody in a channel reads. */
      mask_in_channels: z.boolean().default(true),
    })
    .default({ mask_in_channels: true }),
  /** The loyalty list, lowest first. */
  tiers: Tiers,
  /** Where words to the team go, whatever their automation says; the first rule that fits counts. */
  routing: z.array(RoutingRule).default([]),
});

export const Team = TeamFields.superRefine((team, context) => {
  for (const { path, flaw } of [
    ...findTierFaults(team, team.limits.discount_percent_max),
    ...findRoutingFaults(team),
    ...findEscalationFaults(team),
  ])
    context.addIssue({ code: 'custom', path: [...path], ...withFlaw(flaw) });
});
export type Team = z.infer<typeof Team>;
