// What went wrong, in German: one sentence that says what happened and what to do.

import type { Candidate, NamedThing, Problem } from '#engine/errors.ts';
import type { BadValue } from '../line/bad-value.ts';
import { invalid } from './de-invalid.ts';
import { either } from './de-speech.ts';
import { things } from './de-things.ts';
import type { Words } from './en.ts';
import { brief, candidateText, sentences } from './problem-parts.ts';

const FIND: Partial<Record<NamedThing, string>> = {
  segment: 'Alle zeigt: segment list',
  batch: 'Die neuesten zeigt: batch list',
  customer: 'Vielleicht mit E-Mail-Adresse, Bestellnummer oder einem Teil des Namens.',
  approval: 'Die wartenden zeigt: approval list',
  case: 'Die offenen zeigt: case list',
  task: 'Die offenen zeigt: task list',
  automation: 'Alle zeigt: automation list',
  run: 'Die einer Automation zeigt: automation runs NAME',
  event: 'Die neuesten zeigt: event list',
  command: 'Alle zeigt: help',
  suggestion: 'Die wartenden zeigt: customer merges',
  mail: 'Die neuesten zeigt: email outbox',
};

/** A problem as people read it. */
export function problem(fault: Problem): string {
  switch (fault.code) {
    case 'not-found':
      return sentences(
        `Nichts passt zu „${brief(fault.who)}“ (${things.named[fault.what]}).`,
        nearest(fault.nearest ?? []) ?? FIND[fault.what],
      );
    case 'ambiguous':
      return `„${brief(fault.who)}“ kann ${either(fault.candidates.map(candidate))} sein. Bitte per Id oder E-Mail angeben, wer gemeint ist.`;
    case 'forbidden':
      return `Dafür braucht es ${things.role[fault.needs]}; du hast ${things.role[fault.has]}.`;
    case 'usage':
      return sentences(fault.message, fault.usage && `Schreibweise: ${fault.usage}`);
    case 'invalid':
      return `${fault.field}: ${invalid(fault)}`;
    case 'stale':
      return stale(fault);
    case 'automation-off':
      return `${fault.automation} ist aus. Bitte zuerst einschalten: automation shadow ${fault.automation}, oder automation live ${fault.automation}`;
    case 'not-connected':
      return `${fault.what} ist nicht verbunden.`;
    case 'unavailable':
      return `${fault.what} antwortet zurzeit nicht. Es wurde nichts geändert; bitte in einer Minute erneut versuchen.`;
  }
}

/** What could not be done, as titles and sentences around it. */
export const problems: Words['problems'] = {
  problem,
  invalid,
  title: 'Das hat nicht geklappt',
  forbiddenTitle: 'Nicht mit diesen Rechten',
  notFoundTitle: 'Nicht gefunden',
  usageTitle: 'So wird es geschrieben',
  vendorDown: (vendor) =>
    `${vendor} antwortet zurzeit nicht. Mehr wurde nicht getan; bitte in einer Minute erneut versuchen.`,
  vendorRefused: (vendor) => `${vendor} hat das abgelehnt. Näheres steht im Log.`,
  busy: 'Die Datenbank ist überlastet oder nicht da. Mehr wurde nicht getan; bitte in einer Minute erneut versuchen.',
  unexpected: (id) =>
    `Bei uns ist etwas schiefgegangen. Es steht unter ${id} im Log; mehr wurde nicht getan.`,
  unknownCommand: (line) => `Es gibt keinen Befehl „${line}“.`,
  didYouMean: (name) => `Vielleicht gemeint: ${name}?`,
  verbsOf: (noun, verbs) => `${noun} kann: ${verbs.join(', ')}.`,
  emptyLine: 'Bitte einen Befehl eingeben, oder „help“, um alle zu sehen.',
  missing: (name) => `${name} fehlt.`,
  surplus: (word) => `„${word}“ ist ein Wort zu viel.`,
  unknownFlag: (flag) => `Hier gibt es keine Option „--${flag}“.`,
  flagWithoutValue: (flag) => `Die Option „--${flag}“ braucht einen Wert.`,
  notAmong: (name, values) => `${name} muss ${either(values)} sein.`,
  badArgument: (name, message) => `${name}: ${message}`,
  badValue,
  fieldMissing: 'Bitte ausfüllen.',
  oldButton:
    'Dieser Knopf ist nicht mehr in Gebrauch. Bitte die Karte neu öffnen, um den Stand zu sehen.',
  needsForm: (usage) => `Bitte angeben, was zu ändern ist. Schreibweise: ${usage}`,
};

function stale(fault: Extract<Problem, { code: 'stale' }>): string {
  const by = fault.by === undefined ? '' : ` durch ${fault.by}`;
  return `Hier ist es inzwischen weitergegangen (${things.named[fault.what]}): ${fault.state}${by}.`;
}

function candidate(meant: Candidate): string {
  return candidateText(meant, (number, shop) => `Bestellung ${number} in ${things.shop(shop)}`);
}

function nearest(candidates: readonly Candidate[]): string | undefined {
  return candidates.length === 0
    ? undefined
    : `Vielleicht gemeint: ${either(candidates.map(candidate))}?`;
}

function badValue(of: BadValue): string {
  switch (of.kind) {
    case 'no-number':
      return 'muss eine Zahl sein';
    case 'no-whole-number':
      return 'muss eine ganze Zahl sein';
    case 'empty':
      return 'darf nicht leer sein';
    case 'other':
      return 'wird hier nicht angenommen';
    case 'too-small':
      return `muss mindestens ${of.bound} sein`;
    case 'too-big':
      return `darf höchstens ${of.bound} sein`;
    case 'too-long':
      return `darf höchstens ${of.bound} Zeichen haben`;
    case 'wanted':
      return WANTED[of.what];
  }
}

const WANTED: Readonly<Record<Extract<BadValue, { kind: 'wanted' }>['what'], string>> = {
  duration: 'muss eine Dauer sein wie 2h oder 1d',
  since: 'muss ein Tag sein wie 2026-01-31, oder wie lange her, etwa 90d',
  version: 'muss die Nummer einer Version sein, etwa 3',
};
