// The files a page needs, all from this machine: our style and script, htmx, and the font.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Route } from '#engine/ports/http.ts';
import { answerText } from './request.ts';

/** The files, read once, and their addresses; an address changes with the content, so that browsers may keep it. */
export interface Assets {
  url(name: AssetName): string;
  readonly route: Route;
}

export type AssetName = keyof typeof FILES;

type Asset = { readonly type: string; readonly bytes: Uint8Array; readonly digest: string };

/** Reads the files. Throws where a dependency is not installed. */
export function createAssets(): Assets {
  const assets = new Map<string, Asset>();
  for (const [name, sources] of Object.entries(FILES)) assets.set(name, read(name, sources));
  return {
    url: (name) => `${ROOT}/${name}?v=${assets.get(name)?.digest ?? ''}`,
    route: {
      method: 'GET',
      path: `${ROOT}/:file`,
      maxBodyBytes: 0,
      async handle(request) {
        const asset = assets.get(request.params['file'] ?? '');
        if (asset === undefined) return answerText(404, 'not found');
        const headers = {
          etag: `"${asset.digest}"`,
          'cache-control': cacheRule(asset, request.query['v']),
        };
        if (request.headers['if-none-match'] === headers.etag)
          return { status: 304, headers, body: '' };
        return {
          status: 200,
          headers: { ...headers, 'content-type': asset.type },
          body: asset.bytes,
        };
      },
    },
  };
}

function cacheRule(asset: Asset, version: string | undefined): string {
  return version === asset.digest ? 'public, max-age=31536000, immutable' : 'no-cache';
}

function read(name: string, sources: readonly string[]): Asset {
  const { resolve } = createRequire(import.meta.url);
  const parts = sources.map((source) => readFileSync(resolve(source)));
  // A line break between scripts: the first may end in a comment.
  const bytes = Buffer.concat(
    parts.flatMap((part, at) => (at === 0 ? [part] : [LINE_BREAK, part])),
  );
  const digest = createHash('sha256').update(bytes).digest('base64url').slice(0, 16);
  return { type: TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream', bytes, digest };
}

const LINE_BREAK = Buffer.from('\n');

const ROOT = '/workspace/static';

/** Our own names for the files, and what each is made of: nothing else can be asked for. */
const FILES = {
  'workspace.css': ['./static/workspace.css'],
  'workspace.js': ['./static/workspace.js'],
  'composer.js': ['./static/composer.js'],
  'icon.svg': ['./static/icon.svg'],
  'htmx.js': [
    'htmx.org/dist/htmx.min.js',
    'htmx.org/dist/ext/hx-sse.min.js',
    './static/message-swap.js',
  ],
  'inter-400.woff2': ['@fontsource/inter/files/inter-latin-400-normal.woff2'],
  'inter-500.woff2': ['@fontsource/inter/files/inter-latin-500-normal.woff2'],
  'inter-600.woff2': ['@fontsource/inter/files/inter-latin-600-normal.woff2'],
  'inter-700.woff2': ['@fontsource/inter/files/inter-latin-700-normal.woff2'],
} as const;

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};
