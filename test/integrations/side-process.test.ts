// Whatever becomes of the process beside the server, the server goes on and the next request is answered.
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { createSideProcess } from '#integrations/side-process.ts';

type Request = { readonly kind: 'hello' | 'throw' | 'exit' };
type Reply = { readonly pid: number };

const PROGRAM = fileURLToPath(new URL('../support/side-program.ts', import.meta.url));
const LIMIT_MS = 20_000;

describe('createSideProcess', () => {
  const side = sideProcess();
  afterEach(() => side.close());

  it.each(['throw', 'exit'] as const)(
    'survives a request to %s, and starts it again',
    async (kind) => {
      const before = await ask('hello');

      const died = await ask(kind);
      const after = await ask('hello');

      expect(died).toBeNull();
      expect(after?.pid).toBeGreaterThan(0);
      expect(after?.pid).not.toBe(before?.pid);
    },
  );

  it('notices that it was killed between two requests', async () => {
    const before = await ask('hello');

    process.kill(before?.pid ?? 0, 'SIGKILL');
    const answers = [await ask('hello'), await ask('hello')];

    // The request that is under way when it dies may be the one that is lost.
    expect(answers.at(-1)?.pid).toBeGreaterThan(0);
    expect(answers.at(-1)?.pid).not.toBe(before?.pid);
  });

  it('says so when it cannot start, and can be closed', async () => {
    const none = sideProcess(`${PROGRAM}.none`);

    await expect(none.ask({ request: { kind: 'hello' }, limitMs: LIMIT_MS })).rejects.toThrow(
      'could not start',
    );
    await none.close();
  });

  function ask(kind: Request['kind']): Promise<Reply | null> {
    return side.ask({ request: { kind }, limitMs: LIMIT_MS });
  }
});

function sideProcess(program = PROGRAM) {
  return createSideProcess<Request, Reply>({
    vendor: 'test',
    program,
    flags: [],
    hello: { kind: 'hello' },
    idleMs: 60_000,
  });
}
