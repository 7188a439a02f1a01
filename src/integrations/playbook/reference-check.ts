// What an automation's actions name elsewhere: templates, tiers, people, values of texts, and the limits they owe to.
import type { PlannedAction, Reference } from '#engine/actions/action.ts';
import { textNames } from '#engine/actions/text-values.ts';
import type { Automation } from '#engine/automations/automation.ts';
import { takesCustomEvents } from '#engine/automations/trigger.ts';
import { type Flaw, unknownName } from '#engine/flaw.ts';
import { majorUnits, moneyOf } from '#engine/money.ts';
import type { PathFault } from '#engine/path-faults.ts';
import { type MailTemplate, showsCode } from '#engine/playbook/playbook.ts';
import type { Team } from '#engine/playbook/team.ts';
import { tierNames, tierPercents } from '#engine/playbook/tiers.ts';
import { checkText } from '../liquid/text.ts';

/** What actions may name. */
export type Named = { readonly team: Team; readonly templates: readonly MailTemplate[] };

/** Everything that is wrong with what an automation's actions name. */
export function checkActions(automation: Automation, named: Named): readonly PathFault[] {
  return automation.actions.flatMap((action, position) => {
    const place = { automation, action, position, named };
    return (action.references ?? []).flatMap((reference) =>
      faultsOf(reference, place).map((flaw) => ({
        path: ['do', position, action.kind, ...reference.path],
        flaw,
      })),
    );
  });
}

/** A reference's surroundings: its action, and the actions before it. */
type Place = {
  readonly automation: Automation;
  readonly action: PlannedAction;
  readonly position: number;
  readonly named: Named;
};

function faultsOf(reference: Reference, place: Place): readonly Flaw[] {
  const { name } = reference;
  const { team, templates } = place.named;
  switch (reference.kind) {
    case 'template':
      return faultsOfTemplate(name, place);
    case 'tier':
      return unlessNamed('tier', name, tierNames(team));
    case 'person':
      return unlessNamed(
        'person',
        name,
        team.people.map((person) => person.name),
      );
    case 'host':
      return faultsOfHost(name, team.limits.request_hosts);
    case 'text':
      return faultsOfText(name, place);
    case 'discount-percent':
      return [
        ...overLimit(Number(name), 'discount_percent_max', team.limits.discount_percent_max),
        ...faultsOfPurpose(place.action, templates),
      ];
    case 'tier-percent':
      return [...faultsOfTiers(team), ...faultsOfPurpose(place.action, templates)];
    case 'discount-amount':
      return [...faultsOfAmount(Number(name), team), ...faultsOfPurpose(place.action, templates)];
  }
}

function unlessNamed(
  what: 'tier' | 'person' | 'host',
  name: string,
  names: readonly string[],
): readonly Flaw[] {
  return names.includes(name) ? [] : [unknownName(what, name, names)];
}

function faultsOfTemplate(name: string, place: Place): readonly Flaw[] {
  const { templates } = place.named;
  const names = templates.map((template) => template.name);
  const template = templates.find((each) => each.name === name);
  if (template === undefined) return [unknownName('template', name, names)];
  return showsCode(template) && !hasCode(place) ? [{ reason: 'no-code', template: name }] : [];
}

/** Whether this action or one before it makes a code. */
function hasCode({ automation, position }: Place): boolean {
  return automation.actions
    .slice(0, position + 1)
    .some(({ references = [] }) => references.some(({ kind }) => isDiscount(kind)));
}

function isDiscount(kind: Reference['kind']): boolean {
  return kind === 'discount-percent' || kind === 'discount-amount' || kind === 'tier-percent';
}

function faultsOfText(source: string, place: Place): readonly Flaw[] {
  const { trigger } = place.automation;
  const started =
    trigger.kind === 'date' || trigger.kind === 'schedule'
      ? 'otherwise'
      : takesCustomEvents(trigger)
        ? 'by-custom-event'
        : 'by-event';
  const { discount, ...names } = textNames(started);
  const values = hasCode(place) && discount !== undefined ? { ...names, discount } : names;
  const isLong = source.includes('\n');
  return checkText(source, values).map(({ flaw, line }) =>
    line === null || !isLong ? flaw : { reason: 'in-text', line, flaw },
  );
}

function overLimit(value: number, name: string, most: number | undefined): readonly Flaw[] {
  return most !== undefined && value > most ? [{ reason: 'over-limit', limit: name, most }] : [];
}

function faultsOfTiers(team: Team): readonly Flaw[] {
  const percents = [...tierPercents(team).values()];
  if (percents.length === 0) return [{ reason: 'tier-percent-missing' }];
  return overLimit(Math.max(...percents), 'discount_percent_max', team.limits.discount_percent_max);
}

function faultsOfAmount(amount: number, { currency, limits }: Team): readonly Flaw[] {
  const over = overLimit(amount, 'discount_amount_max', limits.discount_amount_max);
  if (over.length > 0) return over;
  const isWhole = majorUnits(moneyOf(amount, currency)) === amount;
  return isWhole ? [] : [{ reason: 'no-amount', currency }];
}

function faultsOfHost(url: string, hosts: readonly string[]): readonly Flaw[] {
  const { host, username } = new URL(url);
  return username === '' ? unlessNamed('host', host, hosts) : [{ reason: 'credentials' }];
}

/** A mail with a discount is advertising: its template must carry the way out. */
function faultsOfPurpose(
  { references = [] }: PlannedAction,
  templates: readonly MailTemplate[],
): readonly Flaw[] {
  const name = references.find((reference) => reference.kind === 'template')?.name;
  const template = templates.find((candidate) => candidate.name === name);
  return template?.purpose === 'transactional'
    ? [{ reason: 'no-marketing', template: template.name }]
    : [];
}
