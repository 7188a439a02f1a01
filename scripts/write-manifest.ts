// Writes manifest.yml from the registry: npm run manifest; with an address it prints the one for HTTP mode, with --json JSON for Slack's CLI.
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import { createCommands } from '../src/bot/commands/registry.ts';
import { slackManifest } from '../src/bot/surfaces/slack/manifest.ts';
import { en } from '../src/bot/words/en.ts';

const asked = process.argv.slice(2);
const publicUrl = asked.find((word) => word !== '--json')?.replace(/\/+$/, '') ?? null;
const data = slackManifest(createCommands(en), en, publicUrl);
const manifest = stringify(data, { lineWidth: 100 });
if (asked.includes('--json')) {
  process.stdout.write(`${JSON.stringify(data)}\n`);
} else if (publicUrl === null) {
  const file = fileURLToPath(new URL('../manifest.yml', import.meta.url));
  const caption =
    '# The Slack app: made by `npm run manifest` from the registry of commands; do not edit.\n';
  await writeFile(file, caption + manifest);
} else {
  process.stdout.write(manifest);
}
