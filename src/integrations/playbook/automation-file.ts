// automations/*.yml → automations that may run: read, and checked against the rest of the playbook.
import type { Reference } from '#engine/actions/action.ts';
import type { Automation } from '#engine/automations/automation.ts';
import { readAutomation } from '#engine/automations/schema.ts';
import type { Fault } from '#engine/errors.ts';
import { majorUnits, moneyOf } from '#engine/money.ts';
import { suggestName } from '#engine/nearest.ts';
import type { PathFault } from '#engine/path-faults.ts';
import type { MailTemplate } from '#engine/playbook/playbook.ts';
import type { Team } from '#engine/playbook/team.ts';
import { tierNames } from '#engine/playbook/tiers.ts';
import { shorten } from '#engine/segments/tokens.ts';
import { listFiles, readText } from './text-file.ts';
import { readYaml } from './yaml-file.ts';

/** What automations may name. */
export type Surroundings = {
  readonly team: Team;
  readonly templates: readonly MailTemplate[];
  readonly segmentNames: readonly string[];
};

/** The automations that may run, and what is wrong with the others. */
export type ReadAutomations = {
  readonly automations: readonly Automation[];
  readonly faults: readonly Fault[];
};

/** Reads every automation of a playbook; of two with one name the first file's counts. */
export async function loadAutomations(
  dir: string,
  surroundings: Surroundings,
): Promise<ReadAutomations> {
  const automations = new Map<string, { readonly file: string; readonly automation: Automation }>();
  const faults: Fault[] = [];
  for (const file of await listFiles(dir, 'automations', ['.yml', '.yaml'])) {
    const read = await loadAutomation(dir, file, surroundings);
    faults.push(...read.faults);
    for (const automation of read.automations) {
      const twin = automations.get(automation.name);
      if (twin === undefined) automations.set(automation.name, { file, automation });
      else faults.push({ where: file, message: `name: ${twin.file} has this name already` });
    }
  }
  return { automations: [...automations.values()].map((entry) => entry.automation), faults };
}

async function loadAutomation(
  dir: string,
  file: string,
  surroundings: Surroundings,
): Promise<ReadAutomations> {
  const read = await readText(dir, file);
  if (read.kind === 'missing') return { automations: [], faults: [] };
  if (read.kind === 'unreadable')
    return { automations: [], faults: [{ where: file, message: read.message }] };
  const yaml = readYaml(file, read.text);
  if (!yaml.ok) return { automations: [], faults: yaml.faults };
  const { data, placeFaults } = yaml.file;
  const parsed = readAutomation(withCaseDue(data, surroundings.team.limits.case_due));
  const faults = parsed.ok ? checkReferences(parsed.automation, surroundings) : parsed.faults;
  const automations = parsed.ok && faults.length === 0 ? [parsed.automation] : [];
  return { automations, faults: placeFaults(faults) };
}

/** A case without a due time of its own has the team's. */
function withCaseDue(data: unknown, due: string): unknown {
  if (!isLoose(data) || !Array.isArray(data.do)) return data;
  const actions = data.do.map((entry: unknown) =>
    isLoose(entry) && isLoose(entry.open_case)
      ? { ...entry, open_case: { due, ...entry.open_case } }
      : entry,
  );
  return { ...data, do: actions };
}

function checkReferences(automation: Automation, surroundings: Surroundings): readonly PathFault[] {
  return [
    ...checkTrigger(automation.trigger, surroundings.segmentNames),
    ...checkActions(automation, surroundings),
  ];
}

function checkTrigger(
  trigger: Automation['trigger'],
  names: readonly string[],
): readonly PathFault[] {
  if (trigger.kind !== 'segment') return [];
  const { segment } = trigger;
  if (names.includes(segment)) return [];
  const message = `there is no segment '${shorten(segment)}' that can be used.${suggestName(segment, names)}`;
  return [{ path: ['on', `segment.${trigger.change}`], message }];
}

function checkActions(automation: Automation, surroundings: Surroundings): readonly PathFault[] {
  return automation.actions.flatMap(({ kind, references = [] }, position) =>
    references.flatMap((reference) => {
      const message =
        faultOf(reference, surroundings) ??
        faultOfDiscount(reference, references, surroundings.templates);
      const path = ['do', position, kind, ...reference.path];
      return message === null ? [] : [{ path, message }];
    }),
  );
}

function faultOf(reference: Reference, { team, templates }: Surroundings): string | null {
  switch (reference.kind) {
    case 'template': {
      const names = templates.map((template) => template.name);
      if (names.includes(reference.name)) return null;
      return `there is no template '${reference.name}' that can be used.${suggestName(reference.name, names)}`;
    }
    case 'tier': {
      const names = tierNames(team);
      return names.includes(reference.name)
        ? null
        : `'${reference.name}' is no tier of team.yml.${suggestName(reference.name, names)}`;
    }
    case 'discount-percent': {
      const most = team.limits.discount_percent_max;
      return Number(reference.name) <= most
        ? null
        : `is more than limits.discount_percent_max of team.yml allows (${most})`;
    }
    case 'discount-amount':
      return faultOfAmount(Number(reference.name), team);
  }
}

function faultOfAmount(amount: number, { currency, limits }: Team): string | null {
  const most = limits.discount_amount_max;
  if (most !== undefined && amount > most)
    return `is more than limits.discount_amount_max of team.yml allows (${most})`;
  return majorUnits(moneyOf(amount, currency)) === amount
    ? null
    : `is no amount that ${currency} has`;
}

/** A mail with a discount is advertising: its template must carry the way out. */
function faultOfDiscount(
  { kind }: Reference,
  references: readonly Reference[],
  templates: readonly MailTemplate[],
): string | null {
  if (kind !== 'discount-percent' && kind !== 'discount-amount') return null;
  const name = references.find((reference) => reference.kind === 'template')?.name;
  const template = templates.find((candidate) => candidate.name === name);
  return template?.purpose === 'transactional'
    ? `a mail with a discount is marketing: say so in emails/${template.name}.mjml.liquid`
    : null;
}

/** What is looked at before the data has been checked. */
type Loose = { readonly do?: unknown; readonly open_case?: unknown };

function isLoose(data: unknown): data is Loose {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}
