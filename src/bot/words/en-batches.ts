// Batches in English: what would be changed for how many, how far it has come, what an undo puts back and what it leaves.
import type {
  BatchChange,
  BatchStatus,
  Foreseen,
  MemberOutcome,
  RunChange,
  ShopOutcome,
} from '#engine/batches/batch.ts';
import type { BatchRefusal } from '#engine/flows/settle-batch.ts';
import { counted, number } from './en-speech.ts';
import { things } from './en-things.ts';

const { customers } = things;

const STATUS: Record<BatchStatus | 'undone', string> = {
  previewed: 'waits to be confirmed',
  'waiting-for-approval': 'waits for approval',
  running: 'running',
  done: 'done',
  stopped: 'stopped',
  cancelled: 'cancelled',
  rejected: 'rejected',
  expired: 'expired',
  undone: 'undone',
};

const REFUSED: Record<BatchRefusal, string> = {
  settled: 'Somebody was faster. This is how it stands now.',
  expired: 'The preview is more than a day old. Ask for a new one.',
  'nothing-left': 'Nothing is left to do.',
  'decision-expired': 'It has waited too long for a decision. Run it again.',
  'over-budget':
    'The discount budget has no room for all of them. Wait until it renews, or take fewer customers.',
  'own-request': 'You asked for it: two others must approve.',
  'same-person': 'You have approved it already. A second person must approve it as well.',
  'not-done': 'It has changed nobody, so there is nothing to undo.',
  running: 'It is still running. Stop it first, then undo it.',
  undone: 'It was undone already. To make the change again, undo that undo.',
  'run-undone':
    'It has taken runs back. An undo starts none of them again; run the automation once more.',
  'too-old': 'It ended more than 30 days ago and cannot be undone as a whole any more.',
};

/** What a change does to so many, as a title. Texts in it are untrusted. */
function title(change: BatchChange, count: number): string {
  const whom = customers(count);
  switch (change.kind) {
    case 'tag':
      return `Tag ${whom} as “${change.tag}”`;
    case 'untag':
      return `Take the tag “${change.tag}” from ${whom}`;
    case 'tier':
      return change.tier === null
        ? `Let spend decide the tier of ${whom}`
        : `Put ${whom} on the tier ${change.tier}`;
    case 'set':
      return change.value === null
        ? `Clear ${change.name} of ${whom}`
        : `Set ${change.name} to ${change.value} for ${whom}`;
    case 'run':
      return runTitle(change, whom);
  }
}

function runTitle({ title: automation, mode, activates }: RunChange, whom: string): string {
  if (activates) return `Take “${automation}” live, also for ${whom} who qualify now`;
  return mode === 'live'
    ? `Run “${automation}” for ${whom}`
    : `Record what “${automation}” would do for ${whom}`;
}

/** What those have in common for whom there is nothing to change. */
function alreadySo(change: BatchChange, count: number): string {
  const one = count === 1;
  switch (change.kind) {
    case 'tag':
      return `${number(count)} already ${one ? 'has' : 'have'} it`;
    case 'untag':
      return `${number(count)} ${one ? 'does' : 'do'} not have it`;
    case 'tier':
      return change.tier === null
        ? `of ${number(count)} it does already`
        : `${number(count)} already ${one ? 'is held' : 'are held'} on it`;
    case 'set':
      return `${number(count)} already ${one ? 'has' : 'have'} that value`;
    case 'run':
      return `for ${number(count)} it runs already`;
  }
}

/** What somebody who confirms needs to know of the numbers. */
function foreseen(change: BatchChange, seen: Foreseen): string {
  if (change.kind === 'run') {
    const verb = change.mode === 'live' ? 'run' : 'be recorded';
    return `It would ${verb} for ${seen.change === seen.customers ? 'all of them' : number(seen.change)}.`;
  }
  if (seen.change === seen.customers) return 'All of them would change.';
  const already = seen.already === 0 ? [] : [alreadySo(change, seen.already)];
  return `${[...already, `${number(seen.change)} would change`].join(', ')}.`;
}

/** The same of an undo: what it puts back, and what it leaves and why. */
function foreseenUndo(seen: Foreseen): string {
  const leaves = [
    ...(seen.movedOn === 0 ? [] : [`${number(seen.movedOn)} changed again since and left alone`]),
    ...(seen.gone === 0 ? [] : [`${number(seen.gone)} not there any more`]),
  ];
  return `${[`${number(seen.change)} would get back what they had`, ...leaves].join(', ')}.`;
}

/** About how long so many calls take. */
function about(seconds: number): string {
  if (seconds < 90) return 'about a minute';
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `about ${minutes} minutes` : `about ${Math.round(minutes / 60)} hours`;
}

