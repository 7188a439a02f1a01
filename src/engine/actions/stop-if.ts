// stop_if: ends a run where a condition is true of the customer by then.
import { readCondition } from '../segments/written-condition.ts';
import type { ControlAction } from './action.ts';
import type { Control } from './control.ts';

/** `stop_if: number_of_orders > 1` */
export const stopIf: ControlAction<Extract<Control, { kind: 'stop-if' }>> = {
  kind: 'stop_if',
  read: (params, scope) => {
    if (typeof params !== 'string')
      return { ok: false, faults: [{ path: [], flaw: { reason: 'condition' } }] };
    const read = readCondition(params, scope);
    return read.ok ? { ok: true, value: { kind: 'stop-if', ...read.value } } : read;
  },
};
