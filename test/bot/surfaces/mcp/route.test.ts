// The Model Context Protocol over HTTP: who is answered, and that each call is the command line that a tool stands for.
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createCommands } from '#bot/commands/registry.ts';
import { createMcpRoute } from '#bot/surfaces/mcp/route.ts';
import { en } from '#bot/words/en.ts';
import type { HttpRequest } from '#engine/ports/http.ts';
import { NOW } from '../../../support/world.ts';

const LIST = { jsonrpc: '2.0', id: 1, method: 'tools/list' };

function call(name: string, args: Readonly<Record<string, unknown>>) {
  return { jsonrpc: '2.0', id: 2, method: 'tools/call', params: { name, arguments: args } };
}

const Tool = z.object({ name: z.string(), annotations: z.object({ readOnlyHint: z.boolean() }) });
const Listed = z.object({ result: z.object({ tools: z.array(Tool) }) });

/** A server with the lines that it was asked to carry out. */
function aServer(mcpToken: string | null = null) {
  const lines: (readonly string[])[] = [];
  const route = createMcpRoute({
    version: '1.0.0',
    commands: createCommands(en),
    mcpToken,
    publicOrigin: 'https://shop.example',
    now: () => NOW,
    run: async (argv) => {
      lines.push(argv);
      return { exit: 0, stdout: '{"ok":true}\n' };
    },
  });
  const post = async (message: unknown, from: Partial<HttpRequest> = {}) => {
    const { headers = {}, ...rest } = from;
    const { status, body } = await route.handle({
      method: 'POST',
      path: '/mcp',
      params: {},
      query: {},
      headers: {
        host: 'localhost:3000',
        accept: 'application/json, text/event-stream',
        'content-type': 'application/json',
        ...headers,
      },
      body: new TextEncoder().encode(JSON.stringify(message)),
      remoteAddress: '127.0.0.1',
      signal: AbortSignal.timeout(10_000),
      ...rest,
    });
    return { status, text: String(body) };
  };
  return { lines, post };
}

describe('createMcpRoute', () => {
  it('lists the tools, and answers a call with what its command line says', async () => {
    const { lines, post } = aServer();

    const listed = await post(LIST);
    const shown = await post(call('customer_show', { who: 'maria@example.com' }));
    const proposed = await post(call('customer_tag', { who: 'maria@example.com', tag: 'vip' }));

    expect(listed.status).toBe(200);
    expect(listed.text).toContain('"customer_show"');
    expect(listed.text).not.toContain('"approval_approve"');
    expect(JSON.parse(shown.text)).toMatchObject({
      result: { isError: false, content: [{ type: 'text', text: '{"ok":true}' }] },
    });
    expect(proposed.status).toBe(200);
    expect(lines).toEqual([
      ['--json', '--mcp', '--masked', 'customer', 'show', '--', 'maria@example.com'],
      [
        '--json',
        '--mcp',
        '--masked',
        'proposal',
        'make',
        '--',
        'customer tag maria@example.com vip',
      ],
    ]);
  });

  it('says of a tool that may leave a proposal that it does not only read', async () => {
    const { post } = aServer();

    const { tools } = Listed.parse(JSON.parse((await post(LIST)).text)).result;
    const reads = tools.filter((tool) => tool.annotations.readOnlyHint).map(({ name }) => name);

    expect(reads).toContain('customer_show');
    for (const name of ['ask', 'email_draft', 'case_draft', 'customer_tag'])
      expect(reads).not.toContain(name);
  });

  it('offers exports of people only where it says who they are', async () => {
    const { post } = aServer();

    const masked = (await post(LIST)).text;
    const personal = (await post(LIST, { query: { personal: 'yes' } })).text;

    expect(masked).not.toMatch(/"(?:customer|segment)_export"/);
    expect(masked).toContain('"automation_export"');
    expect(personal).toContain('"segment_export"');
  });

  it.each([
    ['another machine', { remoteAddress: '192.168.1.7' }],
    ['another name', { headers: { host: 'evil.example' } }],
    ['a tunnel', { headers: { 'x-forwarded-for': '203.0.113.9' } }],
    ['a page of another site', { headers: { origin: 'https://evil.example' } }],
  ])('answers nobody from %s without a token', async (_from, request) => {
    const { lines, post } = aServer();

    expect((await post(call('customer_top', {}), request)).status).toBe(403);
    expect(lines).toEqual([]);
  });

  it('answers with a token whoever has it and says who they are, from anywhere, and lets guessing take long', async () => {
    const { post } = aServer('correct-horse-battery');
    const from = (token: string, query: HttpRequest['query'] = { as: 'Maria' }) => ({
      query,
      remoteAddress: '203.0.113.9',
      headers: { host: 'shop.example', authorization: `Bearer ${token}` },
    });

    expect((await post(LIST, { remoteAddress: '203.0.113.9' })).status).toBe(401);
    expect((await post(LIST, from('correct-horse-battery'))).status).toBe(200);
    expect((await post(LIST, from('correct-horse-battery', {}))).status).toBe(403);
    const statuses = new Set<number>();
    for (let at = 0; at < 8; at += 1) statuses.add((await post(LIST, from(`guess ${at}`))).status);
    expect(statuses).toEqual(new Set([401, 429]));
    expect((await post(LIST, from('correct-horse-battery'))).status).toBe(429);
  });

  it('tells a program that speaks something else so', async () => {
    const { post } = aServer();

    expect((await post('nonsense')).status).toBe(400);
  });
});
