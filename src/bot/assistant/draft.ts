// A draft of an answer to a case's customer: from its reason and what came of others like it; by a model where there is one.
import type { Resolution } from '#engine/cases/resolution.ts';
import { displayName, type Profile } from '#engine/customers/profile.ts';
import { languageOf } from '#engine/language.ts';
import { type CaseView, orderName } from '../cards/refund-case.ts';
import { oneLine } from '../cards/shorten.ts';
import type { Context } from '../command.ts';
import type { Words } from '../words/en.ts';
import { wordsIn } from '../words/languages.ts';
import { type Worded, wordByModel } from './model/draft.ts';
import { createMasker } from './model/masker.ts';

/** A draft and what it rests on; it has neither greeting nor name, for the mail has both. */
export type Drafted = {
  readonly text: string;
  /** `away`: a model was to be asked and did not answer, or was used up; `stopped`: by somebody. */
  readonly by: 'template' | Worded['by'];
  readonly earlier: Earlier;
  /** What was answered in such a case, without whom it was to. */
  readonly reply: string | null;
};

/** How many earlier cases for the same reason ended in which way, the most frequent first. */
type Earlier = readonly { readonly resolution: Resolution; readonly count: number }[];

/** Fewer earlier cases are no custom to go by. */
const FEWEST_EARLIER = 3;

/** From this many orders on a customer is thanked for them. */
export const LOYAL_ORDERS = 3;

/** Drafts in the customer's language, `reader` says how far it is; only a model can meet `how` somebody wants it. Never throws for a model that is away. */
export async function draftReply(
  reader: Words,
  context: Context,
  view: CaseView & { readonly profile: Profile },
  how?: string,
): Promise<Drafted> {
  const { storage, languageModel, playbook } = context.deps;
  const { reason, about } = view.case;
  const earlier = reason === null ? [] : await storage.cases.resolutionsFor({ about, reason });
  const reply = reason === null ? null : await earlierReply(context, view, reason);
  const words = wordsIn(languageOf(view.profile.locale) ?? playbook.team.language);
  const plain = fromParts(words, view, usualOf(earlier));
  if (languageModel === null) return { text: plain, by: 'template', earlier, reply };
  const worded = await wordByModel(context, languageModel, {
    reader,
    data: {
      ...basisOf({ words, view, plain, earlier, reply }),
      ...(how === undefined ? {} : { how }),
    },
    to: view.profile,
    words,
    task: `Promise no more than "draft" does. Improve it: meet what the customer wrote, briefly and warmly. Where "earlierReply", which the shop gave another customer, fits this case, answer as it does.${
      how === undefined ? '' : ' The teammate wants it as "how" says.'
    }`,
  });
  return { text: plain, ...worded, earlier, reply };
}

/** The newest answer that was approved and sent in such a case, without whom it was to and which order it was about. */
async function earlierReply(
  { deps }: Pick<Context, 'deps'>,
  { case: item, profile }: CaseView & { readonly profile: Profile },
  reason: string,
): Promise<string | null> {
  const { cases, customers } = deps.storage;
  const found = await cases.replyFor({ about: item.about, reason, customerId: profile.id });
  const whose = found === null ? null : await customers.get(found.customerId);
  if (found === null || whose === null) return null;
  const masker = createMasker();
  const { id, email, phone, firstName, lastName } = whose;
  masker.hideIn({ id, email, phone, firstName, lastName, name: displayName(whose) });
  return masker.reveal(masker.hide(found.text), () => '…').replace(/#\s?\w*\d\w*/g, '#…');
}

/** How such a case mostly ends; null where there were too few, or they ended now so and now so. */
function usualOf(earlier: Earlier): Resolution | null {
  const total = totalOf(earlier);
  const [first] = earlier;
  return first !== undefined && total >= FEWEST_EARLIER && first.count * 2 > total
    ? first.resolution
    : null;
}

/** How many cases these are. */
export function totalOf(earlier: Earlier): number {
  return earlier.reduce((sum, { count }) => sum + count, 0);
}

function fromParts(
  words: Words,
  view: CaseView & { readonly profile: Profile },
  usual: Resolution | null,
): string {
  const { drafts } = words;
  const { case: item, order, profile } = view;
  const name = orderName(item, order);
  const amount = item.amount === null ? null : words.money(item.amount);
  const { orders } = profile.totals;
  const first = [
    drafts.thanks(name === null ? null : oneLine(name, 40)),
    item.reason === null ? undefined : drafts.sorry(item.reason),
  ];
  const last = orders >= LOYAL_ORDERS ? drafts.loyal(orders) : undefined;
  return [first.filter((part) => part !== undefined).join(' '), drafts.answer(usual, amount), last]
    .filter((part) => part !== undefined)
    .join('\n\n');
}

type Basis = {
  readonly words: Words;
  readonly view: CaseView & { readonly profile: Profile };
  readonly plain: string;
  readonly earlier: Earlier;
  readonly reply: string | null;
};

/** What the model is told: nothing by which the customer could be found. */
function basisOf({ words, view, plain, earlier, reply }: Basis) {
  const { case: item, order, profile } = view;
  return {
    about: item.about,
    reason: item.reason,
    customerWrote: [item.note, ...item.items.map(({ note }) => note ?? null)].filter(
      (part) => part !== null,
    ),
    items: (order?.items ?? []).map(({ title, quantity }) => ({ title, quantity })),
    order: orderName(item, order),
    amount: item.amount === null ? null : words.money(item.amount),
    orders: profile.totals.orders,
    spent: words.money(profile.totals.spent),
    tier: profile.tier,
    earlierCases: earlier,
    earlierReply: reply,
    draft: plain,
  };
}
