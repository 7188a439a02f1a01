// customer show, timeline, top: what we know of customers.
import { z } from 'zod';
import { displayName } from '#engine/customers/profile.ts';
import { UserError } from '#engine/errors.ts';
import { guessCustomer } from '#engine/flows/look-up.ts';
import { noteLook } from '#engine/flows/note-look.ts';
import { viewCustomer } from '#engine/flows/view-customer.ts';
import type { CustomerId } from '#engine/ids.ts';
import { shown } from '../answers.ts';
import { listCard } from '../cards/list.ts';
import { profileCard } from '../cards/profile.ts';
import { oneLine } from '../cards/shorten.ts';
import { timelineCard } from '../cards/timeline.ts';
import { type Answer, type AnyCommand, type Context, defineCommand } from '../command.ts';
import { toDecider } from '../teammate.ts';
import type { Words } from '../words/en.ts';
import { profileJson, timelineRowJson, topRowJson } from './customer-json.ts';
import { flag, moreLine, Paging, pageFlags, pageOf, whoRest } from './parameters.ts';

const Who = z.object({ who: z.string() });
const Timeline = Who.extend(Paging.shape);
const Top = Paging.extend({ by: z.enum(['spend', 'predicted']).default('spend') });

/** The reading commands about customers. */
export function customerReads(words: Words): readonly AnyCommand[] {
  return [showCommand(words), timelineCommand(words), topCommand(words)];
}

/** A customer's profile as an answer; `done` says above it what was just changed, or why it is this one. */
export async function showProfile(
  words: Words,
  { deps }: Pick<Context, 'deps'>,
  id: CustomerId,
  done: string | null = null,
): Promise<Answer> {
  const view = await viewCustomer(deps, id);
  const card = profileCard(words, view, { done, now: deps.now() });
  return shown(card, profileJson(view.profile, view));
}

/** The profile for somebody who opens it; that they did is kept. */
export async function openProfile(
  words: Words,
  context: Context,
  id: CustomerId,
  lead: string | null = null,
): Promise<Answer> {
  const answer = await showProfile(words, context, id, lead);
  const look = { customerId: id, by: toDecider(context.teammate) };
  if (!context.isRepeat) await noteLook(context.deps, look);
  return answer;
}

/** A customer's timeline as an answer. */
export async function showTimeline(
  words: Words,
  { deps }: Pick<Context, 'deps'>,
  id: CustomerId,
  paging: Paging,
): Promise<Answer> {
  const page = pageOf(paging);
  const { profile } = await viewCustomer(deps, id);
  const entries = await deps.storage.timeline.list(id, page);
  const last = entries.at(-1)?.id ?? null;
  const more = moreLine(words, {
    command: `customer timeline ${id}`,
    page,
    last,
    rows: entries.length,
  });
  return shown(
    timelineCard(words, profile, entries, more),
    entries.map((entry) => timelineRowJson(words, entry)),
  );
}

function showCommand(words: Words): AnyCommand {
  return defineCommand({
    name: 'customer show',
    summary: words.commandSummaries['customer show'],
    role: 'viewer',
    parameters: [whoRest(words)],
    Args: Who,
    examples: [
      'customer show maria@example.com',
      'customer show Maria Lopez',
      'customer show #1054',
    ],
    run: async (context, { who }) => {
      const { profile, isGuess } = await guessCustomer(context.deps, who);
      const lead = isGuess ? words.customers.guessed(oneLine(who, 60)) : null;
      return openProfile(words, context, profile.id, lead);
    },
  });
}

function timelineCommand(words: Words): AnyCommand {
  return defineCommand({
    name: 'customer timeline',
    summary: words.commandSummaries['customer timeline'],
    role: 'viewer',
    parameters: [whoRest(words), ...pageFlags(words)],
    Args: Timeline,
    examples: ['customer timeline maria@example.com', 'customer timeline #1054 --limit 10'],
    run: async (context, args) =>
      showTimeline(words, context, (await guessCustomer(context.deps, args.who)).profile.id, args),
  });
}

function topCommand(words: Words): AnyCommand {
  return defineCommand({
    name: 'customer top',
    summary: words.commandSummaries['customer top'],
    role: 'viewer',
    parameters: [
      flag('by', words.parameterSummaries.by, ['spend', 'predicted']),
      ...pageFlags(words),
    ],
    Args: Top,
    examples: ['customer top', 'customer top --limit 10'],
    run: (context, args) => showTop(words, context, args),
  });
}

async function showTop(
  words: Words,
  { deps }: Context,
  args: z.infer<typeof Top>,
): Promise<Answer> {
  if (args.by === 'predicted')
    throw new UserError({ code: 'invalid', field: 'by', reason: 'no-prediction' });
  const page = pageOf(args);
  const profiles = await deps.storage.customers.top(page);
  const last = profiles.at(-1)?.id ?? null;
  const card = listCard({
    title: words.customers.topTitle(words.customers.bySpend),
    empty: words.customers.topEmpty,
    columns: words.customers.topColumns,
    rows: profiles.map((profile) => [
      oneLine(displayName(profile), 60),
      words.money(profile.totals.spent),
      words.number(profile.totals.orders),
      profile.id,
    ]),
    more: moreLine(words, { command: 'customer top', page, last, rows: profiles.length }),
  });
  return shown(card, profiles.map(topRowJson));
}
