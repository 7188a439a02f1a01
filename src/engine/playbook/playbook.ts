// What a merchant may configure, checked as a whole: team, segments, automations, e-mails.
import type { Automation } from '../automations/automation.ts';
import type { Flaw, Meanwhile } from '../flaw.ts';
import { type Language, languageOf } from '../language.ts';
import type { PathFault } from '../path-faults.ts';
import type { Condition } from '../segments/grammar.ts';
import type { Team } from './team.ts';

/** An e-mail template of the playbook: MJML + Liquid, with its front matter. */
export type MailTemplate = {
  readonly name: string;
  readonly subject: string;
  readonly preheader: string;
  readonly purpose: 'transactional' | 'marketing';
  /** MJML with Liquid in it, front matter taken off. */
  readonly source: string;
  /** What it is written in, where its file says so: `thank-you.de.mjml.liquid`. */
  readonly language?: Language;
  /** The same mail in other languages; the purpose is that of this one. */
  readonly translations?: readonly MailTemplate[];
};

/** The template in the customer's language, else in the team's, else as it is. */
export function inLanguageOf(
  template: MailTemplate,
  locale: string | null,
  team: Pick<Team, 'language'>,
): MailTemplate {
  const wanted = languageOf(locale) ?? team.language;
  return template.translations?.find(({ language }) => language === wanted) ?? template;
}

/** Whether a template shows a discount code. */
export function showsCode(template: MailTemplate): boolean {
  return shows(template, 'discount');
}

/** Whether a template asks for a value of this name. */
export function shows(
  { subject, preheader, source }: MailTemplate,
  value: 'discount' | 'recommended',
): boolean {
  return new RegExp(`\\{[{%][^}]*\\b${value}\\b`).test(`${subject} ${preheader} ${source}`);
}

/** A segment that ships with the playbook, or that a merchant wrote in its segments.yml. */
export type PlaybookSegment = {
  readonly name: string;
  /** How cards and lists call it; unset in the file: the name. */
  readonly title: string;
  /** The condition as it was written. */
  readonly query: string;
  readonly condition: Condition;
};

export type Playbook = {
  readonly team: Team;
  readonly segments: readonly PlaybookSegment[];
  readonly automations: readonly Automation[];
  readonly templates: readonly MailTemplate[];
  /** What is wrong in its files; what is right still runs. */
  readonly faults: readonly PlaybookFault[];
};

/**
 * What is wrong in a file of the playbook, or in what was saved in chat. `where`: "automations/vip.yml:7". `path` is null
 * where it is the file as a whole.
 */
export type PlaybookFault = {
  readonly where: string;
  readonly path: PathFault['path'] | null;
  readonly flaw: Flaw;
  readonly meanwhile?: Meanwhile;
};
