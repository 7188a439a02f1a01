// The MailRenderer port: a template and its values become subject, HTML and text.
import type { MailTemplate } from '../playbook/playbook.ts';

export interface MailRenderer {
  /** Renders with every value escaped. Throws UserError (`invalid`) naming the template and what is wrong in it. */
  render(
    template: MailTemplate,
    values: Readonly<Record<string, unknown>>,
  ): Promise<{ readonly subject: string; readonly html: string; readonly text: string }>;
}
