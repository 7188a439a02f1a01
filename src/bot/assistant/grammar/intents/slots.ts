// THE list of kinds of arguments.
import type { Concept } from '../lexicon/phrases-en.ts';
import { findCustomer, findMentioned, findOrder } from './customer-finders.ts';
import { findPeople, findSpokenPeople, findSwapped } from './people-finders.ts';
import type { Slot } from './slot.ts';
import {
  before,
  findAmount,
  findAttribute,
  findColleague,
  findDue,
  findLength,
  findLimit,
  findMessage,
  findNewName,
  findReason,
  findSince,
  findTeammate,
  findText,
  findValue,
  identified,
  named,
} from './slot-finders.ts';
import { findKnownTag, findTag } from './tag-finders.ts';

const SHE: readonly Concept[] = ['she', 'customer', 'order'];

/** THE list of kinds of arguments. */
export const SLOTS = {
  customer: {
    takes: ['key', 'id', 'word', 'quoted', 'number'],
    may: SHE,
    find: (asked) => findCustomer(asked),
  },
  /** Who is named in what is to be kept: "remind me to call Maria". */
  mentioned: {
    takes: ['key', 'id', 'word', 'quoted', 'number', 'text', 'todo'],
    may: SHE,
    find: findMentioned,
  },
  people: {
    takes: ['people', 'segment'],
    needs: [':people', ':segment', 'them'],
    may: ['them', 'segment', 'everyone', 'member', 'in'],
    find: findPeople,
  },
  group: {
    takes: ['segment'],
    needs: [':segment', 'them'],
    may: ['them', 'segment', 'everyone', 'member', 'in'],
    find: findPeople,
  },
  described: {
    takes: ['people', 'segment'],
    needs: [':people', ':segment'],
    may: ['segment', 'everyone'],
    find: findPeople,
  },
  query: {
    takes: ['people', 'segment'],
    needs: [':people', ':segment', 'them'],
    may: ['them', 'segment', 'everyone'],
    find: findPeople,
  },
  /** The people of the sentence before. */
  spokenGroup: { takes: [], find: findSpokenPeople },
  /** In place of the one thing of its kind that was said of the people before. */
  swapped: { takes: ['city', 'country', 'tag', 'tier', 'product'], find: findSwapped },
  segment: { takes: ['segment'], needs: [':segment'], may: ['segment'], find: named('segment') },
  automation: {
    takes: ['automation'],
    needs: [':automation', 'it'],
    may: ['automation', 'it'],
    find: named('automation'),
  },
  template: {
    takes: ['template'],
    needs: [':template'],
    may: ['template', 'email'],
    find: named('template'),
  },
  /** What the sentence before was about. */
  sameAutomation: { takes: [], find: before('automation') },
  sameTemplate: { takes: [], find: before('template') },
  tier: { takes: ['tier'], needs: [':tier'], may: ['tier'], find: named('tier') },
  channel: { takes: ['channel'], needs: [':channel'], may: ['channel'], find: named('channel') },
  teammate: { takes: ['person', 'word'], may: ['myself'], find: findTeammate },
  colleague: { takes: ['person', 'word'], find: findColleague },
  tag: { takes: ['word', 'quoted', 'tier', 'tag'], may: ['vip', 'tag'], find: findTag },
  knownTag: {
    takes: ['word', 'tag', 'quoted'],
    needs: [':tag', ':quoted', 'vip'],
    may: ['vip'],
    find: findKnownTag,
  },
  text: { takes: ['text', 'quoted'], may: ['text'], find: findText },
  /** Behind "reason:". */
  reason: { takes: ['text', 'quoted'], may: ['reason', 'text'], find: findReason },
  /** Behind a colon or a dash: what is told by a sentence of its own. */
  message: { takes: ['text', 'quoted'], needs: [':text', ':quoted'], find: findMessage },
  todo: {
    takes: ['text', 'todo', 'quoted'],
    needs: [':todo', ':text', ':quoted'],
    may: ['text'],
    find: findText,
  },
  attribute: {
    takes: ['word', 'quoted'],
    may: ['attribute', 'phone', 'birthday', 'language'],
    find: findAttribute,
  },
  value: { takes: ['word', 'quoted', 'number'], may: [], find: findValue },
  newName: { takes: ['word', 'quoted'], may: [], find: findNewName },
  amount: { takes: ['number'], may: ['money'], find: findAmount },
  order: { takes: ['number', 'key'], may: ['order'], find: findOrder },
  limit: { takes: ['number'], find: findLimit },
  length: { takes: ['duration'], may: ['during'], find: findLength },
  since: { takes: ['duration', 'days'], may: ['past', 'since', 'during', 'in'], find: findSince },
  due: {
    takes: ['moment', 'duration'],
    may: ['tomorrow', 'due', 'in', 'during', 'before', 'next', 'past'],
    find: findDue,
  },
  case: { takes: ['id'], may: ['it', 'case'], find: identified('case') },
  approval: { takes: ['id'], may: ['it', 'approval'], find: identified('apr') },
  task: { takes: ['id'], may: ['it', 'task'], find: identified('task') },
  run: { takes: ['id'], may: ['it', 'runs'], find: identified('run') },
  batch: { takes: ['id'], may: ['it', 'batch'], find: identified('bat') },
  event: { takes: ['id'], may: ['it', 'event'], find: identified('evt') },
  entry: { takes: ['id'], may: ['it', 'delivery'], find: identified('ent') },
  anything: { takes: ['id'], may: ['it'], find: identified('bat', 'run', 'mrg', 'pln', 'apr') },
} satisfies Readonly<Record<string, Slot>>;

export type SlotKind = keyof typeof SLOTS;
