// Editing automations in English: the form, what was saved, versions, what lies between two, and what stands in the way.

/** Words of the cards and forms that change automations. */
export const automationEdits = {
  newTitle: 'New automation',
  editTitle: 'Change an automation',
  intro:
    'What you save is a version: it is in force at once, runs that have begun keep theirs, and you can return to any version.',
  introNew:
    'It begins in shadow mode: it records what it would do until somebody switches it live.',
  titleField: 'Title',
  startsField: 'When it starts, and how often',
  startsHint: 'on, reentry, exit and rank, one a line: reentry: after 90d',
  whenField: 'For whom',
  whenHint: 'A condition as of a segment; empty: everyone.',
  stepsField: 'What it does',
  stepsHint: 'One step a line, each beginning with a hyphen, as in the playbook.',
  thenField: 'Then',
  thenSave: 'Save it',
  thenTry: 'Only back-test it: nothing is saved',
  submit: 'Go on',
  startsExample: 'on: order.paid\nreentry: never',
  stepsExample: '- tag: VIP\n- notify: { channel: vips }',
  everyone: 'Everyone.',
  asksEvent: 'It asks about the event, so only a back-test can say how many it meets.',
  atLine: (line: number, message: string) => `Line ${line}: ${message}`,
  faultsTitle: 'Nothing was saved',
  faultsIntro: (name: string) => `The definition of ${name} cannot be used yet:`,
  savedLine: (version: number, by: string) => `Saved as version ${version} by ${by}.`,
  savedFrom: (version: number) => `What changed since version ${version}:`,
  unchanged: (version: number) => `Nothing has changed: it is version ${version} already.`,
  begins: 'It records what it would do. Switch it live when you have seen enough.',
  modeKept: (mode: string) =>
    `The mode is ${mode}, as before: what the text says of it does not count in chat.`,
  staleTitle: 'Somebody was faster',
  stale: (by: string, version: number) =>
    `${by} saved version ${version} meanwhile. Nothing of yours was saved, and nothing is lost.`,
  staleGone: 'It is gone meanwhile. Nothing of yours was saved, and nothing is lost.',
  staleDiff: (version: number) => `From version ${version} to what you wrote:`,
  draftGone: 'What was tried is no longer kept. Write it again.',
  playbook: 'the playbook',
  exists: (name: string) =>
    `There is an automation ${name} already. Change it with: automation edit ${name}`,
  badName: 'A name has lower-case letters, digits and hyphens, such as vip-promotion.',
  tooLong: (name: string) =>
    `${name} is too long for a form. In the terminal: automation export ${name} > ${name}.yml, change the file, then automation edit ${name} --file ${name}.yml`,
  noForm: (command: string) => `A terminal has no form. Give a file: ${command} --file NAME.yml`,
  noFile:
    'Files are read in the terminal only. Paste the YAML after the name, or leave it out for a form.',
  versionsTitle: (title: string) => `Versions of ${title}`,
  versionColumns: ['Version', 'By', 'When', 'In force'],
  inForce: 'yes',
  diffTitle: (name: string, from: number, to: number) => `${name}: version ${from} to ${to}`,
  diffBy: (version: number, by: string) => `Version ${version} by ${by}, `,
  diffSame: 'They say the same.',
  diffNone: (name: string) => `${name} has one version only.`,
  exportTitle: (name: string) => `${name} as YAML`,
  exportAll: 'Automations as YAML',
  exportHint: (name: string) =>
    `To make it the file of the playbook: regulars automation export ${name} > playbook/automations/${name}.yml, start again, then automation reset ${name}`,
  savedInChat: 'Saved in chat',
  savedBy: (by: string) => `by ${by} `,
  overFile: ', instead of what its file says',
  shortSaved: (by: string, day: string) => `by ${by}, ${day}`,
  resetTitle: 'The file counts again',
  reset: (name: string) => `${name} is again what its file says. The versions are kept.`,
  onlyHere: (name: string) =>
    `No file of the playbook has ${name}. To take it away: automation remove ${name}`,
  notSaved: (name: string) => `${name} is what its file says already.`,
  removeTitle: 'Automation removed',
  removed: (name: string) =>
    `${name} is gone, and its runs stop before their next step. Its versions are kept: automation restore ${name} <version> brings one back.`,
  inFile: (name: string) =>
    `A file of the playbook has ${name}: switch it off with automation off ${name}, or take the file out.`,
  edit: 'Change',
  backtest: 'Back-test',
  goLive: 'Switch live',
  toShadow: 'Back to shadow',
  returnTo: (version: number) => `Return to version ${version}`,
  saveDraft: 'Save it',
  changeDraft: 'Change it',
  reopen: 'Go on with mine',
  confirmLive: 'It will act from the next event on.',
};
