// A refund case as a card: who asks, for what, by when it needs an answer, and what can be done now.
import type { Approval } from '#engine/approvals/approval.ts';
import type { Case, CaseNote } from '#engine/cases/case.ts';
import type { Profile } from '#engine/customers/profile.ts';
import type { Order } from '#engine/customers/purchases.ts';
import {
  type Block,
  type Button,
  buttons,
  type Card,
  facts,
  type Inline,
  note,
  type Text,
  type Tone,
  text,
  time,
} from '../card.ts';
import type { Words } from '../words/en.ts';
import {
  customerText,
  profileButton,
  refundsText,
  shortName,
  spentText,
} from './customer-facts.ts';
import { creditText, offerItems } from './offer.ts';
import { fewLines, oneLine } from './shorten.ts';

/** What a case's card shows; `approval` is the mail with alternatives that waits for a decision. */
export type CaseView = {
  readonly case: Case;
  readonly profile: Profile | null;
  readonly order: Order | null;
  readonly approval: Approval | null;
  /** Who is named on the card, as team.yml has them. */
  readonly mention: Extract<Inline, { kind: 'mention' }> | null;
  readonly paused: boolean;
  readonly now: Date;
};

/** How many of a case's notes stand on its card; older ones are in `case show --json`. */
const NOTES_SHOWN = 5;
const ITEMS_SHOWN = 8;

/** The whole card, with the buttons of the state the case is in. */
export function refundCaseCard(words: Words, view: CaseView): Card {
  const { profile, paused } = view;
  return {
    title: words.cases.title(view.case.about, profile === null ? null : shortName(profile)),
    tone: toneOf(view),
    blocks: [
      ...(view.mention === null ? [] : [text(view.mention)]),
      requestFacts(words, view),
      ...itemBlocks(words, view),
      ...customerWords(words, view.case),
      stateFacts(words, view),
      ...offerBlocks(words, view),
      ...view.case.notes.slice(-NOTES_SHOWN).map((entry) => noteBlock(words, entry)),
      ...(paused ? [note(words.paused)] : []),
      note(view.case.id),
      buttons(...caseButtons(words, view)),
    ],
  };
}

/** The name of a case's order as people say it. */
export function orderName(item: Case, order: Order | null): string | null {
  return item.orderNumber ?? order?.number ?? item.orderRef;
}

function toneOf({ case: item, now }: CaseView): Tone {
  if (item.status === 'resolved') return 'good';
  if (item.dueAt <= now || item.escalatedAt !== null) return 'bad';
  return item.status === 'open' ? 'warning' : 'neutral';
}

function requestFacts(words: Words, { case: item, profile, order }: CaseView): Block {
  const { cases } = words;
  const name = orderName(item, order);
  const total = order === null ? '' : ` (${words.money(order.total)})`;
  return facts(
    [cases.customer, profile === null ? words.unknown : customerText(profile)],
    [cases.order, name === null ? words.unknown : `${oneLine(name, 40)}${total}`],
    [cases.amount, item.amount === null ? null : words.money(item.amount)],
    [
      cases.reason,
      item.reason === null ? cases.noReason : oneLine(cases.reasonText(item.reason), 200),
    ],
    [cases.spent, profile === null ? null : spentText(words, profile)],
    [cases.earlierRefunds, profile === null ? null : refundsText(words, profile)],
  );
}

function itemBlocks(words: Words, { case: item, order }: CaseView): readonly Block[] {
  const source = item.items.length > 0 ? item.items : (order?.items ?? []);
  if (source.length === 0) return [];
  const lines = source
    .slice(0, ITEMS_SHOWN)
    .map((entry) => ({ text: [words.cases.item(oneLine(entry.title), entry.quantity)] }));
  const rest = source.length - lines.length;
  const items = rest === 0 ? lines : [...lines, { text: [words.more(rest)] }];
  return [{ kind: 'list', items }];
}

function customerWords(words: Words, item: Case): readonly Block[] {
  const said = [item.note, ...item.items.map((entry) => entry.note ?? null)].filter(
    (part) => part !== null && part.trim() !== '',
  );
  if (said.length === 0) return [];
  return [{ kind: 'quote', text: fewLines(said.join('\n')), by: words.cases.fromCustomer }];
}

