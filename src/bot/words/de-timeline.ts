// The timeline in German: each kind of entry as one sentence, from data that is read with care.
import type { TimelineKind } from '#engine/customers/timeline.ts';
import { approvals } from './de-approvals.ts';
import { cases } from './de-cases.ts';
import { events } from './de-events.ts';
import { money } from './de-speech.ts';
import { things } from './de-things.ts';
import type { Words } from './en.ts';
import {
  around,
  automationIn,
  type EntryData,
  lastFour,
  moneyIn,
  resolutionIn,
  said,
} from './timeline-data.ts';

const SENTENCES: Record<TimelineKind, (data: EntryData) => string> = {
  event: (data) =>
    joined(events.type(said(data, 'type') ?? ''), [
      said(data, 'number'),
      amount(data),
      stars(data),
      said(data, 'text'),
    ]),
  tagged: (data) => ofBatch(`Tag „${said(data, 'tag') ?? ''}“ hinzugefügt${by(data)}`, data),
  untagged: (data) => ofBatch(`Tag „${said(data, 'tag') ?? ''}“ entfernt${by(data)}`, data),
  'attribute-set': (data) =>
    ofBatch(
      `${said(data, 'name') ?? 'Ein Attribut'} auf ${said(data, 'value') ?? things.none} gesetzt${by(data)}`,
      data,
    ),
  'tier-set': (data) =>
    ofBatch(`Stufe auf ${said(data, 'tier') ?? things.none} gesetzt${by(data)}`, data),
  'tier-released': (data) => ofBatch(`Die Stufe folgt wieder dem Umsatz${by(data)}`, data),
  'tier-changed': (data) => tierChanged(data),
  note: (data) => `Notiz${by(data)}: ${said(data, 'text') ?? ''}`,
  'automation-fired': (data) => `Automation „${automationIn(data)}“ ausgelöst${shadow(data)}`,
  'automation-stopped': (data) =>
    `Automation „${automationIn(data)}“ angehalten${by(data)}${reason(data)}`,
  'approval-requested': (data) =>
    joined('Freigabe angefragt', [said(data, 'summary'), said(data, 'approvalId')]),
  'approval-decided': (data) => joined(decided(data), [said(data, 'approvalId')]),
  'discount-created': (data) =>
    joined(`Rabattcode mit Endung ${lastFour(data)} im Shop angelegt`, [said(data, 'approvalId')]),
  'discount-withdrawn': (data) =>
    `Rabattcode mit Endung ${lastFour(data)} im Shop abgeschaltet${by(data)}`,
  'group-set': (data) =>
    `Kundengruppe im Shop auf ${said(data, 'group') ?? things.none} gesetzt${by(data)}`,
  'email-sent': (data) =>
    joined(`E-Mail gesendet: ${said(data, 'subject') ?? ''}`, [said(data, 'approvalId')]),
  'email-not-sent': (data) =>
    joined(`E-Mail nicht gesendet${subject(data)}${reason(data)}`, [said(data, 'approvalId')]),
  'step-delayed': (data) => `Wartet: ${step(data)}${reason(data)}`,
  'step-skipped': (data) => `Übersprungen: ${step(data)}${reason(data)}`,
  'step-failed': (data) => `Fehlgeschlagen: ${step(data)}${reason(data)}`,
  'case-opened': (data) =>
    joined('Erstattungsfall eröffnet', [said(data, 'caseId'), said(data, 'reason')]),
  'case-taken': (data) => joined(`Erstattungsfall übernommen${by(data)}`, [said(data, 'caseId')]),
  'case-resolved': (data) =>
    joined(`Erstattungsfall gelöst: ${resolution(data)}${by(data)}`, [said(data, 'caseId')]),
  'case-reopened': (data) =>
    joined(`Erstattungsfall wieder geöffnet${by(data)}`, [
      said(data, 'caseId'),
      said(data, 'text'),
    ]),
  'case-escalated': (data) =>
    joined(`Erstattungsfall eskaliert${by(data)}`, [said(data, 'caseId'), said(data, 'text')]),
  'refund-made': (data) =>
    joined(`Über den Shop erstattet: ${amount(data) ?? ''}`, [
      said(data, 'number'),
      said(data, 'caseId'),
      said(data, 'approvalId'),
    ]),
  'credit-given': (data) =>
    joined(`Guthaben gegeben: ${amount(data) ?? ''}`, [
      said(data, 'caseId'),
      said(data, 'approvalId'),
    ]),
  'request-sent': (data) =>
    `Anfrage an ${said(data, 'host') ?? ''} gesendet: Antwort ${said(data, 'status') ?? ''}`,
  'task-opened': (data) => joined(`Aufgabe${forWhom(data)}${by(data)}`, [said(data, 'text')]),
  'task-done': (data) => joined(`Aufgabe erledigt${by(data)}`, [said(data, 'text')]),
  'task-reopened': (data) => joined(`Aufgabe wieder geöffnet${by(data)}`, [said(data, 'text')]),
  'task-cancelled': (data) => joined(`Aufgabe abgebrochen${by(data)}`, [said(data, 'text')]),
  'customer-claimed': (data) => `Zum Nachfassen übernommen${by(data)}${afterRun(data)}`,
  'customer-released': (data) => `Zum Nachfassen wieder freigegeben${by(data)}${afterRun(data)}`,
  'offer-answered': (data) =>
    joined(`Der Kunde hat gewählt: ${said(data, 'option') ?? ''}`, [said(data, 'text')]),
  unsubscribed: () => 'Von Werbemails abgemeldet',
  'segment-entered': (data) => `In das Segment ${said(data, 'segment') ?? ''} gekommen`,
  'segment-left': (data) => `Das Segment ${said(data, 'segment') ?? ''} verlassen`,
  merged: (data) =>
    joined(`Mit einem anderen Datensatz zusammengeführt${by(data)}`, [said(data, 'other')]),
  unmerged: (data) =>
    joined(`Zusammenführung mit einem anderen Datensatz zurückgenommen${by(data)}`, [
      said(data, 'other'),
    ]),
};

