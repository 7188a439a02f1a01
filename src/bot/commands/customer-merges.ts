// customer merges, merge, apart: records that may be one person, made one or said to be two.
import { z } from 'zod';
import { displayName, type Profile } from '#engine/customers/profile.ts';
import type { Suggestion } from '#engine/customers/suggestion.ts';
import { UserError } from '#engine/errors.ts';
import { findCustomer } from '#engine/flows/look-up.ts';
import type { SuggestionId } from '#engine/ids.ts';
import { shown } from '../answers.ts';
import type { Button } from '../card.ts';
import { listCard } from '../cards/list.ts';
import { oneLine } from '../cards/shorten.ts';
import { type Answer, type AnyCommand, type Context, defineCommand } from '../command.ts';
import type { Words } from '../words/en.ts';
import { merge, namePair, refuse, showSuggestion } from '../work/suggestion.ts';
import { moreLine, Paging, pageFlags, pageOf, place, toggle, whoPlace } from './parameters.ts';
import { suggestionRowJson } from './suggestion-json.ts';

const Two = z.object({ who: z.string(), other: z.string() });
const Merging = Two.extend({ yes: z.literal('true').optional() });

/** How many pairs of a list have a button. */
const BUTTONS = 5;

/** The commands about customers who may be one person. */
export function customerMerges(words: Words): readonly AnyCommand[] {
  return [listCommand(words), mergeCommand(words), apartCommand(words)];
}

function listCommand(words: Words): AnyCommand {
  return defineCommand({
    name: 'customer merges',
    summary: words.commandSummaries['customer merges'],
    role: 'viewer',
    parameters: pageFlags(words),
    Args: Paging,
    examples: ['customer merges', 'customer merges --limit 10'],
    run: (context, paging) => listSuggestions(words, context, paging),
  });
}

function mergeCommand(words: Words): AnyCommand {
  return defineCommand({
    name: 'customer merge',
    summary: words.commandSummaries['customer merge'],
    role: 'approver',
    parameters: [...twoPlaces(words), toggle('yes', words.parameterSummaries.yesToMerge)],
    Args: Merging,
    examples: [
      'customer merge maria@example.com maria.lopez@example.org',
      'customer merge cus_7ZK3QW8XN2AB cus_4F9TRM2K8W1C --yes',
    ],
    run: async (context, args) => {
      const id = await pairOf(context, args);
      return args.yes === undefined
        ? showSuggestion(words, context, id)
        : merge(words, context, id);
    },
  });
}

function apartCommand(words: Words): AnyCommand {
  return defineCommand({
    name: 'customer apart',
    summary: words.commandSummaries['customer apart'],
    role: 'approver',
    parameters: twoPlaces(words),
    Args: Two,
    examples: ['customer apart maria@example.com maria.lopez@example.org'],
    run: async (context, args) => refuse(words, context, await pairOf(context, args)),
  });
}

function twoPlaces(words: Words) {
  return [whoPlace(words), place('other', words.parameterSummaries.otherWho, 'customer')];
}

async function pairOf(
  context: Context,
  { who, other }: z.infer<typeof Two>,
): Promise<SuggestionId> {
  const [one, two] = [
    await findCustomer(context.deps, who),
    await findCustomer(context.deps, other),
  ];
  if (one.id === two.id)
    throw new UserError({
      code: 'invalid',
      field: 'other',
      reason: 'same-customer',
    });
  return namePair(context, [one.id, two.id]);
}

async function listSuggestions(words: Words, { deps }: Context, paging: Paging): Promise<Answer> {
  const { suggestions } = words;
  const page = pageOf(paging);
  const list = await deps.storage.suggestions.list(page);
  const nameOf = await namesOf(deps.storage, list);
  const card = listCard({
    title: suggestions.listTitle,
    empty: suggestions.listEmpty,
    columns: suggestions.columns,
    rows: list.map((each) => [
      nameOf(each.oneId) ?? words.unknown,
      nameOf(each.otherId) ?? words.unknown,
      oneLine(words.list(each.clues.map(suggestions.clue)), 120),
      words.number(each.score),
      each.id,
    ]),
    more: moreLine(words, {
      command: 'customer merges',
      page,
      last: list.at(-1)?.id ?? null,
      rows: list.length,
    }),
    buttons: list.slice(0, BUTTONS).map(({ id, oneId, otherId }): Button => {
      const [one, other] = [nameOf(oneId) ?? words.unknown, nameOf(otherId) ?? words.unknown];
      return {
        label: oneLine(suggestions.showPair(one, other), 60),
        action: { name: 'suggestion.open', id },
      };
    }),
  });
  return shown(card, list.map(suggestionRowJson));
}

/** Who these people are by now: somebody may have been absorbed since. */
async function namesOf(
  { customers }: Context['deps']['storage'],
  list: readonly Suggestion[],
): Promise<(id: Profile['id']) => string | null> {
  const ids = list.flatMap(({ oneId, otherId }) => [oneId, otherId]);
  const profiles = new Map((await customers.getMany(ids)).map((each) => [each.id, each]));
  for (const id of ids) {
    const profile = profiles.has(id) ? null : await customers.get(id);
    if (profile !== null) profiles.set(id, profile);
  }
  return (id) => {
    const profile = profiles.get(id);
    return profile === undefined ? null : oneLine(displayName(profile), 40);
  };
}
