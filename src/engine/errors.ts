// Failures, named for who must act on them; business refusals are results, not errors.
import type { CustomerId } from './ids.ts';
import type { Invalid } from './invalid.ts';

/**
 * What a teammate did that cannot be done, as data: `code` is stable and goes into `--json`, the words come from the
 * catalogue (`bot/words`).
 */
export type Problem =
  | {
      readonly code: 'not-found';
      readonly what: NamedThing;
      readonly who: string;
      readonly nearest?: readonly Candidate[];
    }
  | { readonly code: 'ambiguous'; readonly who: string; readonly candidates: readonly Candidate[] }
  | { readonly code: 'forbidden'; readonly needs: Role; readonly has: Role }
  | { readonly code: 'usage'; readonly message: string; readonly usage?: string }
  | ({ readonly code: 'invalid'; readonly field: string } & Invalid)
  | {
      readonly code: 'stale';
      readonly what: NamedThing;
      readonly state: string;
      readonly by?: string;
      readonly at?: Date;
    }
  /** `automation` is off, so that nothing of it can be run. */
  | { readonly code: 'automation-off'; readonly automation: string }
  | { readonly code: 'not-connected'; readonly what: string }
  | { readonly code: 'unavailable'; readonly what: string };

/** A customer who may have been meant; `order` where what was typed is the number of an order of theirs. */
export type Candidate = {
  readonly id: CustomerId;
  readonly name: string;
  readonly email: string | null;
  readonly tier: string | null;
  readonly lastOrderAt: Date | null;
  readonly order: { readonly shop: string; readonly number: string } | null;
};

/** A noun of the product, for messages about a thing that is missing or has moved on. */
export type NamedThing =
  | 'customer'
  | 'segment'
  | 'batch'
  | 'approval'
  | 'case'
  | 'task'
  | 'automation'
  | 'run'
  | 'event'
  | 'command'
  | 'mail'
  | 'template'
  | 'merge'
  | 'suggestion'
  | 'teammate'
  | 'card';

/** What a teammate may do; each role may all that the ones before it may. */
export const ROLES = ['viewer', 'agent', 'approver', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** The teammate must act: shown to them, in the catalogue's words. */
export class UserError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem, options?: ErrorOptions) {
    super(problem.code, options);
    this.name = 'UserError';
    this.problem = problem;
  }
}

/** What is refused until somebody mends it, and the service's own word for why. */
export type Refused = { readonly what: 'account' | 'channel'; readonly reason: string };

/**
 * An outside service failed. `retryable`: the same call may succeed later. `ambiguous`: it may have acted although it did
 * not say so. `refused`: it takes nothing from us, or nothing in this channel, whatever it is.
 */
export class VendorError extends Error {
  readonly vendor: string;
  readonly status: number | null;
  readonly retryable: boolean;
  readonly ambiguous: boolean;
  readonly retryAfterMs: number | null;
  readonly refused: Refused | null;

  constructor(
    message: string,
    details: {
      readonly vendor: string;
      readonly status?: number | null;
      readonly retryable: boolean;
      readonly ambiguous?: boolean;
      readonly retryAfterMs?: number | null;
      readonly refused?: Refused | null;
      readonly cause?: unknown;
    },
  ) {
    super(message, { cause: details.cause });
    this.name = 'VendorError';
    this.vendor = details.vendor;
    this.status = details.status ?? null;
    this.retryable = details.retryable;
    this.ambiguous = details.ambiguous ?? false;
    this.retryAfterMs = details.retryAfterMs ?? null;
    this.refused = details.refused ?? null;
  }
}

/**
 * Storage has no connection to give at the moment: the statement was not run, and the same one may succeed later. No
 * VendorError, for one that is thrown after an effect must not read as if the effect had failed.
 */
export class StorageBusyError extends Error {
  constructor(options?: ErrorOptions) {
    super('storage has no connection to give', options);
    this.name = 'StorageBusyError';
  }
}

/** One fault of the configuration or the playbook: where it is, and what to do. */
export type Fault = { readonly where: string; readonly message: string };

/** The operator must act: every fault of the configuration at once. */
export class ConfigError extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(faults.map((fault) => `${fault.where}: ${fault.message}`).join('\n'));
    this.name = 'ConfigError';
    this.faults = faults;
  }
}

/** We must act: something that cannot be, is. */
export class InvariantError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'InvariantError';
  }
}
