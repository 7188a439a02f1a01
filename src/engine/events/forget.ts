// What may stay of an event whose person is forgotten.
import type { Fact } from './shop-event.ts';

/** The fact without its person and without every free text: that it happened, and the amounts. */
export function withoutPerson(fact: Fact): Fact {
  if (fact.type === 'shop.redacted') return fact;
  const nobody = { ...fact, customer: {} };
  if ('return' in nobody) {
    const { note: _note, reason: _reason, ...kept } = nobody.return;
    return { ...nobody, return: { ...kept, items: [] } };
  }
  if ('refund' in nobody) {
    const { reason: _reason, ...refund } = nobody.refund;
    return { ...nobody, refund };
  }
  if ('review' in nobody) {
    const { text: _text, ...review } = nobody.review;
    return { ...nobody, review };
  }
  if ('survey' in nobody) return { ...nobody, survey: { ...nobody.survey, comment: null } };
  if ('checkout' in nobody) {
    const { url: _url, ...checkout } = nobody.checkout;
    return { ...nobody, checkout };
  }
  if ('appointment' in nobody) {
    const { title: _title, place: _place, ...appointment } = nobody.appointment;
    return { ...nobody, appointment };
  }
  if ('message' in nobody) return { ...nobody, message: { ref: '', text: '' } };
  if ('fields' in nobody) return { ...nobody, fields: {} };
  return nobody;
}
