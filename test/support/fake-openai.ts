// A server that speaks as OpenAI does and says what a test scripts, for the real client to talk to.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

/** One answer: words, calls, a status, or none at all. `raw` arguments are written as they are; one that `staysOpen` says its words and no more until it is cut. */
export type Scripted = {
  readonly text?: string;
  readonly refusal?: string;
  readonly calls?: readonly {
    readonly name: string;
    readonly args?: Readonly<Record<string, unknown>>;
    readonly raw?: string;
  }[];
  /** Over Chat Completions: what it says piece by piece, as no other server says it. */
  readonly deltas?: readonly unknown[];
  /** null: the server does not say. */
  readonly tokens?: number | null;
  readonly status?: number;
  readonly error?: { readonly message: string; readonly param?: string };
  /** Why it ends, as Chat Completions calls it. */
  readonly finish?: 'length' | 'content_filter';
  /** It says that it failed, after its words. */
  readonly fails?: boolean;
  readonly hangs?: boolean;
  readonly breaksOff?: boolean;
  readonly staysOpen?: boolean;
};

export type Asked = Readonly<Record<string, unknown>>;

/** Starts one; `answer` is asked for every request, with what was asked so far. */
export async function startFakeOpenAi(answer: (asked: readonly Asked[]) => Scripted) {
  const asked: Asked[] = [];
  let cut = 0;
  const server = createServer(async (request, response) => {
    asked.push(z.record(z.string(), z.unknown()).parse(JSON.parse(await bodyOf(request))));
    const body = asked.at(-1) ?? {};
    const lost = thoughtsIn(body).find(({ encrypted_content }) => encrypted_content == null);
    const scripted = lost === undefined ? answer(asked) : notStored(lost.id);
    if (scripted.hangs === true) return;
    if (scripted.status !== undefined) {
      response.writeHead(scripted.status, {
        'content-type': 'application/json',
        'retry-after-ms': '1',
      });
      response.end(JSON.stringify({ error: scripted.error ?? { message: 'no' } }));
      return;
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    if (request.url?.endsWith('/responses') === true)
      speakResponses(response, scripted, thought(asked.length, body));
    else speakChat(response, scripted);
    if (scripted.staysOpen !== true) response.end();
    else response.on('close', () => (cut += 1));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    asked,
    /** How many answers were cut off by who asked. */
    cut: () => cut,
    baseUrl: `http://127.0.0.1:${port}/v1`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** What the model thought before it spoke: sealed for whoever asks for that. */
function thought(at: number, { include = [] }: Asked) {
  const isSealed = Array.isArray(include) && include.includes('reasoning.encrypted_content');
  const encrypted_content = isSealed ? `sealed-${at}` : null;
  return { type: 'reasoning', id: `rs_${at}`, summary: [], encrypted_content };
}

const Thought = z.object({
  type: z.literal('reasoning'),
  id: z.string(),
  encrypted_content: z.string().nullish(),
});

/** The thoughts that are sent back. */
export function thoughtsIn({ input }: Asked): readonly z.infer<typeof Thought>[] {
  return (Array.isArray(input) ? input : []).flatMap((item) => {
    const read = Thought.safeParse(item);
    return read.success ? [read.data] : [];
  });
}

/** As OpenAI answers where an item is named that it was not to store. */
function notStored(id: string): Scripted {
  const message = `Item with id '${id}' not found. Items are not persisted when \`store\` is set to false.`;
  return { status: 404, error: { message, param: 'input' } };
}

function speakResponses(response: ServerResponse, scripted: Scripted, thought: unknown): void {
  const { text = '', refusal, calls = [], tokens = 10 } = scripted;
  const send = (event: Readonly<Record<string, unknown>>) =>
    response.write(`event: ${String(event['type'])}\ndata: ${JSON.stringify(event)}\n\n`);
  for (const delta of text.match(/.{1,5}/gs) ?? [])
    send({ type: 'response.output_text.delta', output_index: 0, content_index: 0, delta });
  for (const delta of refusal?.match(/.{1,5}/gs) ?? [])
    send({ type: 'response.refusal.delta', output_index: 0, content_index: 0, delta });
  if (hasNoEnd(scripted)) return;
  const part =
    refusal === undefined
      ? { type: 'output_text', text, annotations: [] }
      : { type: 'refusal', refusal };
  const message = {
    type: 'message',
    id: 'm1',
    role: 'assistant',
    status: 'completed',
    content: [part],
  };
  const called = calls.map(({ name, args = {}, raw }, at) => ({
    type: 'function_call',
    id: `f${at}`,
    call_id: `call-${at}`,
    name,
    arguments: raw ?? JSON.stringify(args),
  }));
  const output = [thought, ...(text === '' && refusal === undefined ? [] : [message]), ...called];
  const ended = { output, usage: usageOf(tokens) };
  if (scripted.fails === true) send({ type: 'response.failed', response: ended });
  else if (scripted.finish === undefined) send({ type: 'response.completed', response: ended });
  else {
    const reason = scripted.finish === 'length' ? 'max_output_tokens' : 'content_filter';
    const incomplete_details = { reason };
    send({ type: 'response.incomplete', response: { ...ended, incomplete_details } });
  }
}

function speakChat(response: ServerResponse, scripted: Scripted): void {
  const { text = '', refusal, calls = [], tokens = 10 } = scripted;
  const send = (chunk: unknown) => response.write(`data: ${JSON.stringify(chunk)}\n\n`);
  const say = (delta: unknown, finish_reason: string | null = null) =>
    send({ choices: [{ index: 0, delta, finish_reason }] });
  for (const content of text.match(/.{1,5}/gs) ?? []) say({ content });
  if (refusal !== undefined) say({ refusal });
  for (const delta of scripted.deltas ?? []) say(delta);
  for (const [index, { name, args = {}, raw }] of calls.entries()) {
    const json = raw ?? JSON.stringify(args);
    say({ tool_calls: [{ index, id: `call-${index}`, function: { name, arguments: '' } }] });
    for (const piece of json.match(/.{1,7}/gs) ?? [])
      say({ tool_calls: [{ index, function: { arguments: piece } }] });
  }
  if (hasNoEnd(scripted)) return;
  if (scripted.fails === true) return void send({ error: { message: 'failed' } });
  say(
    { content: null, tool_calls: null },
    scripted.finish ?? (calls.length > 0 ? 'tool_calls' : 'stop'),
  );
  if (tokens !== null) send({ choices: [], usage: usageOf(tokens) });
  response.write('data: [DONE]\n\n');
}

function usageOf(tokens: number | null) {
  return tokens === null ? null : { total_tokens: tokens };
}

function hasNoEnd({ breaksOff, staysOpen }: Scripted): boolean {
  return breaksOff === true || staysOpen === true;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
