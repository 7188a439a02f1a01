// What an action is: its parameters, one line about it, and the effects it plans for one customer.
import type { z } from 'zod';
import type { Profile } from '../customers/profile.ts';
import type { RenderedMail } from '../email/message.ts';
import type { ShopEvent } from '../events/shop-event.ts';
import type { MailId } from '../ids.ts';
import type { Money } from '../money.ts';
import type { Reading } from '../path-faults.ts';
import type { RoutingRule } from '../playbook/team.ts';
import type { QueryOptions } from '../segments/grammar.ts';
import type { Duration } from '../time.ts';
import type { Control } from './control.ts';
import type { Effect } from './effect.ts';
import type { StepSummary } from './summary.ts';

/** For whom and upon what an action plans. */
export type ActionSubject = {
  readonly profile: Profile;
  readonly event: ShopEvent | null;
  readonly now: Date;
  readonly automation: { readonly name: string; readonly title: string };
  /** The newest code that the run has made or planned, as a mail may show it; null: there is none. */
  readonly discount: Readonly<Record<string, unknown>> | null;
};

/** What planning may draw on; given by the flow, so that the rooms of actions stay pure. */
export type PlanTools = {
  /** Renders a template of the playbook for this customer; throws UserError when there is no such template. */
  readonly renderMail: (
    template: string,
    profile: Profile,
    values: Readonly<Record<string, unknown>>,
  ) => Promise<RenderedMail>;
  /** Whether a template shows a discount code. */
  readonly showsCode: (template: string) => boolean;
  /** What people who bought the same also bought, as `recommended`; nothing where the template does not show it. */
  readonly recommendedFor: (
    template: string,
    profile: Profile,
  ) => Promise<Readonly<Record<string, unknown>>>;
  readonly newCode: (head: string) => string;
  readonly newMailId: () => MailId;
  readonly addDuration: (at: Date, duration: Duration) => Date;
  /** An amount in the shop's currency, from whole units as the playbook writes them. */
  readonly shopMoney: (major: number) => Money;
  /** Renders a text with Liquid in it as plain text; throws UserError for one that cannot be rendered. */
  readonly renderText: (source: string, subject: ActionSubject) => Promise<string>;
  /** The team's own rules of where words to it go. */
  readonly routing: readonly RoutingRule[];
  /** The percentage that team.yml gives to a level; null where it gives none. */
  readonly tierPercent: (tier: string | null) => number | null;
};

/** An action's plan, or why there is nothing to do. */
export type ActionPlan =
  | { readonly kind: 'planned'; readonly effects: readonly Effect[] }
  | { readonly kind: 'refused'; readonly reason: PlanRefusal };

/** Why an action has nothing to plan; shown on the timeline. */
export type PlanRefusal =
  | 'no-email'
  | 'unsubscribed'
  | 'no-consent'
  | 'already-so'
  | 'no-tier-discount'
  | 'too-long'
  | 'empty-text';

/** What an action names elsewhere in the playbook, or owes to its limits; checked when the playbook is read. */
export type Reference = {
  /** `text` is Liquid: its values are checked. */
  readonly kind:
    | 'template'
    | 'tier'
    | 'person'
    | 'text'
    | 'discount-percent'
    | 'discount-amount'
    | 'tier-percent'
    | 'host';
  readonly name: string;
  /** Where it stands in the action's parameters. */
  readonly path: readonly (string | number)[];
};

/** The definition of one kind of action. `Params` reads what stands in the YAML. */
export type Action<Params = unknown> = {
  /** The key in the playbook: `tag`, `email`. */
  readonly kind: string;
  readonly Params: z.ZodType<Params>;
  /** What it does, for cards and lists. */
  readonly summary: (params: Params) => StepSummary;
  readonly needsApproval: (params: Params) => boolean;
  /** Absent: it names nothing. */
  readonly references?: (params: Params) => readonly Reference[];
  readonly plan: (params: Params, subject: ActionSubject, tools: PlanTools) => Promise<ActionPlan>;
};

/** The definition of one kind of step that plans nothing. */
export type ControlAction<Steers extends Control = Control> = {
  readonly kind: string;
  /** `scope`: which fields of an event its conditions may name. */
  readonly read: (params: unknown, scope: QueryOptions) => Reading<Steers>;
};

/** An entry of an automation's `do`, its parameters read: it acts, or it steers. */
export type PlannedAction = ActingStep | ControlStep;

type Written = {
  readonly kind: string;
  readonly summary: StepSummary;
  readonly needsApproval: boolean;
  readonly references?: readonly Reference[];
  /** As written, for export and for the version's hash. */
  readonly params: unknown;
};

export type ActingStep = Written & {
  readonly control: null;
  readonly plan: (subject: ActionSubject, tools: PlanTools) => Promise<ActionPlan>;
};

type ControlStep = Written & { readonly control: Control };

/** Reads parameters with an action's own schema. Throws ZodError, which the playbook turns into faults. */
export function readAction<Params>(action: Action<Params>, params: unknown): ActingStep {
  const read = action.Params.parse(params);
  return {
    kind: action.kind,
    summary: action.summary(read),
    needsApproval: action.needsApproval(read),
    references: action.references?.(read) ?? [],
    params,
    control: null,
    plan: (subject, tools) => action.plan(read, subject, tools),
  };
}
