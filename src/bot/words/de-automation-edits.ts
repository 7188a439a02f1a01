// Editing automations in German: the form, what was saved, versions, what lies between two, and what stands in the way.
import type { Words } from './en.ts';

/** Whose a version is that nobody saved in chat. */
const PLAYBOOK = 'das Playbook';

function from(by: string): string {
  return by === PLAYBOOK ? 'vom Playbook' : `von ${by}`;
}

/** Words of the cards and forms that change automations. */
export const automationEdits: Words['automationEdits'] = {
  newTitle: 'Neue Automation',
  editTitle: 'Automation ändern',
  intro:
    'Gespeichert wird eine Version: Sie gilt sofort, begonnene Läufe behalten ihre, und jede Version lässt sich zurückholen.',
  introNew:
    'Sie beginnt im Schattenmodus: Sie zeichnet auf, was sie tun würde, bis jemand sie live schaltet.',
  titleField: 'Titel',
  startsField: 'Wann sie beginnt, und wie oft',
  startsHint: 'on, reentry, exit und rank, je eine Zeile: reentry: after 90d',
  whenField: 'Für wen',
  whenHint: 'Eine Bedingung wie bei einem Segment; leer: alle.',
  stepsField: 'Was sie tut',
  stepsHint: 'Ein Schritt je Zeile, jeder mit einem Bindestrich am Anfang, wie im Playbook.',
  thenField: 'Danach',
  thenSave: 'Speichern',
  thenTry: 'Nur zurückrechnen: Es wird nichts gespeichert',
  submit: 'Weiter',
  startsExample: 'on: order.paid\nreentry: never',
  stepsExample: '- tag: VIP\n- notify: { channel: vips }',
  everyone: 'Alle.',
  asksEvent:
    'Sie fragt nach dem Ereignis, daher kann nur eine Rückrechnung sagen, wie viele sie trifft.',
  atLine: (line, message) => `Zeile ${line}: ${message}`,
  faultsTitle: 'Es wurde nichts gespeichert',
  faultsIntro: (name) => `Die Definition von ${name} ist noch nicht verwendbar:`,
  savedLine: (version, by) => `Als Version ${version} gespeichert ${from(by)}.`,
  savedFrom: (version) => `Was sich seit Version ${version} geändert hat:`,
  unchanged: (version) => `Es hat sich nichts geändert: Das ist bereits Version ${version}.`,
  begins: 'Sie zeichnet auf, was sie tun würde. Live schalten, sobald genug zu sehen war.',
  modeKept: (mode) =>
    `Der Modus ist wie zuvor ${mode}: Was der Text dazu sagt, zählt im Chat nicht.`,
  staleTitle: 'Jemand war schneller',
  stale: (by, version) =>
    `${by} hat inzwischen Version ${version} gespeichert. Von dir wurde nichts gespeichert, und nichts ist verloren.`,
  staleGone:
    'Sie gibt es inzwischen nicht mehr. Von dir wurde nichts gespeichert, und nichts ist verloren.',
  staleDiff: (version) => `Von Version ${version} zu deinem Text:`,
  draftGone: 'Der Entwurf ist nicht mehr aufbewahrt. Bitte neu schreiben.',
  playbook: PLAYBOOK,
  exists: (name) => `Es gibt schon eine Automation ${name}. Ändern mit: automation edit ${name}`,
  badName: 'Ein Name besteht aus Kleinbuchstaben, Ziffern und Bindestrichen, etwa vip-promotion.',
  tooLong: (name) =>
    `${name} ist zu lang für ein Formular. Im Terminal: automation export ${name} > ${name}.yml, die Datei ändern, dann automation edit ${name} --file ${name}.yml`,
  noForm: (command) =>
    `Ein Terminal hat kein Formular. Bitte eine Datei angeben: ${command} --file NAME.yml`,
  noFile:
    'Dateien werden nur im Terminal gelesen. Bitte das YAML hinter den Namen einfügen oder für ein Formular weglassen.',
  versionsTitle: (title) => `Versionen von ${title}`,
  versionColumns: ['Version', 'Von', 'Wann', 'In Kraft'],
  inForce: 'ja',
  diffTitle: (name, from, to) => `${name}: Version ${from} zu ${to}`,
  diffBy: (version, by) => `Version ${version} ${from(by)}, `,
  diffSame: 'Sie besagen dasselbe.',
  diffNone: (name) => `${name} hat nur eine Version.`,
  exportTitle: (name) => `${name} als YAML`,
  exportAll: 'Automationen als YAML',
  exportHint: (name) =>
    `Um daraus die Datei des Playbooks zu machen: regulars automation export ${name} > playbook/automations/${name}.yml, neu starten, dann automation reset ${name}`,
  savedInChat: 'Im Chat gespeichert',
  savedBy: (by) => `von ${by} `,
  overFile: ', anstelle dessen, was ihre Datei sagt',
  shortSaved: (by, day) => `von ${by}, ${day}`,
  resetTitle: 'Die Datei gilt wieder',
  reset: (name) => `${name} ist wieder, was die Datei sagt. Die Versionen bleiben erhalten.`,
  onlyHere: (name) =>
    `Keine Datei des Playbooks enthält ${name}. Zum Entfernen: automation remove ${name}`,
  notSaved: (name) => `${name} ist bereits, was die Datei sagt.`,
  removeTitle: 'Automation entfernt',
  removed: (name) =>
    `${name} ist weg, und ihre Läufe halten vor dem nächsten Schritt an. Die Versionen bleiben erhalten: automation restore ${name} <version> holt eine zurück.`,
  inFile: (name) =>
    `Eine Datei des Playbooks enthält ${name}: mit automation off ${name} abschalten oder die Datei herausnehmen.`,
  edit: 'Ändern',
  backtest: 'Zurückrechnen',
  goLive: 'Live schalten',
  toShadow: 'Zurück in den Schattenmodus',
  returnTo: (version) => `Zurück zu Version ${version}`,
  saveDraft: 'Speichern',
  changeDraft: 'Ändern',
  reopen: 'Mit meinem Text weiter',
  confirmLive: 'Sie handelt ab dem nächsten Ereignis.',
};
