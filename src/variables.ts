// The variables of the environment, each with what its value must be.
import { z } from 'zod';
import { asciiAddress } from '#engine/email/address.ts';
import { isWebhookSecret } from '#integrations/generic/signature.ts';
import { LOG_LEVELS } from '#integrations/pino/log.ts';

/** Variables whose values are never shown. */
export const SECRET_VARIABLES: ReadonlySet<string> = new Set(
  `DATABASE_URL WORKSPACE_PASSWORD MCP_TOKEN SLACK_BOT_TOKEN SLACK_APP_TOKEN SLACK_SIGNING_SECRET DISCORD_TOKEN OPENAI_API_KEY
  SMTP_URL SHOPIFY_ACCESS_TOKEN SHOPIFY_CLIENT_SECRET SHOPIFY_WEBHOOK_SECRET BIGCOMMERCE_ACCESS_TOKEN
  BIGCOMMERCE_WEBHOOK_SECRET BIGCOMMERCE_WEBHOOK_HEADER WOOCOMMERCE_CONSUMER_KEY WOOCOMMERCE_CONSUMER_SECRET
  WOOCOMMERCE_WEBHOOK_SECRET EVENTS_WEBHOOK_SECRET REQUEST_WEBHOOK_SECRET TWILIO_AUTH_TOKEN META_ACCESS_TOKEN`.split(
    /\s+/,
  ),
);

const text = oneOf('text without control characters', (value) => !/\p{Cc}/u.test(value));
const origin = webUrl('an address such as http://127.0.0.1:9999');

