// What a model is offered of the tools it may use: a choice to begin with, and the others for the asking.
import type { ModelTool } from '#engine/ports/language-model.ts';
import type { Tool } from './tools.ts';

/** The tool that offers others. */
export const MORE = 'more_tools';

/** The tools that are offered; more of them while a turn goes on. */
export type Offer = {
  /** To begin with, always in one order, so that a server may keep what it has read of it. */
  readonly first: readonly ModelTool[];
  /** Offers what is named; what came of it, for the model. */
  readonly ask: (args: Readonly<Record<string, unknown>> | null) => unknown;
  /** What was offered since this was asked last. */
  readonly since: () => readonly ModelTool[];
};

/** An offer of some of the tools that may be used. */
export function createOffer(tools: readonly Tool[], chosen: readonly Tool[]): Offer {
  const offered = new Set(chosen);
  let fresh: Tool[] = [];
  return {
    first: [moreOf(tools), ...chosen.map(toModel)],
    ask: (args) => {
      const names = String(args?.['names'] ?? '').split(/[\s,;]+/);
      const found = tools.filter(({ name }) => names.includes(name));
      fresh.push(...found.filter((tool) => !offered.has(tool)));
      for (const tool of found) offered.add(tool);
      const unknown = names.filter((name) => found.every((tool) => tool.name !== name));
      return { offered: found.map(({ name }) => name), unknown };
    },
    since: () => {
      const since = fresh;
      fresh = [];
      return since.map(toModel);
    },
  };
}

function moreOf(tools: readonly Tool[]): ModelTool {
  return {
    name: MORE,
    description: `Offers other tools from your next turn on. There are: ${tools.map(({ name }) => name).join(', ')}.`,
    schema: {
      type: 'object',
      properties: { names: { type: 'string', description: 'Their names, with commas' } },
      required: ['names'],
      additionalProperties: false,
    },
  };
}

function toModel({ name, description, schema }: Tool): ModelTool {
  return { name, description, schema };
}
