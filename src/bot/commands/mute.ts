// mute, unmute: a channel kept quiet for a while.
import { z } from 'zod';
import { muteChannel } from '#engine/flows/mute-channel.ts';
import { CHANNELS } from '#engine/playbook/team.ts';
import { addDuration, parseDuration } from '#engine/time.ts';
import { announced } from '../answers.ts';
import { type Card, text, time } from '../card.ts';
import { sentenceCard } from '../cards/list.ts';
import { oneLine } from '../cards/shorten.ts';
import { type Answer, type AnyCommand, type Context, defineCommand } from '../command.ts';
import { WANTED } from '../line/bad-value.ts';
import { type SurfaceName, toDecider } from '../teammate.ts';
import type { Words } from '../words/en.ts';
import { flag, place } from './parameters.ts';

const ChannelName = z.enum(CHANNELS);
const Mute = z.object({
  channel: ChannelName,
  for: z
    .string()
    .refine((text) => parseDuration(text) !== null, {
      error: WANTED.duration,
    })
    .default('2h'),
});
const Unmute = z.object({ channel: ChannelName });

/** The commands that keep a channel quiet, on the surface where they are said; in a terminal, on every one. */
export function muteCommands(words: Words): readonly AnyCommand[] {
  const channel = { ...place('channel', words.parameterSummaries.channel), values: CHANNELS };
  return [
    defineCommand({
      name: 'mute',
      summary: words.commandSummaries.mute,
      role: 'approver',
      parameters: [channel, flag('for', words.parameterSummaries.muteFor)],
      Args: Mute,
      examples: ['mute sales', 'mute vips --for 1d'],
      run: (context, args) => mute(words, context, args),
    }),
    defineCommand({
      name: 'unmute',
      summary: words.commandSummaries.unmute,
      role: 'approver',
      parameters: [channel],
      Args: Unmute,
      examples: ['unmute sales'],
      run: (context, args) => unmute(words, context, args),
    }),
  ];
}

async function mute(words: Words, context: Context, args: z.infer<typeof Mute>): Promise<Answer> {
  const { deps, teammate } = context;
  const { channel } = args;
  const duration = parseDuration(args.for) ?? { amount: 2, unit: 'h' };
  const until = addDuration(deps.now(), duration, deps.playbook.team.timezone);
  await onSurfaces(context, (surface) =>
    muteChannel(deps, { surface, channel, until, by: toDecider(teammate) }),
  );
  const draw = ({ digests }: Words): Card => {
    const line = digests.muted(oneLine(teammate.name, 60), channel, time(until));
    return { title: digests.muteTitle, tone: 'warning', blocks: [text(...line)] };
  };
  return announced(words, draw, { channel, until });
}

async function unmute(
  words: Words,
  context: Context,
  { channel }: z.infer<typeof Unmute>,
): Promise<Answer> {
  const { deps, teammate } = context;
  await onSurfaces(context, (surface) =>
    muteChannel(deps, { surface, channel, until: null, by: toDecider(teammate) }),
  );
  const draw = ({ digests }: Words) => {
    const line = digests.unmuted(oneLine(teammate.name, 60), channel);
    return sentenceCard(digests.unmuteTitle, line, 'good');
  };
  return announced(words, draw, { channel, until: null });
}

/** Those that have channels. */
const SPEAKING: readonly SurfaceName[] = ['slack', 'discord', 'workspace'];

async function onSurfaces(
  { teammate }: Context,
  work: (surface: SurfaceName) => Promise<void>,
): Promise<void> {
  const here = SPEAKING.filter((surface) => surface === teammate.surface);
  for (const surface of here.length === 0 ? SPEAKING : here) await work(surface);
}