/** Every variable as it is read; unset ones are undefined. The message of an issue completes "must be …". */
export const Variables = z.object({
  PORT: oneOf('a whole number from 0 to 65535', (v) => /^\d{1,5}$/.test(v) && Number(v) <= 65_535),
  HOST: oneOf('a host name or an IP address to listen on', (v) => /^[\w.:-]+$/.test(v)),
  PUBLIC_URL: webUrl('an address such as https://regulars.example.com', (url) => {
    return url.search === '' && url.hash === '';
  }),
  DATA_DIR: text,
  DATABASE_URL: oneOf('postgres://user:password@host:5432/database', (value) => {
    return /^postgres(ql)?:$/.test(URL.parse(value)?.protocol ?? '');
  }),
  PLAYBOOK_DIR: text,
  SAMPLE_STORE: z.enum(['on', 'off', 'auto'], { error: 'on, off or auto' }).optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `one of ${LOG_LEVELS.join(', ')}` }).optional(),
  WORKSPACE_PASSWORD: text,
  MCP_TOKEN: oneOf('16 characters or more, without spaces', (v) => /^[!-~]{16,}$/.test(v)),
  SLACK_BOT_TOKEN: oneOf('a bot token, which begins with xoxb-', (v) => /^xoxb-[\w-]+$/.test(v)),
  SLACK_APP_TOKEN: oneOf('an app token, which begins with xapp-', (v) => /^xapp-[\w-]+$/.test(v)),
  SLACK_SIGNING_SECRET: text,
  SLACK_API_URL: webUrl('an address that ends in /api/', (url) => /\/api\/*$/.test(url.pathname)),
  DISCORD_TOKEN: text,
  DISCORD_APPLICATION_ID: oneOf('an id of digits, such as 112233445566778899', isSnowflake),
  DISCORD_GUILD_ID: oneOf('an id of digits, such as 112233445566778899', isSnowflake),
  DISCORD_PUBLIC_KEY: oneOf('a public key of 64 hexadecimal digits', (value) => {
    return /^[0-9a-f]{64}$/i.test(value);
  }),
  DISCORD_API_URL: origin,
  OPENAI_API_KEY: text,
  OPENAI_BASE_URL: webUrl('an address such as https://api.openai.com/v1'),
  OPENAI_MODEL: text,
  OPENAI_API: z.enum(['responses', 'chat'], { error: 'responses or chat' }).optional(),
  SMTP_URL: oneOf('smtp://… or smtps://user:password@host:465', (value) => {
    const url = URL.parse(value);
    return url !== null && /^smtps?:$/.test(url.protocol) && url.hostname !== '';
  }),
  MAIL_FROM: oneOf('an address such as shop@example.com or "Shop <shop@example.com>"', isSender),
  SHOPIFY_SHOP: oneOf('a shop such as example-store.myshopify.com', (value) => {
    return /^(https:\/\/)?[a-z0-9][a-z0-9.-]*\/?$/i.test(value);
  }),
  SHOPIFY_ACCESS_TOKEN: text,
  SHOPIFY_CLIENT_ID: text,
  SHOPIFY_CLIENT_SECRET: text,
  SHOPIFY_WEBHOOK_SECRET: secrets('the secret that webhooks are signed with', isFilled),
  SHOPIFY_API_URL: origin,
  BIGCOMMERCE_STORE_HASH: text,
  BIGCOMMERCE_ACCESS_TOKEN: text,
  BIGCOMMERCE_WEBHOOK_SECRET: secrets("the API account's client secret", isFilled),
  BIGCOMMERCE_WEBHOOK_HEADER: oneOf('a header, "Name: value"', (v) => /^[\w-]+: ?\S+$/.test(v)),
  BIGCOMMERCE_API_URL: origin,
  WOOCOMMERCE_URL: webUrl('the address of the shop, such as https://shop.example.com'),
  WOOCOMMERCE_CONSUMER_KEY: text,
  WOOCOMMERCE_CONSUMER_SECRET: text,
  WOOCOMMERCE_WEBHOOK_SECRET: secrets('the secret that webhooks are signed with', isFilled),
  EVENTS_WEBHOOK_SECRET: secrets('whsec_ and 24 to 64 bytes in base64', isWebhookSecret),
  EVENTS_ACTIONS_URL: webUrl('the address that actions are posted to'),
  REQUEST_WEBHOOK_SECRET: secrets('whsec_ and 24 to 64 bytes in base64', isWebhookSecret),
  REQUEST_ORIGINS: origins('origins such as http://n8n.internal:5678, separated by commas'),
  TWILIO_ACCOUNT_SID: text,
  TWILIO_AUTH_TOKEN: text,
  TWILIO_FROM: text,
  TWILIO_API_URL: origin,
  META_ACCESS_TOKEN: text,
  META_AUDIENCE_ID: text,
  META_API_URL: origin,
});
export type Variables = z.infer<typeof Variables>;
export type VariableName = keyof Variables;

/** The two parts of a sender: `Shop <shop@example.com>` or the address alone. */
export function readSender(value: string): { name: string | null; address: string } | null {
  const match = /^(?:"?([^"<>\p{Cc}]*?)"?\s*<([^<>\s]+)>|([^<>\s]+))$/u.exec(value);
  const address = asciiAddress(match?.[2] ?? match?.[3] ?? '');
  return address === null ? null : { name: match?.[1] || null, address };
}

/** `rule` completes the sentence "must be …" of a fault. */
function oneOf(rule: string, holds: (value: string) => boolean) {
  return z.string().refine(holds, { error: rule }).optional();
}

function webUrl(rule: string, holds: (url: URL) => boolean = () => true) {
  return oneOf(rule, (value) => {
    const url = URL.parse(value);
    return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && holds(url);
  }).transform((value) => value?.replace(/\/+$/, ''));
}

/** Scheme, host and port, and nothing behind them. */
function origins(rule: string) {
  const split = (value: string) => value.split(',').map((part) => part.trim().replace(/\/$/, ''));
  return oneOf(rule, (value) => {
    return split(value).every((part) => /^https?:/.test(part) && URL.parse(part)?.origin === part);
  }).transform((value) => (value === undefined ? [] : split(value)));
}

/** One secret, or two separated by a comma while it is being changed. */
function secrets(rule: string, holds: (secret: string) => boolean) {
  const split = (value: string) => value.split(',').map((secret) => secret.trim());
  return oneOf(`${rule}, or two of them separated by a comma`, (value) => {
    return split(value).length <= 2 && split(value).every(holds);
  }).transform((value) => (value === undefined ? [] : split(value)));
}

function isSnowflake(value: string): boolean {
  return /^\d{1,20}$/.test(value);
}

function isSender(value: string): boolean {
  return readSender(value) !== null;
}

function isFilled(secret: string): boolean {
  return secret !== '' && !/\p{Cc}/u.test(secret);
}
