// automation versions, diff, export: what an automation was, what changed, and what it is as a file.
import { z } from 'zod';
import type { Deps } from '#engine/deps.ts';
import { pairOf, textOf, type VersionView, versionsOf } from '#engine/flows/automation-versions.ts';
import { automationNamed, listAutomations } from '#engine/flows/set-mode.ts';
import { diffLines } from '#engine/line-diff.ts';
import { shown } from '../answers.ts';
import { note } from '../card.ts';
import { diffCard, versionsCard } from '../cards/automation-edit.ts';
import { codeBlocks } from '../cards/code.ts';
import { sentenceCard } from '../cards/list.ts';
import { oneLine } from '../cards/shorten.ts';
import { type Answer, type AnyCommand, type Context, defineCommand } from '../command.ts';
import { type AnswerFile, fileStem } from '../file.ts';
import type { Words } from '../words/en.ts';
import { VersionNumber } from './automation-edits.ts';
import { place } from './parameters.ts';

const ByName = z.object({ name: z.string() });
const Diff = ByName.extend({ from: VersionNumber().optional(), to: VersionNumber().optional() });
const Export = z.object({ name: z.string().optional() });

/** The reading commands about what automations say and said. */
export function automationVersions(words: Words): readonly AnyCommand[] {
  return [versionsCommand(words), diffCommand(words), exportCommand(words)];
}

function versionsCommand(words: Words): AnyCommand {
  return defineCommand({
    name: 'automation versions',
    summary: words.commandSummaries['automation versions'],
    role: 'viewer',
    parameters: [place('name', words.parameterSummaries.automation, 'automation')],
    Args: ByName,
    examples: ['automation versions vip-promotion'],
    run: async ({ deps }, { name }) => {
      const versions = await versionsOf(deps, name);
      return shown(versionsCard(words, name, versions), versions.map(versionJson));
    },
  });
}

/** A version as `--json` shows it in a list. */
function versionJson({ version, ordinal, origin, by, at, inForce }: VersionView) {
  return { version, ordinal, origin, by, at, inForce };
}

function diffCommand(words: Words): AnyCommand {
  const { automation, fromVersion, toVersion } = words.parameterSummaries;
  return defineCommand({
    name: 'automation diff',
    summary: words.commandSummaries['automation diff'],
    role: 'viewer',
    parameters: [
      place('name', automation, 'automation'),
      { ...place('from', fromVersion), required: false },
      { ...place('to', toVersion), required: false },
    ],
    Args: Diff,
    examples: ['automation diff vip-promotion', 'automation diff vip-promotion 1 3'],
    run: (context, args) => diff(words, context, args),
  });
}

async function diff(
  words: Words,
  { deps }: Context,
  { name, from, to }: z.infer<typeof Diff>,
): Promise<Answer> {
  const asked = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  const pair = await pairOf(deps, name, asked);
  if (pair === null) {
    const { versionsTitle, diffNone } = words.automationEdits;
    const card = sentenceCard(versionsTitle(oneLine(name, 63)), diffNone(oneLine(name, 63)));
    return shown(card, { name, from: null, to: null, same: true, lines: [] });
  }
  const lines = diffLines(pair.from.text, pair.to.text);
  return shown(diffCard(words, name, pair, lines), {
    name,
    from: versionJson(pair.from),
    to: versionJson(pair.to),
    same: lines.every(({ kind }) => kind === 'same'),
    lines,
  });
}

function exportCommand(words: Words): AnyCommand {
  return defineCommand({
    name: 'automation export',
    summary: words.commandSummaries['automation export'],
    role: 'viewer',
    parameters: [
      { ...place('name', words.parameterSummaries.allAutomations, 'automation'), required: false },
    ],
    Args: Export,
    examples: ['automation export vip-promotion', 'automation export'],
    run: async ({ deps }, { name }) =>
      name === undefined ? exportAll(words, deps) : exportOne(words, deps, name),
  });
}

async function exportOne(words: Words, deps: Deps, name: string): Promise<Answer> {
  await automationNamed(deps, name);
  const [file] = (await filesOf(deps)).filter((one) => one.name === name);
  const yaml = file?.yaml ?? '';
  const { exportTitle, exportHint } = words.automationEdits;
  return {
    kind: 'card',
    card: {
      title: exportTitle(oneLine(name, 63)),
      tone: 'neutral',
      blocks: [...codeBlocks(yaml, 'yaml'), note(exportHint(oneLine(name, 63)))],
    },
    json: { name, yaml },
    visible: 'asker',
    file: yamlFile(name, yaml),
  };
}

/** One document after the other, each below the name of its file. */
async function exportAll(words: Words, deps: Deps): Promise<Answer> {
  const files = await filesOf(deps);
  const plain = files.map(({ name, yaml }) => `--- # automations/${name}.yml\n${yaml}`).join('');
  return {
    kind: 'card',
    card: {
      title: words.automationEdits.exportAll,
      tone: 'neutral',
      blocks: codeBlocks(plain, 'yaml'),
    },
    json: files,
    visible: 'asker',
    file: yamlFile('automations', plain),
  };
}

function yamlFile(name: string, content: string): AnswerFile {
  return { name: `${fileStem(name, 'automation')}.yml`, mediaType: 'application/yaml', content };
}

/** Each automation in force as its file would say it, with the mode it stands in. */
async function filesOf(
  deps: Deps,
): Promise<readonly { readonly name: string; readonly yaml: string }[]> {
  return (await listAutomations(deps)).map(({ automation, mode }) => {
    const text = textOf(deps, automation, automation);
    const yaml = deps.automationTexts.retouch(text, { mode });
    return { name: automation.name, yaml: yaml.endsWith('\n') ? yaml : `${yaml}\n` };
  });
}
