// A draft of a mail to a customer about no case: what is certain, with a gap for what is not; by a model where there is one.
import type { Profile } from '#engine/customers/profile.ts';
import type { Order } from '#engine/customers/purchases.ts';
import { languageOf } from '#engine/language.ts';
import { oneLine } from '../cards/shorten.ts';
import type { Context } from '../command.ts';
import type { Words } from '../words/en.ts';
import { wordsIn } from '../words/languages.ts';
import { LOYAL_ORDERS } from './draft.ts';
import { type Worded, wordByModel } from './model/draft.ts';

/** What stands where a teammate has to say something that nobody else knows. */
export const GAP = '[…]';

/** How many of the newest orders a model is told of. */
const ORDERS_TOLD = 5;

/** What is drafted about whom; `about` is what whoever asked wants to say. */
type Writing = {
  readonly profile: Profile;
  /** The newest first. */
  readonly orders: readonly Order[];
  readonly about: string | undefined;
};

/** Drafts in the customer's language; `reader` says how far it is. Never throws for a model that is away. */
export async function draftMail(
  reader: Words,
  context: Context,
  writing: Writing,
): Promise<{ readonly text: string; readonly by: 'template' | Worded['by'] }> {
  const { languageModel, playbook } = context.deps;
  const words = wordsIn(languageOf(writing.profile.locale) ?? playbook.team.language);
  const plain = fromParts(words, writing);
  if (languageModel === null) return { text: plain, by: 'template' };
  const worded = await wordByModel(context, languageModel, {
    reader,
    data: basisOf(words, writing, plain),
    to: writing.profile,
    words,
    task: `Say what "about" asks for, from the facts in "data" and no others. Promise nothing. Write ${GAP} wherever a fact is missing.`,
  });
  return { text: plain, ...worded };
}

/** Only what the profile says; the gap is what the teammate has to say. */
function fromParts({ drafts }: Words, { profile, orders }: Writing): string {
  const [last] = orders;
  const count = profile.totals.orders;
  const parts = [
    drafts.writing(last === undefined ? null : oneLine(last.number ?? last.ref, 40)),
    GAP,
    ...(count >= LOYAL_ORDERS ? [drafts.loyal(count)] : []),
  ];
  return parts.join('\n\n');
}

function basisOf(words: Words, { profile, orders, about }: Writing, plain: string) {
  return {
    about: about ?? null,
    orders: orders.slice(0, ORDERS_TOLD).map((order) => ({
      number: order.number ?? order.ref,
      total: words.money(order.total),
      placedAt: order.placedAt,
      items: order.items.map(({ title, quantity }) => ({ title, quantity })),
    })),
    ordersInAll: profile.totals.orders,
    tier: profile.tier,
    draft: plain,
  };
}
