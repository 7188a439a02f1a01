// The buttons with which the customer of a case is answered: in one's own words, or from a draft that can be worded anew.
import { replyToCase } from '#engine/flows/reply-to-case.ts';
import { asId } from '#engine/ids.ts';
import { notFound } from '../answers.ts';
import { text } from '../card.ts';
import { shortName } from '../cards/customer-facts.ts';
import type { CaseView } from '../cards/refund-case.ts';
import type { Answer, Context } from '../command.ts';
import { draftCaseReply, refusedReply } from '../commands/case-reply.ts';
import type { Form } from '../form.ts';
import { loadCase } from '../posts/subject-cards.ts';
import { toDecider } from '../teammate.ts';
import type { Words } from '../words/en.ts';
import { settleAnswer } from '../work/case.ts';
import type { ActionHandler } from './action-handler.ts';
import { textOf } from './form-values.ts';

/** Reply, draft, and draft again as somebody wants it; a case that cannot be answered says why instead. */
export function replyActions(words: Words): readonly ActionHandler[] {
  return [
    {
      name: 'case.reply',
      role: 'agent',
      press: (context, { id }) => formWhereOpen(words, context, id, replyForm),
      submit: async (context, { id: caseId }, values) => {
        const said = textOf(values, 'text').trim();
        if (said === '') return missing(words, 'text');
        const [id, by] = [asId('case', caseId), toDecider(context.teammate)];
        const asked = await replyToCase(context.deps, { id, text: said, by });
        return settleAnswer(words, context, id, asked, words.cases.reply);
      },
    },
    {
      name: 'case.draft',
      role: 'agent',
      press: (context, { id }) => draftCaseReply(words, context, { id }),
    },
    {
      name: 'case.reword',
      role: 'agent',
      press: (context, { id }) => formWhereOpen(words, context, id, rewordForm),
      submit: async (context, { id }, values) => {
        const how = textOf(values, 'how').trim();
        return how === '' ? missing(words, 'how') : draftCaseReply(words, context, { id, how });
      },
    },
  ];
}

async function formWhereOpen(
  words: Words,
  context: Context,
  id: string,
  makeForm: (words: Words, view: CaseView) => Form,
): Promise<Answer> {
  const view = (await loadCase(context.deps, asId('case', id))) ?? notFound('case', id);
  const refused = await refusedReply(words, context, view);
  return refused ?? { kind: 'form', form: makeForm(words, view) };
}

/** The answer in one's own words. */
function replyForm({ drafts, cases }: Words, { case: item, profile }: CaseView): Form {
  const { form } = drafts;
  return {
    title: cases.reply,
    intro: [text(form.replyIntro(profile === null ? '' : shortName(profile)))],
    fields: [
      {
        kind: 'text',
        name: 'text',
        label: form.reply,
        required: true,
        multiline: true,
        maxLength: 2000,
      },
    ],
    submitLabel: cases.form.offerSubmit,
    action: { name: 'case.reply', id: item.id },
  };
}

/** What a draft is to be like. */
function rewordForm({ drafts }: Words, { case: item }: CaseView): Form {
  const { form } = drafts;
  return {
    title: form.rewordTitle,
    intro: [],
    fields: [
      {
        kind: 'text',
        name: 'how',
        label: form.how,
        placeholder: form.howPlaceholder,
        required: true,
        multiline: false,
        maxLength: 200,
      },
    ],
    submitLabel: form.rewordSubmit,
    action: { name: 'case.reword', id: item.id },
  };
}

function missing({ problems }: Words, field: string) {
  return { kind: 'faults', faults: [{ field, message: problems.fieldMissing }] } as const;
}
