// The written word kept true: what README and its neighbours name is what the code has, and their examples work.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createCommands } from '#bot/commands/registry.ts';
import { readArguments } from '#bot/line/command-arguments.ts';
import { findCommand, splitLine } from '#bot/line/line.ts';
import { en } from '#bot/words/en.ts';
import { ACTION_KINDS } from '#engine/actions/registry.ts';
import { EVENT_FIELDS } from '#engine/segments/event-fields.ts';
import { CUSTOMER_FIELDS } from '#engine/segments/fields.ts';
import { createGenericWebhook } from '#integrations/generic/webhook.ts';
import { createTopicReaders } from '#integrations/shopify/topics.ts';
import { Variables } from '../src/variables.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const DOCUMENTS = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md'] as const;
const README = textOf('README.md');

function textOf(path: string): string {
  return readFileSync(`${ROOT}${path}`, 'utf8');
}

/** The first cells of the table that begins with this heading, up to the next blank line. */
function firstCells(heading: string, column = 1): string {
  const [, table = ''] = README.split(`\n${heading}`);
  const rows = (table.split('\n\n')[0] ?? '').split('\n').slice(2);
  return rows.map((row) => row.trim().split('|')[column] ?? '').join('\n');
}

function codesIn(text: string): readonly string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, code]) => code ?? '');
}

/** What stands in the code block under `<!-- test: NAME -->`. */
function example(name: string): string {
  const [, after = ''] = README.split(`<!-- test: ${name} -->`);
  return /```\w+\n([\s\S]*?)\n```/.exec(after)?.[1] ?? '';
}

/** Command lines that no registry has: the process carries them out. */
const OF_THE_PROCESS =
  /^(start|check|setup (slack|discord)|import (orders|customers) FILE\.csv|segment check < FILE|<noun>.*)$/;

describe('the README', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    [
      'settings',
      codesIn(firstCells('| variable | default | meaning |')),
      Object.keys(Variables.shape),
    ],
    [
      'fields of conditions',
      codesIn(firstCells('| field | what it is |')).filter((name) => !name.includes('<')),
      [...CUSTOMER_FIELDS, ...EVENT_FIELDS].map(({ name }) => name),
    ],
    [
      'actions',
      codesIn(firstCells('| under `do` | what it does |')).map((code) => code.split(':')[0] ?? ''),
      ACTION_KINDS,
    ],
    [
      "Shopify's topics",
      codesIn(firstCells('   | about | topics |', 2)),
      [...createTopicReaders('example-store.myshopify.com').keys()],
    ],
  ])('lists exactly the %s that there are', (_what, listed, existing) => {
    expect([...listed].sort()).toEqual([...existing].sort());
  });

  it('lists every recipe with the mode it ships in', () => {
    const rows = README.split('\n| recipe | starts | does | ships |')[1]?.split('\n\n')[0] ?? '';
    const listed = [...rows.matchAll(/^\| `([^`]+)` .*\| (\w+) \|$/gm)].map(([, name, mode]) => [
      name,
      mode,
    ]);
    const shipped = readdirSync(`${ROOT}playbook/automations`).map((file) => [
      file.replace('.yml', ''),
      /^mode: (\w+)$/m.exec(textOf(`playbook/automations/${file}`))?.[1],
    ]);

    expect(listed.toSorted()).toEqual(shipped.toSorted());
  });

  it('names only command lines that the registry understands', () => {
    const commands = createCommands(en);
    const lines = [...README.matchAll(/npx regulars ([^`\n&]+)/g)].map(([, line = '']) =>
      line.trim(),
    );

    const wrong = lines.filter((line) => {
      if (OF_THE_PROCESS.test(line)) return false;
      const found = findCommand(commands, splitLine(line));
      if (found.kind !== 'command') return true;
      return readArguments(found.command.parameters, found.rest).kind === 'fault';
    });

    expect(lines.length).toBeGreaterThan(15);
    expect(wrong).toEqual([]);
  });

  it('shows the automation that ships', () => {
    const withoutComments = (yaml: string) =>
      yaml.replace(/^\s*#.*\n/gm, '').replace(/\s+#.*$/gm, '');
    const shipped = withoutComments(textOf('playbook/automations/vip-promotion.yml')).trim();

    expect(withoutComments(README)).toContain(shipped);
  });
});

