// What a conversation keeps of an answer for what is asked next: the rows it showed, and in short what was said.
import { z } from 'zod';
import { displayName, type Profile } from '#engine/customers/profile.ts';
import { asId, type CustomerId } from '#engine/ids.ts';
import type { Conversation, Exchange } from '#engine/ports/assistant-records.ts';
import { clip } from '../cards/shorten.ts';
import type { Answer } from '../command.ts';
import { createMasker, type Masker } from './model/masker.ts';

/** So many are kept, and so much of each. */
const EXCHANGES = 3;
const ASKED_MOST = 300;
const ANSWERED_MOST = 600;
const ROWS_MOST = 20;

const Row = z.object({ id: z.string() });
const List = z.array(z.unknown());
const Holding = z.object({ examples: List });

/** The ids of a list in its order; null for what is none. */
export function rowsIn(json: unknown): readonly string[] | null {
  const list = List.safeParse(json).data ?? Holding.safeParse(json).data?.examples;
  if (list === undefined) return null;
  return list.slice(0, ROWS_MOST).flatMap((row) => {
    const read = Row.safeParse(row);
    return read.success ? [read.data.id] : [];
  });
}

/** Who each name and address of an answer is. */
export function whoIs(value: unknown): ReadonlyMap<string, CustomerId> {
  const known = new Map<string, CustomerId>();
  note(known, value);
  return known;
}

const Anything = z.record(z.string(), z.unknown());
const Customer = z.object({ id: z.templateLiteral(['cus_', z.string()]) });
const SAYS_WHO = ['email', 'name', 'phone', 'firstName', 'lastName'];

function note(known: Map<string, CustomerId>, value: unknown): void {
  if (Array.isArray(value)) for (const one of value) note(known, one);
  const row = Array.isArray(value) ? undefined : Anything.safeParse(value).data;
  if (row === undefined) return;
  const customer = Customer.safeParse(row).data;
  for (const [key, held] of Object.entries(row))
    if (customer !== undefined && typeof held === 'string' && SAYS_WHO.includes(key))
      known.set(held, asId('customer', customer.id));
    else note(known, held);
}

/** What was asked and answered, with customers by their ids and nothing else by which they could be found. */
export function keepExchange(
  { asked, answered }: Exchange,
  masker: Masker,
  known: ReadonlyMap<string, CustomerId>,
): Exchange {
  const keep = (text: string) =>
    masker.reveal(masker.hide(text), (name) => known.get(name) ?? '[…]');
  return { asked: clip(keep(asked), ASKED_MOST), answered: clip(keep(answered), ANSWERED_MOST) };
}

const Told = z.object({ text: z.string().default(''), answer: z.unknown().optional() });

/** The conversation after an answer that was made without a model. */
export function afterAnswer(
  before: Conversation,
  answered: {
    readonly asked: string;
    readonly answer: Answer;
    readonly customers: Readonly<Record<string, Profile>>;
  },
): Conversation {
  const { asked, answer, customers } = answered;
  const told = Told.safeParse(answer.kind === 'card' ? answer.json : {}).data;
  const met = Object.values(customers).map((profile) => ({
    ...profile,
    name: displayName(profile),
  }));
  const masker = createMasker();
  masker.hideIn([told, met]);
  const known = whoIs([told, met]);
  const exchange = keepExchange({ asked, answered: told?.text ?? '' }, masker, known);
  return withAnswer(before, { rows: rowsIn(told?.answer), exchange });
}

/** The conversation with one answer more. */
export function withAnswer(
  before: Conversation,
  { rows, exchange }: { readonly rows: readonly string[] | null; readonly exchange: Exchange },
): Conversation {
  const exchanges = [...before.exchanges, exchange].slice(-EXCHANGES);
  return { ...before, rows: rows ?? before.rows, exchanges };
}
