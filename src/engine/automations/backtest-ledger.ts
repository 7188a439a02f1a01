// What an automation would have done in a back-test: when, for whom, at what cost, with examples.
import type { CustomerId } from '../ids.ts';
import type { Money } from '../money.ts';
import { explain, type Setting } from '../segments/condition.ts';
import type { Subject } from '../segments/field.ts';
import type { Trace } from '../segments/trace.ts';
import { dayOf } from '../time.ts';
import type { Automation } from './automation.ts';
import { foresee, type Giving } from './foreseen.ts';

/** One firing with the argument for it, as the customer was then; null: it asks nothing. */
export type BacktestSample = {
  readonly customerId: CustomerId;
  readonly at: Date;
  readonly trace: Trace | null;
};

export type LedgerReport = {
  readonly firings: number;
  readonly customers: number;
  /** How many decisions the team would have been asked for. */
  readonly approvals: number;
  /** What its codes could have cost, each on the largest order that its customer had made by then. */
  readonly exposure: Money;
  /** Months ("2026-03", on the shop's clock) from the first firing to the last, those without one too. */
  readonly byMonth: readonly { readonly month: string; readonly firings: number }[];
  readonly sample: readonly BacktestSample[];
};

export type Ledger = {
  readonly add: (subject: Subject, at: Date) => void;
  readonly report: () => LedgerReport;
};

/** The shop's clock, and what codes are reckoned by. */
type LedgerPlace = Giving & { readonly zone: string };

/** What the automation under test would have done. */
export function createLedger(automation: Automation, place: LedgerPlace): Ledger {
  const { zone, currency } = place;
  const foreseen = foresee(automation, place);
  const monthOf = rememberMonth(zone);
  const months = new Map<string, number>();
  const customers = new Set<CustomerId>();
  const samples: BacktestSample[] = [];
  let firings = 0;
  let exposure = 0;
  return {
    add(subject: Subject, at: Date): void {
      firings += 1;
      customers.add(subject.profile.id);
      const month = monthOf(at);
      months.set(month, (months.get(month) ?? 0) + 1);
      exposure += foreseen.costFor(subject.profile);
      // The first, the second, the fourth …: examples from the whole span, each argued only once.
      if (Number.isInteger(Math.log2(firings)))
        samples.push(sampleOf(automation, subject, { now: at, zone, currency }));
    },
    report: () => ({
      firings,
      customers: customers.size,
      approvals: firings * foreseen.approvals,
      exposure: { minor: exposure, currency },
      byMonth: withGaps(months),
      sample: samples.slice(-SAMPLES),
    }),
  };
}

const SAMPLES = 5;

function sampleOf({ when }: Automation, subject: Subject, setting: Setting): BacktestSample {
  return {
    customerId: subject.profile.id,
    at: setting.now,
    trace: when === null ? null : explain(when.condition, subject, setting),
  };
}

/** A tick fires many at one instant: its month is worked out once. */
function rememberMonth(zone: string): (at: Date) => string {
  let known = { at: Number.NaN, month: '' };
  return (at) => {
    const ms = at.getTime();
    if (ms !== known.at) known = { at: ms, month: dayOf(at, zone).slice(0, 7) };
    return known.month;
  };
}

function withGaps(months: ReadonlyMap<string, number>): LedgerReport['byMonth'] {
  const known = [...months.keys()].sort();
  const [first, last] = [known[0], known.at(-1)];
  const all: { month: string; firings: number }[] = [];
  for (let month = first; month !== undefined && last !== undefined && month <= last; ) {
    all.push({ month, firings: months.get(month) ?? 0 });
    month = monthAfter(month);
  }
  return all;
}

function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12
    ? `${year + 1}-01`
    : `${String(year).padStart(4, '0')}-${String(number + 1).padStart(2, '0')}`;
}
