// The terminal beside a running server: its command line is carried out there, and what it says comes back line by line.
import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { HttpRequest, HttpResponse, Route } from '#engine/ports/http.ts';

/** A command line as the terminal sends it. */
export const DoorCall = z.object({
  argv: z.array(z.string()).max(1_000),
  /** Where relative paths start. */
  cwd: z.string(),
  columns: z.int().min(20).max(1_000),
  colour: z.boolean(),
  stdin: z.string().nullable(),
  /** Somebody sees on stderr what takes long. */
  follows: z.boolean().optional(),
  /** What this line is stopped by. */
  id: z.string().max(64).optional(),
});
export type DoorCall = z.infer<typeof DoorCall>;

/** What a command line says on its way, and how it ended. */
const Said = z.union([
  z.object({ out: z.string() }),
  z.object({ err: z.string() }),
  z.object({ exit: z.int() }),
]);
export type Said = z.infer<typeof Said>;

const PATH = '/terminal';
const STOP_PATH = '/terminal/stop';
const Stop = z.object({ id: z.string().max(64) });
const MAX_BODY_BYTES = 8 * 1024 * 1024;

/** The door, for who can name the token that stands in the data folder: lines are carried out, and stopped. */
export function createDoorRoutes(options: {
  readonly token: string;
  readonly run: (call: DoorCall, signal: AbortSignal) => AsyncIterable<Said>;
}): readonly Route[] {
  const running = new Map<string, AbortController>();

  async function* carryOut(call: DoorCall, gone: AbortSignal): AsyncIterable<Said> {
    const stop = new AbortController();
    const { id } = call;
    if (id !== undefined) running.set(id, stop);
    try {
      yield* options.run(call, AbortSignal.any([stop.signal, gone]));
    } finally {
      if (id !== undefined) running.delete(id);
    }
  }

  const route = <Sent>(
    path: string,
    Sent: z.ZodType<Sent>,
    answer: (sent: Sent, request: HttpRequest) => HttpResponse,
  ): Route => ({
    method: 'POST',
    path,
    maxBodyBytes: MAX_BODY_BYTES,
    handle: async (request) => {
      if (!knows(options.token, request)) return { status: 401, body: '' };
      const sent = readBody(Sent, request.body);
      return sent === null ? { status: 400, body: '' } : answer(sent, request);
    },
  });

  return [
    route(PATH, DoorCall, (call, { signal }) => ({
      status: 200,
      headers: { 'content-type': 'application/x-ndjson' },
      body: toLines(carryOut(call, signal)),
    })),
    route(STOP_PATH, Stop, ({ id }) => {
      running.get(id)?.abort();
      return { status: 204, body: '' };
    }),
  ];
}

/** Calls the door of a running server; null when nobody answers there. What takes long is stopped when the signal aborts. */
export async function callDoor(
  holder: { readonly url: string; readonly token: string },
  call: DoorCall,
  say: { readonly stdout: (text: string) => void; readonly stderr: (text: string) => void },
  signal?: AbortSignal,
): Promise<number | null> {
  const headers = { authorization: `Bearer ${holder.token}`, 'content-type': 'application/json' };
  const response = await fetch(`${holder.url}${PATH}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(call),
  }).catch(() => null);
  if (response === null || !response.ok || response.body === null) return null;
  const stop = () =>
    void fetch(`${holder.url}${STOP_PATH}`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ id: call.id ?? '' }),
    }).catch(() => undefined);
  if (signal?.aborted === true) stop();
  signal?.addEventListener('abort', stop, { once: true });
  let exit: number | null = null;
  for await (const said of readLines(response.body)) {
    if ('out' in said) say.stdout(said.out);
    else if ('err' in said) say.stderr(said.err);
    else exit = said.exit;
  }
  signal?.removeEventListener('abort', stop);
  return exit;
}

function knows(token: string, { headers }: HttpRequest): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  const { authorization = '' } = headers;
  return timingSafeEqual(digest(authorization), digest(`Bearer ${token}`));
}

function readBody<Sent>(Sent: z.ZodType<Sent>, body: Uint8Array): Sent | null {
  try {
    return Sent.parse(JSON.parse(new TextDecoder().decode(body)));
  } catch {
    return null;
  }
}

async function* toLines(all: AsyncIterable<Said>): AsyncIterable<string> {
  for await (const said of all) yield `${JSON.stringify(said)}\n`;
}

async function* readLines(body: AsyncIterable<Uint8Array>): AsyncIterable<Said> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of body) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield Said.parse(JSON.parse(line));
  }
}
