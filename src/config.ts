// Environment → typed Config; the only reader of process.env.
import { ConfigError, type Fault } from '#engine/errors.ts';
import type { LogLevel } from '#integrations/pino/log.ts';
import { scrubTokens } from '#integrations/pino/scrub.ts';
import { readSender, SECRET_VARIABLES, type VariableName, Variables } from './variables.ts';

/** What `process.env` is: names and texts. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Everything the process is told from outside; null stands for a part that is not set up. */
export type Config = {
  readonly port: number;
  readonly host: string;
  /** The address in links, without a slash at the end. */
  readonly publicUrl: string;
  readonly dataDir: string;
  /** null: the embedded database in `dataDir`. */
  readonly databaseUrl: string | null;
  readonly playbookDir: string;
  readonly sampleStore: 'on' | 'off' | 'auto';
  readonly logLevel: LogLevel;
  /** null: the workspace answers on loopback only. */
  readonly workspacePassword: string | null;
  /** null: programs are answered over MCP on loopback only. */
  readonly mcpToken: string | null;
  readonly mailFrom: { readonly name: string | null; readonly address: string };
  /** null: the embedded mailbox. */
  readonly openai: OpenAiConfig | null;
  readonly smtpUrl: string | null;
  readonly slack: SlackConfig | null;
  readonly discord: DiscordConfig | null;
  readonly shopify: ShopifyConfig | null;
  readonly events: EventsConfig | null;
  /** What signs the requests of automations, and the origins among their receivers that may be private or plain http. */
  readonly requests: { readonly secrets: readonly string[]; readonly origins: readonly string[] };
  /** Read and checked already, for what is not connected yet. */
  readonly variables: Variables;
};

/** With an app token Socket Mode, else HTTP mode with the signing secret. */
export type SlackConfig = {
  readonly botToken: string;
  readonly appToken: string | null;
  readonly signingSecret: string | null;
  /** Ends in `/api/`. */
  readonly apiUrl: string;
};

/** A bot on the gateway; with the public key signed HTTP interactions as well. */
export type DiscordConfig = {
  readonly token: string;
  readonly applicationId: string | null;
  readonly guildId: string | null;
  readonly publicKey: string | null;
  /** Without the version. */
  readonly apiUrl: string;
};

/** Either an access token, or a client's id and secret. */
export type ShopifyConfig = {
  readonly shop: string;
  readonly accessToken: string | null;
  readonly clientId: string | null;
  readonly clientSecret: string | null;
  /** One, or two while it is being changed. */
  readonly webhookSecrets: readonly string[];
  /** An origin that stands in for the shop's own. */
  readonly apiUrl: string | null;
};

/** A language model at OpenAI or at any server that speaks as it does. */
export type OpenAiConfig = {
  readonly apiKey: string;
  readonly baseUrl: string | null;
  readonly model: string;
  readonly api: 'responses' | 'chat';
};

export type EventsConfig = {
  readonly secrets: readonly string[];
  readonly actionsUrl: string | null;
};

/** The process's own environment. */
export function environment(): Environment {
  return process.env;
}

/**
 * Reads and checks every variable; an empty one counts as unset. Throws ConfigError with all faults at once: the
 * variable, what it was (never a secret's value), and what it must be.
 */
export function readConfig(env: Environment): Config {
  const given = givenValues(env);
  const read = Variables.safeParse(given);
  const faults = [...valueFaults(read.error?.issues ?? [], given), ...missingFaults(given)];
  if (!read.success || faults.length > 0) throw new ConfigError(faults);
  return toConfig(read.data);
}

/** Every secret in the configuration, for the log to look for: also the passwords inside addresses. */
export function configSecrets(config: Config): readonly string[] {
  const values = Object.entries(config.variables)
    .filter(([name]) => SECRET_VARIABLES.has(name))
    .flatMap(([, value]) => value ?? []);
  const header = config.variables.BIGCOMMERCE_WEBHOOK_HEADER?.replace(/^[^:]*: ?/, '');
  return [...values, ...values.flatMap(passwordIn), ...(header === undefined ? [] : [header])];
}

/** A variable that is needed because another one is set; each entry of `needs` is one way to satisfy it. */
type Need = {
  readonly because: readonly VariableName[];
  readonly needs: readonly (readonly VariableName[])[];
};

const NEEDS: readonly Need[] = [
  { because: ['SLACK_BOT_TOKEN'], needs: [['SLACK_APP_TOKEN'], ['SLACK_SIGNING_SECRET']] },
  { because: ['SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'], needs: [['SLACK_BOT_TOKEN']] },
  {
    because: ['DISCORD_APPLICATION_ID', 'DISCORD_GUILD_ID', 'DISCORD_PUBLIC_KEY'],
    needs: [['DISCORD_TOKEN']],
  },
  { because: ['SMTP_URL'], needs: [['MAIL_FROM']] },
  { because: ['OPENAI_API_KEY', 'OPENAI_BASE_URL'], needs: [['OPENAI_MODEL']] },
  { because: ['OPENAI_MODEL'], needs: [['OPENAI_API_KEY'], ['OPENAI_BASE_URL']] },
  { because: ['SHOPIFY_SHOP'], needs: [['SHOPIFY_WEBHOOK_SECRET']] },
  {
    because: ['SHOPIFY_SHOP'],
    needs: [['SHOPIFY_ACCESS_TOKEN'], ['SHOPIFY_CLIENT_ID', 'SHOPIFY_CLIENT_SECRET']],
  },
  {
    because: [
      'SHOPIFY_ACCESS_TOKEN',
      'SHOPIFY_CLIENT_ID',
      'SHOPIFY_CLIENT_SECRET',
      'SHOPIFY_WEBHOOK_SECRET',
    ],
    needs: [['SHOPIFY_SHOP']],
  },
  { because: ['EVENTS_ACTIONS_URL'], needs: [['EVENTS_WEBHOOK_SECRET']] },
];

