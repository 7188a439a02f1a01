// home: what the asking teammate has before them.
import { z } from 'zod';
import { shown } from '../answers.ts';
import { homeCard } from '../cards/home.ts';
import { type AnyCommand, defineCommand } from '../command.ts';
import type { Words } from '../words/en.ts';
import { loadHome } from '../work/home.ts';
import { homeJson } from './home-json.ts';

/** The page that a teammate starts from; in Slack it is also the app's Home tab. */
export function homeCommand(words: Words): AnyCommand {
  return defineCommand({
    name: 'home',
    summary: words.commandSummaries.home,
    role: 'viewer',
    parameters: [],
    Args: z.object({}),
    examples: ['home'],
    run: async ({ deps, teammate }) => {
      const view = await loadHome(deps, teammate);
      return shown(homeCard(words, view), homeJson(view));
    },
  });
}
