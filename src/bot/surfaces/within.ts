// Waiting for something, but not for long.

/** The result if it comes within the time, else null. */
export async function within<T>(ms: number, pending: Promise<T>): Promise<T | null> {
  const { promise: timeUp, resolve } = Promise.withResolvers<null>();
  const timer = setTimeout(resolve, ms, null);
  try {
    return await Promise.race([pending, timeUp]);
  } finally {
    clearTimeout(timer);
  }
}
