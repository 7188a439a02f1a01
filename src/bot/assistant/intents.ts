// THE list of what can be asked or ordered in plain words: for each command what must be said, what may be, and its arguments.
import type { Concept } from './phrases.ts';
import type { SlotKind } from './slots.ts';

/** One way to mean a command. */
export type Intent = {
  readonly command: string;
  /** One of each must be said. */
  readonly needs: readonly (Concept | readonly Concept[])[];
  /** These may be said besides. */
  readonly may?: readonly Concept[];
  /** Arguments that must be found, in the order in which they are looked for. */
  readonly args?: Readonly<Record<string, SlotKind>>;
  /** Arguments that may be found. */
  readonly options?: Readonly<Record<string, SlotKind>>;
  /** An argument's value that follows from something being said. */
  readonly said?: readonly (readonly [concept: Concept, arg: string, value: string])[];
  readonly fixed?: Readonly<Record<string, string>>;
  /** What of a customer was asked for, where the answer begins with it. */
  readonly facet?: Facet;
};

/** What can be asked of one customer. */
export type Facet = 'orders' | 'refunds' | 'tier' | 'tags' | 'spent' | 'consent' | 'last-order' | 'first-order' | 'cases' | 'contact' | 'average';

const ASK = ['show', 'list', 'whether'] as const;
const STATUSES = [
  ['waiting', 'status', 'pending'],
  ['approvedOnes', 'status', 'approved'],
  ['rejectedOnes', 'status', 'rejected'],
  ['expiredOnes', 'status', 'expired'],
  ['failedOnes', 'status', 'failed'],
  ['doneOnes', 'status', 'done'],
] as const;
const COUNT = ['show', 'list', 'count', 'whether'] as const;

