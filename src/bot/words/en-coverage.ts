// Coverage in English: who is on no tier, whom no rule covers or several do, and where bounds leave a gap.
import { counted, list, number } from './en-speech.ts';

function customers(count: number): string {
  return counted(count, 'customer', 'customers');
}

function are(count: number): string {
  return `${customers(count)} ${count === 1 ? 'is' : 'are'}`;
}

/** Words of the coverage card. */
export const coverage = {
  title: 'Coverage',
  tiersTitle: 'Tiers',
  noTiers: 'There are no tiers. Name some in team.yml, under tiers.',
  by: {
    amount_spent: 'Tiers follow what was spent, refunds left in (amount_spent).',
    amount_spent_net: 'Tiers follow what was spent, refunds taken off (amount_spent_net).',
  },
  byHand: 'Tiers are set by hand: team.yml gives them no bounds.',
  levelColumns: ['Tier', 'From', 'Up to, not including', 'Customers', 'Set by hand'],
  nameColumns: ['Tier', 'Customers'],
  below: (count: number, lowest: string) => `${are(count)} below ${lowest}, on no tier.`,
  without: (count: number) => `${are(count)} on no tier.`,
  hole: (from: string, upto: string | null, count: number) =>
    `${upto === null ? `${from} and more` : `${from} up to ${upto}, not including,`} belongs to no tier: ${customers(count)}.`,
  elsewhere: (count: number) =>
    `${are(count)} on no tier: their spend is in another currency than the shop’s.`,
  unlisted: (count: number) => `${are(count)} held on a tier that team.yml does not name any more.`,
  waiting: (count: number) =>
    `${are(count)} on another tier than the bounds of now say. Restart Regulars to regroup them.`,
  rulesTitle: 'Rules',
  noRules: 'There are no rules to compare: no segment and no live automation with a condition.',
  ruleColumns: ['Rule', 'Customers'],
  rule: (name: string, kind: 'segment' | 'automation') =>
    kind === 'automation' ? `${name} (automation)` : name,
  buyers: (none: number, several: number, total: number) =>
    `Of ${counted(total, 'buyer', 'buyers')}, no rule covers ${number(none)}, and two or more cover ${number(several)}.`,
  everybody: (none: number, several: number, total: number) =>
    `Of all ${customers(total)}, no rule covers ${number(none)}, and two or more cover ${number(several)}.`,
  who: ['Buyers whom no rule covers: ', 'segment members '] as const,
  overlapTitle: 'Covered twice, most first',
  overlapColumns: ['Rule', 'And', 'Customers'],
  seamTitle: 'Gaps and overlaps in bounds',
  exactly: (value: string) => `exactly ${value}`,
  range: (first: string | null, last: string | null) =>
    first === null
      ? `up to ${last ?? ''}`
      : last === null
        ? `from ${first} up`
        : `from ${first} to ${last}`,
  gap: (field: string, values: string, rules: string) =>
    `${field} ${values}: no rule, between ${rules}.`,
  mayBeClosed: ' What else they ask may take some of them in.',
  overlap: (field: string, values: string, rules: string) => `${field} ${values}: both ${rules}.`,
  all: list,
  uncounted: (rule: string, why: string | null) =>
    `Not counted: ${rule}, ${why ?? 'which has no condition and takes whoever comes'}.`,
};
