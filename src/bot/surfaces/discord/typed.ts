// What people type in Discord, as they meant it: people and channels as the team calls them.

/** What people and channels are called here, by their ids in Discord; null of those that the team does not name. */
export type Names = {
  readonly nameOf: (userId: string) => string | null;
  readonly purposeOf: (channelId: string) => string | null;
};

/** The words without what Discord writes for a mention; `called` is what people call themselves whom nobody here names. */
export function decodeTyped(
  text: string,
  { nameOf, purposeOf }: Names,
  called: ReadonlyMap<string, string> = new Map(),
): string {
  return text
    .replace(/<@!?(\d+)>/g, (_, id: string) => nameOf(id) ?? called.get(id) ?? id)
    .replace(/<#(\d+)>/g, (_, id: string) => purposeOf(id) ?? id)
    .trim();
}
