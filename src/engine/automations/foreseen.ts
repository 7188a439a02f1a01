// What one firing of an automation would do at most: mails, codes, decisions, and what its codes could cost.
import { z } from 'zod';
import type { Profile } from '../customers/profile.ts';
import { decimalsOf } from '../money.ts';
import type { Automation } from './automation.ts';

/** Of one firing, as if nothing ended it early. */
export type Foreseen = {
  readonly mails: number;
  readonly codes: number;
  readonly approvals: number;
  /** The largest percentage of a code, of whatever tier; null: none takes a percentage off. */
  readonly percent: number | null;
  /** Minor units of the shop's currency: a share of the customer's largest order, or an amount; for every use. */
  readonly costFor: (profile: Pick<Profile, 'totals' | 'tier'>) => number;
};

/** The shop's currency, and what `percent: tier` gives on each level. */
export type Giving = {
  readonly currency: string;
  readonly tierPercents: ReadonlyMap<string, number>;
};

/** Reads it off the actions. */
export function foresee({ actions }: Pick<Automation, 'actions'>, giving: Giving): Foreseen {
  const promised = actions.flatMap(({ kind, params }) => {
    const read = kind === 'discount' ? params : OfMail.safeParse(params).data?.discount;
    return Promised.safeParse(read).data ?? [];
  });
  return {
    mails: actions.filter(({ kind }) => kind === 'email').length,
    codes: promised.length,
    percent: largestPercent(promised, giving),
    approvals: actions.filter(({ needsApproval }) => needsApproval).length,
    costFor: (profile) => promised.reduce((sum, code) => sum + costOf(code, profile, giving), 0),
  };
}

/** What a step promises, as the playbook writes it: the code of an `email`, or a `discount` of its own. */
const Promised = z.object({
  percent: z.union([z.number(), z.literal('tier')]).optional(),
  amount: z.number().optional(),
  uses: z.number().default(1),
});
const OfMail = z.object({ discount: Promised });

function largestPercent(
  promised: readonly z.infer<typeof Promised>[],
  { tierPercents }: Giving,
): number | null {
  const all = promised.flatMap(({ percent }) =>
    percent === 'tier' ? [...tierPercents.values()] : (percent ?? []),
  );
  return all.length === 0 ? null : Math.max(...all);
}

function costOf(
  { percent = 0, amount = 0, uses }: z.infer<typeof Promised>,
  { totals, tier }: Pick<Profile, 'totals' | 'tier'>,
  { currency, tierPercents }: Giving,
): number {
  const given = percent === 'tier' ? (tierPercents.get(tier ?? '') ?? 0) : percent;
  const share = Math.ceil((totals.largestOrder.minor * given) / 100);
  return (share + amount * 10 ** (decimalsOf(currency) ?? 2)) * uses;
}
