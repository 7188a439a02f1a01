// Guards of an automation: re-entry, address, consent and caps, with the instant from which on nothing hinders.
import { describe, expect, it } from 'vitest';
import { emptyProfile } from '#engine/customers/profile.ts';
import { asId } from '#engine/ids.ts';
import { Team } from '#engine/playbook/team.ts';
import { mailingOf, type Past, reentryHindrance, whyLeftOut } from '#engine/runs/guards.ts';
import { anAutomation } from '../../support/automations.ts';
import { daysAgo } from '../../support/events.ts';
import { NOW } from '../../support/world.ts';

const TEAM = Team.parse({
  timezone: 'UTC',
  sender: { postal_address: '1 Main Street' },
  limits: { email_cap_per_day: 1, email_cap_per_week: 1 },
});
const TEMPLATES = [
  { name: 'news', subject: '', preheader: '', purpose: 'marketing', source: '' },
  { name: 'receipt', subject: '', preheader: '', purpose: 'transactional', source: '' },
  {
    name: 'code',
    subject: '{{ discount.code }}',
    preheader: '',
    purpose: 'transactional',
    source: '',
  },
] as const;
const CLEAN: Past = { lastStart: null, suppression: null, sent: [] };
const MARIA = {
  ...emptyProfile(asId('customer', 'c1'), daysAgo(9), 'USD', 'token'),
  email: 'maria@example.com',
  emailConsent: { state: 'subscribed', at: null, source: null },
} as const;

const mail = (template: string, said: object = {}) => ({ email: { template, ...said } });

function asked(
  said: object,
  past: Partial<Past> = {},
  profile: Partial<typeof MARIA> | object = {},
) {
  const automation = anAutomation(said);
  const mailing = mailingOf(automation, TEMPLATES);
  const setting = { now: NOW, team: TEAM };
  return whyLeftOut(
    { automation, mailing },
    { ...MARIA, ...profile },
    { ...CLEAN, ...past },
    setting,
  );
}

describe('whyLeftOut', () => {
  it('is re-entry until the time is over, and for ever where it runs once', () => {
    const lastStart = daysAgo(28);

    expect(asked({ reentry: 'after 30d' }, { lastStart })).toEqual({
      reason: 'reentry',
      until: new Date('2031-03-05T10:00:00Z'),
    });
    expect(asked({ reentry: 'after 28d' }, { lastStart })).toBeNull();
    expect(asked({ reentry: 'never' }, { lastStart })).toEqual({ reason: 'reentry', until: null });
    expect(asked({ reentry: 'always' }, { lastStart })).toBeNull();
  });

  it('is what a mail may not pass, where mails are all that it does', () => {
    const only = { do: [mail('news')] };

    expect(asked(only)).toBeNull();
    expect(asked(only, {}, { email: null })).toMatchObject({ reason: 'no-email' });
    expect(asked(only, { suppression: 'bounced' })).toMatchObject({ reason: 'suppressed' });
    expect(asked(only, { suppression: 'unsubscribed' })).toMatchObject({ reason: 'unsubscribed' });
    expect(asked(only, { sent: [daysAgo(3)] })).toEqual({
      reason: 'weekly-cap',
      until: new Date('2031-03-07T00:00:00Z'),
    });
    expect(asked({ do: [mail('receipt')] }, { sent: [daysAgo(0)] })).toBeNull();
  });

  it('is no cap where the mail comes after a wait, and nothing of a mail where it does more', () => {
    const sent = [daysAgo(1)];

    expect(asked({ do: [{ wait: '9d' }, mail('news')] }, { sent })).toBeNull();
    expect(asked({ do: [{ tag: 'x' }, mail('news')] }, {}, { email: null })).toBeNull();
  });
});

describe('mailingOf', () => {
  it('takes a mail with a code for advertising, whatever its template says', () => {
    const coded = mail('receipt', { discount: { percent: 10, expires: '3d' } });
    const shown = [{ discount: { percent: 10, expires: '3d' } }, mail('code')];

    expect(mailingOf(anAutomation({ do: [coded] }), TEMPLATES)?.purpose).toBe('marketing');
    expect(mailingOf(anAutomation({ do: shown }), TEMPLATES)?.purpose).toBe('marketing');
    expect(mailingOf(anAutomation({ do: [mail('code')] }), TEMPLATES)?.purpose).toBe(
      'transactional',
    );
    expect(mailingOf(anAutomation({}), TEMPLATES)).toBeNull();
  });
});

describe('reentryHindrance', () => {
  it('keeps the clock of the team over a change to summer time', () => {
    const now = new Date('2031-03-30T09:30:00Z');
    const last = new Date('2031-03-29T11:00:00Z');
    const reentry = { kind: 'after', duration: { amount: 1, unit: 'd' } } as const;

    expect(reentryHindrance(reentry, last, { now, zone: 'Europe/Berlin' })).toEqual({
      reason: 'reentry',
      until: new Date('2031-03-30T10:00:00Z'),
    });
  });
});
