// The terminal's face: what stands on stdout and stderr, and the exit code.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runTerminal, teammateOf } from '#bot/surfaces/terminal/run.ts';
import { Person } from '#engine/playbook/team.ts';
import { aRouter } from '../../../support/answering-router.ts';
import { anOrder, someone } from '../../../support/events.ts';
import { aProgress } from '../../../support/looking-on.ts';
import { createWorld, NOW, type World } from '../../../support/world.ts';

const PEOPLE = [Person.parse({ name: 'Maria', roles: ['agent', 'viewer'] })];

let world: World;

beforeAll(async () => {
  world = await createWorld();
  await world.deliver(anOrder({ customer: someone({ lastName: 'Sil\u009bva\u202e' }) }));
});
afterAll(() => world.close());

async function run(...argv: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const exit = await runTerminal({
    router: world.router,
    people: PEOPLE,
    language: 'en',
    argv,
    stdout: (line) => out.push(line),
    stderr: (line) => err.push(line),
    screen: { color: false, columns: 100, now: NOW, timeZone: 'UTC' },
  });
  return { exit, out: out.join(''), err: err.join('') };
}

describe('runTerminal', () => {
  it('prints a card and exits with 0', async () => {
    const { exit, out, err } = await run('customer', 'show', 'maria@example.com');

    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(out).toContain('Lifetime value:');
  });

  it.each([
    [['customer', 'show', 'maria@example.com', '--json'], 0],
    [['customer', 'show', 'nobody@example.com', '--json'], 1],
    [['customer', 'shw', '--json'], 2],
    [['customer', 'tag', '--json'], 2],
    [['customer', 'top', '--limit', 'many', '--json'], 2],
    [['approval', 'edit', 'apr_NONE', '--json'], 1],
    [['--as', 'Nobody', 'help', '--json'], 1],
    [['help', '--json'], 0],
  ])(
    'with --json, %j is one document on stdout, nothing on stderr, exit %i',
    async (argv, expected) => {
      const { exit, out, err } = await run(...argv);

      expect({ exit, err }).toEqual({ exit: expected, err: '' });
      const document: unknown = JSON.parse(out);
      if (expected > 0)
        expect(document).toMatchObject({
          error: { code: expect.any(String), message: expect.any(String) },
        });
    },
  );

  it('keeps the customer’s own characters in JSON, written so that a terminal does not act on them', async () => {
    const { out } = await run('customer', 'show', 'maria@example.com', '--json');

    expect(JSON.parse(out)).toMatchObject({ name: 'Maria Sil\u009bva\u202e' });
    expect(out).not.toMatch(/[\u0080-\u009f\u202e]/);
  });

  it('says what is wrong on stderr without --json', async () => {
    const { exit, out, err } = await run('custmer', 'show', 'x');

    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toContain('Did you mean: customer show?');
  });

  it('acts as the person named by --as, with their role', async () => {
    expect((await run('customer', 'tag', 'maria@example.com', 'a', '--as', 'maria')).exit).toBe(0);
    expect((await run('automation', 'off', 'vip-promotion', '--as=Maria')).err).toContain(
      'you are an agent',
    );
  });

  it('shows help for nothing, and for a command with --help', async () => {
    expect((await run()).out).toContain('customer show <who>');
    expect((await run('customer', 'tag', '--help')).out).toContain('Usage');
  });
});

describe('runTerminal, where elsewhere a form would open', () => {
  it('says by which options of the command each thing is changed, which they then are', async () => {
    await world.deliver(anOrder({ ref: '1054', total: 620_000 }));
    const [approval] = await world.deps.storage.approvals.list({}, { limit: 1 });
    const edit = ['approval', 'edit', approval?.id ?? ''];

    const asked = await run(...edit);
    const flags = [...asked.err.matchAll(/^ +(--\w+): /gm)].map(([, flag = '']) => flag);
    const json = await run(...edit, '--json');
    const changed = await run(...edit, '--percent', '30', '--subject', 'Thank you');

    expect([asked.exit, asked.out]).toEqual([2, '']);
    expect(flags).toEqual(['--percent', '--expires', '--uses', '--subject']);
    for (const flag of flags)
      expect([asked.err, json.out].every((said) => said.includes(`[${flag} `))).toBe(true);
    expect(changed.out).toContain('30 % off');
  });
});

describe('teammateOf', () => {
  it('is the local administrator unless somebody is named', () => {
    const team = { people: PEOPLE, language: 'en' } as const;

    expect(teammateOf(team, null)).toMatchObject({ person: 'You', role: 'admin' });
    expect(teammateOf({ ...team, language: 'de' }, null)).toMatchObject({ name: 'Admin' });
    expect(teammateOf(team, 'maria')).toMatchObject({ person: 'Maria', role: 'agent' });
    expect(teammateOf(team, 'Eve')).toBeNull();
  });
});

describe('runTerminal, while an answer is made', () => {
  async function follow(argv: readonly string[], signal?: AbortSignal) {
    const out: string[] = [];
    const err: string[] = [];
    const router = aRouter(async (_input, { live }) => {
      live?.show(aProgress('', { id: 't', name: 'customer show', state: 'running' }));
      live?.show(aProgress('First of all.\nIt is \u001b[31mred. '.repeat(4)));
      return {
        kind: 'card',
        card: {
          title: live?.signal?.aborted === true ? 'Stopped' : 'Whole',
          tone: 'neutral',
          blocks: [],
        },
        json: { text: 'Whole' },
        visible: 'asker',
      };
    });
    await runTerminal({
      router,
      people: PEOPLE,
      language: 'en',
      argv,
      stdout: (line) => out.push(line),
      stderr: (line) => err.push(line),
      screen: { color: false, columns: 40, now: NOW, timeZone: 'UTC' },
      follows: true,
      ...(signal === undefined ? {} : { signal }),
    });
    return { out: out.join(''), err };
  }

  it('shows on one line of stderr how far it is, and leaves none of it', async () => {
    const { out, err } = await follow(['ask', 'who?']);

    expect(out).toBe('Whole\n');
    expect(err[0]).toBe('\r\u001b[K… customer show');
    expect(err[1]).toContain('… ');
    expect(err[1]?.length).toBeLessThan(44);
    expect(err[1]?.slice(4)).not.toContain('\u001b');
    expect(err.at(-1)).toBe('\r\u001b[K');
  });

  it('shows a program nothing but the document', async () => {
    const { out, err } = await follow(['ask', 'who?', '--json']);

    expect(err).toEqual([]);
    expect(JSON.parse(out)).toEqual({ text: 'Whole' });
  });

  it('hands on that it was stopped', async () => {
    expect((await follow(['ask', 'who?'], AbortSignal.abort())).out).toBe('Stopped\n');
  });
});
