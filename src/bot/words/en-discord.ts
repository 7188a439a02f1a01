// The few sentences that only Discord needs: its menus and forms, and what it cannot do any more.

/** Words of the Discord surface itself. */
export const discord = {
  anyCommand: 'Any command of Regulars; try help',
  anyLine: 'The command as you would type it: customer show maria',
  nounDescription: (verbs: readonly string[]) => `Regulars: ${verbs.join(', ')}`,
  lookUp: 'Look up customer',
  done: 'Done.',
  shownBelow: 'The answer stands below.',
  noLongerAvailable: 'This is no longer available. The newest card shows the present state.',
  formLate: 'This took a moment. Press the button to open the form.',
  openForm: 'Open the form',
  formGone: 'This form is no longer open. Please press the button on the card again.',
  notSaved: 'This was not saved',
  correct: 'Correct',
  openAgain: 'Please open the form again.',
  sure: (label: string) => (label === '' ? 'Are you sure?' : `${label}?`),
  cannotBeTakenBack: 'This cannot be taken back.',
  goOn: 'Go on',
  refused: {
    bot: 'Apps cannot use Regulars.',
    pending: 'Please accept the rules of this server first.',
    stranger: 'Regulars only answers members of its own server.',
    unknown:
      'Regulars could not check who you are, so nothing was done. Please try again in a minute.',
  },
  /** Not all of them can be read; the first ones are what is not a name. */
  typeOne: (labels: readonly string[]) => `Write one of them: ${labels.join(', ')}`,
  severalFit: (labels: string) => `More than one begins so: ${labels}. Please write more of it.`,
  noneFits: (typed: string, nearest: string | null) =>
    nearest === null
      ? `Nothing here is called “${typed}”.`
      : `Nothing here is called “${typed}”. Did you mean ${nearest}?`,
  more: (count: number) => `+${count} more`,
  moreActions: 'More actions',
  /** No name of a customer: it would stay in everybody's sidebar. */
  thread: 'What happened next',
  fallback: 'Discord could not show this card in full.',
  /** What `regulars check` says; it is read in a terminal by who sets Regulars up. */
  check: {
    badToken: 'the token is not valid: copy a new one from Bot → Reset Token into DISCORD_TOKEN',
    noStartsLeft: 'no connection is left for today; Discord allows 1,000 a day',
    noChannels: 'no channel is named, so no card is posted to Discord',
    otherApplication: (id: string) => `the token belongs to application ${id}`,
    otherKey: 'is not the public key of the application that the token belongs to',
    endpointSet: (url: string) =>
      `is not set, but Discord sends all interactions to ${url}: set the key, or empty Interactions Endpoint URL`,
    otherServer: (id: string) => `channel ${id} is not in the server DISCORD_GUILD_ID`,
    notSeen: (id: string) =>
      `channel ${id} is not there, or the bot may not see it: give it View Channel`,
    noCommands: (link: string) =>
      `the bot may not register its commands in the server: open ${link} and add it again`,
    person: {
      bot: (id: string) => `${id} is an app; apps are not answered`,
      pending: (id: string) => `${id} has not accepted the rules of the server yet`,
      stranger: (id: string) => `${id} is no member of the server`,
    },
    mayNot: (id: string, missing: string) => `in channel ${id} the bot still needs ${missing}`,
  },
};
