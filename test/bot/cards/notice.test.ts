// The notice of an automation's firing.
import { describe, expect, it } from 'vitest';
import { buttonsOf, cardToText } from '#bot/card.ts';
import { type NoticeView, noticeCard } from '#bot/cards/notice.ts';
import { de } from '#bot/words/de.ts';
import { en, type Words } from '#bot/words/en.ts';
import { asId } from '#engine/ids.ts';
import { aDecision, anApproval, CUSTOMER } from '../../support/bot-things.ts';
import { anOrderEvent, aProfile, NOW } from '../../support/subjects.ts';

const RUN: NoticeView['run'] = {
  id: asId('run', 'run_TEST00000001'),
  automation: 'vip-promotion',
  version: 1,
  customerId: CUSTOMER,
  occasion: 'evt_TEST00000001',
  eventId: asId('event', 'evt_TEST00000001'),
  caseId: null,
  status: 'waiting-for-approval',
  position: null,
  wakeAt: null,
  waitingFor: [],
  wokenBy: null,
  history: [],
  trace: {
    text: 'amount_spent > 5000 OR customer_added_date <= -2y',
    result: true,
    children: [
      { text: 'amount_spent > 5000', result: true, actual: '6200.00' },
      {
        text: 'customer_added_date <= -2y',
        result: false,
        actual: '2029-08-20T13:01:28.109Z',
        shortfall: 'needs 2 years',
      },
    ],
  },
  reason: null,
  startedAt: NOW,
  begunBy: null,
  claim: null,
};

function draw(view: Partial<NoticeView> = {}, words: Words = en) {
  const card = noticeCard(words, {
    run: RUN,
    automation: null,
    profile: aProfile({ firstName: 'Ada' }),
    event: anOrderEvent(620000),
    approval: anApproval(),
    direct: [],
    text: null,
    mention: null,
    asksToClaim: false,
    claimedBeside: null,
    paused: false,
    undone: [],
    canBeUndone: false,
    ...view,
  });
  return { text: cardToText(card), labels: buttonsOf(card).map(({ label }) => label) };
}

describe('noticeCard', () => {
  it('says which clause held with the value seen, and which did not and why', () => {
    const { text } = draw();

    expect(text).toContain('✓ amount_spent > 5000 · saw 6,200.00');
    expect(text).toContain('✗ customer_added_date <= -2y · saw 2029-08-20 · needs 2 years');
    expect(draw({}, de).text).toContain('✓ amount_spent > 5000 · gefunden: 6.200,00');
  });

  it('shows the order that set it off', () => {
    const { text } = draw();

    expect(text).toContain('Order: #1054');
    expect(text).toContain('Total: $6,200.00');
    expect(text).toContain('2 × Blue Train');
  });

  it('opens the approval that came of it, and says who settled it', () => {
    const settled = anApproval({ status: 'done', decisions: [aDecision()] });

    expect(draw().labels).toContain('Open approval');
    expect(draw().text).toContain('Waits for approval.');
    expect(draw({ approval: settled }).text).toMatch(/Approved by Maria/);
  });

  it('asks somebody to follow up where it is to, and then says who does', () => {
    const claim = { by: aDecision().by, at: NOW };
    const asked = draw({ asksToClaim: true });
    const claimed = draw({ asksToClaim: true, run: { ...RUN, claim } });

    expect(draw().labels).not.toContain('I take this customer');
    expect(asked.labels).toContain('I take this customer');
    expect(asked.text).toContain('Followed up by: nobody');
    expect(claimed.labels).not.toContain('I take this customer');
    expect(claimed.labels).toContain('Give back');
    expect(claimed.text).toContain('Followed up by: Maria');
  });

  it('can be drawn without approval, customer, event or trace', () => {
    const { text, labels } = draw({
      run: { ...RUN, trace: null },
      approval: null,
      profile: null,
      event: null,
    });

    expect(text).toContain('vip-promotion: unknown');
    expect(labels).toEqual([]);
  });
});
