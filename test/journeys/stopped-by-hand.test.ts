// Ctrl-C while a model answers in the terminal, alone and beside a server: what was said so far is read.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort, interruptProgram, startProgram } from '../support/command-line.ts';
import { eventually } from '../support/eventually.ts';
import { startFakeOpenAi } from '../support/fake-openai.ts';

describe('regulars ask, stopped by Ctrl-C', () => {
  let folder: string;
  let env: Readonly<Record<string, string>>;
  let model: Awaited<ReturnType<typeof startFakeOpenAi>>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'regulars-stopped-'));
    model = await startFakeOpenAi(() => ({ text: 'First of all. Then more', staysOpen: true }));
    env = {
      DATA_DIR: join(folder, 'data'),
      PLAYBOOK_DIR: resolve('playbook'),
      SAMPLE_STORE: 'off',
      PORT: String(await freePort()),
      LOG_LEVEL: 'warn',
      OPENAI_API_KEY: 'k',
      OPENAI_MODEL: 'm',
      OPENAI_BASE_URL: model.baseUrl,
    };
  });
  afterAll(async () => {
    await model.stop();
    await rm(folder, { recursive: true, force: true });
  });

  async function interrupted() {
    const before = model.asked.length;
    const when = () => eventually(() => expect(model.asked.length).toBe(before + 1));
    const { exit, stdout } = await interruptProgram(['ask', 'compose me a haiku'], { env, when });
    return { exit, stdout };
  }

  it('answers with what was said, and ends as what was interrupted does', async () => {
    const { exit, stdout } = await interrupted();

    expect(exit).toBe(130);
    expect(stdout).toContain('Stopped by You.');
    await eventually(() => expect(model.cut()).toBe(1));
  });

  it('reaches the server that speaks with the model', async () => {
    const server = await startProgram(env);
    const { exit, stdout } = await interrupted();
    await server.stop();

    expect(exit).toBe(130);
    expect(stdout).toContain('Stopped by You.');
    expect(model.cut()).toBe(2);
  });
});