function stateFacts(words: Words, { case: item, now }: CaseView): Block {
  const { cases } = words;
  const state =
    item.resolution === null ? cases.status(item.status) : cases.resolved(item.resolution);
  const late = item.dueAt <= now;
  const due: Text = [late ? `${cases.overdue} ` : '', time(item.dueAt, 'relative')];
  const escalation: Text | null =
    item.escalatedAt === null || item.status === 'resolved'
      ? null
      : [
          cases.escalatedBy(item.escalatedBy === null ? null : oneLine(item.escalatedBy, 60)),
          time(item.escalatedAt, 'relative'),
        ];
  return facts(
    [cases.statusLabel, state],
    [cases.assignee, item.assignee === null ? words.nobody : oneLine(item.assignee.name, 60)],
    [cases.opened, [time(item.openedAt)]],
    [cases.due, item.status === 'resolved' ? null : due],
    [cases.snoozed, item.snoozedUntil === null ? null : [time(item.snoozedUntil)]],
    [cases.escalated, escalation],
  );
}

function offerBlocks(words: Words, { case: item, approval }: CaseView): readonly Block[] {
  const { cases } = words;
  const waiting: readonly Block[] =
    approval === null ? [] : [note(cases.form.asked, words.separator, approval.id)];
  if (item.offer === null) return waiting;
  const { answer, options } = item.offer;
  if (answer === null) return [...waiting, text(cases.offerWaits), offerItems(words, options)];
  const option = options.find((entry) => entry.kind === answer.option);
  const amount = option === undefined ? null : creditText(words, option);
  const score = answer.score === null ? '' : ` ${cases.score(answer.score)}`;
  const comment: readonly Block[] =
    answer.comment === null || answer.comment.trim() === ''
      ? []
      : [{ kind: 'quote', text: fewLines(answer.comment), by: cases.fromCustomer }];
  return [text({ kind: 'strong', text: cases.chose(answer.option, amount) }, score), ...comment];
}

function noteBlock(words: Words, entry: CaseNote): Block {
  return {
    kind: 'quote',
    text: fewLines(entry.text, 500),
    by: words.cases.noteLine(oneLine(entry.by, 60)),
  };
}

function caseButtons(words: Words, view: CaseView): readonly (Button | null)[] {
  const { cases, approvals, drafts } = words;
  const { case: item, profile, approval } = view;
  const ref = { id: item.id, version: item.revision };
  const mayAsk = approval === null && profile !== null;
  const mayWrite = mayAsk && profile.email !== null;
  const profileOf = profile === null ? null : profileButton(words, profile.id);
  if (item.status === 'resolved')
    return [{ label: cases.reopen, action: { name: 'case.reopen', ...ref } }, profileOf];
  const answered = item.offer !== null && item.offer.answer !== null;
  const offer: Button | null =
    approval === null
      ? { label: cases.offer, action: { name: 'case.offer', ...ref } }
      : { label: approvals.open, action: { name: 'approval.open', id: approval.id } };
  return [
    item.status === 'open'
      ? { label: cases.take, action: { name: 'case.take', ...ref }, style: 'primary' }
      : { label: cases.reassign, action: { name: 'case.reassign', ...ref } },
    answered
      ? { label: cases.confirm, action: { name: 'case.confirm', ...ref }, style: 'primary' }
      : offer,
    mayAsk ? { label: cases.settle, action: { name: 'case.settle', ...ref } } : null,
    mayWrite ? { label: drafts.replyButton, action: { name: 'case.reply', ...ref } } : null,
    mayWrite ? { label: drafts.draftButton, action: { name: 'case.draft', ...ref } } : null,
    { label: cases.note, action: { name: 'case.note', ...ref } },
    { label: cases.resolve, action: { name: 'case.resolve', ...ref } },
    { label: cases.snooze, action: { name: 'case.snooze', ...ref } },
    { label: cases.escalate, action: { name: 'case.escalate', ...ref } },
    item.assignee === null
      ? null
      : { label: cases.release, action: { name: 'case.release', ...ref } },
    profileOf,
  ];
}
