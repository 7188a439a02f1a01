// The assistant, in German.
import { counted, number } from './de-speech.ts';
import type { Words } from './en.ts';

/** Words of answers in plain words, and of what waits for a person's word. */
export const assistant: Words['assistant'] = {
  title: 'Assistent',
  understood: 'Verstanden als ',
  lost: 'Das habe ich nicht verstanden und deshalb nichts getan.',
  reserved: 'Das machst du besser selbst. Der Befehl dazu: ',
  reservedShown: 'Entscheiden ist deine Sache. Hier ist es:',
  forbidden: (needs) => `Dafür braucht es ${needs}.`,
  nobody: (who) => `Ich kenne keinen Kunden namens „${who}“.`,
  proposalTitle: 'Soll ich?',
  proposalText: 'Noch ist nichts geschehen.',
  confirm: 'Bestätigen',
  cancel: 'Abbrechen',
  edit: 'Ändern',
  editTitle: 'Vor dem Ausführen ändern',
  editField: 'Wortlaut',
  editSubmit: 'Mit diesem Text bestätigen',
  showAll: 'Alles zeigen',
  readOn: 'Weiterlesen',
  partOf: (part, parts) =>
    `Teil ${number(part)} von ${number(parts)}. Bestätigen lässt es sich, wo es endet.`,
  willRun: 'Der Befehl: ',
  needs: (role) => `Zum Bestätigen braucht es ${role}`,
  expires: (at) => ['Läuft ab ', at],
  proposed: (summary) => `${summary}? Bestätige es oder brich ab.`,
  confirmCommand: (id) => `Im Terminal: proposal confirm ${id}`,
  confirmedBy: (name) => `Bestätigt von ${name}.`,
  cancelledTitle: 'Abgebrochen',
  confirmedTitle: 'Bestätigt',
  nothingDone: 'Es ist nichts geschehen; wer bestätigt hat, kennt den Grund.',
  cancelledBy: (name) => `Abgebrochen von ${name}. Es ist nichts geschehen.`,
  notProposed: (name) =>
    `„${name}“ ändert nichts oder ist Sache eines Menschen: das wird nicht vorgeschlagen.`,
  byModel: 'Von einem Sprachmodell geschrieben; prüfe, worauf es ankommt.',
  helpful: 'Hilfreich',
  unhelpful: 'Nicht hilfreich',
  feedbackTitle: 'Was das Team von den Antworten hielt, in 90 Tagen',
  feedbackEmpty: 'Noch hat niemand etwas zu einer Antwort gesagt.',
  feedbackColumns: ['Beantwortet', 'Woraus', 'Hilfreich', 'Nicht hilfreich'],
  answeredBy: { model: 'Von einem Sprachmodell', offline: 'Ohne Modell', lost: 'Nicht verstanden' },
  noted: 'Danke, vermerkt.',
  sources: (commands) => `Aus: ${commands}.`,
  openSource: (line) => `Öffnen: ${line}`,
  newest: (day) => `das Neueste vom ${day}`,
  othersTitle: 'Nicht deine Sache',
  others: (name) =>
    `Das hat ${name} angefragt, also bestätigt es auch ${name} oder bricht es ab. Frag selbst danach, wenn du es auch willst.`,
  goneTitle: 'Nicht mehr offen',
  gone: {
    confirmed: (name) => `${name} hat das schon bestätigt.`,
    cancelled: (name) => `${name} hat das schon abgebrochen.`,
    expired: 'Das ist abgelaufen; frag noch einmal.',
    missing: 'Das gibt es nicht mehr; frag noch einmal.',
  },
  facts: {
    orders: (name, orders, last) =>
      orders === 0
        ? `${name} hat noch nichts bestellt.`
        : `${name} hat ${counted(orders, 'Bestellung', 'Bestellungen')} aufgegeben, die letzte am ${last ?? '?'}.`,
    firstOrder: (name, first, added) =>
      first === null
        ? `${name} ist seit ${added} bekannt und hat noch nichts bestellt.`
        : `${name} ist seit ${added} bekannt und hat zuerst am ${first} bestellt.`,
    refunds: (name, refunds, amount) =>
      refunds === 0
        ? `${name} hat keine Erstattung bekommen.`
        : `${name} hat ${counted(refunds, 'Erstattung', 'Erstattungen')} bekommen, zusammen ${amount}.`,
    tier: (name, tier) =>
      tier === null ? `${name} ist auf keiner Stufe.` : `${name} ist auf der Stufe ${tier}.`,
    tags: (name, tags) =>
      tags === null ? `${name} hat keine Tags.` : `${name} hat die Tags ${tags}.`,
    spent: (name, amount, orders) =>
      `${name} hat ${amount} in ${counted(orders, 'Bestellung', 'Bestellungen')} ausgegeben.`,
    average: (name, amount) =>
      amount === null
        ? `${name} hat keine bezahlte Bestellung.`
        : `Die Bestellungen von ${name} betragen im Schnitt ${amount}.`,
    consent: (name, mail) =>
      mail
        ? `${name} hat Werbung per E-Mail zugestimmt.`
        : `${name} hat Werbung per E-Mail nicht zugestimmt.`,
    cases: (name, open) =>
      open === 0
        ? `${name} hat keinen offenen Fall.`
        : `${name} hat ${counted(open, 'offenen Fall', 'offene Fälle')}.`,
  },
  caveats: {
    period: 'Auf diese Zeit kann ich das nicht eingrenzen; hier ist es ohne sie.',
    amount: 'Nach Beträgen kann ich das nicht eingrenzen; hier ist es ohne sie.',
    measure:
      'Ich kann Kunden nur nach dem ordnen, was sie ausgegeben haben; hier sind sie so geordnet.',
    outcome:
      'Ich habe nichts geändert. Sag zum Schließen, was daraus wurde: erstattet, umgetauscht, gutgeschrieben oder abgelehnt.',
  },
  size: (count, total) => `${counted(count, 'Kunde', 'Kunden')} von ${number(total)}.`,
  rows: (count) => (count === 0 ? 'Da ist nichts.' : `${counted(count, 'Zeile', 'Zeilen')}.`),
  plans: {
    'customer tag': (a) => `${a['who']} das Tag ${a['tag']} geben`,
    'customer untag': (a) => `${a['who']} das Tag ${a['tag']} nehmen`,
    'customer set': (a) => `${a['attribute']} von ${a['who']} auf ${a['value']} setzen`,
    'customer note': (a) => `Notiz zu ${a['who']} schreiben: ${a['text']}`,
    'customer merge': (a) => `${a['who']} und ${a['other']} zum Zusammenführen ansehen`,
    'case take': (a) => `${a['id']} übernehmen`,
    'case resolve': (a) => `${a['id']} lösen als ${a['resolution']}`,
    'case reassign': (a) => `${a['id']} an ${a['to']} geben`,
    'case note': (a) => `Notiz zu ${a['id']} schreiben: ${a['text']}`,
    'case open': (a) => `Einen Erstattungsfall für ${a['who']} eröffnen`,
    'case refund': (a) => `Erstatten lassen, was ${a['id']} verlangt, sobald es freigegeben ist`,
    'email write': (a) => `${a['who']} per E-Mail schreiben, nach Freigabe: ${a['text']}`,
    'case reply': (a) =>
      `${a['id']} per E-Mail beantworten, sobald es freigegeben ist: ${a['text']}`,
    'case decline': (a) => `${a['id']} ablehnen mit dem Text: ${a['text']}`,
    'task new': (a) => `Eine Aufgabe zu ${a['who']} anlegen: ${a['title']}`,
    'automation off': (a) => `${a['name']} ausschalten`,
    'automation shadow': (a) => `${a['name']} nur aufzeichnen lassen`,
    'automation run': (a) => `${a['name']} für ${a['whom']} laufen lassen`,
    'segment save': (a) => `${a['query']} als ${a['name']} speichern`,
    'segment tag': (a) => `Vorschau: allen in ${a['segment']} das Tag ${a['tag']} geben`,
    'segment untag': (a) => `Vorschau: allen in ${a['segment']} das Tag ${a['tag']} nehmen`,
    'segment tier': (a) => `Vorschau: alle in ${a['segment']} auf ${a['tier']} setzen`,
  },
};
