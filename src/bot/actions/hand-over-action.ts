// Take mine over: all open cases of whoever presses go to somebody else, or back to the team.
import { shown } from '../answers.ts';
import { sentenceCard } from '../cards/list.ts';
import type { Words } from '../words/en.ts';
import { handOverMine } from '../work/case.ts';
import type { ActionHandler } from './action-handler.ts';
import { handOverForm, NOBODY } from './case-forms.ts';
import { textOf } from './form-values.ts';

/** Asks who takes over; who has nothing is told so instead. */
export function handOverAction(words: Words): ActionHandler {
  return {
    name: 'case.hand-over',
    role: 'agent',
    press: async ({ deps, teammate }) => {
      const filter = { open: true, assignee: teammate.person };
      const mine = await deps.storage.cases.list(filter, { limit: 1 });
      if (mine.length > 0)
        return { kind: 'form', form: handOverForm(words, deps.playbook.team, teammate.name) };
      const { giveMine, none } = words.cases.handOver;
      return shown(sentenceCard(giveMine, none), { count: 0 });
    },
    submit: async (context, _action, values) => {
      const to = textOf(values, 'to').trim();
      if (to === '')
        return { kind: 'faults', faults: [{ field: 'to', message: words.problems.fieldMissing }] };
      return handOverMine(words, context, to === NOBODY ? null : to);
    },
  };
}
