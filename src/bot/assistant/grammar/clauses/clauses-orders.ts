// What can be said of what customers have bought: how much, how often, when.
import { type Clause, COMPARE, clause, LOOSE, WINDOW } from './clause.ts';
import {
  compare,
  writeOrdered,
  writeSized,
  writeSpent,
  writeTimes,
  writeWhen,
} from './clause-queries.ts';

/** Clauses about orders, the most telling first. */
export const ORDER_CLAUSES: readonly Clause[] = [
  clause({
    standsAlone: true,
    needs: [['spent']],
    may: [...COMPARE, ...WINDOW, ...LOOSE, 'net', 'money', 'first', 'order'],
    takes: ['number', 'duration', 'days'],
    write: writeSpent,
  }),
  clause({
    standsAlone: true,
    needs: [['average']],
    may: [...COMPARE, ...LOOSE, 'order', 'money', 'spent'],
    takes: ['number'],
    write: (said) => compare('average_order_value', said),
  }),
  // "An order over 200" is so large; "more than 200 orders" are so many.
  clause({
    standsAlone: true,
    needs: [['oneOrder'], ['over', 'under', 'least', 'most_', 'between'], [':number']],
    may: [...COMPARE, ...WINDOW, ...LOOSE, 'money', 'order', 'once', 'times'],
    takes: ['number', 'duration', 'days'],
    write: (said) => writeSized(said),
  }),
  // "Orders over 300 dollars" are asked for by who placed them.
  clause({
    standsAlone: true,
    needs: [['order'], ['over', 'under', 'least', 'most_', 'between'], [':number']],
    may: [...COMPARE, ...WINDOW, ...LOOSE, 'money'],
    takes: ['number', 'duration', 'days'],
    write: writeOrdered,
  }),
  clause({
    needs: [['order'], ['times', 'once', 'twice']],
    may: [...COMPARE, ...WINDOW, ...LOOSE],
    takes: ['number', 'duration', 'days'],
    write: writeTimes,
  }),
  clause({
    needs: [['order']],
    may: [...COMPARE, ...WINDOW, ...LOOSE, 'money', 'last'],
    takes: ['number', 'duration', 'days'],
    write: writeOrdered,
  }),
  clause({
    standsAlone: true,
    needs: [['firstTimer']],
    may: [...WINDOW, ...LOOSE],
    takes: ['duration', 'days'],
    write: (said) => writeWhen('first_order_date', said) ?? 'number_of_orders = 1',
  }),
  clause({
    needs: [['first'], ['order']],
    may: [...WINDOW, ...LOOSE],
    takes: ['duration', 'days'],
    write: (said) => writeWhen('first_order_date', said),
  }),
];
