// What an outside service said, kept for a while; callers at the same time share one question, failures are not kept.

export interface Cache<T> {
  /** Throws what reading throws. */
  get(key: string): Promise<T>;
  clear(): void;
}

/** A cache over `read`; an answer counts from when it was asked for. */
export function createCache<T>(
  options: { readonly ttlMs: number; readonly now: () => Date },
  read: (key: string) => Promise<T>,
): Cache<T> {
  const kept = new Map<string, { readonly askedAt: number; readonly answer: Promise<T> }>();

  async function ask(key: string): Promise<T> {
    const answer = read(key);
    kept.set(key, { askedAt: options.now().getTime(), answer });
    try {
      return await answer;
    } catch (error) {
      if (kept.get(key)?.answer === answer) kept.delete(key);
      throw error;
    }
  }

  return {
    clear: () => kept.clear(),
    get(key) {
      const known = kept.get(key);
      const age = options.now().getTime() - (known?.askedAt ?? 0);
      return known !== undefined && age < options.ttlMs ? known.answer : ask(key);
    },
  };
}
