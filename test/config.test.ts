// The configuration: defaults, every fault at once, and no secret in any sentence.
import { describe, expect, it } from 'vitest';
import { ConfigError, type Fault } from '#engine/errors.ts';
import { configSecrets, type Environment, readConfig } from '../src/config.ts';

const WEBHOOK_SECRET = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;
const SHOPIFY = {
  SHOPIFY_SHOP: 'example-store.myshopify.com',
  SHOPIFY_ACCESS_TOKEN: 'shpat_0123',
  SHOPIFY_WEBHOOK_SECRET: 'shpss_old,shpss_new',
};

describe('readConfig', () => {
  it('starts with nothing set at all', () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://127.0.0.1:3000',
      dataDir: '.regulars',
      playbookDir: 'playbook',
      databaseUrl: null,
      sampleStore: 'auto',
      logLevel: 'info',
      workspacePassword: null,
      mcpToken: null,
      smtpUrl: null,
      slack: null,
      shopify: null,
      events: null,
    });
  });

  it('takes an empty or blank variable as unset', () => {
    const blank = { PORT: '', SLACK_BOT_TOKEN: ' ', SMTP_URL: '', EVENTS_WEBHOOK_SECRET: '' };

    expect(readConfig(blank)).toEqual(readConfig({}));
  });

  it('puts an IPv6 host into brackets and takes the slash off a public address', () => {
    expect(readConfig({ HOST: '::1', PORT: '8080' }).publicUrl).toBe('http://[::1]:8080');
    expect(readConfig({ PUBLIC_URL: 'https://r.example.com/' }).publicUrl).toBe(
      'https://r.example.com',
    );
  });

  it('reads Slack in both modes and keeps the slash its client wants', () => {
    const socket = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
    const http = {
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_SIGNING_SECRET: 's',
      SLACK_API_URL: 'http://127.0.0.1:1/api/',
    };

    expect(readConfig(socket).slack).toMatchObject({
      appToken: 'xapp-1',
      apiUrl: 'https://slack.com/api/',
    });
    expect(readConfig(http).slack).toMatchObject({
      appToken: null,
      apiUrl: 'http://127.0.0.1:1/api/',
    });
  });

  it('reads two secrets while one is being changed', () => {
    expect(readConfig(SHOPIFY).shopify?.webhookSecrets).toEqual(['shpss_old', 'shpss_new']);
    expect(readConfig({ EVENTS_WEBHOOK_SECRET: WEBHOOK_SECRET }).events?.secrets).toHaveLength(1);
  });

  it('reads a sender with and without a name', () => {
    expect(readConfig({ MAIL_FROM: 'Maria <m@example.com>' }).mailFrom).toEqual({
      name: 'Maria',
      address: 'm@example.com',
    });
    expect(readConfig({ MAIL_FROM: 'm@example.com' }).mailFrom.name).toBeNull();
  });
});

