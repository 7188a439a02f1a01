// Automations in German: lists, modes, why one did or did not fire, and the notice a firing posts.
import type { DateTrigger, Mode, Reentry, Trigger } from '#engine/automations/automation.ts';
import type { RunStatus } from '#engine/runs/run.ts';
import { events } from './de-events.ts';
import { counted } from './de-speech.ts';
import { lasting, step } from './de-steps.ts';
import type { Words } from './en.ts';

type Automations = Words['automations'];

const RUN: Record<RunStatus, string> = {
  running: 'läuft',
  waiting: 'wartet',
  'waiting-for-approval': 'wartet auf Freigabe',
  done: 'erledigt',
  failed: 'fehlgeschlagen',
  shadow: 'Schatten: nur aufgezeichnet',
  'held-out': 'Kontrollgruppe: nichts wird getan, zum Vergleich',
  stopped: 'angehalten',
};

const VERDICTS: Record<Parameters<Automations['verdict']>[0], string> = {
  'would-fire': 'Sie würde für diesen Kunden auslösen.',
  condition: 'Sie löst nicht aus: Die Bedingung ist nicht erfüllt.',
  reentry:
    'Die Bedingung ist erfüllt, aber sie hat für diesen Kunden schon ausgelöst und darf noch nicht wieder.',
  off: 'Die Bedingung ist erfüllt, aber die Automation ist aus.',
  shadow: 'Sie würde auslösen, zeichnet es aber nur auf: Sie ist im Schattenmodus.',
  'held-out': 'Sie löst aus, tut aber nichts: Dieser Kunde gehört zur Kontrollgruppe.',
};

const MODE: Record<Mode, string> = {
  off: 'aus',
  shadow: 'Schatten (zeichnet auf, was sie tun würde)',
  live: 'live',
};

/** Words of automations, their runs and their notices. */
export const automations: Automations = {
  listTitle: 'Automationen',
  columns: ['Name', 'Was', 'Modus', 'Ausgelöst', 'Im Chat gespeichert'],
  mode: (mode) => MODE[mode],
  modeLabel: 'Modus',
  changed: (by) => `geändert von ${by}`,
  when: 'Wann',
  forWhom: 'Für wen',
  everyone: 'alle',
  again: 'Wieder',
  does: 'Tut',
  needsApproval: 'nach Freigabe',
  fired: 'Ausgelöst',
  ends: 'Endet vorzeitig',
  rank: 'Rang',
  holdout: 'Kontrollgruppe',
  holdoutOf: (percent) => `${percent} % der Kunden bekommen nichts, zum Vergleich`,
  version: 'Version',
  exit: (exit) =>
    exit.kind === 'event'
      ? exit.types.map((type) => events.type(type)).join(', ')
      : `sobald ${exit.text}`,
  trigger,
  reentry,
  step,
  nowMode: (title, mode) => `${title}: jetzt ${MODE[mode]}.`,
  nobodyQualifies: (left) =>
    left === 0
      ? 'Zurzeit erfüllt niemand die Bedingung; sie handelt für alle, die noch kommen.'
      : 'Sonst erfüllt zurzeit niemand die Bedingung; sie handelt für alle, die noch kommen.',
  alreadyMode: (title, mode) => `${title}: war schon ${MODE[mode]}.`,
  runsTitle: (title) => `Auslösungen von ${title}`,
  runsEmpty: 'Sie hat noch nie ausgelöst.',
  runColumns: ['Lauf', 'Kunde', 'Wann', 'Stand', 'Schritt', 'Bis, oder warum'],
  run: (status) => RUN[status],
  explainTitle: (title, name) => `${title} und ${name}`,
  verdict: (verdict) => VERDICTS[verdict],
  lastRun: 'Zuletzt ausgelöst',
  why: 'Warum',
  noCondition: 'Sie gilt für alle.',
  saw: 'gefunden: ',
  sawNothing: 'nichts bekannt',
  noticeTitle: (title, name) => `${title}: ${name}`,
  claim: 'Ich übernehme',
  release: 'Zurückgeben',
  followsUp: 'Es kümmert sich',
  followsUpBeside: 'Ebenfalls dabei',
  claimRefusedTitle: 'Jemand kümmert sich schon',
  claimTaken: (name) => `${name} kümmert sich schon um diesen Kunden.`,
  notClaimed: 'Hierum kümmert sich niemand, also gibt es nichts zurückzugeben.',
  what: 'Was getan wird',
  waitsForApproval: 'Wartet auf Freigabe.',
  stopped: (reason) => `Angehalten: ${reason}`,
  order: 'Bestellung',
  total: 'Summe',
  items: 'Artikel',
  event: 'Auslöser',
  levelBefore: 'Stufe zuvor',
  levelNow: 'Stufe jetzt',
  pausedTitle: 'Angehalten',
  pausedBy: (name) => `${name} hat Regulars angehalten. Bis zum Fortsetzen geht nichts hinaus.`,
  resumedTitle: 'Fortgesetzt',
  resumedBy: (name) => `${name} hat Regulars fortgesetzt. Was wartete, geht jetzt hinaus.`,
  alreadyPaused: 'Regulars ist schon angehalten.',
  notPaused: 'Regulars war nicht angehalten.',
};

function trigger(start: Trigger): string {
  switch (start.kind) {
    case 'event':
      return start.types.map((type) => events.type(type)).join(', ');
    case 'segment':
      return start.change === 'entered'
        ? `kommt in das Segment ${start.segment}`
        : `verlässt das Segment ${start.segment}`;
    case 'date':
      return dateTrigger(start);
    case 'schedule':
      return `nach dem Zeitplan ${start.cron}, für alle, für die sie gilt`;
  }
}

function dateTrigger({ attribute, offsetDays, at }: DateTrigger): string {
  const days = counted(Math.abs(offsetDays), 'Tag', 'Tage');
  const when =
    offsetDays === 0
      ? `am Tag von ${attribute}`
      : `${days} ${offsetDays < 0 ? 'vor' : 'nach'} dem Tag von ${attribute}`;
  return `${when}, um ${at} Uhr Ortszeit des Kunden`;
}

function reentry(again: Reentry): string {
  switch (again.kind) {
    case 'always':
      return 'jedes Mal';
    case 'never':
      return 'einmal je Kunde';
    case 'after':
      return `wieder nach ${lasting(again.duration)}`;
  }
}
