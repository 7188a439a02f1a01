// Buttons that take things back: of a run or a plan, and of a customer's timeline, each after a look at what it would do.
import type { PlanOrigin } from '#engine/approvals/plan.ts';
import { asId } from '#engine/ids.ts';
import { dayOf } from '#engine/time.ts';
import { shown } from '../answers.ts';
import { sentenceCard } from '../cards/list.ts';
import { oneLine } from '../cards/shorten.ts';
import { undoBlocks } from '../cards/undo.ts';
import type { Context } from '../command.ts';
import type { Form, Option } from '../form.ts';
import type { Words } from '../words/en.ts';
import { plansNamed, previewAll, undoNamed } from '../work/undo.ts';
import type { ActionHandler, ActionReply } from './action-handler.ts';
import { textOf } from './form-values.ts';

/** How many of a customer's plans are looked through, and how many are offered. */
const LOOKED_AT = 50;
const OFFERED = 20;

/** The buttons that undo. */
export function undoActions(words: Words): readonly ActionHandler[] {
  return [
    {
      name: 'plan.undo',
      role: 'admin',
      press: (context, { id }) => askFirst(words, context, id),
      submit: (context, { id }) => undoNamed(words, context, id),
    },
    {
      name: 'customer.undo',
      role: 'admin',
      press: (context, { id }) => choose(words, context, id),
      submit: (context, _action, values) => undoNamed(words, context, textOf(values, 'plan')),
    },
  ];
}

/** What would be taken back and what stays, with a button that does it; what cannot be undone is refused at once. */
async function askFirst(words: Words, context: Context, id: string): Promise<ActionReply> {
  const preview = await previewAll(context.deps, await plansNamed(context.deps, id));
  if (preview.effects.length === 0) return undoNamed(words, context, id);
  const form: Form = {
    title: words.undo.title,
    intro: undoBlocks(words, preview, words.undo.willDo),
    fields: [],
    submitLabel: words.undo.button,
    action: { name: 'plan.undo', id },
  };
  return { kind: 'form', form };
}

/** What was done for a customer and can be undone, to choose from. */
async function choose(words: Words, { deps }: Context, id: string): Promise<ActionReply> {
  const page = { limit: LOOKED_AT };
  const options: Option[] = [];
  for (const plan of await deps.storage.plans.ofCustomer(asId('customer', id), page)) {
    const { origin } = plan;
    if (origin.kind === 'undo' || options.length === OFFERED) continue;
    const { effects } = await previewAll(deps, [plan]);
    if (effects.length === 0) continue;
    const day = dayOf(plan.createdAt, deps.playbook.team.timezone);
    const what = words.list(effects.map((effect) => words.approvals.stepWith(effect)));
    const label = oneLine(words.undo.option(aboutOf(words, origin), day, what), 75);
    options.push({ value: plan.id, label });
  }
  if (options.length === 0)
    return shown(sentenceCard(words.undo.title, words.undo.nothing), { plans: [] });
  const field = { kind: 'choice', name: 'plan', label: words.undo.choose, required: true } as const;
  const form: Form = {
    title: words.undo.title,
    intro: [],
    fields: [{ ...field, options }],
    submitLabel: words.undo.button,
    action: { name: 'customer.undo', id },
  };
  return { kind: 'form', form };
}

function aboutOf(words: Words, origin: PlanOrigin): string {
  if (origin.kind === 'run') return origin.automation;
  return origin.kind === 'case' ? words.undo.ofCase : words.undo.ofTeammate(origin.person);
}
