// What `regulars check` says of its own, in English; the files' faults and the chat platforms' have their words elsewhere.

/** Words of the check. */
export const check = {
  overridden: (by: string, day: string, name: string) =>
    `${by} changed it in chat on ${day}, so its file does not count; let it count again with: automation reset ${name}`,
  /** `upto` is null where there is no end. */
  hole: (from: string, upto: string | null) =>
    `${from} ${upto === null ? 'and more' : `up to ${upto}, not including,`} belongs to no tier; leave upto out to close the hole`,
  mailLine: (file: string, line: number) => `${file}, line ${line} below the front matter`,
  cannotSign: (name: string) => `is not set, so ${name} can send no request`,
  /** `detail` is what the other side or the network says; null: nothing. */
  noAnswer: (detail: string | null) => detail ?? 'does not answer',
  refused: (reason: string, day: string) => `has refused posts since ${day}: ${reason}`,
  automation: (name: string) => `automation ${name}`,
  shop: (key: string) => `shop ${key}`,
  model: 'language model',
  /** What a model that was tried is in trouble with. */
  modelTrouble: {
    'no-key': 'its server refuses the key; see OPENAI_API_KEY',
    'no-model':
      'its server knows no such model or address; see OPENAI_MODEL, OPENAI_BASE_URL and OPENAI_API',
    busy: 'takes no more for now: its limit is reached, or what is paid for is used up',
    failed: 'failed, or did not answer in time',
    away: 'cannot be reached; see OPENAI_BASE_URL',
  },
  mail: (mailer: string) => `mail (${mailer})`,
};
