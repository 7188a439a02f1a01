// Writes manifest.yml from the registry: npm run manifest; with an address it prints the one for HTTP mode instead.
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import { createCommands } from '../src/bot/commands/registry.ts';
import { slackManifest } from '../src/bot/surfaces/slack/manifest.ts';
import { en } from '../src/bot/words/en.ts';

const publicUrl = process.argv[2]?.replace(/\/+$/, '') ?? null;
const manifest = stringify(slackManifest(createCommands(en), publicUrl), { lineWidth: 100 });
if (publicUrl === null) {
  const file = fileURLToPath(new URL('../manifest.yml', import.meta.url));
  const caption =
    '# The Slack app: made by `npm run manifest` from the registry of commands; do not edit.\n';
  await writeFile(file, caption + manifest);
} else {
  process.stdout.write(manifest);
}
