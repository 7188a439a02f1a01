// The Bolt app: every command, press and form goes to the same three handlers, each delivery once.
import type { App, Receiver } from '@slack/bolt';
import type { Team } from '#engine/playbook/team.ts';
import type { Route } from '#engine/ports/http.ts';
import type { Log } from '#engine/ports/log.ts';
import type { ActionCodec } from '../../action-id.ts';
import type { StandingAnswer } from '../../posts/named-answers.ts';
import type { Router } from '../../router.ts';
import { type Connection, keepConnected } from '../kept-connection.ts';
import type { KeepPlace } from '../kept-place.ts';
import { createOnce, type Once } from '../once.ts';
import { createWorkInHand, type Track } from '../work-in-hand.ts';
import { createAnswers } from './answers.ts';
import {
  type Bolt,
  clientOptions,
  loadBolt,
  refusalOf,
  type SlackClient,
  type SlackConfig,
} from './client.ts';
import { deliveryKey } from './delivery-key.ts';
import { createInteractions, type Interactions, type Refusal } from './interactions.ts';
import { createSlackLogger } from './logger.ts';
import { readWords } from './mentions.ts';
import {
  readChange,
  readCommand,
  readPress,
  readShortcut,
  readSubmission,
  readTabOpened,
} from './payloads.ts';
import type { SlackPeople } from './people.ts';
import type { PictureFiles } from './pictures.ts';
import type { Patience } from './presenting.ts';
import { createHttpReceiver } from './receiver.ts';
import type { RecentBlocks } from './recent-blocks.ts';
import { createSharedChannels } from './shared-channels.ts';
import { createSocket } from './socket.ts';
import type { Welcomed } from './tabs.ts';
import { readLinks } from './unfurling.ts';

export type SlackAppOptions = {
  /** Hears of every time that Slack can be reached again. */
  readonly onConnected: () => void;
  readonly config: SlackConfig;
  readonly client: SlackClient;
  readonly people: SlackPeople;
  readonly router: Router;
  readonly codec: ActionCodec;
  readonly pictures: PictureFiles;
  readonly recent: RecentBlocks;
  readonly team: Team;
  readonly log: Log;
  readonly now: () => Date;
  /** Where several processes share the work: true the first time any of them sees a key. */
  readonly shared?: Once;
  readonly welcomed: Welcomed;
  /** Keeps where answers in the making stand. */
  readonly keepPlace: KeepPlace;
  /** Told of everybody who is not answered at all. */
  readonly onRefused?: (refusal: Refusal) => Promise<void>;
  /** Told of every answer to words to us, as it stands. */
  readonly onAnswered?: (answered: StandingAnswer) => Promise<void>;
  readonly patience?: Patience;
};

export type SlackApp = {
  readonly connection: Connection;
  /** The route to mount in HTTP mode; null in Socket Mode. */
  readonly route: Route | null;
};

/** A form is acknowledged within half a second; a press has been, and its modal is opened well within Slack's three. */
const PATIENCE: Patience = { pressMs: 1500, submitMs: 300 };

/** Listens in Socket Mode with an app token, else in HTTP mode. Slack's libraries are loaded here. */
export async function createSlackApp(options: SlackAppOptions): Promise<SlackApp> {
  const bolt = await loadBolt();
  const transport = createTransport(bolt, options);
  const app = createBoltApp(bolt, options, transport.receiver);
  const work = createWorkInHand();
  const once = createOnce({ ...options, surface: 'slack' });
  const channels = createSharedChannels(options);
  const interactions = createInteractions({
    ...options,
    once,
    channels,
    answers: createAnswers({ ...options, channels, apiUrl: options.config.apiUrl }),
    patience: options.patience ?? PATIENCE,
    onRefused: async (refusal) => {
      const { actor, reason } = refusal;
      options.log.warn({ userId: actor.userId, reason }, 'slack user refused');
      await options.onRefused?.(refusal);
    },
    onAnswered: async (answered) => options.onAnswered?.(answered),
  });
  actOnce(app, once);
  listen(app, options.people, interactions, work.track);
  listenToChanges(app, options);
  app.error(async (error) => {
    options.log.error({ code: refusalOf(error), error }, 'slack listener failed');
  });
  return {
    connection: {
      ...transport.connection,
      async stop() {
        await transport.connection.stop();
        await work.finished();
      },
    },
    route: transport.route,
  };
}

