// automation new, edit, restore, reset, remove: what teammates change in the automations.
import { z } from 'zod';
import { versionNumbered } from '#engine/flows/automation-versions.ts';
import { type Dropped, removeAutomation, resetAutomation } from '#engine/flows/edit-automation.ts';
import { automationInForce, automationNamed } from '#engine/flows/set-mode.ts';
import { announced, refusedAs } from '../answers.ts';
import { sentenceCard } from '../cards/list.ts';
import { oneLine } from '../cards/shorten.ts';
import { type Answer, type AnyCommand, type Context, defineCommand } from '../command.ts';
import { WANTED } from '../line/bad-value.ts';
import { usageError } from '../line/misunderstanding.ts';
import { toDecider } from '../teammate.ts';
import type { Words } from '../words/en.ts';
import { saveText } from '../work/automation-edit.ts';
import { editForm, newForm, recipeText } from '../work/automation-form.ts';
import { flag, place, rest } from './parameters.ts';

const Given = z.object({
  name: z.string(),
  definition: z.string().optional(),
  file: z.string().optional(),
});
const Restore = z.object({ name: z.string(), version: VersionNumber() });
const ByName = z.object({ name: z.string() });

/** The commands that change what automations say. */
export function automationEdits(words: Words): readonly AnyCommand[] {
  return [
    newCommand(words),
    editCommand(words),
    restoreCommand(words),
    dropCommand(words, 'reset'),
    dropCommand(words, 'remove'),
  ];
}

/** A version as people call it: 3 or v3. */
export function VersionNumber() {
  return z
    .string()
    .regex(/^v?\d{1,6}$/, { error: WANTED.version })
    .transform((text) => Number(text.replace('v', '')));
}

function newCommand(words: Words): AnyCommand {
  const { automationName, recipeOrYaml, definitionFile } = words.parameterSummaries;
  return defineCommand({
    name: 'automation new',
    summary: words.commandSummaries['automation new'],
    role: 'admin',
    effect: 'reserved',
    parameters: [
      place('name', automationName),
      {
        ...rest('definition', recipeOrYaml, { required: false, completes: 'automation' }),
        verbatim: true,
      },
      flag('file', definitionFile),
    ],
    Args: Given,
    examples: [
      'automation new quiet-buyers',
      'automation new big-order from high-value-order',
      'automation new quiet-buyers --file quiet-buyers.yml',
    ],
    run: (context, args) => writeNew(words, context, args),
  });
}

async function writeNew(
  words: Words,
  context: Context,
  { name, definition, file }: z.infer<typeof Given>,
): Promise<Answer> {
  const { deps, teammate } = context;
  const { newTitle, exists, badName, noForm, noFile } = words.automationEdits;
  if (file !== undefined) throw usageError(noFile);
  if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(name)) throw usageError(badName);
  if ((await automationInForce(deps, name)) !== null)
    return refusedAs({ title: newTitle, code: 'exists', message: exists(name) }, null);
  const recipe = /^(?:from\s+)?([a-z0-9][a-z0-9-]*)$/.exec(definition?.trim() ?? '')?.[1] ?? null;
  if (definition !== undefined && recipe === null)
    return saveText(words, context, { name, text: definition, seen: null });
  if (teammate.surface !== 'terminal') return newForm(words, deps, { name, recipe });
  if (recipe === null) throw usageError(noForm(`automation new ${name}`));
  const keys = { name, mode: 'shadow' } as const;
  const text = deps.automationTexts.retouch(await recipeText(deps, recipe), keys);
  return saveText(words, context, { name, text, seen: null });
}

function editCommand(words: Words): AnyCommand {
  const { automation, definition, definitionFile } = words.parameterSummaries;
  return defineCommand({
    name: 'automation edit',
    summary: words.commandSummaries['automation edit'],
    role: 'admin',
    effect: 'reserved',
    parameters: [
      place('name', automation, 'automation'),
      { ...rest('definition', definition, { required: false }), verbatim: true },
      flag('file', definitionFile),
    ],
    Args: Given,
    examples: [
      'automation edit vip-promotion',
      'automation edit vip-promotion --file vip-promotion.yml',
    ],
    run: async (context, { name, definition: text, file }) => {
      const { noForm, noFile } = words.automationEdits;
      if (file !== undefined) throw usageError(noFile);
      await requireKnown(context, name);
      if (text !== undefined) return saveText(words, context, { name, text });
      if (context.teammate.surface === 'terminal')
        throw usageError(noForm(`automation edit ${name}`));
      return editForm(words, context.deps, name);
    },
  });
}

/** One that chat saved and that cannot be read any more is there to be mended. */
async function requireKnown({ deps }: Context, name: string): Promise<void> {
  if (!deps.chatRules.saved.has(name)) await automationNamed(deps, name);
}

function restoreCommand(words: Words): AnyCommand {
  const { automation, version } = words.parameterSummaries;
  return defineCommand({
    name: 'automation restore',
    summary: words.commandSummaries['automation restore'],
    role: 'admin',
    effect: 'reserved',
    parameters: [place('name', automation, 'automation'), place('version', version)],
    Args: Restore,
    examples: ['automation restore vip-promotion 2'],
    run: (context, { name, version: ordinal }) => restoreVersion(words, context, name, ordinal),
  });
}

/** Puts an earlier version in force, as it was written. */
export async function restoreVersion(
  words: Words,
  context: Context,
  name: string,
  ordinal: number,
): Promise<Answer> {
  const { text } = await versionNumbered(context.deps, name, ordinal);
  return saveText(words, context, { name, text });
}

function dropCommand(words: Words, verb: 'reset' | 'remove'): AnyCommand {
  return defineCommand({
    name: `automation ${verb}`,
    summary: words.commandSummaries[`automation ${verb}`],
    role: 'admin',
    effect: 'reserved',
    parameters: [place('name', words.parameterSummaries.automation, 'automation')],
    Args: ByName,
    examples: [`automation ${verb} vip-promotion`],
    run: async ({ deps, teammate }, { name }) => {
      const drop = verb === 'reset' ? resetAutomation : removeAutomation;
      const dropped = await drop(deps, { name, by: toDecider(teammate) });
      return answerDropped(words, oneLine(name, 63), verb, dropped);
    },
  });
}

function answerDropped(
  words: Words,
  name: string,
  verb: 'reset' | 'remove',
  dropped: Dropped,
): Answer {
  const { automationEdits: edits } = words;
  const isReset = verb === 'reset';
  const title = isReset ? edits.resetTitle : edits.removeTitle;
  switch (dropped) {
    case 'done': {
      const draw = ({ automationEdits: said }: Words) =>
        isReset
          ? sentenceCard(said.resetTitle, said.reset(name))
          : sentenceCard(said.removeTitle, said.removed(name));
      return announced(words, draw, { name, [isReset ? 'reset' : 'removed']: true });
    }
    case 'only-here':
      return refusedAs({ title, code: 'only-here', message: edits.onlyHere(name) }, null);
    case 'in-file': {
      const message = isReset ? edits.notSaved(name) : edits.inFile(name);
      return refusedAs({ title, code: 'in-file', message }, null);
    }
  }
}
