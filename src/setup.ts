// regulars setup slack|discord: says what is there and what is missing, step by step, and greets the channels when all is.
import { randomBytes } from 'node:crypto';
import { createActionCodec } from '#bot/action-id.ts';
import { type Greeted, helloCard, isDone, type SetupStep, setupCard } from '#bot/cards/setup.ts';
import { createCommands } from '#bot/commands/registry.ts';
import { channelLanguage } from '#bot/languages.ts';
import { safeJson } from '#bot/safe-json.ts';
import type { Surface } from '#bot/surface.ts';
import { inviteLink } from '#bot/surfaces/discord/permissions.ts';
import { slackManifest } from '#bot/surfaces/slack/manifest.ts';
import { cardToTerminal, type Screen } from '#bot/surfaces/terminal/text.ts';
import type { Words } from '#bot/words/en.ts';
import { wordsIn } from '#bot/words/languages.ts';
import { type Fault, VendorError } from '#engine/errors.ts';
import { CHANNELS, type Team } from '#engine/playbook/team.ts';
import type { Log } from '#engine/ports/log.ts';
import { createChartRenderer } from '#integrations/echarts/chart-renderer.ts';
import { readFolder } from '#integrations/playbook/load.ts';
import { chatSurfaces, checkChat, connectChat } from './chat.ts';
import type { Config } from './config.ts';

type Platform = 'slack' | 'discord';

const NEW_SLACK_APP = 'https://api.slack.com/apps?new_app=1';
const NEW_DISCORD_APP = 'https://discord.com/developers/applications';

/** The same in every run: a hello that stands already is not said again. */
const HELLO = 'setup/hello';

export type SetupCall = {
  readonly platform: string | undefined;
  readonly json: boolean;
  readonly screen: Omit<Screen, 'timeZone'>;
  readonly log: Log;
  readonly write: (text: string) => void;
};

/**
 * Needs neither the database nor a running server: it reads the environment and team.yml anew, so that it can be run
 * again after each step. Gives the exit code: 0 when everything is in place, 1 while a step is open, 2 for wrong usage.
 */
export async function setUp(config: Config, call: SetupCall): Promise<0 | 1 | 2> {
  const { platform, log } = call;
  const { team } = await readFolder(config.playbookDir);
  // Programs read one language, whatever the team speaks.
  const words = wordsIn(call.json ? 'en' : team.language);
  if (platform !== 'slack' && platform !== 'discord') return refuseUsage(call, words);
  const one = { slack: null, discord: null, [platform]: config[platform] };
  const now = () => new Date();
  const chat = await connectChat(one, { log, now, charts: createChartRenderer({ log }) });
  const faults = await checkChat(one, chat, { team, log, now, words });
  const asked = stepsOf(platform, { config, team, faults, words });
  const codec = createActionCodec(randomBytes(32));
  const [surface] = asked.every(isDone) ? chatSurfaces(chat, { team, codec, log, now }) : [];
  const hellos = surface === undefined ? [] : await greet(surface, platform, { team, words });
  const steps = asked.map((step) => withRefusals(step, words, hellos));
  const greeted = hellos.filter(({ fault }) => fault === null);
  say(call, { platform, steps, greeted, team, config, words });
  return steps.every(isDone) ? 0 : 1;
}

function refuseUsage({ json, write }: SetupCall, words: Words): 2 {
  const message = words.setup.usage;
  write(json ? `${safeJson({ error: { code: 'usage', message } }, 0)}\n` : `${message}\n`);
  return 2;
}

type Known = {
  readonly config: Config;
  readonly team: Team;
  readonly faults: readonly Fault[];
  readonly words: Words;
};

function stepsOf(platform: Platform, known: Known): readonly SetupStep[] {
  const { config, team, faults } = known;
  const { setup } = known.words;
  const words = setup[platform];
  const about = (isIts: (where: string) => boolean) =>
    faults.filter(({ where }) => isIts(where)).map(({ where, message }) => `${where}: ${message}`);
  const isSet = config[platform] !== null;
  const hasChannels = Object.keys(team.channels[platform]).length > 0;
  const ofApp = about((where) => !where.startsWith('team.yml'));
  return [
    { title: words.app, how: isSet ? null : appHow(platform, known), faults: ofApp },
    {
      title: words.connection,
      how: isConnected(platform, config) ? null : connectionHow(platform, known),
      faults: [],
    },
    {
      title: setup.channels,
      how: hasChannels ? null : words.channelsHow,
      faults: hasChannels ? about((where) => where.startsWith('team.yml: channels')) : [],
    },
    {
      title: setup.people,
      how: hasApprover(platform, team) ? null : words.peopleHow,
      faults: about((where) => /^team\.yml: (people|roles)/.test(where)),
    },
  ];
}

