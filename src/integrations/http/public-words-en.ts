// Every sentence a customer reads on our public pages, in English.

/** The reasons that a customer may choose from, by the codes that shops give. */
export const RETURN_REASONS = [
  'size_too_small',
  'size_too_large',
  'damaged',
  'not_as_described',
  'wrong_item',
  'unwanted',
  'other',
] as const;

/** What every language fills. */
export type PublicWords = {
  readonly language: string;
  readonly unsubscribe: {
    readonly title: string;
    readonly explain: (shop: string) => string;
    readonly button: string;
    readonly doneTitle: string;
    readonly done: (shop: string) => string;
    readonly unknownLink: string;
    readonly badRequest: string;
  };
  readonly offer: {
    readonly title: string;
    readonly greeting: (name: string) => string;
    readonly greetingWithoutName: string;
    readonly explain: (orderNumber: string | null) => string;
    readonly choose: string;
    readonly score: string;
    readonly scores: readonly [string, string, string, string, string];
    readonly comment: string;
    readonly optional: string;
    readonly button: string;
    readonly thanksTitle: string;
    readonly thanks: string;
    readonly alreadyTitle: string;
    readonly already: string;
    readonly unknownTitle: string;
    readonly unknown: string;
    readonly mustChoose: string;
    readonly badScore: string;
    readonly commentTooLong: (limit: number) => string;
    readonly tooLarge: string;
  };
  readonly returns: {
    readonly title: string;
    readonly explain: (shop: string) => string;
    readonly order: string;
    readonly reason: string;
    readonly reasons: Readonly<Record<(typeof RETURN_REASONS)[number], string>>;
    readonly note: string;
    readonly button: string;
    readonly thanksTitle: string;
    readonly thanks: string;
    readonly already: string;
    readonly mustChoose: string;
    readonly noOrder: string;
  };
};

/** English. Another language has the same keys. */
export const english: PublicWords = {
  language: 'en',
  unsubscribe: {
    title: 'Unsubscribe?',
    explain: (shop) =>
      `${shop} will send no more offers to the address this link was sent to. Messages about your own orders still arrive.`,
    button: 'Unsubscribe',
    doneTitle: 'You are unsubscribed',
    done: (shop) =>
      `${shop} sends no more offers to the address this link was sent to. You can close this page.`,
    unknownLink:
      'This link is not complete, or it is not one of ours. Please open it from the e-mail again, or simply answer the e-mail.',
    badRequest: 'Please use the button to unsubscribe.',
  },
  offer: {
    title: 'How shall we put it right?',
    greeting: (name) => `Hi ${name},`,
    greetingWithoutName: 'Hello,',
    explain: (orderNumber) =>
      orderNumber === null
        ? 'Your return is noted. Please choose what suits you best.'
        : `Your return of order ${orderNumber} is noted. Please choose what suits you best.`,
    choose: 'What would you like?',
    score: 'How satisfied are you with us?',
    scores: ['1, not at all', '2', '3', '4', '5, very'],
    comment: 'Anything you would like to tell us?',
    optional: 'optional',
    button: 'Send my answer',
    thanksTitle: 'Thank you',
    thanks: 'Your answer is with our team, who will get back to you. You can close this page.',
    alreadyTitle: 'You have already answered',
    already:
      'Your answer is with our team. If you have changed your mind, simply answer the e-mail this link came in.',
    unknownTitle: 'This link does not work',
    unknown:
      'It is not complete, or it is not one of ours. Please open it from the e-mail again, or simply answer the e-mail.',
    mustChoose: 'Please choose one of the answers.',
    badScore: 'Please choose a number from 1 to 5, or none.',
    commentTooLong: (limit) => `Please keep your comment to ${limit} characters.`,
    tooLarge: 'That was too much text. Please shorten your comment.',
  },
  returns: {
    title: 'Ask for a return',
    explain: (shop) =>
      `Tell ${shop} what is wrong. Nothing is sent back or refunded before they have answered you.`,
    order: 'Order number',
    reason: 'What is wrong?',
    reasons: {
      size_too_small: 'Too small',
      size_too_large: 'Too large',
      damaged: 'It arrived damaged',
      not_as_described: 'Not as described',
      wrong_item: 'The wrong item came',
      unwanted: 'I changed my mind',
      other: 'Something else',
    },
    note: 'Anything you would like to tell us?',
    button: 'Send my request',
    thanksTitle: 'Thank you',
    thanks: 'Your request is with our team, who will get back to you. You can close this page.',
    already: 'We have your request of today already. Our team will get back to you.',
    mustChoose: 'Please choose what is wrong.',
    noOrder: 'We do not find this number among your orders. Please look again, or leave it out.',
  },
};
