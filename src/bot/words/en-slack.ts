// The few sentences that only Slack needs: its modals, and what it cannot do any more.

/** Words of the Slack surface itself. */
export const slack = {
  appName: 'Regulars',
  description: 'Look after your customers from where you talk.',
  longDescription:
    'Regulars listens to your shop, keeps one profile for each customer, runs your automations over them, and brings every decision that matters here as a card with buttons: a refund request to take, a VIP to promote, a discount e-mail to approve. What was approved is what is sent, once.',
  anyCommand: 'Any command of Regulars; try help',
  nounDescription: (verbs: readonly string[]) =>
    `Regulars: ${verbs.slice(0, -1).join(', ')}${verbs.length > 1 ? ' or ' : ''}${verbs.at(-1)}`,
  /** Behind the name of the app, below a question. */
  status: 'is looking into it…',
  working: 'Working…',
  loading: 'Loading…',
  done: 'Done.',
  close: 'Close',
  cancel: 'Cancel',
  more: (count: number) => `+${count} more`,
  noLongerAvailable: 'This is no longer available. The newest card shows the present state.',
  tooSlow: 'That took too long for Slack to open the form. Please try again.',
  notSaved: 'This was not saved:',
  fallback: 'Slack could not show this card in full.',
  nobody: 'Regulars cannot answer this.',
  /** A name has at most 24 characters. */
  shortcuts: {
    lookUp: {
      name: 'Look up customer',
      description: 'Show who is meant by the e-mail address or order number in this message',
    },
    find: { name: 'Find a customer', description: 'Look up a customer of the shop' },
    segment: { name: 'New segment', description: 'Write a segment and see its size' },
  },
  /** What `regulars check` says; it is read in a terminal by who sets Regulars up. */
  check: {
    noAnswer: 'Slack does not answer; try again in a minute',
    badBotToken: (error: string) =>
      `Slack does not take the token (${error}): copy the Bot User OAuth Token, xoxb-…, from OAuth & Permissions`,
    badAppToken: (error: string) =>
      `Slack does not take the token (${error}): make one with connections:write, xapp-…, under Basic Information → App-Level Tokens`,
    missingScopes: (scopes: string) =>
      `${scopes} missing: paste manifest.yml under App Manifest, save, and press Reinstall to Workspace`,
    noChannels: 'no channel is named, so no card is posted to Slack',
    notInChannel: (id: string) =>
      `the bot is not in channel ${id}, or there is none: type /invite @Regulars in it`,
    refused: (id: string, error: string) => `Slack does not show channel ${id} (${error})`,
    noGroup: (id: string) => `${id} is no user group that Slack shows; nobody has the role by it`,
    person: {
      guest: (id: string) => `${id} is a guest of the workspace; guests are not answered`,
      bot: (id: string) => `${id} is an app; apps are not answered`,
      deactivated: (id: string) => `the account ${id} is deactivated`,
      stranger: (id: string) => `${id} is of another workspace and is not answered`,
      unknown: (id: string) =>
        `Slack knows no member ${id}: copy it from their profile, Copy member ID`,
    },
  },
  refused: {
    guest: 'Guests of this workspace cannot use Regulars.',
    bot: 'Apps cannot use Regulars.',
    deactivated: 'This account is deactivated.',
    stranger: 'Regulars only answers members of its own workspace.',
    unknown:
      'Regulars could not check who you are, so nothing was done. Please try again in a minute.',
  },
};
