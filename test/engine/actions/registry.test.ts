// The rules by which an action is read from the playbook, and what it plans.
import { describe, expect, test } from 'vitest';
import type { ActionPlan, PlanTools } from '#engine/actions/action.ts';
import { readActionEntry } from '#engine/actions/registry.ts';
import type { Profile } from '#engine/customers/profile.ts';
import { anActionSubject, planTools } from '../../support/plan-tools.ts';
import { saidOf } from '../../support/said.ts';
import { aProfile, NOW } from '../../support/subjects.ts';

const SUBSCRIBED = { state: 'subscribed', at: NOW, source: 'form' } as const;

/** Tools that render the values into the text, so that a test sees what the template was given. */
function toolsFor(purpose: 'transactional' | 'marketing'): PlanTools {
  const tools = planTools();
  return planTools({
    renderMail: async (...asked) => ({ ...(await tools.renderMail(...asked)), purpose }),
  });
}

function actionOf(entry: unknown) {
  const read = readActionEntry(entry);
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.value;
}

function planOf(
  entry: unknown,
  profile: Partial<Profile> = {},
  purpose: 'transactional' | 'marketing' = 'marketing',
): Promise<ActionPlan> {
  const subject = anActionSubject(aProfile(profile));
  const action = actionOf(entry);
  if (action.control !== null) throw new Error(`${action.kind} plans nothing`);
  return action.plan(subject, toolsFor(purpose));
}

function faultsOf(entry: unknown) {
  const read = readActionEntry(entry);
  return read.ok ? [] : read.faults.map(saidOf);
}

const ALREADY_SO = { kind: 'refused', reason: 'already-so' };

describe('actions on the profile', () => {
  test.each([
    [{ tag: 'VIP' }, {}, { kind: 'add-tag', tag: 'VIP' }],
    [{ untag: 'vip' }, { tags: ['VIP'] }, { kind: 'remove-tag', tag: 'VIP' }],
    [{ tier: 'Gold' }, { tier: 'Silver' }, { kind: 'set-tier', tier: 'Gold' }],
    [{ set: { a: 1 } }, {}, { kind: 'set-attribute', name: 'a', value: 1 }],
    [
      { set: { a: null } },
      { attributes: { a: 1 } },
      { kind: 'set-attribute', name: 'a', value: null },
    ],
    [
      { notify: { channel: 'vips', mention: 'Maria', text: '{{ customer.city }}' } },
      {},
      { kind: 'post-notice', channel: 'vips', mention: 'Maria', text: null },
    ],
    [{ note: 'Call first' }, {}, { kind: 'write-note', text: 'Call first' }],
    [
      { open_case: { due: '48h' } },
      {},
      { kind: 'open-case', channel: 'refunds', mention: null, about: 'refund', dueIn: '48h' },
    ],
  ])('%j plans one effect', async (entry, profile, effect) => {
    expect(await planOf(entry, profile)).toEqual({ kind: 'planned', effects: [effect] });
  });

  test.each([
    [{ tag: 'VIP' }, { tags: ['vip'] }],
    [{ untag: 'VIP' }, {}],
    [{ tier: 'Gold' }, { tier: 'Gold', tierPinned: true }],
    [{ set: { a: 1, b: null } }, { attributes: { a: 1 } }],
  ])('%j plans nothing for a customer who is so already', async (entry, profile) => {
    expect(await planOf(entry, profile)).toEqual(ALREADY_SO);
  });

  test('only what differs is set', async () => {
    const plan = await planOf({ set: { a: 1, b: '1' } }, { attributes: { a: 1, b: 1 } });

    expect(plan).toEqual({
      kind: 'planned',
      effects: [{ kind: 'set-attribute', name: 'b', value: '1' }],
    });
  });
});

