// What can be said right after something else: the same of another customer, of another place, or less of it.
import type { Intent } from './intent.ts';

const OF_AUTOMATION = ['automation explain', 'automation runs', 'automation show'] as const;
const ON_PEOPLE = ['segment estimate', 'segment members'] as const;

/** Each is meant only right after what it goes on from. */
export const FOLLOW_UPS: readonly Intent[] = [
  {
    command: 'automation explain',
    after: OF_AUTOMATION,
    needs: ['why'],
    may: ['not', 'and', 'of', 'runs', 'customer', 'in'],
    args: { name: 'sameAutomation', who: 'customer' },
  },
  {
    command: 'automation explain',
    after: ['automation explain'],
    needs: [['and', 'same']],
    may: ['of', 'in', 'runs', 'customer'],
    args: { name: 'sameAutomation', who: 'customer' },
  },
  {
    command: 'email preview',
    after: ['email preview'],
    needs: [['and', 'same']],
    may: ['of', 'in', 'customer'],
    args: { template: 'sameTemplate', who: 'customer' },
  },
  {
    command: 'segment estimate',
    after: ON_PEOPLE,
    needs: [
      ['and', 'same'],
      [':city', ':country', ':tag', ':tier', ':product'],
    ],
    may: ['in', 'from', 'of', 'live_in', 'tagged', 'tag', 'tier', 'who', 'order', 'show'],
    args: { query: 'swapped' },
  },
  {
    command: 'segment save',
    after: ON_PEOPLE,
    needs: ['save', 'it'],
    may: ['segment', 'as', 'save'],
    args: { query: 'spokenGroup', name: 'newName' },
  },
  {
    command: 'segment export',
    after: ON_PEOPLE,
    needs: ['export', 'it'],
    may: ['segment', 'export', 'as'],
    args: { segment: 'spokenGroup' },
  },
  {
    command: 'segment explain',
    after: ON_PEOPLE,
    needs: ['amongThem'],
    may: ['whether', 'and', 'customer', 'show'],
    args: { segment: 'spokenGroup', who: 'customer' },
  },
  {
    command: 'customer top',
    after: ['customer top'],
    needs: [':number'],
    may: ['set', 'create', 'it', 'show', 'and', 'list'],
    args: { limit: 'limit' },
  },
  ...(['case list', 'task list'] as const).map(
    (command): Intent => ({
      command,
      after: [command],
      needs: ['mine'],
      may: ['exactly', 'and', 'show'],
      fixed: { mine: 'true' },
    }),
  ),
];
