// Guards in English: what keeps an automation from running for somebody, and from when on it could.
import type { LeftOut } from '#engine/batches/batch.ts';
import type { GuardReason } from '#engine/flows/guards-of.ts';
import { number } from './en-speech.ts';

/** As a sentence about one customer. */
const SENTENCE: Record<LeftOut | GuardReason, string> = {
  reentry: 'It has run for them already.',
  'no-email': 'They have no e-mail address, so its mail cannot be sent.',
  'bad-address': 'Their e-mail address takes no mail.',
  suppressed: 'Mail to their address came back for good.',
  unsubscribed: 'They have unsubscribed, so its mail may not be sent.',
  'no-consent': 'They have not consented to advertising, so its mail may not be sent.',
  'daily-cap': 'They have had enough mail today.',
  'weekly-cap': 'They have had enough mail in the last week.',
  'no-unsubscribe-link': 'Its mail lacks the unsubscribe link.',
  'no-postal-address':
    'Advertising must name a postal address: add sender.postal_address to team.yml.',
  'email-gap': 'They have just had another mail, so this one would wait.',
  'quiet-hours': 'These are quiet hours for them, so its mail would wait.',
  'over-budget': 'The discount budget of the day is used up.',
  paused: 'Regulars is paused: nothing goes out until it is resumed.',
  'automation-off': 'The automation is off.',
  'automation-gone': 'The automation has left the playbook.',
  'definition-changed': 'The automation was changed since the preview.',
};

/** After the number of those who are left out. */
const LEFT_OUT: Record<LeftOut, string> = {
  reentry: 'it has run for them already',
  'no-email': 'no e-mail address',
  'bad-address': 'an e-mail address that takes no mail',
  suppressed: 'mail to their address came back for good',
  unsubscribed: 'unsubscribed',
  'no-consent': 'no consent to advertising',
  'daily-cap': 'mailed today',
  'weekly-cap': 'mailed in the last week',
  'no-unsubscribe-link': 'the mail lacks its unsubscribe link',
  'no-postal-address': 'team.yml names no postal address for advertising',
  'automation-off': 'the automation was switched off',
  'automation-gone': 'the automation has left the playbook',
  'definition-changed': 'the automation was changed since the preview',
};

/** Words of what holds a run back. */
export const guards = {
  title: (automation: string, name: string) => `${automation} does not run for ${name}`,
  sentence: (reason: LeftOut | GuardReason) => SENTENCE[reason],
  /** Before the day or the time from which on nothing stands in the way of that any more. */
  until: (reason: LeftOut | GuardReason): string =>
    reason === 'reentry' ? 'It could run again from ' : 'It could go out from ',
  never: 'It runs once per customer.',
  inTheWay: 'What else stands in the way',
  clear:
    'Nothing else stands in the way: re-entry, address and consent, mail caps, quiet hours and the discount budget were asked.',
  leftOut: (reason: LeftOut, count: number) =>
    `${number(count)} ${count === 1 ? 'is' : 'are'} left out: ${LEFT_OUT[reason]}`,
};
