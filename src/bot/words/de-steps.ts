// What each step of an automation does, in German.
import type { Wait } from '#engine/actions/control.ts';
import type { Promised, StepSummary } from '#engine/actions/summary.ts';
import type { Duration, DurationUnit } from '#engine/time.ts';
import { events } from './de-events.ts';
import { counted, either, list, number } from './de-speech.ts';
import type { Noun } from './speech.ts';

/** How long, in the dative: before it stands „in“, „nach“ or „vor“. */
export function lasting({ amount, unit }: Duration): string {
  return counted(amount, ...UNITS[unit]);
}

/** What an entry does, in one line. */
export function step(does: StepSummary): string {
  switch (does.kind) {
    case 'tag':
      return `Mit ${does.tag} taggen`;
    case 'untag':
      return `Tag ${does.tag} entfernen`;
    case 'tier':
      if (does.to === 'before') return 'Auf der Stufe halten, von der sie kommen';
      return does.to === 'auto'
        ? 'Die Ausgaben über die Stufe entscheiden lassen'
        : `Auf Stufe ${does.to} setzen`;
    case 'set':
      return `Setzen: ${list(Object.entries(does.values).map(([name, value]) => `${name} auf ${value ?? 'nichts'}`))}`;
    case 'shop-group':
      return does.group === null
        ? 'Aus den Gruppen des Shops nehmen'
        : `In die Gruppe ${does.group} des Shops aufnehmen`;
    case 'notify':
      return `In ${either(does.channels.map((channel) => `#${channel}`))} melden`;
    case 'open-case':
      return `In #${does.channel} ${does.about === 'refund' ? 'einen Fall' : 'eine Beschwerde'} öffnen, fällig in ${lasting(does.due)}`;
    case 'task':
      return `Aufgabe${does.assignee === null ? '' : ` für ${does.assignee}`}: ${does.title}, fällig in ${lasting(does.due)}`;
    case 'email':
      return does.discount === null
        ? `E-Mail ${does.template}`
        : `E-Mail ${does.template} mit ${promised(does.discount)}`;
    case 'discount':
      return `Code erstellen: ${promised(does.discount)}`;
    case 'note':
      return `Notiz im Profil: ${does.text}`;
    case 'request':
      return `${does.method} an ${does.host}`;
    case 'stop-if':
      return `Anhalten, wenn ${does.text}`;
    default:
      return wait(does);
  }
}

function promised({ worth, valid }: Promised): string {
  const until = `bis in ${lasting(valid)} gültig`;
  if (worth === 'of-tier') return `Rabatt der eigenen Stufe, ${until}`;
  return `${'percent' in worth ? `${worth.percent} %` : number(worth.amount)} Rabatt, ${until}`;
}

function wait(until: Wait): string {
  switch (until.kind) {
    case 'wait':
      return `Warten und in ${lasting(until.duration)} weitermachen`;
    case 'wait-until':
      return `Warten bis ${until.clock} Uhr`;
    case 'wait-usual-hour':
      return `Warten bis zur üblichen Kaufzeit, sonst bis ${until.otherwise} Uhr`;
    case 'wait-usual-pause':
      return `Warten, bis üblicherweise wieder gekauft wird, sonst weiter in ${lasting(until.otherwise)}`;
    case 'wait-before':
      return `Warten bis zum Zeitpunkt ${lasting(until.lead)} vor dem Termin`;
    case 'wait-for':
      return `Warten auf ${either(until.events.map((type) => events.type(type)))}, spätestens in ${lasting(until.atMost)} ${until.otherwise === 'stop' ? 'anhalten' : 'weitermachen'}`;
  }
}

const UNITS: Record<DurationUnit, Noun> = {
  m: ['Minute', 'Minuten'],
  h: ['Stunde', 'Stunden'],
  d: ['Tag', 'Tagen'],
  w: ['Woche', 'Wochen'],
  mo: ['Monat', 'Monaten'],
  y: ['Jahr', 'Jahren'],
};