function appHow(platform: Platform, { config: { publicUrl }, words }: Known): string {
  const { slack, discord } = words.setup;
  if (platform === 'discord') return discord.appHow(NEW_DISCORD_APP);
  if (!publicUrl.startsWith('https://')) return slack.appHow(NEW_SLACK_APP);
  return slack.appHowOverHttp(NEW_SLACK_APP, `npm run --silent manifest -- ${publicUrl}`);
}

/** A bot token never comes without one of its two companions; a Discord bot may serve any server that it was added to. */
function isConnected(platform: Platform, { slack, discord }: Config): boolean {
  return platform === 'slack' ? slack !== null : discord !== null && discord.guildId !== null;
}

function connectionHow(platform: Platform, { config, words: { setup } }: Known): string {
  if (platform === 'slack') return setup.slack.connectionHow;
  return setup.discord.connectionHow(inviteLink(config.discord?.applicationId ?? 'APPLICATION_ID'));
}

/** Somebody of the team whom this platform can tell apart, or a group of it, may decide. */
function hasApprover(platform: Platform, { people, roles }: Team): boolean {
  const deciding = ['approver', 'admin'] as const;
  return (
    people.some(
      (one) => one[platform] !== undefined && deciding.some((role) => one.roles.includes(role)),
    ) || deciding.some((role) => (roles[role]?.[platform] ?? []).length > 0)
  );
}

/** One hello a channel, whatever number of purposes it serves; `fault` says why it does not stand there. */
async function greet(
  surface: Surface,
  platform: Platform,
  { team, words }: Pick<Known, 'team' | 'words'>,
) {
  const channels = [...new Set(Object.values(team.channels[platform]))];
  return Promise.all(
    channels.map(async (channel) => {
      const purposes = CHANNELS.filter((purpose) => team.channels[platform][purpose] === channel);
      const spoken = wordsIn(channelLanguage(team, purposes[0] ?? null));
      const card = helloCard(spoken, purposes);
      const key = `${HELLO}/${channel}`;
      const fault = await surface.post({ channel, card, key }).then(
        () => null,
        (error: unknown) => words.setup.notPosted(channel, reasonOf(error)),
      );
      return { channel, purposes, fault };
    }),
  );
}

function reasonOf(error: unknown): string {
  if (error instanceof VendorError) return error.message;
  throw error;
}

/** A channel that refuses the hello is a channel with something still to do. */
function withRefusals(
  step: SetupStep,
  { setup }: Words,
  hellos: readonly { readonly fault: string | null }[],
): SetupStep {
  if (step.title !== setup.channels) return step;
  const refused = hellos.flatMap(({ fault }) => fault ?? []);
  return { ...step, faults: [...step.faults, ...refused] };
}

type Found = Pick<Known, 'config' | 'team' | 'words'> & {
  readonly platform: Platform;
  readonly steps: readonly SetupStep[];
  readonly greeted: readonly Greeted[];
};

function say(call: SetupCall, found: Found): void {
  const { json, screen, write } = call;
  const { platform, steps, greeted, team, words } = found;
  if (json) {
    write(`${safeJson(toJson(found), 2)}\n`);
    return;
  }
  const card = setupCard(words, platform, { steps, greeted });
  write(cardToTerminal(card, { ...screen, timeZone: team.timezone }));
  const link = makeLink(found);
  // OSC 8: the terminal shows the words and opens the link, which is far too long to be copied.
  if (link !== null && screen.color)
    write(`\u001B]8;;${link}\u001B\\${words.setup.slack.link}\u001B]8;;\u001B\\\n`);
}

function toJson(found: Found) {
  const { steps, greeted } = found;
  return {
    ready: steps.every(isDone),
    steps: steps.map((step) => ({ ...step, done: isDone(step) })),
    posted: greeted.map(({ channel, purposes }) => ({ channel, purposes })),
    link: makeLink(found),
  };
}

/** The page that makes the app: Slack's with the manifest in it, as long as there is none. */
function makeLink({ platform, config, words }: Found): string | null {
  if (config[platform] !== null) return null;
  if (platform === 'discord') return NEW_DISCORD_APP;
  const publicUrl = config.publicUrl.startsWith('https://') ? config.publicUrl : null;
  const manifest = JSON.stringify(slackManifest(createCommands(words), words, publicUrl));
  return `${NEW_SLACK_APP}&manifest_json=${encodeURIComponent(manifest)}`;
}
