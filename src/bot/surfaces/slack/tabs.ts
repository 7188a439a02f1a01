// What stands in the app's own tabs: the Home tab, and a welcome where somebody opens the messages for the first time.
import type { Team } from '#engine/playbook/team.ts';
import { sentenceCard } from '../../cards/list.ts';
import { accountWords } from '../../languages.ts';
import { spoken } from '../../words/languages.ts';
import type { Answers } from './answers.ts';
import type { Ask } from './asking.ts';
import type { OpenedTab } from './payloads.ts';
import type { SlackActor } from './people.ts';

/** Who has been welcomed; kept for good. */
export interface Welcomed {
  /** True the first time, in any process. */
  take(userId: string): Promise<boolean>;
  /** It could not be said after all. */
  giveBack(userId: string): Promise<void>;
}

type Tabs = {
  /** Draws somebody's Home tab. */
  readonly home: (actor: SlackActor) => Promise<void>;
  /** Draws the Home tab, or says once what could be asked in the messages; who is no teammate hears nothing there. */
  readonly opened: (opened: OpenedTab) => Promise<void>;
};

/** The tabs of one app. */
export function createTabs(
  {
    answers,
    team,
    welcomed,
  }: {
    readonly answers: Pick<Answers, 'publishHome' | 'post'>;
    readonly team: Team;
    readonly welcomed: Welcomed;
  },
  ask: Ask,
): Tabs {
  async function home(actor: SlackActor): Promise<void> {
    const words = accountWords(team, { surface: 'slack', id: actor.userId }, null);
    const outcome = await ask(actor, { kind: 'line', line: 'home' });
    if (outcome.kind === 'card') await answers.publishHome(actor.userId, outcome.card);
    if (outcome.kind === 'sentence')
      await answers.publishHome(
        actor.userId,
        spoken(words, sentenceCard(words.slack.appName, outcome.sentence)),
      );
  }

  async function welcome(actor: SlackActor, channel: string): Promise<void> {
    if (!(await welcomed.take(actor.userId))) return;
    const outcome = await ask(actor, { kind: 'line', line: 'ask' }, { channel });
    const isSaid = outcome.kind === 'card' && (await answers.post(channel, outcome.card));
    if (!isSaid) await welcomed.giveBack(actor.userId);
  }

  return {
    home,
    opened: ({ actor, messages }) => (messages === null ? home(actor) : welcome(actor, messages)),
  };
}
