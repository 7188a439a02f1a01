// What could stand at the end of a line while it is typed: commands, fixed values, customers, and things that wait.
import { displayName, type Profile } from '#engine/customers/profile.ts';
import { RELEASE_WORD } from '#engine/customers/typed-facts.ts';
import type { Deps } from '#engine/deps.ts';
import { searchCustomers } from '#engine/flows/look-up.ts';
import { tierNames } from '#engine/playbook/tiers.ts';
import { oneLine } from '../cards/shorten.ts';
import type { AnyCommand, Parameter } from '../command.ts';
import { mayActAs, type Teammate } from '../teammate.ts';
import type { Words } from '../words/en.ts';
import { beginsQuery } from '../work/segment-query.ts';
import { cutLine, findCommand, quoteWord, splitUnfinished } from './line.ts';
import type { Offered } from './offered.ts';
import { offerQuery, offerSegments, type TypedQuery } from './query-completion.ts';

/** The most that is offered at once: what a list under an input can show. */
const OFFERED = 8;

type Sources = Pick<Deps, 'storage' | 'playbook' | 'now'> & { readonly words: Words };

/** What could stand at the end of a line; only commands that this teammate may use. */
export async function completeLine(
  deps: Sources,
  commands: readonly AnyCommand[],
  teammate: Teammate,
  line: string,
): Promise<readonly Offered[]> {
  const usable = commands.filter((command) => mayActAs(teammate.role, command.role));
  const typed = line.replace(/^\s*\//, '');
  const { before, current } = splitUnfinished(typed);
  const found = findCommand(usable, before);
  if (found.kind !== 'command') return offerCommands(usable, before, current);
  const { parameter, earlier } = parameterAt(found.command.parameters, found.rest, current);
  const words = { earlier, current, query: queryOf(typed, earlier.length, current !== '') };
  const values = parameter === null ? [] : await offerValues(deps, parameter, words);
  const verbs = found.rest.length === 0 ? offerCommands(usable, before, current) : [];
  const goesOn = isInQuery(found.command.parameters, found.rest)
    ? await offerQuery(deps, queryOf(typed, found.rest.length, current !== ''))
    : [];
  return [...verbs, ...goesOn, ...values].slice(0, OFFERED);
}

/** Whether a query is being typed without quotes where a segment stands, so that what follows may belong to it. */
function isInQuery(parameters: readonly Parameter[], words: readonly string[]): boolean {
  const [first] = parameters;
  const [word] = words;
  if (first?.place !== 'positional' || first.completes !== 'query' || word === undefined)
    return false;
  return beginsQuery(word.replace(/^\(+/, ''));
}

/** One argument of a command, and what stands in its field so far. */
export type AskedArgument = {
  readonly command: string;
  readonly parameter: string;
  readonly typed: string;
};

/** What could be the value of an argument; nothing to who may not use its command. */
export async function completeArgument(
  deps: Sources,
  commands: readonly AnyCommand[],
  teammate: Teammate,
  asked: AskedArgument,
): Promise<readonly Offered[]> {
  const command = commands.find(({ name }) => name === asked.command);
  const parameter = command?.parameters.find(({ name }) => name === asked.parameter);
  if (command === undefined || parameter === undefined) return [];
  if (!mayActAs(teammate.role, command.role)) return [];
  const current = asked.typed.trimStart();
  return offerValues(deps, parameter, { earlier: [], current, query: { finished: '', current } });
}

function offerCommands(
  commands: readonly AnyCommand[],
  before: readonly string[],
  current: string,
): readonly Offered[] {
  const [noun] = before;
  if (before.length > 1) return [];
  if (noun === undefined) return offerNouns(commands, current.toLowerCase());
  const head = `${noun.toLowerCase()} `;
  return commands
    .filter((command) => command.name.startsWith(`${head}${current.toLowerCase()}`))
    .map((command) => ({
      insert: command.name.slice(head.length),
      label: command.name,
      hint: command.summary,
    }))
    .slice(0, OFFERED * 2);
}

function offerNouns(commands: readonly AnyCommand[], current: string): readonly Offered[] {
  const nouns = new Map<string, Offered>();
  for (const command of commands) {
    const [noun = '', verb] = command.name.split(' ');
    const known = nouns.get(noun);
    if (!noun.startsWith(current)) continue;
    const hint = verb === undefined ? command.summary : verb;
    nouns.set(noun, {
      insert: noun,
      label: noun,
      hint: known === undefined ? hint : `${known.hint}, ${hint}`,
    });
  }
  return [...nouns.values()];
}

/** The parameter that the unfinished word belongs to, and the words of it that are finished. */
function parameterAt(
  parameters: readonly Parameter[],
  words: readonly string[],
  current: string,
): { readonly parameter: Parameter | null; readonly earlier: readonly string[] } {
  const flagged = flagOf(parameters, words.at(-1));
  if (flagged !== null) return { parameter: flagged, earlier: [] };
  if (/^(--|—)/.test(current)) return { parameter: null, earlier: [] };
  const places = parameters.filter((parameter) => parameter.place !== 'flag');
  const plain = words.filter((word) => !/^(--|—)/.test(word));
  const parameter = places[Math.min(plain.length, places.length - 1)] ?? null;
  const isRest = parameter?.place === 'rest';
  if (!isRest && plain.length >= places.length) return { parameter: null, earlier: [] };
  return { parameter, earlier: isRest ? plain.slice(places.length - 1) : [] };
}

function flagOf(parameters: readonly Parameter[], word: string | undefined): Parameter | null {
  const name = /^(?:--|—)([\w-]+)$/.exec(word ?? '')?.[1];
  const flag = parameters.find((entry) => entry.place === 'flag' && entry.name === name);
  return flag === undefined || flag.values?.[0] === 'true' ? null : flag;
}

/** The words of a query as they were typed: those that are finished, and the one under the cursor. */
function queryOf(line: string, earlier: number, isOpen: boolean): TypedQuery {
  const raw = cutLine(line).map((word) => word.raw);
  const end = isOpen ? raw.length - 1 : raw.length;
  return {
    finished: raw.slice(end - earlier, end).join(''),
    current: isOpen ? (raw.at(-1) ?? '') : '',
  };
}

async function offerValues(
  deps: Sources,
  parameter: Parameter,
  typed: {
    readonly earlier: readonly string[];
    readonly current: string;
    readonly query: TypedQuery;
  },
): Promise<readonly Offered[]> {
  const { earlier, current, query } = typed;
  if (parameter.values !== undefined)
    return matching(
      parameter.values.map((value) => ({ insert: value, label: value, hint: parameter.summary })),
      current,
    );
  const completes = parameter.completes ?? 'tag';
  switch (completes) {
    case 'customer':
      return offerCustomers(deps, earlier, current);
    case 'automation':
      return matching(deps.playbook.automations.map(named), current);
    case 'template':
      return matching(
        deps.playbook.templates.map(({ name, subject }) => named({ name, title: subject })),
        current,
      );
    case 'approval':
      return offerApprovals(deps, current);
    case 'case':
      return offerCases(deps, current);
    case 'task':
      return offerTasks(deps, current);
    case 'segment':
      return offerSegments(deps, current);
    case 'query':
      return offerQuery(deps, query);
    case 'batch':
      return offerBatches(deps, current);
    case 'tier':
      return matching(
        [...tierNames(deps.playbook.team), RELEASE_WORD].map((name) => named({ name, title: '' })),
        current,
      );
    case 'tag':
      return offerTags(deps, current);
  }
}

/**
 * Customers by the words typed so far. The first word is completed to the e-mail, which means exactly one person; later
 * words complete the name that was begun.
 */
async function offerCustomers(
  deps: Sources,
  earlier: readonly string[],
  current: string,
): Promise<readonly Offered[]> {
  const typed = [...earlier, current].join(' ').trim();
  if (typed.length < 2) return [];
  const profiles = await searchCustomers(deps, typed, OFFERED);
  return profiles.map((profile) => offerCustomer(profile, earlier));
}

function offerCustomer(profile: Profile, earlier: readonly string[]): Offered {
  const name = displayName(profile);
  const begun = earlier.length === 0 ? '' : `${earlier.join(' ')} `;
  const continues = begun !== '' && name.toLowerCase().startsWith(begun.toLowerCase());
  return {
    insert: continues ? name.slice(begun.length) : quoteWord(profile.email ?? profile.id),
    label: oneLine(name, 60),
    hint: oneLine(profile.email ?? profile.id, 80),
  };
}

async function offerApprovals(deps: Sources, current: string): Promise<readonly Offered[]> {
  const pending = await deps.storage.approvals.list({ status: 'pending' }, { limit: 50 });
  const offers = pending.map(({ id, summary }) => named({ name: id, title: summary }));
  return matching(offers, current);
}

async function offerCases(deps: Sources, current: string): Promise<readonly Offered[]> {
  const open = await deps.storage.cases.list({ open: true }, { limit: 50 });
  const offers = open.map(({ id, orderNumber, reason }) =>
    named({ name: id, title: [orderNumber, reason].filter((part) => part !== null).join(' ') }),
  );
  return matching(offers, current);
}

async function offerTasks(deps: Sources, current: string): Promise<readonly Offered[]> {
  const open = await deps.storage.tasks.list({ open: true }, { limit: 50 });
  return matching(
    open.map(({ id, title }) => named({ name: id, title })),
    current,
  );
}

/** How many customers' tags are offered: the best ones have those that are in use. */
const TAGS_OF = 200;

async function offerTags(deps: Sources, current: string): Promise<readonly Offered[]> {
  const best = await deps.storage.customers.top({ limit: TAGS_OF });
  const tags = new Map(
    best.flatMap((profile) => profile.tags.map((tag) => [tag.toLowerCase(), tag])),
  );
  const offers = [...tags.values()].sort().map((tag) => named({ name: tag, title: '' }));
  return matching(offers, current);
}

async function offerBatches(deps: Sources, current: string): Promise<readonly Offered[]> {
  const newest = await deps.storage.batches.list({ limit: 50 });
  const offers = newest.map(({ id, segment }) =>
    named({ name: id, title: segment.name ?? segment.query }),
  );
  return matching(offers, current);
}

function named(thing: { readonly name: string; readonly title: string }): Offered {
  return { insert: quoteWord(thing.name), label: thing.name, hint: oneLine(thing.title) };
}

function matching(offers: readonly Offered[], current: string): readonly Offered[] {
  const typed = current.toLowerCase();
  return offers.filter((offer) => offer.label.toLowerCase().startsWith(typed)).slice(0, OFFERED);
}
