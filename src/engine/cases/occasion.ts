// What a case takes over from the event that opened it: the customer's own words, and the orders that they name.
import type { Fact } from '../events/shop-event.ts';

/** `reason` is a subject or a few words, `note` what the customer wrote; both are untrusted. */
export type Occasion = { readonly reason: string | null; readonly note: string | null };

const NOTHING: Occasion = { reason: null, note: null };

/** The words of a message, a review, a survey's answer, a return, or an event of the shop's own. */
export function occasionOf(fact: Fact | null): Occasion {
  if (fact === null) return NOTHING;
  if ('return' in fact)
    return { reason: fact.return.reason ?? null, note: fact.return.note ?? null };
  if ('message' in fact) return { reason: fact.message.subject ?? null, note: fact.message.text };
  if ('review' in fact) return { reason: null, note: fact.review.text ?? null };
  if ('survey' in fact) return { reason: null, note: fact.survey.comment };
  if (!('fields' in fact)) return NOTHING;
  const said = (name: string) => {
    const value = Object.hasOwn(fact.fields, name) ? fact.fields[name] : undefined;
    return typeof value === 'string' && value.trim() !== '' ? value : null;
  };
  return { reason: said('subject') ?? said('reason'), note: said('text') ?? said('comment') };
}

/** How many numbers of a text are looked up. */
const NUMBERS = 5;

/** What may be the number of an order in somebody's words: "#1054", "R-10234", "1054". */
export function orderNumbersIn({ reason, note }: Occasion): readonly string[] {
  const text = `${reason ?? ''}\n${note ?? ''}`.slice(0, 10_000);
  const found = text.match(/#?\b[A-Za-z]{0,4}-?\d{3,12}\b/g) ?? [];
  return [...new Set(found)].slice(0, NUMBERS);
}
