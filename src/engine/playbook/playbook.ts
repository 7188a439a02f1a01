// What a merchant may configure, checked as a whole: team, automations, e-mails.
import type { Automation } from '../automations/automation.ts';
import type { Fault } from '../errors.ts';
import type { Team } from './team.ts';

/** An e-mail template of the playbook: MJML + Liquid, with its front matter. */
export type MailTemplate = {
  readonly name: string;
  readonly subject: string;
  readonly preheader: string;
  readonly purpose: 'transactional' | 'marketing';
  /** MJML with Liquid in it, front matter taken off. */
  readonly source: string;
};

export type Playbook = {
  readonly team: Team;
  readonly automations: readonly Automation[];
  readonly templates: readonly MailTemplate[];
  /** What is wrong in its files; what is right still runs. */
  readonly faults: readonly Fault[];
};
