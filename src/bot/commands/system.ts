// pause, resume: the hand-brake on everything that goes out.
import { z } from 'zod';
import { setPaused } from '#engine/flows/pause.ts';
import { announced } from '../answers.ts';
import { sentenceCard } from '../cards/list.ts';
import { oneLine } from '../cards/shorten.ts';
import { type Answer, type AnyCommand, type Context, defineCommand } from '../command.ts';
import { toDecider } from '../teammate.ts';
import type { Words } from '../words/en.ts';

/** The commands that stop and release every outgoing effect. */
export function systemCommands(words: Words): readonly AnyCommand[] {
  return [brakeCommand(words, 'pause'), brakeCommand(words, 'resume')];
}

function brakeCommand(words: Words, name: 'pause' | 'resume'): AnyCommand {
  return defineCommand({
    name,
    summary: words.commandSummaries[name],
    role: 'admin',
    effect: name === 'resume' ? 'reserved' : 'changes',
    parameters: [],
    Args: z.object({}),
    examples: [name],
    run: (context) => brake(words, context, name === 'pause'),
  });
}

async function brake(words: Words, { deps, teammate }: Context, paused: boolean): Promise<Answer> {
  const changed = await setPaused(deps, { paused, by: toDecider(teammate) });
  const name = oneLine(teammate.name, 60);
  const draw = ({ automations }: Words) => {
    const done = paused ? automations.pausedBy(name) : automations.resumedBy(name);
    const already = paused ? automations.alreadyPaused : automations.notPaused;
    const title = paused ? automations.pausedTitle : automations.resumedTitle;
    return sentenceCard(title, changed ? done : already, paused ? 'warning' : 'good');
  };
  return announced(words, draw, { paused, changed });
}
