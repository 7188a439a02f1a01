// Plain HTTP routes: what bot and integrations offer, and the server mounts; no framework's types.

export type HttpRequest = {
  readonly method: string;
  /** The path without the query. */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The raw bytes, never parsed before the handler. */
  readonly body: Uint8Array;
  /** The address of the socket's other end. */
  readonly remoteAddress: string;
  /** Aborts when the client goes away. */
  readonly signal: AbortSignal;
};

/** A body that is an async iterable is streamed as it comes (server-sent events). */
export type HttpResponse = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | AsyncIterable<string>;
};

export type Route = {
  readonly method: 'GET' | 'POST';
  /** `:name` stands for one segment. */
  readonly path: string;
  readonly maxBodyBytes: number;
  readonly handle: (request: HttpRequest) => Promise<HttpResponse>;
};
