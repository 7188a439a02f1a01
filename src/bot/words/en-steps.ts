// What each step of an automation does, in English.
import type { Wait } from '#engine/actions/control.ts';
import type { Promised, StepSummary } from '#engine/actions/summary.ts';
import type { Duration, DurationUnit } from '#engine/time.ts';
import { events } from './en-events.ts';
import { counted, either, list, number } from './en-speech.ts';
import type { Noun } from './speech.ts';

/** How long, in words: "3 days". */
export function lasting({ amount, unit }: Duration): string {
  return counted(amount, ...UNITS[unit]);
}

/** What an entry does, in one line. */
export function step(does: StepSummary): string {
  switch (does.kind) {
    case 'tag':
      return `Tag as ${does.tag}`;
    case 'untag':
      return `Remove the tag ${does.tag}`;
    case 'tier':
      if (does.to === 'before') return 'Hold on the tier they come from';
      return does.to === 'auto' ? 'Let spend decide the tier' : `Set the tier to ${does.to}`;
    case 'set':
      return `Set ${list(Object.entries(does.values).map(([name, value]) => `${name} to ${value ?? 'nothing'}`))}`;
    case 'shop-group':
      return does.group === null
        ? 'Take out of the shop’s groups'
        : `Put into the shop’s group ${does.group}`;
    case 'notify':
      return `Tell ${either(does.channels.map((channel) => `#${channel}`))}`;
    case 'open-case':
      return `Open a ${does.about === 'refund' ? '' : `${does.about} `}case in #${does.channel}, due in ${lasting(does.due)}`;
    case 'task':
      return `Task${does.assignee === null ? '' : ` for ${does.assignee}`}: ${does.title}, due in ${lasting(does.due)}`;
    case 'email':
      return does.discount === null
        ? `E-mail ${does.template}`
        : `E-mail ${does.template} with ${promised(does.discount)}`;
    case 'discount':
      return `Make a code for ${promised(does.discount)}`;
    case 'note':
      return `Note on the profile: ${does.text}`;
    case 'request':
      return `${does.method} to ${does.host}`;
    case 'stop-if':
      return `Stop if ${does.text}`;
    default:
      return wait(does);
  }
}

function promised({ worth, valid }: Promised): string {
  const valued = `valid ${lasting(valid)}`;
  if (worth === 'of-tier') return `the discount of their tier, ${valued}`;
  return `${'percent' in worth ? `${worth.percent} %` : number(worth.amount)} off, ${valued}`;
}

function wait(until: Wait): string {
  switch (until.kind) {
    case 'wait':
      return `Wait ${lasting(until.duration)}`;
    case 'wait-until':
      return `Wait until ${until.clock}`;
    case 'wait-usual-hour':
      return `Wait until the hour they usually buy at, else ${until.otherwise}`;
    case 'wait-usual-pause':
      return `Wait as long as they usually do before they buy it again, else ${lasting(until.otherwise)}`;
    case 'wait-before':
      return `Wait until ${lasting(until.lead)} before the appointment`;
    case 'wait-for':
      return `Wait for ${either(until.events.map((type) => events.type(type)))}, at most ${lasting(until.atMost)}${until.otherwise === 'stop' ? ', else stop' : ''}`;
  }
}

const UNITS: Record<DurationUnit, Noun> = {
  m: ['minute', 'minutes'],
  h: ['hour', 'hours'],
  d: ['day', 'days'],
  w: ['week', 'weeks'],
  mo: ['month', 'months'],
  y: ['year', 'years'],
};
