// What could be asked, in English: each of these is understood without a model.

/** Words of what the assistant suggests to ask. */
export const prompts = {
  intro:
    'Ask me about customers, orders, cases, approvals and automations in your own words, or say what is to be changed: I propose it, you confirm.',
  forExample: 'For example:',
  allCommands: (typed: string) => `All commands: ${typed}`,
  says: {
    refunds: 'And the refunds?',
    timeline: 'And the timeline?',
    approvals: 'Which approvals are waiting?',
    cases: 'Show me my open cases',
    tasks: 'What are my open tasks?',
    free: 'Which cases are free?',
    today: 'What is waiting for me?',
    best: 'Who are our best customers?',
    quiet: 'Who has not ordered for 90 days?',
    mails: 'Which mails went out today?',
    automations: 'Which automations are running?',
  },
};
