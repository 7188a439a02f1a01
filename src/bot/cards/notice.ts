// What an automation's firing says in a channel: which rule fired, why, for whom, and what follows.

import type { Approval } from '#engine/approvals/approval.ts';
import type { PlanWithSteps } from '#engine/approvals/plan.ts';
import type { Automation } from '#engine/automations/automation.ts';
import type { Profile } from '#engine/customers/profile.ts';
import type { OrderFacts, OrderItem, ShopEvent } from '#engine/events/shop-event.ts';
import type { Claim, Run } from '#engine/runs/run.ts';
import {
  type Block,
  type Button,
  buttons,
  type Card,
  facts,
  type Inline,
  type ListItem,
  note,
  type Text,
  type Tone,
  text,
  time,
} from '../card.ts';
import type { Words } from '../words/en.ts';
import { decisionBlocks, toneOf } from './approval.ts';
import {
  customerText,
  profileButton,
  shortName,
  sinceText,
  spentText,
  tierText,
  timelineButton,
} from './customer-facts.ts';
import { fewLines, oneLine } from './shorten.ts';
import { isStuck, stepBlocks } from './steps.ts';
import { traceBlock } from './trace.ts';
import { undoButton } from './undo.ts';

/**
 * What a notice shows. `automation` is null when it has left the playbook, `approval` when nothing of the run needs one;
 * `direct` are the plans that need none.
 */
export type NoticeView = {
  readonly run: Run;
  readonly automation: Automation | null;
  readonly profile: Profile | null;
  readonly event: ShopEvent | null;
  readonly approval: Approval | null;
  readonly direct: readonly PlanWithSteps[];
  /** What the automation says above the card, and whom it names. */
  readonly text: string | null;
  readonly mention: Extract<Inline, { kind: 'mention' }> | null;
  /** Whether somebody is asked to follow up. */
  readonly asksToClaim: boolean;
  /** Who follows up on something else of this customer. */
  readonly claimedBeside: Claim | null;
  /** Who took back what the run did, newest last. */
  readonly undone: readonly string[];
  readonly canBeUndone: boolean;
  readonly paused: boolean;
};

/** The whole card. */
export function noticeCard(words: Words, view: NoticeView): Card {
  const { automations } = words;
  const { run, automation, profile } = view;
  const rule = oneLine(automation?.title ?? run.automation, 80);
  const name = profile === null ? words.unknown : shortName(profile);
  return {
    title: automations.noticeTitle(rule, name),
    tone: noticeTone(view),
    blocks: [
      ...wordBlocks(view),
      ...claimBlocks(words, view),
      ...eventBlocks(words, view.event),
      ...customerBlocks(words, profile),
      ...whyBlocks(words, view),
      ...followBlocks(words, view),
      ...(view.paused ? [note(words.paused)] : []),
      noticeButtons(words, view),
    ],
  };
}

/** A named person is called, then what the automation says. */
function wordBlocks({ text: said, mention }: NoticeView): readonly Block[] {
  const words = said === null ? [] : [fewLines(said, 1000)];
  const pieces = mention === null ? words : [mention, ...words.map((line) => ` ${line}`)];
  return pieces.length === 0 ? [] : [text(...pieces)];
}

/** Who follows up on this, and whoever does on something else of the same customer: so that nobody works twice. */
function claimBlocks(
  words: Words,
  { run, asksToClaim, claimedBeside }: NoticeView,
): readonly Block[] {
  const { automations } = words;
  if (!asksToClaim && run.claim === null) return [];
  const said = ({ by, at }: Claim): Text => [
    `${oneLine(by.name, 60)}${words.separator}`,
    time(at, 'relative'),
  ];
  return [
    facts(
      [automations.followsUp, run.claim === null ? words.nobody : said(run.claim)],
      [automations.followsUpBeside, claimedBeside === null ? null : said(claimedBeside)],
    ),
  ];
}

/** An order's number, total and items, for a notice about it. */
export function orderBlocks(words: Words, order: OrderFacts): readonly Block[] {
  const { automations } = words;
  return [
    facts(
      [automations.order, oneLine(order.number ?? order.ref, 40)],
      [automations.total, words.money(order.total)],
      [automations.items, itemsText(words, order.items)],
    ),
  ];
}