type Given = Readonly<Record<string, string | undefined>>;

/** Every known variable, spaces around it gone; a password may mean its spaces. */
function givenValues(env: Environment): Given {
  const names = Object.keys(Variables.shape);
  return Object.fromEntries(names.map((name) => [name, givenValue(name, env[name] ?? '')]));
}

function givenValue(name: string, value: string): string | undefined {
  if (value.trim() === '') return undefined;
  return name === 'WORKSPACE_PASSWORD' ? value : value.trim();
}

function valueFaults(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
  given: Given,
): readonly Fault[] {
  return issues.map((issue) => {
    const where = String(issue.path[0]);
    return { where, message: `${shown(where, given[where] ?? '')}; must be ${issue.message}` };
  });
}

/** A token put into the wrong variable is no less secret there. */
function shown(name: string, value: string): string {
  if (SECRET_VARIABLES.has(name)) return 'was something else (a secret is not shown)';
  return `was ${JSON.stringify(scrubTokens(value).slice(0, 80))}`;
}

function missingFaults(given: Given): readonly Fault[] {
  return NEEDS.flatMap(({ because, needs }) => {
    const reason = because.find((name) => given[name] !== undefined);
    const met = needs.some((names) => names.every((name) => given[name] !== undefined));
    if (reason === undefined || met) return [];
    const [where = '', ...others] = needs.map((names) => names.join(' and '));
    const instead = others.length === 0 ? '' : `, or ${others.join(' or ')} instead`;
    return [{ where, message: `was not set; must be set${instead}, because ${reason} is set` }];
  });
}

function toConfig(read: Variables): Config {
  const port = Number(read.PORT ?? 3000);
  const host = read.HOST ?? '127.0.0.1';
  return {
    port,
    host,
    publicUrl: read.PUBLIC_URL ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    dataDir: read.DATA_DIR ?? '.regulars',
    databaseUrl: read.DATABASE_URL ?? null,
    playbookDir: read.PLAYBOOK_DIR ?? 'playbook',
    sampleStore: read.SAMPLE_STORE ?? 'auto',
    logLevel: read.LOG_LEVEL ?? 'info',
    workspacePassword: read.WORKSPACE_PASSWORD ?? null,
    mcpToken: read.MCP_TOKEN ?? null,
    mailFrom: readSender(read.MAIL_FROM ?? '') ?? { name: null, address: 'shop@example.com' },
    openai: openAiOf(read),
    smtpUrl: read.SMTP_URL ?? null,
    slack: toSlack(read),
    discord: toDiscord(read),
    shopify: toShopify(read),
    events:
      read.EVENTS_WEBHOOK_SECRET.length === 0
        ? null
        : { secrets: read.EVENTS_WEBHOOK_SECRET, actionsUrl: read.EVENTS_ACTIONS_URL ?? null },
    requests: { secrets: read.REQUEST_WEBHOOK_SECRET, origins: read.REQUEST_ORIGINS },
    variables: read,
  };
}

function toSlack(read: Variables): SlackConfig | null {
  if (read.SLACK_BOT_TOKEN === undefined) return null;
  return {
    botToken: read.SLACK_BOT_TOKEN,
    appToken: read.SLACK_APP_TOKEN ?? null,
    signingSecret: read.SLACK_SIGNING_SECRET ?? null,
    apiUrl: `${read.SLACK_API_URL ?? 'https://slack.com/api'}/`,
  };
}

function toDiscord(read: Variables): DiscordConfig | null {
  if (read.DISCORD_TOKEN === undefined) return null;
  const apiUrl = read.DISCORD_API_URL ?? 'https://discord.com';
  return {
    token: read.DISCORD_TOKEN.replace(/^Bot /, ''),
    applicationId: read.DISCORD_APPLICATION_ID ?? null,
    guildId: read.DISCORD_GUILD_ID ?? null,
    publicKey: read.DISCORD_PUBLIC_KEY ?? null,
    apiUrl: new URL(apiUrl).pathname === '/' ? `${apiUrl}/api` : apiUrl.replace(/\/v\d+$/, ''),
  };
}

function toShopify(read: Variables): ShopifyConfig | null {
  if (read.SHOPIFY_SHOP === undefined) return null;
  return {
    shop: read.SHOPIFY_SHOP,
    accessToken: read.SHOPIFY_ACCESS_TOKEN ?? null,
    clientId: read.SHOPIFY_CLIENT_ID ?? null,
    clientSecret: read.SHOPIFY_CLIENT_SECRET ?? null,
    webhookSecrets: read.SHOPIFY_WEBHOOK_SECRET,
    apiUrl: read.SHOPIFY_API_URL ?? null,
  };
}

/** The password of `postgres://user:password@host`, as written and as meant. */
function passwordIn(value: string): readonly string[] {
  const password = URL.parse(value)?.password ?? '';
  return password === '' ? [] : [password, decodePassword(password)];
}

/** A per cent sign that encodes nothing stays. */
function decodePassword(password: string): string {
  try {
    return decodeURIComponent(password);
  } catch {
    return password;
  }
}

/** A server of one's own may want no key. */
function openAiOf(read: Variables): OpenAiConfig | null {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl, OPENAI_MODEL: model } = read;
  if (model === undefined) return null;
  const api = read.OPENAI_API ?? 'responses';
  return { apiKey: apiKey ?? 'none', baseUrl: baseUrl ?? null, model, api };
}
