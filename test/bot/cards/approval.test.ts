// The approval card in the states that people see.
import { describe, expect, it } from 'vitest';
import { buttonsOf, cardToText } from '#bot/card.ts';
import { type ApprovalView, approvalCard } from '#bot/cards/approval.ts';
import { mailPreviewCard } from '#bot/cards/mail.ts';
import { en } from '#bot/words/en.ts';
import { aDecision, anApproval, aPlan, CODE, MARIA } from '../../support/bot-things.ts';
import { aProfile } from '../../support/subjects.ts';

function draw(view: Partial<ApprovalView> = {}) {
  const card = approvalCard(en, {
    approval: anApproval(),
    plan: aPlan(),
    profile: aProfile({ firstName: 'Ada' }),
    mention: null,
    paused: false,
    exposure: null,
    ...view,
  });
  return { text: cardToText(card), labels: buttonsOf(card).map(({ label }) => label), card };
}

describe('approvalCard', () => {
  it('offers a decision on exactly the version it shows while it is pending', () => {
    const { card, labels } = draw({ approval: anApproval({ version: 3 }) });

    expect(labels).toEqual(['Approve', 'Edit', 'Reject', 'Preview mail', 'Profile']);
    expect(buttonsOf(card)[0]?.action).toEqual({
      name: 'approval.approve',
      id: 'apr_TEST00000001',
      version: 3,
    });
  });

  it('shows version and the first eight digits of the hash', () => {
    expect(draw().text).toContain('Version 1 · a1b2c3d4');
  });

  it('never shows the code itself, in the mail’s subject and text either', () => {
    const { text } = draw();

    expect(text).not.toContain(CODE);
    expect(text.match(/••••XYZ4/g)).toHaveLength(3);
  });

  it.each(['approved', 'executing', 'done', 'rejected', 'expired', 'failed', 'uncertain'] as const)(
    'has no deciding button once it is %s',
    (status) => {
      const { labels } = draw({ approval: anApproval({ status, decisions: [aDecision()] }) });

      expect(labels).not.toContain('Approve');
      expect(labels).not.toContain('Reject');
      expect(labels).not.toContain('Edit');
    },
  );

  it('says who decided and from where', () => {
    const { text } = draw({ approval: anApproval({ status: 'done', decisions: [aDecision()] }) });

    expect(text).toMatch(/Approved by Maria · .* · from Slack/);
  });

  it('stays open for a second person after the first of two', () => {
    const { text, labels } = draw({ approval: anApproval({ decisions: [aDecision()] }) });

    expect(labels).toContain('Approve');
    expect(text).toContain('A second person must approve this as well.');
  });

  it.each([
    [{ status: 'failed', reason: 'code-taken' }, ['Retry', 'Give up']],
    [{ status: 'uncertain', reason: 'mail-uncertain' }, ['It arrived', 'Send again', 'Give up']],
    [{ status: 'waiting', reason: 'by-hand' }, ['Done']],
  ] as const)('offers what a person can do about the step %j', (step, expected) => {
    const approval = anApproval({ status: 'executing', decisions: [aDecision()] });

    const { labels, card } = draw({ approval, plan: aPlan({ steps: [{}, step] }) });

    expect(labels.slice(0, expected.length)).toEqual(expected);
    expect(buttonsOf(card)[0]?.action.id).toBe('pln_TEST00000001.1');
  });

  it('says that nothing goes out while Regulars is paused', () => {
    expect(draw({ paused: true }).text).toContain('Regulars is paused');
  });

  it('can still be drawn when its customer was forgotten', () => {
    const approval = anApproval({ status: 'rejected', summary: '', editedBy: MARIA });

    const { text } = draw({ approval, profile: null });

    expect(text).toContain('Approval for a forgotten customer');
  });
});

describe('mailPreviewCard', () => {
  it('masks the code of the plan it belongs to', () => {
    const plan = aPlan();
    const effect = plan.effects[1];
    if (effect?.kind !== 'send-email') throw new Error('no mail');

    const text = cardToText(mailPreviewCard(en, effect.mail, plan.effects));

    expect(text).toContain('Your code is ••••XYZ4.');
    expect(text).not.toContain(CODE);
  });
});
