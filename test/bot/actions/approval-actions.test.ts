// Deciding an approval by button, form and command, on real storage.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  actionOf,
  asCard,
  ask,
  cardIn,
  labelsOf,
  MARIA,
  press,
  submit,
  TOM,
  VIEWER,
} from '../../support/asking.ts';
import { CODE_PATTERN, decidable } from '../../support/decidable.ts';
import type { World } from '../../support/world.ts';

let world: World;

beforeEach(async () => {
  world = await decidable();
});
afterEach(() => world.close());

function approvalCard() {
  return cardIn(world, 'approvals');
}

describe('Approve', () => {
  it('carries out what was shown, and stamps the card and the notice it came from', async () => {
    const action = actionOf(approvalCard(), 'Approve');

    expect(await press(world, action, MARIA)).toEqual({ kind: 'done' });
    await world.runJobs();

    expect(world.shop.codes.size).toBe(1);
    expect(world.mailer.sent).toHaveLength(1);
    for (const channel of ['approvals', 'vips'])
      expect(JSON.stringify(cardIn(world, channel))).toContain('Approved by Maria');
    expect(labelsOf(approvalCard() ?? fail())).not.toContain('Approve');
  });

  it('tells a late press privately who was first', async () => {
    const action = actionOf(approvalCard(), 'Approve');
    await press(world, action, MARIA);

    const late = asCard(await press(world, action, TOM));

    expect(late.visible).toBe('asker');
    expect(late.refused?.code).toBe('already-settled');
    expect(late.text).toMatch(/Approved by Maria · .* · from Slack/);
    expect(late.labels).toEqual(['Open approval']);
  });

  it('decides nothing from a card that was edited since', async () => {
    const action = actionOf(approvalCard(), 'Approve');
    const edit = actionOf(approvalCard(), 'Edit');
    await submit(world, edit, { percent: '30', uses: '1', expires: '' }, TOM);

    const stale = asCard(await press(world, action, MARIA));
    await world.runJobs();

    expect(stale.refused?.code).toBe('stale-version');
    expect(world.mailer.sent).toHaveLength(0);
  });

  it('decides nothing without a version', async () => {
    const { id } = actionOf(approvalCard(), 'Approve');

    const reply = await press(world, { name: 'approval.approve', id }, MARIA);

    expect(asCard(reply).refused?.code).toBe('stale-version');
  });

  it('is not for viewers, and their attempt is in the audit log', async () => {
    const reply = await press(world, actionOf(approvalCard(), 'Approve'), VIEWER);

    expect(asCard(reply).refused?.code).toBe('forbidden');
    const [entry] = await world.deps.storage.audit.list({ limit: 1 });
    expect(entry).toMatchObject({ actor: 'Vera', action: 'approval.refused' });
  });

  it('answers an approval that does not exist', async () => {
    const reply = await press(world, { name: 'approval.approve', id: 'apr_NONE', version: 1 });

    expect(asCard(reply).refused?.code).toBe('not-found');
  });
});

describe('Edit', () => {
  it('opens a form filled with what would be sent, and makes a new version of it', async () => {
    const action = actionOf(approvalCard(), 'Edit');

    const form = await press(world, action, MARIA);
    await submit(world, action, { percent: '30', uses: '1', expires: '14d' }, MARIA);
    await world.runJobs();

    expect(form).toMatchObject({
      kind: 'form',
      form: {
        fields: [
          { name: 'percent', value: 50 },
          { name: 'expires' },
          { name: 'uses' },
          { name: 'subject' },
        ],
      },
    });
    const shown = JSON.stringify(approvalCard());
    expect(shown).toContain('30 % off');
    expect(shown).toContain('Version 2');
    expect(actionOf(approvalCard(), 'Approve').version).toBe(2);
  });

  it.each([
    [{ percent: '90' }, 'percent', '70 %'],
    [{ percent: 'half' }, 'percent', 'whole number'],
    [{ expires: '10y' }, 'expires', 'at most 90 days'],
    [{ uses: '0' }, 'uses', 'whole number'],
  ])('says beside the field what is wrong with %j', async (values, field, message) => {
    const reply = await submit(world, actionOf(approvalCard(), 'Edit'), values, MARIA);

    expect(reply).toEqual({
      kind: 'faults',
      faults: [{ field, message: expect.stringContaining(message) }],
    });
  });
});

