// A message as it will be sent: rendered once, frozen under the plan's hash.

/** Why the mail is sent. Marketing needs consent; a transactional mail answers what the customer did. */
export type Purpose = 'transactional' | 'marketing';

export type RenderedMail = {
  readonly template: string;
  readonly purpose: Purpose;
  readonly to: string;
  readonly toName: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** The https (or loopback http) address that unsubscribes; every marketing mail has one. */
  readonly unsubscribeUrl: string | null;
  /** What the template was given beyond customer and shop, so that an edit can render it again. */
  readonly values?: Readonly<Record<string, unknown>>;
};

/** What became of a mail: `not-sent` has a reason. */
export type MailStatus = 'sent' | 'not-sent' | 'failed' | 'uncertain';