/** Words of the cards, buttons and lists of batches. */
export const batches = {
  title,
  undoTitle: (what: string) => `Undo: ${what}`,
  status: (status: BatchStatus | 'undone') => STATUS[status],
  refusedTitle: 'Nothing was changed',
  refused: (reason: BatchRefusal) => REFUSED[reason],
  of: (count: number, total: number) => `${number(count)} of ${customers(total)}`,
  members: customers,
  foreseen,
  undone: (count: number) => `${customers(count)} ${count === 1 ? 'was' : 'were'} changed`,
  foreseenUndo,
  examples: 'Examples',
  frozen:
    'These customers, as of now: who comes into the segment later is not among them. The preview is good for a day.',
  undoable:
    'It can be undone as a whole for 30 days. Who was changed again by then is left alone, and what automations do because of it, such as mails, stays.',
  runs: {
    asksOnce: 'One approval decides for all of them; what comes after a wait is asked for itself.',
    asksLater: 'What needs an approval comes after a wait, and is asked for itself then.',
    acts: 'Nobody is asked before it acts.',
    shadow: 'It is in shadow mode: what it would do is recorded, and nothing is done.',
    notYet: 'It is not live yet: choose whom it is for.',
    conditionNotAsked: 'Its own condition is not asked: these customers were chosen.',
    mailLater: 'Whom its mail may not reach gets the rest of it, without the mail.',
    undoable:
      'It can be undone as a whole for 30 days: runs are stopped, and what they changed is put back. Mails that were sent stay.',
  },
  shopToo: (calls: number, seconds: number) =>
    `In the shop as well: ${counted(calls, 'call', 'calls')}, ${about(seconds)}.`,
  shopNot: {
    tags: 'The shop is not changed: no connected shop that can be asked knows them.',
    ours: 'The shop is not changed: tiers and attributes are kept here only.',
  },
  nothingTitle: 'Nothing to change',
  nobody: 'Nobody is in it now.',
  nothing: (change: BatchChange, seen: Foreseen) =>
    `${customers(seen.customers)}, ${alreadySo(change, seen.already)}.`,
  nothingRuns: (seen: Foreseen) =>
    seen.customers === 0
      ? 'Nobody is in it now.'
      : `It would run for none of ${customers(seen.customers)}.`,
  nothingToUndo: (seen: Foreseen) => `${foreseenUndo(seen)} Nothing was changed.`,
  progress: {
    running: (through: number, all: number) =>
      `${number(through)} of ${customers(all)} are through.`,
    done: (changed: number, all: number) =>
      `Done. ${number(changed)} of ${customers(all)} ${changed === 1 ? 'was' : 'were'} changed.`,
    stopped: (changed: number, left: number) =>
      `Stopped. ${customers(changed)} ${changed === 1 ? 'was' : 'were'} changed, ${number(left)} left as they were.`,
    ran: (ran: number, all: number) => `Done. It ran for ${number(ran)} of ${customers(all)}.`,
    ranStopped: (ran: number, left: number) =>
      `Stopped. It ran for ${customers(ran)}; for ${number(left)} it was not begun.`,
    takenBack: (back: number, all: number) =>
      `Done. ${number(back)} of ${counted(all, 'run', 'runs')} ${back === 1 ? 'was' : 'were'} taken back.`,
    cancelled: 'Cancelled. Nothing was changed.',
    rejected: 'Rejected. Nothing was changed.',
    expired: 'Nobody confirmed it within a day. Nothing was changed.',
    undecided: 'Nobody decided in time. Nothing was changed.',
  },
  bulk: {
    gives: 'Each of them gets',
    exposure: 'All of it is expected to cost',
    needsTwo: 'Two people must approve this, neither of whom asked for it.',
    asked: 'Confirmed. It waits for one approval, in the approvals channel.',
    approved: 'Approved. How far it has come is shown on its card in the reports channel.',
    waitsForSecond: 'Your approval counts. A second person must approve it as well.',
    rejected: 'Rejected. Nothing was changed.',
  },
  from: 'From',
  outcome: {
    changed: 'Changed',
    already: 'So already',
    'left-out': 'Left out',
    'moved-on': 'Changed again since, left alone',
    gone: 'Not there any more',
  } satisfies Record<Exclude<MemberOutcome, 'waiting'>, string>,
  shop: 'In the shop',
  shopOutcome: (outcome: ShopOutcome, count: number) =>
    `${number(count)} ${
      {
        waiting: 'to be asked for',
        asked: 'asked for',
        done: 'done',
        failed: 'failed',
        skipped: 'not needed',
      }[outcome]
    }`,
  failures: 'What the shop did not do',
  failed: (name: string, reason: string) => `${name}: ${reason}`,
  forgotten: 'A customer who is not there any more',
  requestedBy: 'Asked for by',
  confirmedBy: 'Confirmed by',
  ended: 'Ended',
  undoneBy: (id: string) => `Undone by ${id}.`,
  undoes: (id: string) => `This undoes ${id}.`,
  undoUntil: 'Can be undone until ',
  orType: (line: string) => `Or type: ${line}`,
  confirmed: 'Confirmed. How far it has come is shown on its card in the reports channel.',
  confirm: (count: number) => `Change ${customers(count)}`,
  confirmRun: (count: number) => `Run for ${customers(count)}`,
  theseToo: (count: number) => `${count === 1 ? 'This one' : `These ${number(count)}`} too`,
  newOnly: 'New ones only',
  ran: 'Ran for',
  confirmUndo: (count: number) => `Undo for ${customers(count)}`,
  large: {
    title: 'More than half of all customers',
    text: (count: number, total: number) => `This changes ${number(count)} of ${customers(total)}.`,
    confirm: 'Change them',
  },
  cancel: 'Cancel',
  stop: 'Stop',
  continue: { stopped: 'Go on', done: 'Ask the shop again' },
  undo: 'Undo',
  openUndo: 'Show the undo',
  listTitle: 'Batches',
  listEmpty: 'Nothing was changed for many at once yet. Start with: segment tag',
  columns: ['Batch', 'What', 'State', 'By', 'When'],
};
