// Segments in German: lists, sizes, who is in and why, the form to save one, what a query may ask.

import { fieldType, meaning } from './de-fields.ts';
import { queryFault } from './de-query-faults.ts';
import { shortfall } from './de-shortfalls.ts';
import { counted, number, share } from './de-speech.ts';
import type { Words } from './en.ts';

function sizeOf(count: number, total: number): string {
  return `${number(count)} von ${number(total)} Kunden (${share(count, total)})`;
}

function reachableOf(reachable: number, count: number): string {
  return count === 0
    ? 'Zurzeit ist niemand darin.'
    : `${number(reachable)} davon dürfen Werbung per Mail bekommen (${share(reachable, count)}).`;
}

/** Words of the cards and forms about segments. */
export const segments: Words['segments'] = {
  queryFault,
  placed: (line, column, sentence) => `Zeile ${line} Spalte ${column}: ${sentence}`,
  meaning,
  shortfall,
  listTitle: 'Segmente',
  listEmpty: 'Es gibt noch keine Segmente. Speichern mit: segment save',
  columns: ['Name', 'Was', 'Mitglieder', 'Gespeichert'],
  savedAs: (version, by) => `Version ${version} von ${by}`,
  fromFile: 'segments.yml',
  query: 'Abfrage',
  size: 'Größe',
  saved: 'Gespeichert',
  versionsTitle: 'Versionen',
  versionColumns: ['Version', 'Abfrage', 'Von', 'Wann'],
  queryTitle: 'Diese Abfrage',
  sizeOf,
  reachableOf,
  examples: 'Beispiele',
  exampleColumns: ['Kunde', 'Umsatz', 'Bestellungen'],
  loosenTitle: 'Was mehr hineinließe',
  loosen: ['Gelockert: ', ' (', '): '],
  customers: (count) => counted(count, 'Kunde', 'Kunden'),
  membersTitle: (title) => `Wer in ${title} ist`,
  membersEmpty: 'Zurzeit ist niemand darin.',
  memberColumns: ['Kunde', 'Umsatz', 'Bestellungen', 'Id'],
  explainTitle: (title, name) => `${title} und ${name}`,
  isIn: (name) => `${name} ist darin.`,
  isOut: (name) => `${name} ist nicht darin.`,
  checkTitle: 'Die Abfrage ist gut',
  checkGood: 'Sie kann gelesen und beantwortet werden.',
  faultTitle: 'Die Abfrage ist nicht lesbar',
  fieldsTitle: 'Wonach eine Abfrage fragen kann',
  fieldColumns: ['Name', 'Typ', 'Bedeutung', 'Werte'],
  fieldsEmpty: (word) =>
    `Nichts hat „${word}“ im Namen oder in der Bedeutung. Alle zeigt: segment fields`,
  fieldType,
  fieldLine: (type, meaning) => ` (${type}): ${meaning}`,
  fieldValues: (values) => `. Eines von ${values.join(', ')}`,
  fieldParams: (params) => `. Fragt nach ${params.join(', ')}`,
  ours: (name) => `${name} *`,
  fieldsNote:
    '* von uns: Shopify kennt es nicht. Was mit event. beginnt, ist nur für Automationen. Eines davon ausführlich: segment fields <word>',
  notHeld: (names) => `Verstanden, aber hier nicht gespeichert: ${names.join(', ')}.`,
  membersButton: 'Wer darin ist',
  changeButton: 'Ändern',
  saveTitle: 'Segment speichern',
  saveIntro:
    'Ein Name für eine Abfrage, aufbewahrt mit ihren Versionen. Vor dem Speichern zeigt, wer darin ist: segment estimate <query>',
  previewEmpty: 'Eine Abfrage schreiben oder ein Beispiel wählen, um zu sehen, wie viele es sind.',
  previewSize: ({ count, reachable, total }) =>
    `${sizeOf(count, total)}. ${reachableOf(reachable, count)}`,
  nameField: 'Name',
  namePlaceholder: 'grosse-kunden',
  queryField: 'Abfrage',
  queryPlaceholder: 'amount_spent > 500 AND last_order_date >= -90d',
  queryHint: 'Bedingungen mit AND, OR, NOT verbinden. Alle Felder: segment fields',
  queryTooLong: 'Die jetzige Abfrage ist zu lang für dieses Formular. Bitte im Terminal ändern.',
  exampleField: 'Oder mit einem Beispiel beginnen',
  exampleHint: 'Gilt als Abfrage, wenn keine geschrieben ist.',
  saveSubmit: 'Speichern',
  savedLine: (name, version) => `${name} ist als Version ${version} gespeichert.`,
  staleForm: (name, version) =>
    `${name} wurde inzwischen erneut gespeichert: Es gilt jetzt Version ${version}. Es wurde nichts geändert.`,
  staleTitle: 'Jemand war schneller',
  removed: (name) => `${name} steht nicht mehr auf der Liste. Die Versionen bleiben erhalten.`,
  removedShown: (name) =>
    `Das gespeicherte ${name} steht nicht mehr auf der Liste; was segments.yml unter diesem Namen sagt, gilt wieder.`,
  removeTitle: 'Segment entfernt',
  inUse: (name, automation) =>
    `Die Automation ${automation} beginnt mit ${name}: bitte zuerst ändern oder entfernen.`,
  inFile: (name) => `${name} steht in segments.yml: bitte dort herausnehmen.`,
  exportTitle: (title) => `Mitglieder von ${title} als CSV`,
  exportLine: (count) => `${counted(count, 'Kunde', 'Kunden')}.`,
};