/** One timeline entry as a sentence; texts of customers in it are untrusted. */
export const timelineText: Words['timeline'] = (entry) => SENTENCES[entry.kind](entry.data);

function amount(data: EntryData): string | undefined {
  const sum = moneyIn(data);
  return sum === undefined ? undefined : money(sum);
}

/** What told the team of it. */
function afterRun(data: EntryData): string {
  return around(data, 'automation', (name) => ` (${name})`);
}

function resolution(data: EntryData): string {
  const how = resolutionIn(data);
  return how === undefined ? '' : cases.resolution(how);
}

function stars(data: EntryData): string | undefined {
  return around(data, 'rating', (rating) => `${rating} von 5`) || undefined;
}

function by(data: EntryData): string {
  return around(data, 'by', (name) => ` von ${name}`);
}

function forWhom(data: EntryData): string {
  return around(data, 'assignee', (name) => ` für ${name}`);
}

function reason(data: EntryData): string {
  return around(data, 'reason', (why) => `: ${approvals.reason(why)}`);
}

function subject(data: EntryData): string {
  return around(data, 'subject', (title) => ` (${title})`);
}

function decided(data: EntryData): string {
  const decision = said(data, 'decision');
  if (decision === 'expired') return `Ohne Entscheidung abgelaufen${reason(data)}`;
  return `${decision === 'rejected' ? 'Abgelehnt' : 'Freigegeben'}${by(data)}`;
}

function tierChanged(data: EntryData): string {
  const way = said(data, 'type') === 'tier.demoted' ? 'gesunken' : 'gestiegen';
  const [from, to] = [said(data, 'from') ?? things.none, said(data, 'to') ?? things.none];
  return `Stufe durch Umsatz ${way}: ${to}, zuvor ${from}`;
}

function shadow(data: EntryData): string {
  if (said(data, 'heldOut') === 'true') return ' (Kontrollgruppe: nichts getan, zum Vergleich)';
  return said(data, 'shadow') === 'true' ? ' (Schatten: nur aufgezeichnet)' : '';
}

function step(data: EntryData): string {
  return said(data, 'step') ?? 'ein Schritt';
}

/** What was changed with many others names the batch. */
function ofBatch(sentence: string, data: EntryData): string {
  return joined(sentence, [said(data, 'batchId')]);
}

function joined(head: string, rest: readonly (string | undefined)[]): string {
  return [head, ...rest.filter((part) => part !== undefined)].join(things.separator);
}