describe('a value that cannot be used', () => {
  it.each([
    ['PORT', '0x10'],
    ['PORT', '65536'],
    ['HOST', 'http://0.0.0.0'],
    ['PUBLIC_URL', 'regulars.example.com'],
    ['PUBLIC_URL', 'https://r.example.com/?a=1'],
    ['DATABASE_URL', 'mysql://localhost/x'],
    ['SAMPLE_STORE', 'yes'],
    ['LOG_LEVEL', 'verbose'],
    ['SLACK_API_URL', 'https://slack.com/'],
    ['MAIL_FROM', 'Maria'],
    ['MAIL_FROM', 'Maria <m@example.com>\r\nBcc: x@example.com'],
    ['SHOPIFY_API_URL', 'ftp://x'],
    ['EVENTS_WEBHOOK_SECRET', 'whsec_'],
    ['EVENTS_WEBHOOK_SECRET', `whsec_${Buffer.alloc(23).toString('base64')}`],
    ['EVENTS_WEBHOOK_SECRET', `whsec_${Buffer.alloc(65).toString('base64')}`],
    ['EVENTS_WEBHOOK_SECRET', 'whsec_not base64!'],
    ['EVENTS_WEBHOOK_SECRET', [WEBHOOK_SECRET, WEBHOOK_SECRET, WEBHOOK_SECRET].join()],
  ])('names %s=%s and what it must be', (name, value) => {
    const faults = faultsOf({ [name]: value });

    expect(faults).toHaveLength(1);
    expect(faults[0]?.where).toBe(name);
    expect(faults[0]?.message).toMatch(/^was .*; must be /);
  });

  it('is listed with all the others, not one at a time', () => {
    const faults = faultsOf({ PORT: 'x', LOG_LEVEL: 'x', SMTP_URL: 'smtp://mail.example' });

    expect(faults.map((fault) => fault.where).sort()).toEqual(['LOG_LEVEL', 'MAIL_FROM', 'PORT']);
  });

  it('is never shown when it is a secret, not even in the wrong variable', () => {
    const faults = faultsOf({
      SLACK_BOT_TOKEN: 'xapp-canary',
      SLACK_APP_TOKEN: 'xoxb-canary',
      DATABASE_URL: 'mysql://u:canary@h/d',
      EVENTS_WEBHOOK_SECRET: 'canary',
      PORT: 'xoxb-canary',
      PUBLIC_URL: 'ftp://u:canary@h',
    });

    expect(faults.length).toBeGreaterThanOrEqual(6);
    expect(JSON.stringify(faults)).not.toContain('canary');
  });
});

describe('a variable that another one needs', () => {
  it.each<[string, Environment]>([
    ['SLACK_APP_TOKEN', { SLACK_BOT_TOKEN: 'xoxb-1' }],
    ['SLACK_BOT_TOKEN', { SLACK_APP_TOKEN: 'xapp-1' }],
    ['MAIL_FROM', { SMTP_URL: 'smtp://127.0.0.1:2525' }],
    ['SHOPIFY_WEBHOOK_SECRET', { ...SHOPIFY, SHOPIFY_WEBHOOK_SECRET: '' }],
    ['SHOPIFY_ACCESS_TOKEN', { ...SHOPIFY, SHOPIFY_ACCESS_TOKEN: '', SHOPIFY_CLIENT_ID: 'x' }],
    ['SHOPIFY_SHOP', { ...SHOPIFY, SHOPIFY_SHOP: '' }],
    ['EVENTS_WEBHOOK_SECRET', { EVENTS_ACTIONS_URL: 'https://shop.example.com/hook' }],
  ])('%s is asked for', (name, env) => {
    expect(faultsOf(env)).toEqual([
      {
        where: name,
        message: expect.stringMatching(/^was not set; must be set.* because [A-Z_]+ is set$/),
      },
    ]);
  });

  it('is not asked for when a client id and secret stand in for the access token', () => {
    const env = {
      ...SHOPIFY,
      SHOPIFY_ACCESS_TOKEN: '',
      SHOPIFY_CLIENT_ID: 'id',
      SHOPIFY_CLIENT_SECRET: 'secret',
    };

    expect(readConfig(env).shopify).toMatchObject({ accessToken: null, clientId: 'id' });
  });
});

describe('configSecrets', () => {
  it('holds every secret, each half of a pair, and the password inside an address', () => {
    const config = readConfig({
      ...SHOPIFY,
      DATABASE_URL: 'postgres://bot:p%40ssword@db/regulars',
      BIGCOMMERCE_WEBHOOK_HEADER: 'X-Hook: hush-hush',
      PORT: '8080',
    });

    expect(configSecrets(config)).toEqual(
      expect.arrayContaining(['shpat_0123', 'shpss_old', 'shpss_new', 'p@ssword', 'hush-hush']),
    );
    expect(configSecrets(config)).not.toContain('8080');
  });
});

function faultsOf(env: Environment): readonly Fault[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
}
