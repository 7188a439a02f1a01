// Menus that we fill while somebody types: what they look like, what they ask for, and what they are offered.
import type { types as slack } from '@slack/bolt';
import { z } from 'zod';
import type { Field } from '../../form.ts';
import { splitLine } from '../../line/line.ts';
import type { Offered } from '../../line/offered.ts';
import type { Router } from '../../router.ts';
import { clamp } from '../clamp.ts';
import { within } from '../within.ts';
import { OPTION_TEXT, OPTION_VALUE, PLACEHOLDER, SELECT_OPTIONS } from './limits.ts';
import type { SlackPeople } from './people.ts';
import { plainText } from './rich-text.ts';

/**
 * What the action_id of every input begins with; its block_id is the field's name. Slack keeps what was typed as long as
 * both stay, so an input that we fill in ourselves gets an id of its own.
 */
export const INPUT_ACTION = 'value';

const SEARCH_ACTION = `${INPUT_ACTION}.search`;
const SEPARATOR = '|';

type TextField = Extract<Field, { kind: 'text' }>;
type SearchedArgument = NonNullable<TextField['completes']>;

const Search = z.object({
  action_id: z.string(),
  value: z.string(),
  user: z.object({ id: z.string(), team_id: z.string().optional() }),
  team: z.object({ id: z.string() }).nullish(),
  view: z.object({ private_metadata: z.string().default('') }).optional(),
});

/** Answers what is typed into a menu with what it may become; with nothing where that would come too late. */
export function createSearch({
  people,
  router,
  patience,
}: {
  readonly people: SlackPeople;
  readonly router: Router;
  readonly patience: { readonly submitMs: number };
}): (body: unknown) => Promise<readonly slack.PlainTextOption[]> {
  return async (body) => {
    const { action_id, value: typed, user, team, view } = Search.parse(body);
    const asked = searchedBy(action_id);
    if (asked === null) return [];
    const channel = view?.private_metadata || null;
    const actor = { userId: user.id, teamId: user.team_id ?? team?.id ?? null };
    const offers = people
      .resolve(actor)
      .then((who) =>
        who.kind === 'teammate'
          ? router.completeArgument(who.teammate, { ...asked, typed }, { channel })
          : null,
      );
    const inTime = await within(patience.submitMs, offers);
    return inTime === null ? [] : searchOptions(typed, inTime);
  };
}

/** A menu that we fill while somebody types; its id says with what. */
export function toSearch(
  field: TextField,
  { command, parameter }: SearchedArgument,
): slack.ExternalSelect {
  const option = (text: string) => ({ text: plainText(text, OPTION_TEXT), value: text });
  return {
    type: 'external_select',
    action_id: [SEARCH_ACTION, command, parameter].join(SEPARATOR),
    min_query_length: 1,
    ...(field.value === undefined || field.value === ''
      ? {}
      : { initial_option: option(clamp(field.value, OPTION_VALUE)) }),
    ...(field.placeholder === undefined
      ? {}
      : { placeholder: plainText(field.placeholder, PLACEHOLDER) }),
  };
}

/** What a menu asks for, by its id; null for one that is not ours. */
function searchedBy(actionId: string): SearchedArgument | null {
  const [kind, command, parameter] = actionId.split(SEPARATOR);
  if (kind !== SEARCH_ACTION || command === undefined || parameter === undefined) return null;
  return { command, parameter };
}

/** What is offered, and what was typed itself: it may mean somebody whom no completion knows. */
function searchOptions(
  typed: string,
  offers: readonly Offered[],
): readonly slack.PlainTextOption[] {
  const own = { insert: typed.trim(), label: `“${typed.trim()}”`, hint: '' };
  const values = new Set<string>();
  return [...offers.slice(0, SELECT_OPTIONS - 1), own].flatMap(({ insert, label, hint }) => {
    const value = unquoted(insert);
    if (value === '' || value.length > OPTION_VALUE || values.has(value)) return [];
    values.add(value);
    const description = hint === '' ? {} : { description: plainText(hint, OPTION_TEXT) };
    return [{ text: plainText(label, OPTION_TEXT), value, ...description }];
  });
}

/** As on a line, one quoted word is what is between the quotes. */
function unquoted(insert: string): string {
  const words = splitLine(insert);
  return words.length === 1 ? words.join('') : insert.trim();
}
