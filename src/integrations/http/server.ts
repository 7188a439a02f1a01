// The one HTTP server: mounts plain routes on Fastify, with raw bodies, limits and errors that say nothing.
import { randomUUID } from 'node:crypto';
import { METHODS, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type FastifyInstance, type FastifyReply, type FastifyRequest, fastify } from 'fastify';
import type { HttpResponse, Route } from '#engine/ports/http.ts';
import type { Log } from '#engine/ports/log.ts';
import { answerError, answerJson, answerUnavailable } from './answers.ts';
import { type BodyBudget, BodyRefusedError, readBody } from './body.ts';
import { answerClientError, describeError } from './failures.ts';
import { isEncoded, toHttpRequest } from './request.ts';
import { type Exchange, type OpenStreams, respond } from './respond.ts';

export type HttpServerOptions = {
  readonly routes: readonly Route[];
  readonly log: Log;
  /** What all bodies in flight may take together; over it 503. 64 MiB when absent. */
  readonly maxBytesInFlight?: number;
};

export interface HttpServer {
  /** Starts listening; port 0 takes a free one. Rejects with Node's error (`EADDRINUSE`). */
  listen(address: { readonly host: string; readonly port: number }): Promise<{ port: number }>;
  /** Takes no new connection, ends streams, waits for requests in flight. */
  close(): Promise<void>;
}

const MAX_BYTES_IN_FLIGHT = 64 * 1024 * 1024;
/** Node's defaults are 60 s, 300 s and 30 s: too long for a slow sender to hold a socket. */
const HEADERS_TIMEOUT_MS = 5_000;
const REQUEST_TIMEOUT_MS = 10_000;
const CHECK_INTERVAL_MS = 1_000;
const MAX_HEADER_BYTES = 16 * 1024;

type Context = {
  readonly log: Log;
  readonly budget: BodyBudget;
  readonly streams: OpenStreams;
};

/** Makes a server over the given routes; routes may share a path with different methods, GET answers HEAD too. */
export function createHttpServer(options: HttpServerOptions): HttpServer {
  const context: Context = {
    log: options.log,
    budget: { maxBytes: options.maxBytesInFlight ?? MAX_BYTES_IN_FLIGHT, usedBytes: 0 },
    streams: new Set(),
  };
  const app = createApp();
  for (const [path, routes] of groupByPath(options.routes)) mount(app, context, path, routes);
  app.setNotFoundHandler((request, reply) => {
    finish(context, request, reply, answerError(404, 'not-found'));
  });
  app.setErrorHandler((error, request, reply) => {
    finish(context, request, reply, answerFailure(context, request.routeOptions.url, error));
  });
  app.addHook('preClose', async () => {
    for (const end of context.streams) end();
  });
  return {
    listen: (address) => listen(app, address),
    close: () => app.close(),
  };
}

function createApp(): FastifyInstance {
  const app = fastify({
    logger: false,
    exposeHeadRoutes: false,
    // While closing, requests on open connections are still answered by their routes, which know how.
    return503OnClosing: false,
    requestTimeout: REQUEST_TIMEOUT_MS,
    http: {
      headersTimeout: HEADERS_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      connectionsCheckingInterval: CHECK_INTERVAL_MS,
      maxHeaderSize: MAX_HEADER_BYTES,
    },
    frameworkErrors: (_error, _request, reply) => {
      reply.hijack();
      reply.raw.writeHead(400, { connection: 'close' }).end();
    },
    clientErrorHandler: answerClientError,
  });
  for (const method of METHODS) {
    if (!app.supportedMethods.includes(method)) app.addHttpMethod(method, { hasBody: true });
  }
  takeBodiesRaw(app);
  return app;
}

/** Leaves every body to `readBody`, whatever its content type; a signature is made over bytes, not over what they mean. */
function takeBodiesRaw(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, _payload, done) => done(null));
  app.addHook('onRequest', async (request) => {
    // Fastify refuses a malformed content type by itself; it is not to see what the sender wrote.
    request.headers = { 'content-type': 'application/octet-stream' };
  });
}

function groupByPath(routes: readonly Route[]): ReadonlyMap<string, readonly Route[]> {
  return Map.groupBy(routes, (route) => route.path);
}

function mount(
  app: FastifyInstance,
  context: Context,
  path: string,
  routes: readonly Route[],
): void {
  const taken = new Set<string>();
  for (const route of routes) {
    const methods = route.method === 'GET' ? ['GET', 'HEAD'] : [route.method];
    for (const method of methods) taken.add(method);
    app.route({
      method: methods,
      url: path,
      handler: (request, reply) => serve(context, route, request, reply),
    });
  }
  const allow = [...taken].join(', ');
  app.route({
    method: app.supportedMethods.filter((method) => !taken.has(method)),
    url: path,
    handler: (request, reply) => {
      finish(context, request, reply, answerError(405, 'method-not-allowed', { allow }));
    },
  });
}

async function serve(
  context: Context,
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const gone = abortWhenGone(reply.raw);
  const response = await answer(context, route, request, gone.signal).catch((error: unknown) =>
    wasLeft(request) ? null : answerFailure(context, route.path, error),
  );
  if (response === null) return reply.hijack();
  respond(exchangeOf(context, request, reply, gone), response);
  return reply;
}

/** The client went away, or ran out of time, before its request was whole: nobody is left to answer. */
function wasLeft(request: FastifyRequest): boolean {
  return request.raw.destroyed && !request.raw.complete;
}

async function answer(
  context: Context,
  route: Route,
  request: FastifyRequest,
  signal: AbortSignal,
): Promise<HttpResponse> {
  if (route.method === 'GET') return await route.handle(toHttpRequest(request, NO_BODY, signal));
  if (isEncoded(request)) return answerError(415, 'unsupported-encoding');
  const body = await readBody(request.raw, route.maxBodyBytes, context.budget);
  try {
    return await route.handle(toHttpRequest(request, body.bytes, signal));
  } finally {
    body.release();
  }
}

const NO_BODY = new Uint8Array(0);

function answerFailure(context: Context, route: string | undefined, error: unknown): HttpResponse {
  if (error instanceof BodyRefusedError) {
    const large = error.reason === 'too-large';
    context.log.warn(
      { route, bytes: error.bytes },
      large ? 'request.too_large' : 'request.no_memory',
    );
    return large ? answerError(413, 'too-large') : answerUnavailable();
  }
  const id = randomUUID();
  context.log.error({ requestId: id, route, ...describeError(error) }, 'request.failed');
  return answerJson(500, { error: { code: 'internal', id } });
}

function finish(
  context: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  response: HttpResponse,
): void {
  respond(exchangeOf(context, request, reply, new AbortController()), response);
}

function exchangeOf(
  context: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  gone: AbortController,
): Exchange {
  const report = (error: unknown): void =>
    context.log.error(
      { route: request.routeOptions.url, ...describeError(error) },
      'request.stream_failed',
    );
  return { request, reply, gone, streams: context.streams, report };
}

function abortWhenGone(raw: ServerResponse): AbortController {
  const controller = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) controller.abort();
  });
  return controller;
}

async function listen(
  app: FastifyInstance,
  address: { readonly host: string; readonly port: number },
): Promise<{ port: number }> {
  await app.listen({ host: address.host, port: address.port });
  const bound: AddressInfo | string | null = app.server.address();
  return { port: bound !== null && typeof bound === 'object' ? bound.port : address.port };
}
