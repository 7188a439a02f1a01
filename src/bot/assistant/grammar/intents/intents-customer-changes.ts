// What can be ordered for one customer.
import type { Intent } from './intent.ts';

/** Changes to one customer. */
export const CUSTOMER_CHANGES: readonly Intent[] = [
  {
    command: 'customer set',
    needs: [['set', 'give', 'add', 'mark']],
    may: ['customer', 'tier', 'in', 'set', 'tag'],
    args: { value: 'tier', who: 'customer' },
    fixed: { attribute: 'tier' },
  },
  {
    command: 'customer set',
    needs: ['byItself', 'tier'],
    may: ['customer', 'set', 'give'],
    args: { who: 'customer' },
    fixed: { attribute: 'tier', value: 'auto' },
  },
  {
    command: 'customer tag',
    needs: ['add', 'vip'],
    may: ['customer', 'set'],
    args: { tag: 'tag', who: 'customer' },
  },
  {
    command: 'customer tag',
    needs: [['tag', 'mark', 'tagged']],
    may: ['add', 'give', 'set', 'customer', 'mark', 'tag', 'to', 'create'],
    args: { tag: 'tag', who: 'customer' },
  },
  // Without the word only what is a tag is taken for one: "add jan to wholesale", "jan is not wholesale any more".
  {
    command: 'customer tag',
    needs: [['add', 'give']],
    may: ['customer', 'to', 'set', 'add'],
    args: { tag: 'knownTag', who: 'customer' },
  },
  {
    command: 'customer untag',
    needs: ['remove'],
    may: ['customer', 'from', 'remove', 'in'],
    args: { tag: 'knownTag', who: 'customer' },
  },
  {
    command: 'customer untag',
    needs: ['noLonger'],
    may: ['customer', 'not', 'as', 'tag', 'tagged', 'remove', 'it', 'whether', 'and'],
    args: { tag: 'knownTag', who: 'customer' },
  },
  {
    command: 'customer untag',
    needs: [['tag', 'mark'], 'remove'],
    may: ['customer', 'clear', 'not', 'remove'],
    args: { tag: 'tag', who: 'customer' },
  },
  {
    command: 'customer untag',
    needs: ['noLonger', ['tag', 'tagged', 'mark']],
    may: ['customer', 'set', 'to'],
    args: { tag: 'tag', who: 'customer' },
  },
  {
    command: 'customer untag',
    needs: ['untag'],
    may: ['customer', 'tag', 'remove'],
    args: { tag: 'tag', who: 'customer' },
  },
  {
    command: 'customer set',
    needs: ['set'],
    may: ['customer', 'attribute', 'set'],
    args: { value: 'value', attribute: 'attribute', who: 'customer' },
  },
  {
    command: 'email draft',
    needs: [['draft', 'note'], 'email'],
    may: ['create', 'customer', 'send', 'text', 'in'],
    args: { who: 'customer' },
    options: { about: 'text' },
  },
  {
    command: 'email write',
    needs: ['tell'],
    may: ['to', 'customer'],
    args: { text: 'message', who: 'customer' },
  },
  {
    command: 'customer note',
    needs: ['note'],
    may: ['add', 'create', 'customer', 'timeline', 'in', 'give', 'set', 'text'],
    args: { text: 'text', who: 'customer' },
  },
  {
    command: 'customer merge',
    needs: ['merge'],
    may: ['customer', 'and'],
    args: { who: 'customer', other: 'customer' },
  },
  {
    command: 'customer apart',
    needs: ['apart'],
    may: ['customer', 'and'],
    args: { who: 'customer', other: 'customer' },
  },
  {
    command: 'customer export',
    needs: ['export'],
    may: ['customer', 'everyone', 'show', 'give', 'erase'],
    args: { who: 'customer' },
  },
  {
    command: 'customer forget',
    needs: ['erase'],
    may: ['customer', 'remove'],
    args: { who: 'customer' },
  },
];
