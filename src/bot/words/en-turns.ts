// Answers in the making, in English.

/** Words of an answer that a model is making, and of stopping one. */
export const turns = {
  /** Before anything has been said. */
  begun: 'Looking into it …',
  stop: 'Stop',
  stopped: (name: string) => `Stopped by ${name}.`,
  /** How an answer ended that was not stopped and has no last word of the model's own. */
  endings: {
    'used-up':
      'Your tokens for today are used up. Commands and what I understand without a model go on.',
    'went-round': 'The language model did not come to an end, so I stopped it.',
    away: 'The language model cannot be reached just now. Commands and what I understand without it go on.',
    busy: 'The language model takes no more for now: its limit is reached. Commands and what I understand without it go on.',
    'no-key':
      'The language model’s server refuses the key: set another OPENAI_API_KEY, then `regulars check`.',
    'no-model':
      'The language model’s server knows no such model or address: see OPENAI_MODEL, OPENAI_BASE_URL and OPENAI_API, then `regulars check`.',
    misset:
      'The language model cannot be used as it is set up; an admin is told why. Commands and what I understand without it go on.',
    failed: 'The language model failed before it had finished. Ask again, or use a command.',
    cut: 'Cut off here: the answer became too long for the language model. Ask for less at once.',
    filtered: 'Cut off here: the language model’s provider held back the rest.',
  },
  interrupted: 'This answer was interrupted. Ask again.',
  /** Of what is being looked up, and how it went, for who cannot see the signs. */
  states: { running: 'under way', done: 'done', failed: 'failed' },
  nothingToStop: {
    title: 'Nothing to stop',
    ended: 'This answer was already finished.',
    stopped: (name: string) => `${name} has already stopped this answer.`,
    gone: 'This answer is no longer being written; ask again.',
  },
  notYours: {
    title: 'Not yours to stop',
    text: (needs: string) => `Only who asked can stop an answer, and who is ${needs} or more.`,
  },
};