/** Every intent; where two explain a sentence equally well the earlier one is meant. */
export const INTENTS: readonly Intent[] = [
  // One customer.
  { command: 'customer show', needs: ['show'], may: ['customer', 'list'], args: { who: 'customer' } },
  { command: 'customer show', needs: ['customer'], may: [...ASK], args: { who: 'customer' } },
  facet('orders', ['order'], [...COUNT, 'times', 'list', 'when', 'once', 'over']),
  facet('last-order', ['last', 'order'], [...ASK, 'when', 'in', 'since', 'ago']),
  facet('last-order', ['when', 'order'], [...ASK, 'last']),
  facet('first-order', ['first', 'order'], [...ASK, 'when']),
  facet('first-order', ['joined'], [...ASK, 'when', 'since']),
  facet('first-order', ['when', 'customer'], [...ASK, 'since', 'joined']),
  facet('refunds', ['refund'], [...COUNT, 'money', 'last', 'times', 'when', 'give', 'order']),
  facet('refunds', ['refunds_given'], [...COUNT]),
  facet('tier', ['tier'], [...ASK, 'in']),
  facet('tier', ['vip'], [...ASK, 'tag', 'tier']),
  facet('tags', ['tagsOf'], [...ASK]),
  facet('spent', ['spent'], [...COUNT, 'money', 'over']),
  facet('average', ['average'], [...COUNT, 'money', 'spent', 'order']),
  facet('consent', [['consent', 'unsubscribed']], [...ASK, 'email', 'send', 'not', 'sms', 'when']),
  facet('contact', [['phone', 'email', 'contactdata', 'birthday', 'language', 'live_in']], [...ASK, 'when', 'to', 'in']),
  facet('cases', ['case'], [...COUNT, 'open']),
  { command: 'customer show', needs: [['recommended', 'attributes', 'segmentsOf', 'predicted']], may: [...ASK, 'order', 'product', 'in'], args: { who: 'customer' } },
  { command: 'customer timeline', needs: ['timeline'], may: [...ASK, 'last', 'order'], args: { who: 'customer' }, options: { limit: 'limit' } },
  { command: 'customer top', needs: ['top', ['customer', 'everyone']], may: [...COUNT, 'most', 'spent', 'who', 'vip', 'order'], options: { limit: 'limit' }, said: [['byPredicted', 'by', 'predicted']] },
  { command: 'customer top', needs: ['top'], may: ['show', 'list', 'most', 'spent', 'byPredicted'], args: { limit: 'limit' }, said: [['byPredicted', 'by', 'predicted']] },
  { command: 'customer top', needs: ['most', ['spent', 'customer', 'everyone', 'who', 'order']], may: [...COUNT, 'spent', 'order', 'money', 'who', 'everyone', 'customer', 'give'], options: { limit: 'limit' } },
  { command: 'customer top', needs: ['customer', 'byPredicted'], may: ['show', 'list', 'top'], options: { limit: 'limit' }, fixed: { by: 'predicted' } },
  { command: 'customer merges', needs: ['duplicates'], may: [...COUNT, 'customer', 'everyone', 'open', 'whether'] },
  { command: 'customer set', needs: [['set', 'give', 'add', 'mark']], may: ['customer', 'tier', 'in', 'set', 'tag'], args: { value: 'tier', who: 'customer' }, fixed: { attribute: 'tier' } },
  { command: 'customer tag', needs: [['tag', 'mark', 'tagged']], may: ['add', 'give', 'set', 'customer', 'mark', 'tag', 'to', 'create'], args: { tag: 'tag', who: 'customer' } },
  { command: 'customer untag', needs: [['tag', 'mark'], 'remove'], may: ['customer', 'clear', 'not', 'remove'], args: { tag: 'tag', who: 'customer' } },
  { command: 'customer untag', needs: ['untag'], may: ['customer', 'tag', 'remove'], args: { tag: 'tag', who: 'customer' } },
  { command: 'customer set', needs: ['set'], may: ['customer', 'attribute', 'set'], args: { value: 'value', attribute: 'attribute', who: 'customer' } },
  { command: 'customer note', needs: ['note'], may: ['add', 'create', 'customer', 'timeline', 'in', 'give', 'set', 'text'], args: { text: 'text', who: 'customer' } },
  { command: 'customer merge', needs: ['merge'], may: ['customer'], args: { who: 'customer', other: 'customer' } },
  { command: 'customer apart', needs: ['apart'], may: ['customer', 'and'], args: { who: 'customer', other: 'customer' } },
  { command: 'customer export', needs: ['export'], may: ['customer', 'everyone', 'show', 'give'], args: { who: 'customer' } },
  { command: 'customer forget', needs: ['erase'], may: ['customer', 'remove'], args: { who: 'customer' } },
  // Cases and tasks.
  { command: 'case list', needs: ['case'], may: [...COUNT, 'refund', 'last', 'mine', 'whether'], said: [['open', 'open', 'true']], options: { limit: 'limit' } },
  { command: 'case list', needs: ['open', 'refund'], may: [...COUNT], fixed: { open: 'true' } },
  { command: 'case show', needs: [], may: [...ASK, 'case', 'it'], args: { id: 'case' } },
  { command: 'case take', needs: ['take'], may: ['case', 'myself', 'assign', 'mine'], args: { id: 'case' } },
  { command: 'case take', needs: ['assign', 'myself'], may: ['case', 'to'], args: { id: 'case' } },
  ...(['refunded', 'exchanged', 'credited', 'declined'] as const).map(
    (resolution): Intent => ({ command: 'case resolve', needs: [['resolve', 'mark', 'finish', 'case', 'declined'], resolution], may: ['case', 'set', 'resolve'], args: { id: 'case' }, options: { note: 'text' }, fixed: { resolution } }),
  ),
  { command: 'case reassign', needs: ['assign'], may: ['case', 'over', 'assign'], args: { id: 'case', to: 'teammate' } },
  { command: 'case note', needs: ['note'], may: ['case', 'add', 'create', 'in', 'set', 'text'], args: { id: 'case', text: 'text' } },
  { command: 'case open', needs: [['create', 'open'], ['case']], may: ['customer', 'refund', 'create', 'order'], args: { who: 'customer' } },
  { command: 'case snooze', needs: ['snooze'], may: ['case', 'due', 'snooze'], args: { id: 'case', until: 'due' } },
  { command: 'case escalate', needs: ['escalate'], may: ['case'], args: { id: 'case' } },
  { command: 'case release', needs: ['release'], may: ['case', 'release'], args: { id: 'case' } },
  { command: 'case handover', needs: ['handover'], may: [...ASK, 'case', 'mine'] },
  { command: 'case reopen', needs: ['reopen'], may: ['case', 'reopen'], args: { id: 'case' } },
  { command: 'task list', needs: ['task'], may: [...COUNT, 'last'], said: [['mine', 'mine', 'true'], ['open', 'open', 'true']] },
  { command: 'task show', needs: [], may: [...ASK, 'task'], args: { id: 'task' } },
  { command: 'task take', needs: ['take'], may: ['task', 'myself', 'assign', 'mine'], args: { id: 'task' } },
  { command: 'task take', needs: ['assign', 'myself'], may: ['task'], args: { id: 'task' } },
  { command: 'task assign', needs: ['assign'], may: ['task', 'over', 'assign'], args: { id: 'task', to: 'teammate' } },
  { command: 'task snooze', needs: ['snooze'], may: ['task', 'due', 'snooze'], args: { id: 'task', until: 'due' } },
  { command: 'task done', needs: [['finish', 'resolve']], may: ['task', 'mark', 'finish', 'set', 'resolve', 'as'], args: { id: 'task' } },
  { command: 'task cancel', needs: ['cancel'], may: ['task', 'cancel'], args: { id: 'task' } },
  { command: 'task reopen', needs: ['reopen'], may: ['task', 'reopen'], args: { id: 'task' } },
  { command: 'task new', needs: [['remind', 'task']], may: ['create', 'add', 'customer', 'tomorrow', 'set', 'task', 'remind', 'text', 'call'], args: { title: 'text', who: 'customer' }, options: { due: 'due' } },
  // Approvals: shown, never decided.
  { command: 'approval list', needs: ['approval'], may: [...COUNT, 'last', 'mine'], said: STATUSES },
  { command: 'approval list', needs: ['waiting', ['approval', 'approve', 'list', 'show', 'whether']], may: [...COUNT, 'mine', 'approve', 'approval', 'open'], fixed: { status: 'pending' } },
  { command: 'approval list', needs: ['open', 'approval'], may: [...COUNT, 'mine'], fixed: { status: 'pending' } },
  { command: 'approval show', needs: [], may: [...ASK, 'approval'], args: { id: 'approval' } },
  { command: 'approval approve', needs: ['approve'], may: ['approval', 'approve'], args: { id: 'approval' } },
  { command: 'approval reject', needs: ['reject'], may: ['approval', 'reject'], args: { id: 'approval' } },
  // Automations.
  { command: 'automation list', needs: ['automation'], may: [...COUNT, 'live', 'shadow', 'off', 'everyone', 'run', 'fire', 'open', 'in', 'whether', 'waiting'] },
  { command: 'automation show', needs: [], may: [...ASK, 'automation', 'fire', 'run', 'when', 'why'], args: { name: 'automation' } },
  { command: 'automation explain', needs: ['why'], may: ['fire', 'not', 'automation', 'run', 'runs', 'customer', 'whether', 'send'], args: { name: 'automation', who: 'customer' } },
  { command: 'automation explain', needs: [['fire', 'run']], may: ['whether', 'automation', 'runs', 'customer', 'not'], args: { name: 'automation', who: 'customer' } },
  { command: 'automation runs', needs: [['runs', 'fire']], may: [...COUNT, 'automation', 'fire', 'last', 'customer', 'who', 'times', 'run', 'when', 'everyone'], args: { name: 'automation' }, options: { limit: 'limit' } },
  { command: 'automation runs', needs: ['run', 'who'], may: [...COUNT, 'automation', 'customer', 'fire'], args: { name: 'automation' } },
  { command: 'automation backtest', needs: ['backtest'], may: ['automation', 'show', 'run', 'whether', 'past', 'over', 'backtest'], args: { name: 'automation' }, options: { since: 'since' } },
  { command: 'automation versions', needs: ['version'], may: [...ASK, 'automation', 'compare', 'version'], args: { name: 'automation' } },
  { command: 'automation diff', needs: ['compare'], may: ['show', 'automation', 'version', 'in', 'last', 'between'], args: { name: 'automation' } },
  { command: 'automation export', needs: ['export', ['automation', 'yaml']], may: ['automation', 'show', 'everyone', 'export'], args: { name: 'automation' } },
  { command: 'automation live', needs: ['live'], may: ['automation', 'switch', 'live', 'approve', 'take'], args: { name: 'automation' } },
  { command: 'automation shadow', needs: ['shadow'], may: ['automation', 'switch', 'run', 'shadow', 'in'], args: { name: 'automation' } },
  { command: 'automation off', needs: [['off', 'stop', 'pause']], may: ['automation', 'switch', 'off', 'stop'], args: { name: 'automation' } },
  { command: 'automation ask', needs: ['asking'], may: ['automation', 'switch'], args: { name: 'automation' } },
  { command: 'automation run', needs: ['run'], may: ['automation', 'customer', 'run'], args: { name: 'automation', whom: 'customer' } },
  { command: 'automation run', needs: ['run'], may: ['automation', 'everyone', 'run'], args: { name: 'automation', whom: 'people' } },
  { command: 'run show', needs: [], may: [...ASK, 'runs'], args: { id: 'run' } },
  { command: 'run stop', needs: [['stop', 'cancel']], may: ['runs', 'stop', 'run'], args: { id: 'run' } },
  // Segments, and customers by what is said of them.
  { command: 'segment list', needs: ['segment'], may: [...COUNT, 'everyone'] },
  { command: 'segment show', needs: [['show', 'list'], 'segment'], may: ['query', 'list', 'segment'], args: { name: 'segment' } },
  { command: 'segment show', needs: ['query'], may: ['show', 'segment'], args: { name: 'segment' } },
  { command: 'segment estimate', needs: ['count'], may: ['customer', 'everyone', 'in', 'member', 'who', 'segment', 'whether'], args: { query: 'query' } },
  { command: 'segment estimate', needs: [], may: ['show', 'list', 'count', 'whether'], args: { query: 'described' } },
  { command: 'segment members', needs: [['member', 'who']], may: [...ASK, 'segment', 'in', 'isIn', 'everyone', 'customer', 'member'], args: { segment: 'group' }, options: { limit: 'limit' } },
  { command: 'segment members', needs: [['customer', 'everyone', 'list'], ['in', 'member', 'isIn', 'list']], may: [...ASK, 'segment', 'customer', 'everyone', 'who'], args: { segment: 'group' }, options: { limit: 'limit' } },
  { command: 'segment explain', needs: [['why', 'whether', 'isIn']], may: ['not', 'in', 'isIn', 'segment', 'customer', 'member', 'whether'], args: { segment: 'segment', who: 'customer' } },
  { command: 'segment coverage', needs: ['coverage'], may: [...ASK, 'who', 'everyone', 'customer', 'not', 'automation', 'tier', 'count', 'segment', 'in', 'whether', 'between'] },
  { command: 'segment fields', needs: ['fields'], may: ['show', 'list', 'segment', 'query', 'customer'] },
  { command: 'segment save', needs: ['save'], may: ['segment', 'as', 'them', 'query', 'save'], args: { query: 'query', name: 'newName' } },
  { command: 'segment remove', needs: ['remove', 'segment'], args: { name: 'segment' } },
  { command: 'segment export', needs: ['export'], may: ['segment', 'customer', 'everyone', 'member', 'show', 'export'], args: { segment: 'people' } },
  { command: 'segment tier', needs: [['set', 'give', 'add', 'mark']], may: ['everyone', 'customer', 'tier', 'in', 'set'], args: { segment: 'people', tier: 'tier' } },
  { command: 'segment tag', needs: [['tag', 'mark']], may: ['add', 'give', 'set', 'everyone', 'customer', 'mark', 'in', 'member'], args: { segment: 'people', tag: 'tag' } },
  { command: 'segment untag', needs: [['tag', 'mark'], 'remove'], may: ['everyone', 'customer', 'in'], args: { segment: 'people', tag: 'tag' } },
  { command: 'segment untag', needs: ['untag'], may: ['everyone', 'customer', 'in', 'tag'], args: { segment: 'people', tag: 'tag' } },
  { command: 'segment set', needs: ['set'], may: ['everyone', 'customer', 'attribute', 'in'], args: { segment: 'people', value: 'value', attribute: 'attribute' } },
  // Changes of many, mails, events, the log, the whole.
  { command: 'batch list', needs: ['batch'], may: [...COUNT, 'last'] },
  { command: 'batch show', needs: [], may: ['show', 'batch'], args: { id: 'batch' } },
  { command: 'batch stop', needs: [['stop', 'cancel']], may: ['batch', 'stop'], args: { id: 'batch' } },
  { command: 'event list', needs: ['event'], may: [...COUNT, 'last'], options: { limit: 'limit' } },
  { command: 'event show', needs: [], may: ['show', 'event'], args: { id: 'event' } },
  { command: 'event quarantine', needs: ['quarantine'], may: [...COUNT, 'in', 'delivery', 'whether', 'event'] },
  { command: 'event reread', needs: [['reopen', 'show', 'run']], may: ['delivery', 'show'], args: { id: 'entry' } },
  { command: 'audit list', needs: ['audit'], may: [...ASK, 'last'], options: { limit: 'limit' } },
  { command: 'audit verify', needs: ['audit', 'intact'], may: ['show', 'whether', 'list', 'not'] },
  { command: 'email outbox', needs: ['outbox'], may: [...COUNT, 'last', 'not', 'failedOnes', 'send', 'today', 'whether'], options: { limit: 'limit' } },
  { command: 'email preview', needs: [['preview', 'show']], may: ['template', 'email', 'customer', 'preview', 'show', 'whether'], args: { template: 'template', who: 'customer' } },
  { command: 'email test', needs: ['send'], may: ['template', 'email', 'check', 'backtest'], args: { template: 'template', address: 'customer' } },
  { command: 'home', needs: ['home'], may: ['show', 'whether', 'today', 'list'] },
  { command: 'metrics', needs: ['metrics'], may: [...COUNT, 'last', 'customer', 'during', 'in', 'past', 'order'], options: { period: 'length' } },
  { command: 'pause', needs: ['pause'], may: ['automation', 'stop', 'everyone'] },
  { command: 'resume', needs: ['resume'], may: ['automation'] },
  { command: 'mute', needs: ['mute'], may: ['channel', 'mute', 'switch'], args: { channel: 'channel' }, options: { for: 'length' } },
  { command: 'unmute', needs: ['unmute'], may: ['channel', 'unmute', 'switch'], args: { channel: 'channel' } },
  { command: 'undo', needs: ['undo'], may: ['batch', 'undo', 'runs', 'merge'], args: { id: 'anything' } },
  { command: 'help', needs: ['help'], may: ['show'] },
];

function facet(name: Facet, needs: Intent['needs'], may: readonly Concept[]): Intent {
  return { command: 'customer show', needs, may: [...may, 'customer'], args: { who: 'customer' }, facet: name };
}