/** The first items in words; null where there are none. */
function itemsText(words: Words, all: readonly OrderItem[]): string | null {
  const items = all
    .slice(0, 6)
    .map((item) => words.cases.item(oneLine(item.title, 60), item.quantity));
  const rest = all.length - items.length;
  if (items.length === 0) return null;
  return [...items, ...(rest === 0 ? [] : [words.more(rest)])].join(', ');
}

function noticeTone({ run, approval }: NoticeView): Tone {
  if (run.status === 'failed') return 'bad';
  return approval === null ? 'neutral' : toneOf(approval);
}

function eventBlocks(words: Words, event: ShopEvent | null): readonly Block[] {
  if (event === null) return [];
  const { fact } = event;
  if ('order' in fact) return orderBlocks(words, fact.order);
  const { automations, events } = words;
  const type: [string, string] = [automations.event, events.type(fact.type)];
  if ('tier' in fact) {
    const { from, to } = fact.tier;
    return [
      facts(
        type,
        [automations.levelBefore, oneLine(from ?? words.none, 60)],
        [automations.levelNow, oneLine(to ?? words.none, 60)],
      ),
    ];
  }
  if (!('checkout' in fact)) return [facts(type)];
  const { total, items } = fact.checkout;
  return [
    facts(
      type,
      [automations.total, words.money(total)],
      [automations.items, itemsText(words, items)],
    ),
  ];
}

function customerBlocks(words: Words, profile: Profile | null): readonly Block[] {
  if (profile === null) return [];
  const { customers } = words;
  return [
    facts(
      [words.approvals.customer, customerText(profile)],
      [customers.spent, spentText(words, profile)],
      [customers.since, sinceText(profile)],
      [customers.tier, tierText(words, profile)],
    ),
  ];
}

function whyBlocks(words: Words, { run }: NoticeView): readonly Block[] {
  if (run.trace === null) return [];
  return [text({ kind: 'strong', text: words.automations.why }), traceBlock(words, run.trace)];
}

function followBlocks(words: Words, view: NoticeView): readonly Block[] {
  const { automations } = words;
  const does = view.automation === null ? [] : actionItems(words, view.automation);
  const plan: readonly Block[] =
    does.length === 0
      ? []
      : [text({ kind: 'strong', text: automations.what }), { kind: 'list', items: does }];
  const decided = view.approval === null ? [] : decisionBlocks(words, view.approval);
  const waits =
    view.approval?.status === 'pending' && decided.length === 0
      ? [note(automations.waitsForApproval)]
      : [];
  const state =
    view.approval === null || view.approval.status === 'pending'
      ? []
      : [note(words.approvals.status(view.approval.status))];
  const stopped =
    view.run.reason === null
      ? []
      : [note(automations.stopped(words.approvals.reason(oneLine(view.run.reason, 200))))];
  return [
    ...plan,
    ...view.direct.flatMap((plan) => stuckPlan(words, plan)),
    ...decided,
    ...waits,
    ...state,
    ...stopped,
    ...view.undone.map((name) => note(words.undo.by(oneLine(name, 60)))),
  ];
}

function actionItems(words: Words, automation: Automation): readonly ListItem[] {
  return automation.actions.map((action) => ({
    text: [
      action.needsApproval
        ? `${oneLine(words.automations.step(action.summary), 120)} (${words.automations.needsApproval})`
        : oneLine(words.automations.step(action.summary), 120),
    ],
  }));
}

/** A plan that goes its way is not worth a line; one that got stuck is shown with what can be done. */
function stuckPlan(words: Words, plan: PlanWithSteps): readonly Block[] {
  return plan.steps.some(isStuck) ? stepBlocks(words, plan) : [];
}

function noticeButtons(words: Words, view: NoticeView): Block {
  const { approval, profile, run, canBeUndone } = view;
  return buttons(
    claimButton(words, view),
    approval === null
      ? null
      : {
          label: words.approvals.open,
          action: { name: 'approval.open', id: approval.id },
          ...(approval.status === 'pending' ? { style: 'primary' as const } : {}),
        },
    profile === null ? null : profileButton(words, profile.id),
    profile === null ? null : timelineButton(words, profile.id),
    canBeUndone ? undoButton(words, run.id) : null,
  );
}

function claimButton({ automations }: Words, { run, asksToClaim }: NoticeView): Button | null {
  if (run.claim !== null)
    return { label: automations.release, action: { name: 'run.release', id: run.id } };
  if (!asksToClaim) return null;
  return {
    label: automations.claim,
    action: { name: 'run.claim', id: run.id },
    style: 'primary',
  };
}
