// A program that speaks the Model Context Protocol, with the protocol's own client, against the program as people start it.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { CallToolResultSchema } from '@modelcontextprotocol/sdk/types.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { freePort, runProgram, startProgram } from '../support/command-line.ts';

const PROGRAM = fileURLToPath(new URL('../../bin/regulars', import.meta.url));
const ORDERS = `order_id,customer_id,email,name,ordered_at,currency,total
1054,c1,maria@example.com,Maria Lopez,2026-05-01,USD,62.00
`;

let folder: string;
let env: Record<string, string>;
let client: Client;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'regulars-mcp-'));
  env = { DATA_DIR: join(folder, 'data'), SAMPLE_STORE: 'off' };
  await writeFile(join(folder, 'orders.csv'), ORDERS);
  await runProgram(['import', 'orders', join(folder, 'orders.csv')], { env });
  client = new Client({ name: 'a test', version: '1' });
  await client.connect(
    new StdioClientTransport({
      command: PROGRAM,
      args: ['mcp'],
      env: { ...env, PATH: process.env['PATH'] ?? '', HOME: folder },
    }),
  );
}, 60_000);
afterAll(async () => {
  await client.close();
  await rm(folder, { recursive: true });
});

describe('regulars mcp', () => {
  it('offers what reads and what proposes, and nothing that decides', async () => {
    const { tools } = await client.listTools();
    const byName = new Map(tools.map((tool) => [tool.name, tool]));

    expect(byName.get('customer_show')?.annotations?.readOnlyHint).toBe(true);
    expect(byName.get('customer_tag')?.annotations?.readOnlyHint).toBe(false);
    expect(byName.get('customer_tag')?.inputSchema).toMatchObject({ required: ['who', 'tag'] });
    for (const reserved of [
      'approval_approve',
      'customer_forget',
      'automation_live',
      'proposal_confirm',
    ])
      expect(byName.has(reserved)).toBe(false);
  });

  it('answers a read with the command’s own JSON', async () => {
    expect(await call('customer_show', { who: 'maria@example.com' })).toMatchObject({
      isError: false,
      json: { email: 'maria@example.com', orders: 1 },
    });
    expect(await call('customer_show', { who: 'nobody@example.com' })).toMatchObject({
      isError: true,
      json: { error: { code: 'not-found' } },
    });
  }, 60_000);

  it('makes of a change a proposal that a person confirms', async () => {
    const { json } = await call('customer_tag', {
      who: 'maria@example.com',
      tag: 'whole sale --yes',
    });
    const before = await call('customer_show', { who: 'maria@example.com' });
    const { proposals } = z
      .object({ proposals: z.array(z.object({ id: z.string() })) })
      .parse(json);
    await runProgram(['proposal', 'confirm', proposals[0]?.id ?? ''], { env });
    const after = await call('customer_show', { who: 'maria@example.com' });

    expect(before.json).toMatchObject({ tags: [] });
    expect(after.json).toMatchObject({ tags: ['whole sale --yes'] });
  }, 60_000);
});

describe('a running server', () => {
  it('speaks it over HTTP, and says who customers are only where it was set up to', async () => {
    const port = await freePort();
    const server = await startProgram({ ...env, PORT: String(port), LOG_LEVEL: 'silent' });
    const speak = async (query: string) => {
      const one = new Client({ name: 'a test', version: '1' });
      const address = new URL(`http://127.0.0.1:${port}/mcp${query}`);
      // Its declared sessionId is not optional in the way that our compiler settings ask for.
      const transport: unknown = new StreamableHTTPClientTransport(address);
      await one.connect(transport as Transport);
      return one;
    };
    try {
      const masked = await speak('');
      const shown = await call('customer_show', { who: 'maria@example.com' }, masked);
      const id = z.object({ id: z.string() }).parse(shown.json).id;
      const proposed = await call('customer_tag', { who: id, tag: 'web' }, masked);
      const missed = await call('customer_show', { who: 'mario' }, masked);
      const whole = await speak('?personal=yes');

      expect(shown.json).toMatchObject({ email: id, name: id, orders: 1 });
      expect(JSON.stringify([shown, proposed, missed])).not.toMatch(/maria|lopez/i);
      expect(proposed.json).toMatchObject({
        proposals: [{ name: 'customer tag', arguments: { who: id, tag: 'web' } }],
      });
      expect((await call('customer_show', { who: id }, whole)).json).toMatchObject({
        email: 'maria@example.com',
      });
      await masked.close();
      await whole.close();
    } finally {
      await server.stop();
    }
  }, 90_000);
});

async function call(name: string, args: Record<string, unknown>, through = client) {
  const result = CallToolResultSchema.parse(await through.callTool({ name, arguments: args }));
  const [first] = result.content;
  return { isError: result.isError, json: first?.type === 'text' ? JSON.parse(first.text) : null };
}
