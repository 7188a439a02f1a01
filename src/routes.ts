// Every route of a running server: health, the shops' doors, customers' pages, the workspace, the terminal, programs over MCP, the chat platforms.
import { createCommands } from '#bot/commands/registry.ts';
import { createMcpRoute } from '#bot/surfaces/mcp/route.ts';
import { createDoorRoutes } from '#bot/surfaces/terminal/door.ts';
import { createWorkspaceRoutes } from '#bot/surfaces/workspace/routes.ts';
import type { Simulator } from '#bot/surfaces/workspace/simulator.ts';
import type { Teammate } from '#bot/teammate.ts';
import { en } from '#bot/words/en.ts';
import type { Deps } from '#engine/deps.ts';
import { createIngest } from '#engine/flows/ingest-event.ts';
import { findOffer, recordAnswer } from '#engine/flows/record-answer.ts';
import { requestReturn } from '#engine/flows/request-return.ts';
import { unsubscribe } from '#engine/flows/unsubscribe.ts';
import { type Language, languageOf } from '#engine/language.ts';
import type { Route } from '#engine/ports/http.ts';
import { createHealthRoutes } from '#integrations/http/health.ts';
import type { Metrics } from '#integrations/http/metrics.ts';
import { createPublicPages } from '#integrations/http/public-pages.ts';
import { createWebhookRoutes } from '#integrations/http/webhooks.ts';
import { chatRoutes } from './chat-routes.ts';
import { runCommandLine } from './command-line.ts';
import type { Regulars } from './compose.ts';
import { VERSION } from './version.ts';

/** How far the server has come; what it answers depends on it. */
export type Life = { isReady: boolean; isStopping: boolean };

/** What the routes need besides Regulars itself. */
export type RouteTools = {
  readonly life: Readonly<Life>;
  readonly metrics: Metrics;
  readonly token: string;
  readonly simulator: Simulator | null;
};

/** The routes, for the server to mount; the chat platforms' connections are put in place. */
export async function listRoutes(regulars: Regulars, tools: RouteTools): Promise<readonly Route[]> {
  return [
    ...healthRoutes(regulars, tools),
    ...webhookRoutes(regulars, tools),
    ...publicPages(regulars),
    ...workspaceRoutes(regulars, tools),
    mcpRoute(regulars),
    ...createDoorRoutes({
      token: tools.token,
      run: (call, signal) => runCommandLine(regulars, call, signal),
    }),
    ...(await chatRoutes(regulars)),
  ];
}

function healthRoutes(
  { surfaces, deps }: Regulars,
  { life, metrics }: RouteTools,
): readonly Route[] {
  return createHealthRoutes({
    version: VERSION,
    metrics,
    isReady: () =>
      life.isReady && !life.isStopping && surfaces.every((surface) => surface.isReady()),
    surfaces: () => surfaces.filter((surface) => surface.isReady()).map(({ name }) => name),
    shops: [...deps.shops.keys()],
  });
}

function webhookRoutes(
  { config, sources, deps }: Regulars,
  { life, metrics }: RouteTools,
): readonly Route[] {
  // The embedded database has one connection; a server writes one group while the next one gathers.
  const ingest = createIngest(deps, { commitsAtOnce: config.databaseUrl === null ? 1 : 2 });
  return createWebhookRoutes({
    sources: sources,
    ingest: async (delivery) => {
      deps.crashpoint('K2');
      return ingest(delivery);
    },
    isStopping: () => life.isStopping,
    now: deps.now,
    log: deps.log,
    metrics,
  });
}

function workspaceRoutes(regulars: Regulars, { simulator }: RouteTools): readonly Route[] {
  const { config, deps } = regulars;
  return createWorkspaceRoutes({
    router: regulars.router,
    surface: regulars.workspace,
    words: regulars.words,
    storage: deps.storage,
    simulator,
    codec: regulars.codec,
    teammate: localAdmin(regulars.words),
    password: config.workspacePassword,
    hasModel: deps.languageModel !== null,
    publicOrigin: new URL(config.publicUrl).origin,
    now: deps.now,
    randomBytes: deps.randomBytes,
  });
}

/** Each call of a tool is a command line of its own, as in a terminal on this machine. */
function mcpRoute(regulars: Regulars): Route {
  const { config, deps } = regulars;
  return createMcpRoute({
    version: VERSION,
    commands: createCommands(en),
    mcpToken: config.mcpToken,
    publicOrigin: new URL(config.publicUrl).origin,
    now: deps.now,
    run: async (argv) => {
      const call = {
        argv: [...argv],
        cwd: process.cwd(),
        columns: 100,
        colour: false,
        stdin: null,
      };
      const said: string[] = [];
      let exit = 1;
      for await (const one of runCommandLine(regulars, call)) {
        if ('out' in one) said.push(one.out);
        if ('exit' in one) exit = one.exit;
      }
      return { exit, stdout: said.join('') };
    },
  });
}

/** Who acts in the workspace on this machine. */
function localAdmin({ localAdmin: name }: Regulars['words']): Teammate {
  return { person: name, name, role: 'admin', surface: 'workspace' };
}

function publicPages({ deps }: Regulars): readonly Route[] {
  const { language, shop_name: shopName } = deps.playbook.team;
  return createPublicPages({
    isKnown: async (token) => (await deps.storage.customers.findByUnsubscribeToken(token)) !== null,
    unsubscribe: (token) => unsubscribe(deps, token),
    offer: async (token) => {
      const offer = await findOffer(deps, token);
      if (offer === null) return null;
      const options = offer.options.map((option) => ({
        kind: option.kind,
        label: deps.mailWords.offerOption(option, languageOf(offer.locale) ?? language),
      }));
      return {
        firstName: offer.firstName,
        orderNumber: offer.orderNumber,
        options,
        answered: offer.answered !== null,
      };
    },
    answer: (token, answer) => recordAnswer(deps, token, answer),
    requestReturn: (token, form) => requestReturn(deps, token, form),
    shopName,
    language,
    customerLanguage: (page, token) => customerLanguage(deps, page, token),
  });
}

/** The language of the customer whom a link of a mail was sent to. */
async function customerLanguage(
  { storage }: Pick<Deps, 'storage'>,
  page: 'unsubscribe' | 'offer',
  token: string,
): Promise<Language | null> {
  if (page === 'offer') return languageOf((await findOffer({ storage }, token))?.locale ?? null);
  const id = await storage.customers.findByUnsubscribeToken(token);
  const profile = id === null ? null : await storage.customers.get(id);
  return languageOf(profile?.locale ?? null);
}
