// The forms of a case: offer alternatives, settle, note, resolve, snooze, escalate, reopen, reassign, hand over.
import { RESOLUTIONS } from '#engine/cases/resolution.ts';
import { SETTLEMENTS } from '#engine/flows/settle-case.ts';
import { moneyToText } from '#engine/money.ts';
import type { Team } from '#engine/playbook/team.ts';
import { text } from '../card.ts';
import type { CaseView } from '../cards/refund-case.ts';
import type { Field, Form, Option } from '../form.ts';
import type { Words } from '../words/en.ts';
import { teammateField } from '../work/teammate-field.ts';

/** Whom cases are handed to that are given back. */
export const NOBODY = 'nobody';

/** What the customer may choose from: a code only where they agreed to offers. The refund itself always stays a choice. */
export function offerForm(words: Words, view: CaseView, team: Team): Form {
  const { form } = words.cases;
  const mayCode = view.profile?.emailConsent.state === 'subscribed';
  const code: Field = {
    kind: 'number',
    name: 'percent',
    label: form.percent,
    hint: form.codeHint,
    required: false,
    min: 1,
    max: team.limits.discount_percent_max,
  };
  return {
    title: form.offerTitle,
    intro: [text(form.offerIntro)],
    fields: [
      {
        kind: 'choices',
        name: 'options',
        label: form.options,
        required: true,
        options: offerOptions(words, mayCode),
        values: ['exchange', 'store-credit'],
      },
      creditField(words, view, team),
      ...(mayCode ? [code] : []),
      {
        kind: 'text',
        name: 'line',
        label: form.line,
        placeholder: form.linePlaceholder,
        required: false,
        multiline: true,
        maxLength: 500,
      },
    ],
    submitLabel: form.offerSubmit,
    action: actionOf(view, 'case.offer'),
  };
}

/** The currency that a case's credit is given in: that of what was asked back, else the shop's. */
export function creditCurrency(view: CaseView, team: Team): string {
  return view.case.amount?.currency ?? view.order?.total.currency ?? team.currency;
}

/** A note for the team. */
export function noteForm(words: Words, view: CaseView): Form {
  const { form } = words.cases;
  return {
    title: form.noteTitle,
    intro: [],
    fields: [
      {
        kind: 'text',
        name: 'text',
        label: form.noteField,
        required: true,
        multiline: true,
        maxLength: 2000,
      },
    ],
    submitLabel: form.noteSubmit,
    action: actionOf(view, 'case.note'),
  };
}

/** How it ended, with room for a note. */
export function resolveForm(words: Words, view: CaseView): Form {
  const { form } = words.cases;
  const options = RESOLUTIONS.map((value) => ({ value, label: words.cases.resolution(value) }));
  return {
    title: form.resolveTitle,
    intro: [],
    fields: [
      { kind: 'choice', name: 'resolution', label: form.resolution, required: true, options },
      {
        kind: 'text',
        name: 'note',
        label: form.resolveNote,
        required: false,
        multiline: true,
        maxLength: 2000,
      },
    ],
    submitLabel: form.resolveSubmit,
    action: actionOf(view, 'case.resolve'),
  };
}

/** What is done for the customer, how much, and what they read. Money through the shop needs an order that it knows. */
export function settleForm(words: Words, view: CaseView, team: Team): Form {
  const { form, settlement } = words.cases;
  const ways = SETTLEMENTS.filter((way) => way !== 'refund' || view.case.orderRef !== null);
  return {
    title: form.settleTitle,
    intro: [text(form.settleIntro)],
    fields: [
      {
        kind: 'choice',
        name: 'way',
        label: form.way,
        required: true,
        options: ways.map((value) => ({ value, label: settlement[value] })),
        ...(ways[0] === undefined ? {} : { value: ways[0] }),
      },
      { ...creditField(words, view, team), label: form.settleAmount(creditCurrency(view, team)) },
      {
        kind: 'text',
        name: 'text',
        label: form.settleText,
        placeholder: form.settlePlaceholder,
        required: false,
        multiline: true,
        maxLength: 2000,
      },
    ],
    submitLabel: form.offerSubmit,
    action: actionOf(view, 'case.settle'),
  };
}

/** How long it sleeps. */
export function snoozeCaseForm(words: Words, view: CaseView): Form {
  const { form } = words.cases;
  const options = Object.entries(words.tasks.form.choices).map(([value, label]) => ({
    value,
    label,
  }));
  return {
    title: form.snoozeTitle,
    intro: [text(form.untilHint)],
    fields: [
      { kind: 'choice', name: 'until', label: form.until, required: true, options, value: '1d' },
    ],
    submitLabel: form.snoozeSubmit,
    action: actionOf(view, 'case.snooze'),
  };
}

/** What is needed of whoever is called. */
export function escalateForm(words: Words, view: CaseView): Form {
  const { form } = words.cases;
  return {
    title: form.escalateTitle,
    intro: [],
    fields: [
      {
        kind: 'text',
        name: 'note',
        label: form.escalateNote,
        required: false,
        multiline: true,
        maxLength: 2000,
      },
    ],
    submitLabel: form.escalateSubmit,
    action: actionOf(view, 'case.escalate'),
  };
}

/** Why a resolved case is opened again. */
export function reopenForm(words: Words, view: CaseView): Form {
  const { form } = words.cases;
  return {
    title: form.reopenTitle,
    intro: [],
    fields: [
      {
        kind: 'text',
        name: 'reason',
        label: form.reopenReason,
        required: true,
        multiline: true,
        maxLength: 2000,
      },
    ],
    submitLabel: form.reopenSubmit,
    action: actionOf(view, 'case.reopen'),
  };
}

/** Who takes over. */
export function reassignForm(words: Words, view: CaseView, team: Team): Form {
  const { form } = words.cases;
  return {
    title: form.reassignTitle,
    intro: [],
    fields: [teammateField(form.reassignField, team)],
    submitLabel: form.reassignSubmit,
    action: actionOf(view, 'case.reassign'),
  };
}

/** Who takes over what the presser has: somebody of the team, or nobody yet. */
export function handOverForm(words: Words, team: Team, self: string): Form {
  const { handOver } = words.cases;
  const others = team.people.filter(({ name }) => name !== self);
  return {
    title: handOver.formTitle,
    intro: [],
    fields: [
      {
        kind: 'choice',
        name: 'to',
        label: handOver.to,
        required: true,
        options: [
          { value: NOBODY, label: handOver.backToAll },
          ...others.map(({ name }) => ({ value: name, label: name })),
        ],
      },
    ],
    submitLabel: handOver.submit,
    action: { name: 'case.hand-over', id: '' },
  };
}

function offerOptions(words: Words, mayCode: boolean): readonly Option[] {
  const { form } = words.cases;
  return [
    { value: 'exchange', label: form.exchange },
    { value: 'store-credit', label: form.credit },
    ...(mayCode ? [{ value: 'code', label: form.code }] : []),
  ];
}

function creditField(words: Words, view: CaseView, team: Team): Field {
  const { amount } = view.case;
  return {
    kind: 'text',
    name: 'amount',
    label: words.cases.form.creditAmount(creditCurrency(view, team)),
    required: false,
    multiline: false,
    maxLength: 20,
    ...(amount === null ? {} : { value: moneyToText(amount) }),
  };
}

function actionOf(view: CaseView, name: string) {
  return { name, id: view.case.id, version: view.case.revision };
}
