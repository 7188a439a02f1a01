// Answers in the making, in English.

/** Words of an answer that a model is making, and of stopping one. */
export const turns = {
  /** Before anything has been said. */
  begun: 'Looking into it …',
  stop: 'Stop',
  stopped: (name: string) => `Stopped by ${name}.`,
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
