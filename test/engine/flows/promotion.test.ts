// The VIP promotion from a paid order to the e-mail, on every database.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Decider } from '#engine/approvals/approval.ts';
import { VendorError } from '#engine/errors.ts';
import { editApproval } from '#engine/flows/edit-approval.ts';
import { setPaused } from '#engine/flows/pause.ts';
import { settleApproval } from '#engine/flows/settle-approval.ts';
import { settleStep } from '#engine/flows/settle-step.ts';
import { sweep } from '#engine/flows/sweep.ts';
import { unsubscribe } from '#engine/flows/unsubscribe.ts';
import { verifyAudit } from '#engine/flows/verify-audit.ts';
import { DATABASES } from '../../support/database.ts';
import { anOrder, daysAgo, someone } from '../../support/events.ts';
import { createWorld, type World, type WorldOptions } from '../../support/world.ts';

const MARIA: Decider = { person: 'Maria', name: 'Maria', surface: 'slack' };
const TOM: Decider = { person: 'Tom', name: 'Tom', surface: 'discord' };

describe.each(DATABASES)('the VIP promotion on the %s database', (database) => {
  let world: World;
  const open = async (options: WorldOptions = {}) => {
    world = await createWorld({ database, ...options });
  };
  beforeEach(() => open());
  afterEach(() => world.close());

  async function promote(facts = someone()) {
    await world.deliver(anOrder({ total: 620_000, customer: facts }));
    const [approval] = await world.deps.storage.approvals.list({}, { limit: 10 });
    return approval;
  }

  async function promoted() {
    const approval = await promote();
    if (approval === undefined) throw new Error('no approval was made');
    return approval;
  }

  async function approve(by = MARIA) {
    const approval = await promoted();
    await settleApproval(world.deps, { id: approval.id, decision: 'approved', by, seenVersion: 1 });
    await world.runJobs();
    return approval;
  }

  const stepsOf = async (id: string) => {
    const approval = (await world.deps.storage.approvals.list({}, { limit: 50 })).find(
      (each) => each.id === id,
    );
    const plan =
      approval === undefined ? null : await world.deps.storage.plans.get(approval.planId);
    return {
      status: approval?.status,
      steps: plan?.steps.map((step) => `${step.effect.kind}: ${step.status}`),
    };
  };

  it('makes one approval when paid orders pass 5,000, and none before', async () => {
    await world.deliver(anOrder({ total: 500_000 }));
    expect(await world.deps.storage.approvals.list({}, { limit: 10 })).toHaveLength(0);

    await world.deliver(anOrder({ total: 1 }), anOrder({ total: 90_000 }));

    const approvals = await world.deps.storage.approvals.list({}, { limit: 10 });
    expect(approvals).toHaveLength(1);
    expect(approvals[0]).toMatchObject({ kind: 'vip-promotion', status: 'pending', version: 1 });
  });

  it('sends what was approved, once: the code, then the mail with that code', async () => {
    const approval = await approve();

    expect(await stepsOf(approval.id)).toEqual({
      status: 'done',
      steps: ['create-discount: done', 'send-email: done'],
    });
    expect(world.shop.codes.size).toBe(1);
    const [code] = world.shop.codes.keys();
    expect(world.mailer.sent.map(({ mail }) => mail.to)).toEqual(['maria@example.com']);
    expect(world.mailer.sent[0]?.mail.text).toContain(code);
    expect(world.shop.tags.get('c-1')).toEqual(['VIP']);
  });

  it('shows the decision on the card and takes its buttons away', async () => {
    const approval = await promoted();
    const before = world.posted.find(({ channel }) => channel === 'approvals');
    expect(JSON.stringify(before)).toContain('"Approve"');

    await settleApproval(world.deps, {
      id: approval.id,
      decision: 'approved',
      by: MARIA,
      seenVersion: 1,
    });
    await world.runJobs();

    const after = world.posted.filter(({ channel }) => channel === 'approvals');
    expect(after).toHaveLength(1);
    expect(JSON.stringify(after)).not.toContain('"Approve"');
    expect(JSON.stringify(after)).toContain('Maria');
  });

  it('fires once, however often the event is delivered or acted on', async () => {
    const order = anOrder({ total: 620_000, key: 'same' });
    await world.deliver(order);
    await world.deliver(order);
    await world.deliver(anOrder({ total: 100 }));

    expect(await world.deps.storage.approvals.list({}, { limit: 10 })).toHaveLength(1);
  });

  it('asks nobody to approve a mail to who did not consent, and says so on the timeline', async () => {
    await promote(someone({ emailConsent: 'unsubscribed' }));

    expect(await world.deps.storage.approvals.list({}, { limit: 10 })).toHaveLength(0);
    const [customer] = await world.deps.storage.customers.top({ limit: 1 });
    if (customer === undefined) throw new Error('no customer');
    const timeline = await world.deps.storage.timeline.list(customer.id, { limit: 20 });
    expect(timeline.find(({ kind }) => kind === 'email-not-sent')?.data).toMatchObject({
      reason: 'unsubscribed',
    });
  });

  it('stops code and mail when the customer unsubscribes between approval and sending', async () => {
    const approval = await promoted();
    await settleApproval(world.deps, {
      id: approval.id,
      decision: 'approved',
      by: MARIA,
      seenVersion: 1,
    });
    const profile = await world.deps.storage.customers.get(approval.customerId);

    await unsubscribe(world.deps, profile?.unsubscribeToken ?? '');
    await world.runJobs();

    expect(await stepsOf(approval.id)).toEqual({
      status: 'failed',
      steps: ['create-discount: skipped', 'send-email: skipped'],
    });
    expect(world.shop.codes.size).toBe(0);
    expect(world.mailer.sent).toHaveLength(0);
    expect(await world.deps.storage.mails.list({ limit: 5 })).toMatchObject([
      { status: 'not-sent', reason: 'unsubscribed' },
    ]);
  });

  it('renders the mail anew after an edit, and the old version can no longer be decided', async () => {
    const approval = await promoted();

    const edited = await editApproval(world.deps, {
      id: approval.id,
      seenVersion: 1,
      by: MARIA,
      changes: { percent: 30 },
    });
    const late = await settleApproval(world.deps, {
      id: approval.id,
      decision: 'approved',
      by: TOM,
      seenVersion: 1,
    });
    await settleApproval(world.deps, {
      id: approval.id,
      decision: 'approved',
      by: TOM,
      seenVersion: 2,
    });
    await world.runJobs();

    expect(edited).toMatchObject({ kind: 'edited', approval: { version: 2 } });
    expect(await world.deps.storage.approvals.get(approval.id)).toMatchObject({
      status: 'done',
      summary: expect.stringContaining('30 %'),
    });
    expect(late).toMatchObject({ kind: 'refused', reason: 'stale-version' });
    expect([...world.shop.codes.values()][0]).toMatchObject({ percent: 30 });
    expect(world.mailer.sent[0]?.mail.text).toContain('"percent":30');
  });

  it.each([
    [{ percent: 0 }, 'percent'],
    [{ percent: 71 }, 'over-limit'],
    [{ expires: '91d' }, 'expires'],
    [{ uses: 0 }, 'uses'],
    [{ subject: ' ' }, 'subject'],
  ])('refuses the edit %j', async (changes, problem) => {
    const approval = await promoted();

    const edited = await editApproval(world.deps, {
      id: approval.id,
      seenVersion: 1,
      by: MARIA,
      changes,
    });

    expect(edited).toMatchObject({ kind: 'invalid', problem });
    expect(await world.deps.storage.approvals.get(approval.id)).toMatchObject({
      version: 1,
      hash: approval.hash,
    });
  });

  it('is decided once when eight people decide at the same time', async () => {
    const approval = await promoted();

    const settled = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        settleApproval(world.deps, {
          id: approval.id,
          decision: n % 2 === 0 ? 'approved' : 'rejected',
          by: { ...MARIA, person: `P${n}` },
          seenVersion: 1,
        }),
      ),
    );

    expect(settled.filter(({ kind }) => kind === 'settled')).toHaveLength(1);
    expect((await world.deps.storage.approvals.get(approval.id))?.decisions).toHaveLength(1);
    expect(await verifyAudit(world.deps)).toMatchObject({ ok: true });
  });

  it('adopts the code when the shop made it and the answer was lost', async () => {
    world.shop.failures.push({ error: timeout({ ambiguous: true }), after: true });

    const approval = await approve();
    await world.runJobs({ early: true });

    expect(world.shop.codes.size).toBe(1);
    expect(world.mailer.sent).toHaveLength(1);
    expect(await stepsOf(approval.id)).toMatchObject({ status: 'done' });
  });

  it('shows a refused code as failed and sends no mail, until somebody presses Retry', async () => {
    await promoted();
    world.shop.failures.push({
      error: new VendorError('code refused', { vendor: 'events', status: 422, retryable: false }),
    });
    const approval = await approve();
    expect(await stepsOf(approval.id)).toEqual({
      status: 'failed',
      steps: ['create-discount: failed', 'send-email: waiting'],
    });

    await settleStep(world.deps, {
      planId: approval.planId,
      position: 0,
      choice: 'retry',
      by: MARIA,
    });
    await world.runJobs();

    expect(await stepsOf(approval.id)).toMatchObject({ status: 'done' });
    expect(world.mailer.sent).toHaveLength(1);
  });

  it('leaves a mail whose fate is unknown to a person, and repeats nothing by itself', async () => {
    world.mailer.outcomes.push({ kind: 'uncertain', reason: 'connection lost after 354' });
    const approval = await approve();
    await world.runJobs({ early: true });
    expect(await stepsOf(approval.id)).toEqual({
      status: 'uncertain',
      steps: ['create-discount: done', 'send-email: uncertain'],
    });
    expect(world.mailer.sent).toHaveLength(1);

    await settleStep(world.deps, {
      planId: approval.planId,
      position: 1,
      choice: 'arrived',
      by: MARIA,
    });
    await world.runJobs();

    expect(await stepsOf(approval.id)).toMatchObject({ status: 'done' });
    expect(world.mailer.sent).toHaveLength(1);
  });

  it('tries a mail again later when the server was not reached', async () => {
    world.mailer.outcomes.push({ kind: 'not-accepted', reason: 'connection refused' });
    const approval = await approve();
    expect(await stepsOf(approval.id)).toMatchObject({
      steps: ['create-discount: done', 'send-email: waiting'],
    });

    world.pass(600_000);
    await world.runJobs({ early: true });

    expect(world.mailer.sent).toHaveLength(1);
    expect(await stepsOf(approval.id)).toMatchObject({ status: 'done' });
  });

  it('lets nothing out while paused, and goes on when released', async () => {
    await setPaused(world.deps, { paused: true, by: MARIA });
    const approval = await approve();
    expect(world.shop.codes.size).toBe(0);

    await setPaused(world.deps, { paused: false, by: MARIA });
    await world.runJobs({ early: true });

    expect(await stepsOf(approval.id)).toMatchObject({ status: 'done' });
  });

  it('expires at its instant, not before', async () => {
    const approval = await promoted();
    const left = approval.expiresAt.getTime() - world.deps.now().getTime();
    world.pass(left - 1);
    await sweep(world.deps);
    expect(await stepsOf(approval.id)).toMatchObject({ status: 'pending' });

    world.pass(1);
    const late = await settleApproval(world.deps, {
      id: approval.id,
      decision: 'approved',
      by: MARIA,
      seenVersion: 1,
    });
    await sweep(world.deps);

    expect(late).toMatchObject({ kind: 'refused', reason: 'expired' });
    expect(await stepsOf(approval.id)).toMatchObject({ status: 'expired' });
  });

  it('needs two persons above the limit, neither of whom edited it last', async () => {
    await world.close();
    await open({ limits: { second_approver_above: 40 } });
    const approval = await promoted();
    await editApproval(world.deps, {
      id: approval.id,
      seenVersion: 1,
      by: TOM,
      changes: { percent: 45 },
    });
    const decide = (by: Decider) =>
      settleApproval(world.deps, { id: approval.id, decision: 'approved', by, seenVersion: 2 });

    expect(await decide(TOM)).toMatchObject({ kind: 'refused', reason: 'own-request' });
    expect(await decide(MARIA)).toMatchObject({ kind: 'needs-second' });
    expect(await decide({ ...MARIA, surface: 'workspace' })).toMatchObject({
      kind: 'refused',
      reason: 'same-person',
    });
    expect(await decide({ person: 'Ann', name: 'Ann', surface: 'slack' })).toMatchObject({
      kind: 'settled',
    });
  });

  it('refuses what the day’s discount budget does not allow', async () => {
    await world.close();
    await open({ limits: { daily_discount_budget: 3_000 } });

    const approval = await promoted();
    const settled = await settleApproval(world.deps, {
      id: approval.id,
      decision: 'approved',
      by: MARIA,
      seenVersion: 1,
    });

    expect(settled).toMatchObject({ kind: 'refused', reason: 'over-budget' });
  });

  it('promotes who has been a customer for more than two years, whatever they spent', async () => {
    const oldFriend = someone({ createdAt: daysAgo(800) });

    await world.deliver(anOrder({ total: 1_000, customer: oldFriend }));

    expect(await world.deps.storage.approvals.list({}, { limit: 10 })).toHaveLength(1);
  });
});

function timeout({ ambiguous }: { readonly ambiguous: boolean }): VendorError {
  return new VendorError('no answer', { vendor: 'events', retryable: true, ambiguous });
}