describe('.env.example', () => {
  it('names exactly the variables that there are', () => {
    const named = [...textOf('.env.example').matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => name);

    expect(named.sort()).toEqual(Object.keys(Variables.shape).sort());
  });
});

describe('the documents', () => {
  it.each(DOCUMENTS)('%s links only to what is there', (document) => {
    const text = textOf(document);
    const links = [...text.matchAll(/\]\(([^)\s]+)\)|<img src="([^"]+)"/g)]
      .map(([, link, image]) => link ?? image ?? '')
      .filter((link) => !/^(https?:|#)/.test(link));

    expect(links.filter((link) => !existsSync(`${ROOT}${link.split('#')[0]}`))).toEqual([]);
  });

  it('show every picture that is kept', () => {
    const kept = readdirSync(`${ROOT}docs/screenshots`);

    expect(kept.filter((name) => !README.includes(`docs/screenshots/${name}`))).toEqual([]);
  });
});

describe('the tree in ARCHITECTURE.md', () => {
  const listed = [...textOf('ARCHITECTURE.md').matchAll(/^(src\/\S+) {2,}\S/gm)].map(
    ([, path]) => path ?? '',
  );

  it('names only what is there', () => {
    expect(listed.filter((path) => !existsSync(`${ROOT}${path}`))).toEqual([]);
  });

  it('names every room that holds files', () => {
    const files = readdirSync(`${ROOT}src`, { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile() && !/generated|static/.test(entry.parentPath),
    );
    const rooms = new Set(files.map((file) => `${file.parentPath.slice(ROOT.length)}/`));
    rooms.delete('src/');

    expect([...rooms].filter((room) => !listed.includes(room))).toEqual([]);
  });
});

const PATH = '/webhooks/events';
const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

type Delivery = { readonly headers: IncomingHttpHeaders; readonly body: Buffer };

/** Runs an example of the README against a server of ours, and gives what it sent. */
async function send(program: string, args: readonly string[]): Promise<Delivery> {
  const server = createServer();
  const received = new Promise<Delivery>((resolve) => {
    server.on('request', async (request, response) => {
      const body = Buffer.concat(await Array.fromAsync(request));
      response.end('{"ok":true}');
      resolve({ headers: request.headers, body });
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const env = {
    PATH: process.env['PATH'] ?? '',
    EVENTS_WEBHOOK_SECRET: SECRET,
    REGULARS_URL: `http://127.0.0.1:${port}${PATH}`,
  };
  const child = spawn(program, args, { cwd: ROOT, env, stdio: 'ignore' });
  const failed = once(child, 'exit').then(([code]) => {
    if (code !== 0) throw new Error(`the example ended with ${code}`);
  });
  try {
    const [delivery] = await Promise.all([received, failed]);
    return delivery;
  } finally {
    server.close();
  }
}

/** What the door for signed webhooks makes of it. */
function take({ headers, body }: Delivery): string {
  const source = createGenericWebhook({ secrets: [SECRET], key: 'events', path: PATH });
  const flat = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, String(value)]),
  );
  const verified = source.verify(flat, body, new Date());
  if (verified.kind === 'rejected') return verified.reason;
  const parsed = source.parse(verified, flat, body);
  return parsed.kind === 'events' ? (parsed.events[0]?.fact.type ?? 'nothing') : parsed.kind;
}

function hasPrograms(...names: readonly string[]): boolean {
  try {
    execFileSync('sh', ['-c', names.map((name) => `command -v ${name}`).join(' && ')]);
    return true;
  } catch {
    return false;
  }
}

describe('the examples for the signed webhook', () => {
  it('send an order that is taken, with Node', async () => {
    const code = example('send-order.mjs');

    const delivery = await send(process.execPath, ['--input-type=module', '--eval', code]);

    expect(take(delivery)).toBe('order.paid');
  });

  it.skipIf(!hasPrograms('openssl', 'curl', 'base64', 'od'))(
    'send a return that is taken, with a shell',
    async () => {
      const delivery = await send('sh', ['-c', example('send-return.sh')]);

      expect(take(delivery)).toBe('return.requested');
    },
  );
});