describe('email', () => {
  const offer = { template: 'vip-thanks', discount: { percent: 50, expires: '30d' } };

  test('the code comes before the mail, and both say the same', async () => {
    const plan = await planOf({ email: offer }, { emailConsent: SUBSCRIBED }, 'transactional');
    const expiresAt = new Date('2026-12-25T12:00:00Z');
    const expires_at = expiresAt.toISOString();
    const said = { code: 'THANKS-7ZK3', percent: 50, worth: '50 %', expires_at };

    expect(plan).toEqual({
      kind: 'planned',
      effects: [
        { kind: 'create-discount', code: said.code, terms: { percent: 50, uses: 1, expiresAt } },
        {
          kind: 'send-email',
          mailId: 'mail_1',
          mail: expect.objectContaining({
            purpose: 'marketing',
            text: JSON.stringify({ discount: said }),
          }),
        },
      ],
    });
  });

  test('the percentage may be that of the tier, and a tier without one gives nothing', async () => {
    const discount = { percent: 'tier', expires: '30d' };
    const gold = await planOf({ discount }, { tier: 'Gold' });

    expect(gold).toMatchObject({ effects: [{ kind: 'create-discount', terms: { percent: 50 } }] });
    for (const tier of ['Silver', null])
      expect(await planOf({ email: { ...offer, discount } }, { tier })).toEqual({
        ...{ kind: 'refused', reason: 'no-tier-discount' },
      });
  });

  test('a mail without a discount keeps its purpose and is given none', async () => {
    const plan = await planOf({ email: { template: 'tips' } }, {}, 'transactional');

    expect(plan).toMatchObject({
      effects: [{ kind: 'send-email', mail: { purpose: 'transactional', text: '{}' } }],
    });
  });

  test.each([
    ['no-email', { email: null, emailConsent: SUBSCRIBED }],
    ['no-email', { email: '  ', emailConsent: SUBSCRIBED }],
    ['unsubscribed', { emailConsent: { ...SUBSCRIBED, state: 'unsubscribed' as const } }],
    ['no-consent', {}],
  ])(
    'an offer is refused with %s before anybody is asked to approve it',
    async (reason, profile) => {
      expect(await planOf({ email: offer }, profile)).toEqual({ kind: 'refused', reason });
    },
  );

  test('a person looks first unless the playbook says otherwise', () => {
    expect(actionOf({ email: offer }).needsApproval).toBe(true);
    expect(actionOf({ email: { ...offer, approval: 'none' } }).needsApproval).toBe(false);
  });
});

describe('readActionEntry', () => {
  test.each([
    [{ emial: {} }, "emial: is no action that is known here. Did you mean 'email'?"],
    [{ tag: 'a', untag: 'b' }, 'untag: must be an entry of its own: begin the line with "- "'],
    ['tag', ': must be an action and its parameters, such as tag: VIP'],
    [null, ': must be an action and its parameters, such as tag: VIP'],
    [{ tag: 'a,b' }, 'tag: must have no comma and no line break'],
    [{ tag: 7 }, 'tag: must be a text'],
    [{ notify: { channel: 'vip' } }, "notify.channel: is not known. Did you mean 'vips'?"],
    [
      { notify: { chanel: 'vips', channel: 'vips' } },
      "notify.chanel: is no key that is known here. Did you mean 'channel'?",
    ],
    [{ set: {} }, 'set: must name an attribute'],
    [
      { set: { 'shoe size': 4 } },
      'set.shoe size: must be a name of letters, digits and underscores, such as shoe_size',
    ],
    [{ set: { a: [] } }, 'set.a: must be a text, a number, true, false or null'],
    [{ open_case: { due: 'soon' } }, 'open_case.due: must be a duration such as 30d, 24h or 90m'],
    [{ email: {} }, 'email.template: is missing'],
    [
      { email: { template: 'a', approval: 'maybe' } },
      'email.approval: must be one of required, none',
    ],
    [
      { email: { template: 'a', discount: { percent: 101, expires: '9d' } } },
      'email.discount.percent: must be 1 to 100',
    ],
    [
      { email: { template: 'a', discount: { percent: 'teir', expires: '9d' } } },
      'email.discount.percent: must be 1 to 100, or tier for what the tier gives',
    ],
    [
      { email: { template: 'a', discount: { percent: 10.5, expires: '9d' } } },
      'email.discount.percent: must be a whole number',
    ],
    [
      { email: { template: 'a', discount: { percent: 10, expires: '91d' } } },
      'email.discount.expires: must be at most 90d',
    ],
    [
      { email: { template: 'a', discount: { percent: 10, expires: '1y' } } },
      'email.discount.expires: must be at most 90d',
    ],
  ])('%j is refused with its path', (entry, fault) => {
    expect(faultsOf(entry)).toEqual([fault]);
  });

  test('what an action names elsewhere can be checked', () => {
    const { references } = actionOf({
      email: { template: 'a', discount: { percent: 20, expires: '7d' } },
    });

    expect(references).toEqual([
      { kind: 'template', name: 'a', path: ['template'] },
      { kind: 'discount-percent', name: '20', path: ['discount', 'percent'] },
    ]);
  });
});
