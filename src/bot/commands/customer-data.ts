// customer export, forget: a person's right to their data, and to be forgotten.
import { z } from 'zod';
import { displayName, type Profile } from '#engine/customers/profile.ts';
import type { Deps } from '#engine/deps.ts';
import { forgetCustomer, requestErasure } from '#engine/flows/forget-customer.ts';
import { findCustomer } from '#engine/flows/look-up.ts';
import { viewCustomer } from '#engine/flows/view-customer.ts';
import type { CustomerId } from '#engine/ids.ts';
import { shown } from '../answers.ts';
import { sentenceCard } from '../cards/list.ts';
import { oneLine } from '../cards/shorten.ts';
import { type Answer, type AnyCommand, type Context, defineCommand } from '../command.ts';
import type { AnswerFile } from '../file.ts';
import { usageError } from '../line/misunderstanding.ts';
import { safeJson } from '../safe-json.ts';
import type { Words } from '../words/en.ts';
import { timelineRowJson } from './customer-json.ts';
import { toggle, whoPlace, whoRest } from './parameters.ts';
import { plainJson } from './plain-json.ts';

const Who = z.object({ who: z.string() });
const Forget = Who.extend({ yes: z.literal('true').optional() });

/** How many timeline entries are fetched at once. */
const BATCH = 500;

/** The commands of data protection. */
export function customerData(words: Words): readonly AnyCommand[] {
  return [exportCommand(words), forgetCommand(words)];
}

function exportCommand(words: Words): AnyCommand {
  return defineCommand({
    name: 'customer export',
    summary: words.commandSummaries['customer export'],
    role: 'agent',
    effect: 'reads',
    parameters: [whoRest(words)],
    Args: Who,
    examples: ['customer export maria@example.com'],
    run: async ({ deps }, { who }) =>
      exportCustomer(words, deps, (await findCustomer(deps, who)).id),
  });
}

async function exportCustomer(words: Words, deps: Deps, id: CustomerId): Promise<Answer> {
  const view = await viewCustomer(deps, id);
  const [refunds, checkouts, cases, merges, timeline] = await Promise.all([
    deps.storage.purchases.refundsOf(id),
    deps.storage.checkouts.ofCustomer(id),
    deps.storage.cases.list({ customerId: id }, { limit: BATCH }),
    deps.storage.merges.listOf(id),
    wholeTimeline(deps, id),
  ]);
  const json = {
    profile: plainJson(withoutSecret(view.profile)),
    mergedFrom: merges.map(({ id: mergeId, at, absorbed }) =>
      plainJson({ mergeId, at, profile: withoutSecret(absorbed) }),
    ),
    identities: view.refs,
    orders: view.orders.map(plainJson),
    refunds: refunds.map(plainJson),
    checkouts: checkouts.map(plainJson),
    cases: cases.map(plainJson),
    timeline: timeline.map((entry) => timelineRowJson(words, entry)),
  };
  const counts = words.customers.exportCounts(view.orders.length, timeline.length, cases.length);
  const title = words.customers.exportTitle(oneLine(displayName(view.profile), 60));
  const content = `${safeJson(json, 2)}\n`;
  const file: AnswerFile = { name: `${id}.json`, mediaType: 'application/json', content };
  return { ...shown(sentenceCard(title, counts), json), file };
}

/** The token of the links in mails lets who has it unsubscribe somebody. */
function withoutSecret({ unsubscribeToken: _secret, ...profile }: Profile) {
  return profile;
}

async function wholeTimeline({ storage }: Deps, id: CustomerId) {
  const entries = [...(await storage.timeline.list(id, { limit: BATCH }))];
  for (let batch = entries; batch.length === BATCH; ) {
    const after = batch.at(-1)?.id ?? '';
    batch = [...(await storage.timeline.list(id, { limit: BATCH, after }))];
    entries.push(...batch);
  }
  return entries;
}

function forgetCommand(words: Words): AnyCommand {
  return defineCommand({
    name: 'customer forget',
    summary: words.commandSummaries['customer forget'],
    role: 'admin',
    effect: 'reserved',
    parameters: [whoPlace(words), toggle('yes', words.parameterSummaries.yes)],
    Args: Forget,
    examples: ['customer forget maria@example.com --yes'],
    run: (context, args) => forget(words, context, args),
  });
}

/** Asks first: the command without `--yes` only says whom it would erase. */
async function forget(
  words: Words,
  { deps, teammate }: Context,
  args: z.infer<typeof Forget>,
): Promise<Answer> {
  const profile = await findCustomer(deps, args.who);
  const { id } = profile;
  if (args.yes === undefined)
    throw usageError(words.customers.forgetAsk(oneLine(displayName(profile), 60)));
  await deps.storage.transaction((records) =>
    requestErasure(deps, records, { customerId: id, by: teammate.person }),
  );
  await forgetCustomer(deps, id);
  return shown(sentenceCard(words.customers.forgotten(id), words.customers.forgottenText), {
    id,
    forgotten: true,
  });
}
