// Named points at which the kill test ends the process, as if it had been killed there.
import type { Environment } from './config.ts';

/** In a test (`NODE_ENV=test`) with `CRASH_AT` set, a function that kills this process at that point; else one that does nothing. */
export function crashpointFrom(env: Environment): (name: string) => void {
  const { NODE_ENV: mode, CRASH_AT: at } = env;
  if (mode !== 'test' || at === undefined) return () => {};
  return (name) => {
    if (name === at) process.kill(process.pid, 'SIGKILL');
  };
}
