// The workspace's own words: its chrome, not its cards.

/** What stands on the workspace around the cards. */
export const workspace = {
  product: 'Regulars',
  app: 'APP',
  skipToStream: 'Skip to the messages',
  channels: 'Channels',
  tools: 'Tools',
  purposes: {
    refunds: 'Refund and return requests: take one, then offer an alternative',
    vips: 'Customers who have just become a VIP, and why',
    approvals: 'Discounts and e-mails that wait for a decision',
    sales: 'Orders and carts worth a look',
    reports: 'What happened, in numbers, and what needs repair',
  },
  unread: (count: number, isMore: boolean) => `${count}${isMore ? '+' : ''} unread`,
  live: 'Live',
  offline: 'Reconnecting…',
  you: (role: string) => `Local ${role}`,
  signOut: 'Sign out',

  empty: {
    refunds: 'No refund requests yet',
    vips: 'No new VIPs yet',
    approvals: 'Nothing waits for a decision',
    sales: 'Nothing from sales yet',
    reports: 'No reports yet',
  },
  emptyHint: 'Cards arrive here by themselves as soon as the shop reports something.',
  emptySimulator: 'Open the shop simulator',
  earlier: 'Show earlier cards',
  brokenCard: 'This card was stored by another version and cannot be shown.',
  newCard: (channel: string, title: string) => `New in ${channel}: ${title}`,
  reply: (title: string) => `New reply: ${title}`,
  replies: (count: number) => (count === 1 ? '1 reply' : `${count} replies`),
  thread: 'Thread',
  noReplies: 'No replies yet. What happens to this card is told here.',
  /** Said when an answer that was made in sight is whole. */
  answered: 'The answer is complete.',
  onlyYou: 'Only visible to you',
  dismiss: 'Dismiss',
  close: 'Close',
  cancel: 'Cancel',
  back: 'Back',
  optional: 'optional',
  chooseOne: 'Choose…',
  showAll: (size: string) => `Show all ${size} characters`,

  composerLabel: 'Message',
  composerPlaceholder: 'Ask in your own words, or type / for a command',
  send: 'Run',
  suggestions: 'Suggestions',
  suggestionKeys: '↑ ↓ choose · Tab complete · Enter run',
  done: 'Done',
  doneText: 'That is done.',
  staleButton: {
    title: 'This button is out of date',
    text: 'It was made before the last restart with another key. Reload the page and press it again.',
  },

  mailbox: 'Mailbox',
  mailboxAbout:
    'Every mail Regulars has sent or held back. Nothing here leaves this machine unless SMTP is set up.',
  noMails: 'No mails yet',
  noMailsHint: 'Approve a card in #approvals, and its mail appears here.',
  mailTo: 'To',
  mailView: { html: 'As the customer sees it', text: 'Text version' },
  mailViews: 'View',
  mailStatus: { sent: 'Sent', 'not-sent': 'Not sent', failed: 'Failed', uncertain: 'Uncertain' },
  mailPurpose: { marketing: 'Marketing', transactional: 'Transactional' },
  mailFrame: (subject: string) => `Mail: ${subject}`,

  simulator: 'Shop simulator',
  simulatorAbout:
    'Each button is something a customer does. The sample shop then reports it to Regulars through a signed webhook, as a real shop would.',
  simulatorData:
    'The customers and purchases are real and anonymous (CDNOW, 1997–98): names are invented, dates moved to today, and amounts multiplied so that about one customer in a hundred has spent more than 5,000.',
  noSimulator: 'The sample shop is off',
  noSimulatorHint: 'A real shop is connected, so nothing is simulated.',

  tour: {
    label: 'Getting started',
    step: (number: number, total: number) => `Step ${number} of ${total}`,
    done: 'That was all of it',
    doneText: 'You have seen a case, an approval, a mail and a customer. /help lists the rest.',
    hide: 'Hide',
    steps: {
      take: ['In', '#refunds', 'read a refund request and press', 'Take'],
      offer: ['On the same card press', 'Offer alternatives', 'and fill in the form'],
      edit: ['In', '#vips', 'press', 'Open approval', 'then', 'Edit', 'and change the discount'],
      approve: ['Now press', 'Approve', 'and watch the card being stamped'],
      mail: ['Open the', 'Mailbox', 'and read the mail with its code'],
      customer: ['Type', '/customer show', 'and a name; suggestions come as you type'],
    },
  },

  loginTitle: 'Sign in',
  loginText: 'This workspace is protected by a password (WORKSPACE_PASSWORD).',
  password: 'Password',
  signIn: 'Sign in',
  wrongPassword: 'That is not the password.',
  tooManyAttempts: (seconds: number) => `Too many attempts. Try again in ${seconds} s.`,
  refusedTitle: 'This door is closed',
  refused: {
    host: 'Without WORKSPACE_PASSWORD the workspace answers only to this machine itself, on http://127.0.0.1 or http://localhost.',
    forwarded:
      'This request came through a proxy or a tunnel. Set WORKSPACE_PASSWORD to open the workspace to other machines.',
    origin: 'This request did not come from the workspace’s own page.',
  },
  justNow: 'just now',
  failed: 'That did not reach the server. Try again.',
} as const;
