// What came of codes, in German: in the thread of a decision, and of an automation as a whole.
import type { HoldoutVerdict } from '#engine/automations/holdout.ts';
import { counted } from './de-speech.ts';
import type { Words } from './en.ts';

/** Words of outcomes. */
export const outcomes: Words['outcomes'] = {
  redeemedTitle: 'Der Code wurde eingelöst',
  redeemed: (order, total, days) =>
    `${order === null ? 'Eine Bestellung' : `Bestellung ${order}`} über ${total} hat ihn eingelöst, ${after(days)}.`,
  expiredTitle: 'Der Code wurde nicht eingelöst',
  expired: 'Er ist abgelaufen, und keine Bestellung hat ihn eingelöst.',
  label: 'Ihre Codes',
  made: (codes, cost) =>
    `${counted(codes, 'Code', 'Codes')} angelegt, voraussichtliche Kosten ${cost}`,
  used: (codes, share) => `${codes} eingelöst (${share})`,
  ordered: (total) => `Bestellungen über ${total}`,
  notUsed: (codes) => `${codes} ungenutzt abgelaufen`,
  compared: (days) => `Wer innerhalb von ${days} Tagen bestellte`,
  group: (buyers, customers, share, revenue) =>
    `${buyers} von ${customers} (${share}), Bestellungen über ${revenue}`,
  treated: 'Mit ihr',
  heldOut: 'Kontrollgruppe',
  verdict: (verdict, fewest) => verdicts(fewest)[verdict],
};

function verdicts(fewest: number): Record<HoldoutVerdict, string> {
  return {
    'too-few': `Zu wenige für eine Aussage: Jede Gruppe braucht mindestens ${fewest} Kunden, deren Tage um sind, und einige, die bestellt haben.`,
    chance: 'Die Gruppen unterscheiden sich nicht stärker, als der Zufall es erklärt.',
    more: 'Mit ihr bestellen mehr Kunden als ohne; durch Zufall allein käme das selten vor.',
    fewer: 'Mit ihr bestellen weniger Kunden als ohne; durch Zufall allein käme das selten vor.',
  };
}

function after(days: number): string {
  return days === 0
    ? 'am Tag, an dem er angelegt wurde'
    : `${counted(days, 'Tag', 'Tage')} nachdem er angelegt wurde`;
}