type Transport = {
  readonly receiver: Receiver;
  readonly connection: Connection;
  readonly route: Route | null;
};

function createTransport(bolt: Bolt, options: SlackAppOptions): Transport {
  const { config, client, log, onConnected } = options;
  const { appToken, apiUrl } = config;
  if (appToken !== null) {
    const socket = createSocket(bolt, { appToken, apiUrl, log, onConnected });
    return { ...socket, route: null };
  }
  const http = createHttpReceiver(bolt, { ...options, signingSecret: config.signingSecret ?? '' });
  const connection = keepConnected({
    surface: 'slack',
    codeOf: refusalOf,
    connect: () => client.auth.test(),
    disconnect: () => http.receiver.stop(),
    onConnected,
    log,
  });
  return { ...http, connection };
}

/**
 * Bolt with nothing of its own: answers go through our client, and authorisation is the teammate's, so it is given no
 * token (with one it would call auth.test at once and end the process when Slack is down).
 */
function createBoltApp(bolt: Bolt, { config, log }: SlackAppOptions, receiver: Receiver): App {
  return new bolt.App({
    receiver,
    authorize: async () => ({}),
    clientOptions: clientOptions(bolt, config.apiUrl, log),
    logger: createSlackLogger(log, bolt.LogLevel.WARN),
    convoStore: false,
    ignoreSelf: false,
  });
}

/**
 * Acknowledges before anything is asked of a database that may be slow, and takes no delivery twice. Where the answer is
 * the acknowledgement, that is asked where the answer is made.
 */
function actOnce(app: App, once: Once): void {
  app.use(async (args) => {
    if ('type' in args.body && ANSWERED_BY.has(String(args.body.type))) return args.next();
    if ('ack' in args && typeof args.ack === 'function') await args.ack();
    const key = deliveryKey(args.body);
    if (key === null || (await once(key))) await args.next();
  });
}

const ANSWERED_BY: ReadonlySet<string> = new Set(['view_submission', 'block_suggestion']);

/** Any name of a command or button is taken: what it means is the router's business. */
function listen(app: App, people: SlackPeople, interactions: Interactions, track: Track): void {
  app.command(/.*/, async ({ body }) => track(interactions.command(readCommand(body))));
  app.action(/.*/, async ({ body }) => {
    const change = readChange(body);
    await track(
      change === null ? interactions.press(readPress(body)) : interactions.change(change),
    );
  });
  app.shortcut(/.*/, async ({ body }) => track(interactions.shortcut(readShortcut(body))));
  app.event('app_home_opened', async ({ body }) => {
    const opened = readTabOpened(body);
    if (opened !== null) await track(interactions.opened(opened));
  });
  app.event(/^(app_mention|message)$/, async ({ body }) => {
    const words = readWords(body, await people.ownId(), people);
    if (words !== null) await track(interactions.words(words));
  });
  app.event('link_shared', async ({ body }) => track(interactions.links(readLinks(body))));
  app.options(/.*/, async ({ ack, body }) =>
    ack({ options: [...(await interactions.search(body))] }),
  );
  app.view(/.*/, async ({ ack, body }) => {
    await track(interactions.submit(readSubmission(body), async (answer) => ack(answer)));
  });
}

function listenToChanges(app: App, { people, log }: SlackAppOptions): void {
  app.event('subteam_members_changed', async () => people.forget());
  app.event('subteam_updated', async () => people.forget());
  app.event(/^(app_uninstalled|tokens_revoked)$/, async ({ event }) => {
    log.error({ event: event.type }, 'slack has taken the app away');
  });
}
