// Buttons about mails: what one looks like to somebody.
import { UserError } from '#engine/errors.ts';
import type { Context } from '../command.ts';
import { previewMail } from '../commands/email.ts';
import type { Form, FormValues } from '../form.ts';
import type { Words } from '../words/en.ts';
import type { ActionHandler, ActionReply } from './action-handler.ts';
import { textOf } from './form-values.ts';

/** The buttons about mails. */
export function mailActions(words: Words): readonly ActionHandler[] {
  return [
    {
      name: 'email.preview',
      role: 'viewer',
      press: async () => ({ kind: 'form', form: previewForm(words) }),
      submit: (context, _action, values) => preview(words, context, values),
    },
  ];
}

/** Asks which mail, and as whom. */
function previewForm(words: Words): Form {
  const { previewMail: title, mailLabel, findLabel, findHint, previewSubmit } = words.home;
  const line = { kind: 'text', required: true, multiline: false, maxLength: 200 } as const;
  const command = 'email preview';
  return {
    title,
    intro: [],
    fields: [
      {
        ...line,
        name: 'template',
        label: mailLabel,
        completes: { command, parameter: 'template' },
      },
      {
        ...line,
        ...{ name: 'who', label: findLabel, hint: findHint },
        completes: { command, parameter: 'who' },
      },
    ],
    submitLabel: previewSubmit,
    action: { name: 'email.preview', id: '' },
  };
}

/** What is not found is said beside its field. */
async function preview(words: Words, context: Context, values: FormValues): Promise<ActionReply> {
  const asked = { template: textOf(values, 'template').trim(), who: textOf(values, 'who').trim() };
  try {
    return await previewMail(words, context, asked);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { problem } = error;
    const isMail = problem.code === 'not-found' && problem.what === 'template';
    const field = isMail ? 'template' : 'who';
    return { kind: 'faults', faults: [{ field, message: words.problem(problem) }] };
  }
}
