// How far a chat platform is set up, step by step; and the hello that its channels get when it is.
import { CHANNELS, type Channel } from '#engine/playbook/team.ts';
import { type Card, type Inline, note, text } from '../card.ts';
import type { Words } from '../words/en.ts';

/** One step: `how` says how to do it, `faults` what is wrong with it; without either it is done. */
export type SetupStep = {
  readonly title: string;
  readonly how: string | null;
  readonly faults: readonly string[];
};

/** What was posted where: a channel's own id, and the purposes that it serves. */
export type Greeted = { readonly channel: string; readonly purposes: readonly Channel[] };

/** What works on both platforms as it is written. */
const HELP = '/regulars help';

/** Whether there is nothing left to do in a step. */
export function isDone(step: SetupStep): boolean {
  return step.how === null && step.faults.length === 0;
}

/** The steps with what is open in each; once all are done, where the hello stands. */
export function setupCard(
  words: Words,
  platform: 'slack' | 'discord',
  {
    steps,
    greeted,
  }: { readonly steps: readonly SetupStep[]; readonly greeted: readonly Greeted[] },
): Card {
  const { setup } = words;
  const open = steps.filter((step) => !isDone(step)).length;
  return {
    title: setup.title(words.surface(platform)),
    tone: open === 0 ? 'good' : 'warning',
    blocks: [
      {
        kind: 'list',
        items: steps.flatMap((step) => [
          { text: titleOf(step), mark: markOf(step) },
          ...step.faults.map((fault) => ({ text: [fault] })),
        ]),
      },
      ...greeted.map((one) => text(setup.posted(one.channel, purposesText(words, one.purposes)))),
      note(open === 0 ? setup.ready(HELP) : setup.missing(open)),
    ],
  };
}

function markOf(step: SetupStep) {
  if (isDone(step)) return 'yes' as const;
  return step.faults.length === 0 ? ('waiting' as const) : ('no' as const);
}

function titleOf({ title, how }: SetupStep): readonly Inline[] {
  const name = { kind: 'strong' as const, text: title };
  return how === null ? [name] : [name, `: ${how}`];
}

/** The first card in a channel: what will stand there. */
export function helloCard(words: Words, purposes: readonly Channel[]): Card {
  const { setup } = words;
  return {
    title: setup.hello.title,
    tone: 'good',
    blocks: [text(setup.hello.text(purposesText(words, purposes))), note(setup.hello.try(HELP))],
  };
}

function purposesText(words: Words, purposes: readonly Channel[]): string {
  const named = CHANNELS.filter((channel) => purposes.includes(channel));
  return words.list(named.map((channel) => words.setup.hello.purpose[channel]));
}
