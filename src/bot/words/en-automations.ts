// Automations in English: lists, modes, why one did or did not fire, and the notice a firing posts.
import type { DateTrigger, Mode, Reentry, Trigger } from '#engine/automations/automation.ts';
import type { Exit } from '#engine/automations/exit.ts';
import type { RunStatus } from '#engine/runs/run.ts';
import { events } from './en-events.ts';
import { counted } from './en-speech.ts';
import { lasting, step } from './en-steps.ts';

const RUN: Record<RunStatus, string> = {
  running: 'running',
  waiting: 'waiting',
  'waiting-for-approval': 'waiting for approval',
  done: 'done',
  failed: 'failed',
  shadow: 'shadow: recorded only',
  'held-out': 'held out: nothing is done, to compare with',
  stopped: 'stopped',
};

/** What `explain` finds, as a sentence. */
const VERDICTS = {
  'would-fire': 'It would fire for this customer.',
  condition: 'It does not fire: the condition is not met.',
  reentry: 'The condition is met, but it has fired for this customer and may not again yet.',
  off: 'The condition is met, but the automation is off.',
  shadow: 'It would fire, but only records so: it is in shadow mode.',
  'held-out': 'It fires, but does nothing: this customer is held out, to compare with.',
} as const;

const MODE: Record<Mode, string> = {
  off: 'off',
  shadow: 'shadow (records what it would do)',
  live: 'live',
};

/** Words of automations, their runs and their notices. */
export const automations = {
  listTitle: 'Automations',
  columns: ['Name', 'What', 'Mode', 'Fired', 'Saved in chat'],
  mode: (mode: Mode) => MODE[mode],
  modeLabel: 'Mode',
  changed: (by: string) => `changed by ${by}`,
  when: 'When',
  forWhom: 'For whom',
  everyone: 'everyone',
  again: 'Again',
  does: 'Does',
  needsApproval: 'after approval',
  fired: 'Fired',
  ends: 'Ends early',
  rank: 'Rank',
  holdout: 'Held out',
  holdoutOf: (percent: number) => `${percent} % of customers get nothing, to compare with`,
  version: 'Version',
  exit: (exit: Exit) =>
    exit.kind === 'event'
      ? exit.types.map((type) => events.type(type)).join(', ')
      : `when ${exit.text}`,
  trigger,
  reentry,
  /** What an entry of its `do` does. */
  step,
  nowMode: (title: string, mode: Mode) => `${title} is ${MODE[mode]} now.`,
  nobodyQualifies: (left: number): string =>
    left === 0
      ? 'Nobody qualifies now; it acts for who comes.'
      : 'Nobody else qualifies now; it acts for who comes.',
  alreadyMode: (title: string, mode: Mode) => `${title} was ${MODE[mode]} already.`,
  runsTitle: (title: string) => `Firings of ${title}`,
  runsEmpty: 'It has not fired yet.',
  runColumns: ['Run', 'Customer', 'When', 'State', 'Step', 'Until, or why'],
  run: (status: RunStatus) => RUN[status],
  explainTitle: (title: string, name: string) => `${title} and ${name}`,
  verdict: (verdict: keyof typeof VERDICTS): string => VERDICTS[verdict],
  lastRun: 'Last fired',
  why: 'Why',
  noCondition: 'It applies to everyone.',
  saw: 'saw ',
  sawNothing: 'nothing known',
  noticeTitle: (title: string, name: string) => `${title}: ${name}`,
  claim: 'I take this customer',
  release: 'Give back',
  followsUp: 'Followed up by',
  followsUpBeside: 'Also followed up by',
  claimRefusedTitle: 'Somebody follows up already',
  claimTaken: (name: string) => `${name} follows up on this customer already.`,
  notClaimed: 'Nobody follows up on this, so there is nothing to give back.',
  what: 'What will be done',
  waitsForApproval: 'Waits for approval.',
  stopped: (reason: string) => `Stopped: ${reason}`,
  order: 'Order',
  total: 'Total',
  items: 'Items',
  event: 'Trigger',
  levelBefore: 'Tier before',
  levelNow: 'Tier now',
  pausedTitle: 'Paused',
  pausedBy: (name: string) => `${name} paused Regulars. Nothing goes out until it is resumed.`,
  resumedTitle: 'Resumed',
  resumedBy: (name: string) => `${name} resumed Regulars. What waited goes out now.`,
  alreadyPaused: 'Regulars is paused already.',
  notPaused: 'Regulars was not paused.',
};

function trigger(start: Trigger): string {
  switch (start.kind) {
    case 'event':
      return start.types.map((type) => events.type(type)).join(', ');
    case 'segment':
      return start.change === 'entered'
        ? `enters the segment ${start.segment}`
        : `leaves the segment ${start.segment}`;
    case 'date':
      return dateTrigger(start);
    case 'schedule':
      return `on the schedule ${start.cron}, for everybody whom it is for`;
  }
}

function dateTrigger({ attribute, offsetDays, at }: DateTrigger): string {
  const days = counted(Math.abs(offsetDays), 'day', 'days');
  const when = offsetDays === 0 ? 'on' : `${days} ${offsetDays < 0 ? 'before' : 'after'}`;
  return `${when} the day of ${attribute}, at ${at} on the customer’s clock`;
}

function reentry(again: Reentry): string {
  switch (again.kind) {
    case 'always':
      return 'every time';
    case 'never':
      return 'once per customer';
    case 'after':
      return `again after ${lasting(again.duration)}`;
  }
}
