// Coverage in German: who is on no tier, whom no rule covers or several do, and where bounds leave a gap.
import { counted, list, number } from './de-speech.ts';
import type { Words } from './en.ts';

function customers(count: number): string {
  return counted(count, 'Kunde', 'Kunden');
}

function are(count: number): string {
  return `${customers(count)} ${count === 1 ? 'ist' : 'sind'}`;
}

function covered(none: number, several: number): string {
  return `${number(none)} davon deckt keine Regel ab, ${number(several)} decken zwei oder mehr ab.`;
}

/** Words of the coverage card. */
export const coverage: Words['coverage'] = {
  title: 'Abdeckung',
  tiersTitle: 'Stufen',
  noTiers: 'Es gibt keine Stufen. Sie werden in team.yml unter tiers benannt.',
  by: {
    amount_spent: 'Die Stufen folgen dem Umsatz ohne Abzug von Erstattungen (amount_spent).',
    amount_spent_net: 'Die Stufen folgen dem Umsatz abzüglich Erstattungen (amount_spent_net).',
  },
  byHand: 'Stufen werden von Hand gesetzt: team.yml gibt ihnen keine Grenzen.',
  levelColumns: ['Stufe', 'Ab', 'Bis ausschließlich', 'Kunden', 'Von Hand gesetzt'],
  nameColumns: ['Stufe', 'Kunden'],
  below: (count, lowest) => `${are(count)} unter ${lowest}, auf keiner Stufe.`,
  without: (count) => `${are(count)} auf keiner Stufe.`,
  hole: (from, upto, count) =>
    `${upto === null ? `${from} und mehr` : `${from} bis ausschließlich ${upto}`} gehört zu keiner Stufe: ${customers(count)}.`,
  elsewhere: (count) =>
    `${are(count)} auf keiner Stufe: Der Umsatz liegt in einer anderen Währung als der des Shops.`,
  unlisted: (count) => `${are(count)} fest auf einer Stufe, die team.yml nicht mehr nennt.`,
  waiting: (count) =>
    `${are(count)} auf einer anderen Stufe, als die jetzigen Grenzen sagen. Regulars neu starten, um neu einzuteilen.`,
  rulesTitle: 'Regeln',
  noRules:
    'Es gibt keine Regeln zum Vergleichen: kein Segment und keine aktive Automation mit einer Bedingung.',
  ruleColumns: ['Regel', 'Kunden'],
  rule: (name, kind) => (kind === 'automation' ? `${name} (als Automation)` : name),
  buyers: (none, several, total) =>
    `${counted(total, 'Käufer', 'Käufer')}: ${covered(none, several)}`,
  everybody: (none, several, total) =>
    `Alle zusammen, ${customers(total)}: ${covered(none, several)}`,
  who: ['Käufer, die keine Regel abdeckt: ', 'segment members '],
  overlapTitle: 'Doppelt abgedeckt, die meisten zuerst',
  overlapColumns: ['Regel', 'Und', 'Kunden'],
  seamTitle: 'Lücken und Überschneidungen der Grenzen',
  exactly: (value) => `genau ${value}`,
  range: (first, last) =>
    first === null
      ? `bis ${last ?? ''}`
      : last === null
        ? `ab ${first}`
        : `von ${first} bis ${last}`,
  gap: (field, values, rules) => `${field} ${values}: keine Regel, zwischen ${rules}.`,
  mayBeClosed: ' Ihre übrigen Bedingungen nehmen vielleicht einige davon auf.',
  overlap: (field, values, rules) => `${field} ${values}: zugleich ${rules}.`,
  all: list,
  uncounted: (rule, why) =>
    `Nicht gezählt: ${rule}, ${why ?? 'hat keine Bedingung und nimmt alle'}.`,
};
