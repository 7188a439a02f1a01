// An approval as a card: what would be done for whom, who decided, and how far it has come.
import { type Approval, type Decision, isSettled } from '#engine/approvals/approval.ts';
import type { PlanWithSteps } from '#engine/approvals/plan.ts';
import type { Profile } from '#engine/customers/profile.ts';
import { maskCode, type Scope, worthText } from '#engine/discounts/discount.ts';
import type { ExposureView } from '#engine/flows/discount-exposure.ts';
import {
  type Block,
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
import { endAutonomyButton } from './autonomy.ts';
import { customerText, profileButton, shortName, sinceText, spentText } from './customer-facts.ts';
import { exposureBlocks } from './exposure.ts';
import { mailBlocks } from './mail.ts';
import { offerItems } from './offer.ts';
import { oneLine } from './shorten.ts';
import { stepBlocks } from './steps.ts';

/** What an approval's card shows; `profile` is null when the customer is forgotten. */
export type ApprovalView = {
  readonly approval: Approval;
  readonly plan: PlanWithSteps;
  readonly profile: Profile | null;
  /** Who is named on the card, as team.yml has them. */
  readonly mention: Extract<Inline, { kind: 'mention' }> | null;
  readonly paused: boolean;
  /** null where the plan makes no code, or its customer is forgotten. */
  readonly exposure: ExposureView | null;
};

/** The whole card; its buttons name the version that is shown, so that an older one decides nothing. */
export function approvalCard(words: Words, view: ApprovalView): Card {
  const card = plainApprovalCard(words, view);
  return { ...card, blocks: [...card.blocks, approvalButtons(words, view)] };
}

/** The card without its buttons. */
export function plainApprovalCard(words: Words, view: ApprovalView): Card {
  const { approval } = view;
  return {
    title: words.approvals.title(oneLine(approval.summary, 110)),
    tone: toneOf(approval),
    blocks: [
      ...(view.mention === null ? [] : [text(view.mention)]),
      customerBlock(words, view),
      ...planBlocks(words, view.plan),
      ...exposureBlocks(words, view.exposure, !isSettled(approval)),
      stateBlock(words, approval),
      ...decisionBlocks(words, approval),
      ...workBlocks(words, view),
      ...(view.paused ? [note(words.paused)] : []),
      note(words.approvals.version(approval.version, approval.hash)),
    ],
  };
}

/** Who decided, when and from where, one line a decision. */
export function decisionBlocks(words: Words, approval: Approval): readonly Block[] {
  const lines = approval.decisions.map((decision) => text(...decisionText(words, decision)));
  if (approval.status === 'expired') return [...lines, text(words.approvals.expired)];
  const second = approval.status === 'pending' && lines.length > 0;
  return second ? [...lines, note(words.approvals.needsSecond)] : lines;
}

/** "Approved by Maria · 3 May 2026, 10:00 · from Slack". */
function decisionText(words: Words, decision: Decision): Text {
  const { approvals, autonomy } = words;
  const earned = decision.autonomy;
  if (earned !== undefined) {
    const by = oneLine(earned.acceptedBy ?? words.unknown, 60);
    return [`${autonomy.byItself(earned.bound, by)}${words.separator}`, time(decision.at, 'full')];
  }
  return [
    `${approvals.decided[decision.decision]}${oneLine(decision.by.name, 60)}${words.separator}`,
    time(decision.at, 'full'),
    `${words.separator}${approvals.from(words.surface(decision.by.surface))}`,
  ];
}

/** Whose turn it is, in colour; the words say the same. */
export function toneOf(approval: Pick<Approval, 'status'>): Tone {
  switch (approval.status) {
    case 'pending':
    case 'uncertain':
      return 'warning';
    case 'approved':
    case 'executing':
    case 'done':
      return 'good';
    case 'failed':
      return 'bad';
    case 'rejected':
    case 'expired':
      return 'neutral';
  }
}

function customerBlock(words: Words, { profile }: ApprovalView): Block {
  const { approvals } = words;
  if (profile === null) return facts([approvals.customer, words.unknown]);
  const tags = profile.tags.slice(0, 12).map((tag) => oneLine(tag, 40));
  return facts(
    [approvals.customer, customerText(profile)],
    [approvals.spent, spentText(words, profile)],
    [approvals.since, sinceText(profile)],
    [approvals.tags, tags.length === 0 ? null : tags.join(', ')],
    [approvals.consent, words.customers.consentState(profile.emailConsent.state)],
  );
}

function planBlocks(words: Words, plan: PlanWithSteps): readonly Block[] {
  return plan.effects.flatMap((effect): readonly Block[] => {
    if (effect.kind === 'create-discount')
      return [
        facts(
          [
            words.approvals.discount,
            words.approvals.discountTerms(
              worthText(effect.terms, words.language),
              effect.terms.uses,
            ),
          ],
          [words.approvals.discountUntil, time(effect.terms.expiresAt, 'day')],
          [words.approvals.discountOn, scopeText(words, effect.terms.only)],
          [words.approvals.code, { kind: 'code', text: maskCode(effect.code) }],
        ),
      ];
    if (effect.kind === 'send-email') return mailBlocks(words, effect.mail, plan.effects);
    if (effect.kind === 'record-offer')
      return [text(words.cases.offered), offerItems(words, effect.options)];
    return [];
  });
}

function scopeText(words: Words, only: Scope | undefined): string | null {
  if (only === undefined) return null;
  return 'products' in only
    ? words.approvals.onProducts(oneLine(only.products.join(', '), 120))
    : words.approvals.onCollections(oneLine(only.collections.join(', '), 120));
}

function stateBlock(words: Words, approval: Approval): Block {
  const { approvals } = words;
  const pending = approval.status === 'pending';
  return facts(
    [approvals.statusLabel, approvals.status(approval.status)],
    [approvals.expires, pending ? time(approval.expiresAt, 'relative') : null],
    [
      approvals.escalated,
      pending && approval.escalatedAt !== null ? time(approval.escalatedAt) : null,
    ],
    [approvals.requestedBy, requesterOf(words, approval)],
    [approvals.editedBy, approval.editedBy?.name ?? null],
  );
}

function requesterOf({ approvals }: Words, { requestedBy }: Approval): string | null {
  if (requestedBy === null) return null;
  const { name, byAssistant } = requestedBy;
  return byAssistant === true ? `${name}, ${approvals.byAssistant}` : name;
}

function workBlocks(words: Words, { approval, plan }: ApprovalView): readonly Block[] {
  if (approval.status === 'rejected' || approval.status === 'expired') return [];
  return stepBlocks(words, plan);
}

function approvalButtons(words: Words, { approval, plan, profile }: ApprovalView): Block {
  const { approvals } = words;
  const ref = { id: approval.id, version: approval.version };
  const open = !isSettled(approval);
  const earned = approval.decisions.at(-1)?.autonomy;
  const mail = plan.effects.some((effect) => effect.kind === 'send-email');
  const code = plan.effects.some((effect) => effect.kind === 'create-discount');
  return buttons(
    open
      ? { label: approvals.approve, action: { name: 'approval.approve', ...ref }, style: 'primary' }
      : null,
    open && (code || mail)
      ? { label: approvals.edit, action: { name: 'approval.edit', ...ref } }
      : null,
    open
      ? { label: approvals.reject, action: { name: 'approval.reject', ...ref }, style: 'danger' }
      : null,
    mail ? { label: approvals.preview, action: { name: 'approval.preview', ...ref } } : null,
    profile === null ? null : profileButton(words, profile.id),
    earned === undefined ? null : endAutonomyButton(words, earned.id),
  );
}

/** The customer's name for a line about an approval. */
export function approvalCustomer(words: Words, profile: Profile | null): string {
  return profile === null ? words.unknown : shortName(profile);
}
