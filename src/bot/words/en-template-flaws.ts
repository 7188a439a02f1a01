// What is wrong with a template of a mail, in English.
import type { TemplateFlaw } from '#engine/email/template-flaw.ts';
import { liquidFlaw } from './en-flaws.ts';

/** The flaw in a sentence without a full stop. Texts in it are untrusted. */
export function templateFlaw(of: TemplateFlaw): string {
  switch (of.reason) {
    case 'liquid':
    case 'no-value':
    case 'no-member':
      return liquidFlaw(of);
    case 'in-field':
      return `${of.field}: ${templateFlaw(of.flaw)}`;
    case 'mjml':
      return `<${of.tag}>: ${of.detail}`;
    case 'unclosed':
      return `<${of.tag}> is never closed`;
    case 'closes-nothing':
      return `</${of.tag}> closes nothing`;
    case 'between-elements':
      return `${of.text} stands between elements, where no text is shown: put it into <mj-text>`;
    case 'no-effect':
      return `${of.text} has no effect here: move it into <mj-body>`;
    case 'in-style':
      return `${of.text} may not stand in a style`;
    case 'in-comment':
      return `${of.text} may not stand in a comment`;
    case 'in-link':
      return `${of.text} may not stand in a link: only a value that is itself a link may`;
    case 'bad-link':
      return `${of.text} is no link a mail may have: it must begin with https:// or mailto:`;
    case 'no-subject':
      return 'subject is empty';
    case 'subject-came-out-empty':
      return 'the subject came out empty';
    case 'include':
      return '<mj-include> is not available: put the part into this file';
    case 'not-marketing':
      return 'a mail with a discount is marketing: say purpose: marketing';
    case 'no-way-out':
      return 'a marketing mail must link to {{ unsubscribe_url }}';
    case 'no-postal-address':
      return 'a marketing mail must show {{ shop.postal_address }}';
    case 'bad-address':
      return 'a link or image does not begin with https:// or mailto:';
    case 'too-much':
      return 'takes too long or too much memory';
  }
}
