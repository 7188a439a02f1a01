// The Model Context Protocol over HTTP: for programs on this machine, or whoever has its token and says as whom they ask.
import type { HttpRequest, HttpResponse, Route } from '#engine/ports/http.ts';
import { refusalFromElsewhere } from '../workspace/guard.ts';
import { createSessions, type Sessions } from '../workspace/sessions.ts';
import type { McpOptions } from './server.ts';

const MAX_BODY_BYTES = 1024 * 1024;

/**
 * `POST /mcp`: streamable HTTP without sessions, each request answered with JSON. The address that somebody sets the
 * program up with says as whom it asks (`?as=NAME`), and whether it is told who customers are (`?personal=yes`).
 */
export function createMcpRoute(
  options: Omit<McpOptions, 'as' | 'personal'> & {
    /** null: only this machine itself is answered. */
    readonly mcpToken: string | null;
    readonly publicOrigin: string;
    readonly now: () => Date;
  },
): Route {
  const { mcpToken, now, publicOrigin } = options;
  const sessions =
    mcpToken === null ? null : createSessions({ password: mcpToken, now, isSecure: false });
  return {
    method: 'POST',
    path: '/mcp',
    maxBodyBytes: MAX_BODY_BYTES,
    handle: async (request) => {
      if (isFromOtherPage(request, publicOrigin)) return refused(403);
      const refusal =
        sessions === null
          ? refusalFromElsewhere(request) === null
            ? null
            : refused(403)
          : await refusalOfStranger(sessions, request);
      const { as = null, personal } = request.query;
      return refusal ?? answer({ ...options, as, personal: personal === 'yes' }, request);
    },
  };
}

/** Programs name no origin; a page that does must be ours, or any site could speak through a browser (MCP, Transports). */
function isFromOtherPage({ headers }: HttpRequest, publicOrigin: string): boolean {
  const { origin, host = '' } = headers;
  const own = [`http://${host}`, `https://${host}`, publicOrigin].map((one) => one.toLowerCase());
  return origin !== undefined && !own.includes(origin.toLowerCase());
}

/** Who has the token is somebody of the team, and says who; whoever guesses waits as at the sign-in. */
async function refusalOfStranger(
  sessions: Sessions,
  { headers, query, remoteAddress }: HttpRequest,
): Promise<HttpResponse | null> {
  const [, token] = /^Bearer (.+)$/i.exec(headers['authorization'] ?? '') ?? [];
  if (token === undefined) return refused(401, { 'www-authenticate': 'Bearer' });
  const result = await sessions.signIn(token, remoteAddress);
  if (result.kind === 'welcome') return query['as'] === undefined ? refused(403) : null;
  return result.kind === 'wrong'
    ? refused(401, { 'www-authenticate': 'Bearer' })
    : refused(429, { 'retry-after': String(result.seconds) });
}

function refused(status: number, headers: Readonly<Record<string, string>> = {}): HttpResponse {
  return { status, headers, body: '' };
}

/** The protocol's library is loaded when somebody first speaks it. */
async function answer(options: McpOptions, request: HttpRequest): Promise<HttpResponse> {
  const { answerMcp } = await import('./server.ts');
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, value);
  const body = Buffer.from(request.body);
  const response = await answerMcp(
    options,
    new Request(new URL('/mcp', 'http://localhost'), { method: 'POST', headers, body }),
  );
  return {
    status: response.status,
    headers: { 'content-type': response.headers.get('content-type') ?? 'application/json' },
    body: await response.text(),
  };
}