describe('Reject', () => {
  it('asks for a reason, sends nothing, and leaves no deciding button', async () => {
    const action = actionOf(approvalCard(), 'Reject');

    expect(await press(world, action, MARIA)).toMatchObject({ kind: 'form' });
    await submit(world, action, { reason: 'too generous' }, MARIA);
    await world.runJobs();

    expect(JSON.stringify(approvalCard())).toContain('Rejected by Maria');
    expect(labelsOf(approvalCard() ?? fail())).toEqual(['Preview mail', 'Profile']);
    expect(world.mailer.sent).toHaveLength(0);
  });
});

describe('approval commands', () => {
  it('decide the newest version, and give the contract’s keys', async () => {
    const { id } = actionOf(approvalCard(), 'Approve');
    await ask(world, `approval edit ${id} --percent 20`);

    const { json } = await ask(world, `approval approve ${id}`);
    await world.runJobs();

    expect(json).toMatchObject({
      id,
      kind: 'vip-promotion',
      status: 'approved',
      version: 2,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      customer: { email: 'maria@example.com', name: 'Maria Silva' },
      decisions: [{ by: 'You', decision: 'approved' }],
      steps: [
        { name: 'create-discount', status: 'waiting' },
        { name: 'send-email', status: 'waiting' },
      ],
    });
    expect([...world.shop.codes.values()]).toMatchObject([{ percent: 20 }]);
    expect((await ask(world, 'approval list')).json).toMatchObject([{ id, status: 'done' }]);
  });

  it('refuse what was decided already, with the present state', async () => {
    const { id } = actionOf(approvalCard(), 'Approve');
    await ask(world, `approval reject ${id} too generous`);

    const { refused, json } = await ask(world, `approval approve ${id}`);

    expect(refused?.code).toBe('already-settled');
    expect(json).toMatchObject({ error: {}, approval: { status: 'rejected' } });
  });

  it('never show a code on the way', async () => {
    const { id } = actionOf(approvalCard(), 'Approve');

    const { text } = await ask(world, `approval show ${id}`);

    expect(text).toMatch(/••••\w{4}/);
    expect(text).not.toMatch(CODE_PATTERN);
  });
});

describe('a step that failed', () => {
  it('is retried by its button, once', async () => {
    world.mailer.outcomes.push({ kind: 'refused', reason: '550 no', badAddress: false });
    await press(world, actionOf(approvalCard(), 'Approve'), MARIA);
    await world.runJobs();

    const retry = actionOf(approvalCard(), 'Retry');
    await press(world, retry, MARIA);
    await world.runJobs();
    const again = asCard(await press(world, retry, MARIA));

    expect(world.mailer.sent).toHaveLength(1);
    expect(world.shop.codes.size).toBe(1);
    expect(again.refused?.code).toBe('not-so');
  });
});

function fail(): never {
  throw new Error('there is no card');
}

describe('the form that edits', () => {
  it('says while it is filled in what the edit comes to, and what is wrong with it', async () => {
    await world.close();
    world = await decidable({ limits: { daily_discount_budget: 2_000 } });
    const action = actionOf(approvalCard(), 'Edit');
    const reply = await press(world, action, MARIA);
    const said = async (percent: string, subject = '') => {
      const values = { percent, uses: '1', expires: '', ...(subject === '' ? {} : { subject }) };
      return (await world.router.preview(MARIA, action, { values, changed: 'percent' }))?.sentence;
    };

    expect(reply.kind === 'form' ? reply.form.preview?.sentence : null).toContain(
      '50 % off, 1 use · expected to cost $3,100.00 · $2,000.00 of $2,000.00 left today',
    );
    expect(await said('30')).toContain('30 % off, 1 use · expected to cost $1,860.00');
    expect(await said('30', 'For you')).toContain('subject: For you');
    expect(await said('71')).toBe('The team’s limit is 70 %.');
    expect(await said('')).toBe('Write a whole number from 1 to 100.');
    expect((await ask(world, 'approval list')).text).not.toContain('30 %');
  });
});
