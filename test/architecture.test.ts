// What no linter sees, read off the tree: captions, documented exports, the engine's packages, vendors at one address.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createCommands } from '#bot/commands/registry.ts';
import { slackManifest } from '#bot/surfaces/slack/manifest.ts';
import { en } from '#bot/words/en.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));

const SOURCES = readdirSync(`${ROOT}src`, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts') && !path.includes('generated'))
  .map((path) => ({ path, text: readFileSync(`${ROOT}src/${path}`, 'utf8') }));

/** The packages a file imports, without its own rooms. */
function packagesOf(text: string): readonly string[] {
  return [...text.matchAll(/(?:\sfrom |\bimport\()'([^'.#][^']*)'/g)].map(([, name]) => name ?? '');
}

const ENGINE_PACKAGES = new Set(['zod', 'node:crypto', 'temporal-polyfill']);

/** A vendor has one address. */
const ADDRESS: Readonly<Record<string, RegExp>> = {
  '@slack/bolt': /^bot\/surfaces\/slack\//,
  'discord.js': /^bot\/surfaces\/discord\//,
  openai: /^integrations\/openai\//,
  '@modelcontextprotocol/sdk': /^(bot\/surfaces\/mcp\/|mcp\.ts)/,
  fastify: /^integrations\/http\//,
  '@prisma/client': /^integrations\/postgres\//,
  '@electric-sql/pglite': /^integrations\/postgres\//,
  pg: /^integrations\/postgres\//,
  'pg-boss': /^integrations\/pg-boss\//,
  nodemailer: /^integrations\/(smtp|mailbox|mime)/,
  mjml: /^integrations\/mjml\//,
  liquidjs: /^integrations\/liquid\//,
  pino: /^integrations\/pino\//,
  'temporal-polyfill': /^engine\/time\.ts$/,
};

describe('the tree', () => {
  it('opens every file with its caption', () => {
    expect(
      SOURCES.filter(({ text }) => !/^\/\/ .{10,}/.test(text)).map(({ path }) => path),
    ).toEqual([]);
  });

  it('gives the engine no package that it may not have', () => {
    const foreign = SOURCES.filter(({ path }) => path.startsWith('engine/')).flatMap(
      ({ path, text }) =>
        packagesOf(text)
          .filter((name) => !ENGINE_PACKAGES.has(name))
          .map((name) => `${path}: ${name}`),
    );

    expect(foreign).toEqual([]);
  });

  it.each(Object.entries(ADDRESS))('%s is imported at one address only', (vendor, address) => {
    const strangers = SOURCES.filter(
      ({ path, text }) => !address.test(path) && packagesOf(text).includes(vendor),
    );

    expect(strangers.map(({ path }) => path)).toEqual([]);
  });

  it('has no file that gathers other files', () => {
    expect(
      SOURCES.filter(({ path }) => /(^|\/)(index|utils|helpers|common|types)\.ts$/.test(path)),
    ).toEqual([]);
  });
});

describe('the surfaces', () => {
  it('all run their contract but the one that draws no card: a program asks it, and reads JSON', () => {
    const folders = readdirSync(`${ROOT}src/bot/surfaces`, { withFileTypes: true });
    const surfaces = folders.filter((one) => one.isDirectory()).map(({ name }) => name);

    const without = surfaces.filter((name) => {
      const test = `${ROOT}test/bot/surfaces/${name}/contract.test.ts`;
      return !existsSync(test) || !readFileSync(test, 'utf8').includes('describeSurface(');
    });

    expect(without).toEqual(['mcp']);
  });
});

describe('manifest.yml', () => {
  it('is what the registry of commands makes it', () => {
    expect(parse(readFileSync(`${ROOT}manifest.yml`, 'utf8'))).toEqual(
      slackManifest(createCommands(en), en),
    );
  });
});
