// The notifier: each thing once on a surface, and changed in place.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '#bot/card.ts';
import { createNotifier } from '#bot/posts/notifier.ts';
import { listRefusals } from '#bot/posts/refusals.ts';
import type { Surface } from '#bot/surface.ts';
import { VendorError } from '#engine/errors.ts';
import { asId } from '#engine/ids.ts';
import type { Taken } from '#engine/ports/job-queue.ts';
import type { Notifier, PostSubject } from '#engine/ports/notifier.ts';
import { decidable } from '../../support/decidable.ts';
import type { World } from '../../support/world.ts';

type Call = {
  readonly what: 'post' | 'update' | 'reply';
  readonly key?: string;
  readonly card: Card;
};

let world: World;
let subject: PostSubject;

beforeEach(async () => {
  world = await decidable();
  const [approval] = await world.deps.storage.approvals.list({}, { limit: 1 });
  if (!approval) throw new Error('no approval');
  subject = { kind: 'approval', id: approval.id };
});
afterEach(() => world.close());

function aSurface(name: Surface['name'], said: Partial<Surface> = {}) {
  const calls: Call[] = [];
  const surface: Surface = {
    name,
    channelOf: (channel) => `${name}-${channel}`,
    post: async ({ card, key }) => {
      calls.push({ what: 'post', key, card });
      return `${name}-${calls.length}`;
    },
    update: async ({ card }) => {
      calls.push({ what: 'update', card });
      return true;
    },
    reply: async ({ card, key }) => {
      calls.push({ what: 'reply', key, card });
      return key;
    },
    isReady: () => true,
    start: async () => {},
    stop: async () => {},
    ...said,
  };
  return { surface, calls, did: () => calls.map(({ what }) => what) };
}

/** The notifier of one surface. */
function notifierOver(surface: Surface) {
  const notifier = createNotifier({ ...world.deps, surfaces: [surface], hurry: async () => {} });
  const { name } = surface;
  return {
    publish: (...asked: Rest<Notifier['publish']>) => notifier.publish(name, ...asked),
    reply: (...asked: Rest<Notifier['reply']>) => notifier.reply(name, ...asked),
    redact: (...asked: Rest<Notifier['redact']>) => notifier.redact(name, ...asked),
    tell: (...asked: Rest<Notifier['tell']>) => notifier.tell(name, ...asked),
  };
}

type Rest<F> = F extends (surface: string, ...rest: infer R) => unknown ? R : never;

const DOWN = new VendorError('down', { vendor: 'slack', status: 500, retryable: true });
/** What comes of it: the job waits, and is not told that it failed. */
const LATER = { retryable: true, retryAfterMs: 1_000 };
const BAD = new VendorError('bad blocks', { vendor: 'slack', status: 400, retryable: false });

function closed(reason: string): VendorError {
  const refused = { what: 'channel', reason } as const;
  return new VendorError(reason, { vendor: 'slack', retryable: false, refused });
}

describe('publish', () => {
  it('posts once and then changes the card only where it shows something else', async () => {
    const { surface, did } = aSurface('slack');
    const notifier = notifierOver(surface);

    await notifier.publish(subject, 'approvals');
    await notifier.publish(subject, 'approvals');
    await world.deps.storage.settings.set('paused', true);
    await notifier.publish(subject, 'approvals');

    expect(did()).toEqual(['post', 'update']);
  });

  it('posts one card when two processes publish at the same time, and has the other come back', async () => {
    const { surface, did } = aSurface('slack');
    const publish = () => notifierOver(surface).publish(subject, 'approvals');

    const outcomes = await Promise.allSettled([publish(), publish(), publish()]);
    await publish();

    expect(did()).toEqual(['post']);
    expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
  });

  it('waits no longer than a moment for a process that died at a card', async () => {
    const { surface, did } = aSurface('slack');
    await notifierOver(surface).publish(subject, 'approvals');
    const posts = await world.deps.storage.posts.of(subject);
    const post = posts.find((one) => one.surface === 'slack');
    if (post === undefined) throw new Error('nothing was posted');
    const now = world.deps.now();
    await world.deps.storage.posts.lease(post.id, now, new Date(now.getTime() + 15_000));
    await world.deps.storage.settings.set('paused', true);
    await expect(notifierOver(surface).publish(subject, 'approvals')).rejects.toThrow(
      'somebody else',
    );

    world.pass(15_000);
    await notifierOver(surface).publish(subject, 'approvals');

    expect(did()).toEqual(['post', 'update']);
  });

  it('posts anew, under another key, when the message is gone', async () => {
    const { surface, calls } = aSurface('slack', { update: async () => false });
    const notifier = notifierOver(surface);

    await notifier.publish(subject, 'approvals');
    await world.deps.storage.settings.set('paused', true);
    await notifier.publish(subject, 'approvals');

    const keys = calls.map(({ key }) => key);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(2);
  });

  it('uses the same key again after an attempt that failed', async () => {
    const keys: string[] = [];
    const { surface } = aSurface('slack', {
      post: async ({ key }) => {
        keys.push(key);
        throw DOWN;
      },
    });

    await expect(notifierOver(surface).publish(subject, 'approvals')).rejects.toMatchObject(LATER);
    await expect(notifierOver(surface).publish(subject, 'approvals')).rejects.toMatchObject(LATER);

    expect(keys[0]).toBe(keys[1]);
  });

  it('fails where one message is refused, so that the job is told of in the end', async () => {
    const { surface } = aSurface('slack', { post: () => Promise.reject(BAD) });

    await expect(notifierOver(surface).publish(subject, 'approvals')).rejects.toBe(BAD);
  });

  it('leaves a channel alone that the team does not name any more and that takes nothing', async () => {
    const { surface, did } = aSurface('slack');
    await notifierOver(surface).publish(subject, 'vips');
    await world.deps.storage.settings.set('paused', true);
    const moved = aSurface('slack', {
      channelOf: (channel) => (channel === 'vips' ? 'slack-new' : null),
      update: () => Promise.reject(closed('is_archived')),
    });

    await notifierOver(moved.surface).publish(subject, 'vips');

    expect([did(), moved.did()]).toEqual([['post'], ['post']]);
  });

  it('passes over a surface that is not connected', async () => {
    const { surface, did } = aSurface('slack');
    const notifier = createNotifier({ ...world.deps, surfaces: [surface], hurry: async () => {} });

    await notifier.publish('discord', subject, 'approvals');

    expect(did()).toEqual([]);
  });

  it('keeps silent on a surface where the team has no such channel', async () => {
    const { surface, did } = aSurface('slack', { channelOf: () => null });

    await notifierOver(surface).publish(subject, 'approvals');

    expect(did()).toEqual([]);
  });

  it('brings every post of the thing up to date, in other channels too', async () => {
    const { surface, did } = aSurface('slack');
    const notifier = notifierOver(surface);
    await notifier.publish(subject, 'approvals');
    await notifier.publish(subject, 'vips');
    await world.deps.storage.settings.set('paused', true);

    await notifier.publish(subject, 'approvals');

    expect(did()).toEqual(['post', 'post', 'update', 'update']);
  });
});

describe('a channel that takes nothing', () => {
  it('keeps its cards waiting, has the team told once in another, and shows them once it takes some', async () => {
    const shut = { isShut: true };
    const shown: string[] = [];
    const { surface } = aSurface('slack', {
      post: async ({ channel, card, key }) => {
        if (shut.isShut && channel === 'slack-reports') throw closed('not_in_channel');
        shown.push(`${channel}: ${card.title}`);
        return key;
      },
    });
    const notifier = notifierOver(surface);
    const other: PostSubject = { kind: 'case', id: asId('case', 'case_none') };
    await expect(notifier.publish(subject, 'reports')).rejects.toMatchObject(LATER);
    await expect(notifier.publish(subject, 'reports')).rejects.toMatchObject(LATER);
    await notifier.publish(other, 'reports');
    const told = await tellsOf(world);
    const noted = await listRefusals(world.deps.storage.settings);

    for (const { channel, key, news } of told) await notifier.tell(channel, key, news);
    // Its card in the other channel waits.
    await expect(notifier.publish(subject, 'approvals')).rejects.toMatchObject({ retryable: true });
    shut.isShut = false;
    world.pass(1_000);
    await notifier.publish(subject, 'reports');

    expect(told).toHaveLength(1);
    expect(noted).toMatchObject([
      { surface: 'slack', channel: 'slack-reports', reason: 'not_in_channel' },
    ]);
    expect(shown[0]).toBe('slack-refunds: I cannot post in reports on Slack');
    expect(shown.map((one) => one.split(':')[0])).toEqual([
      'slack-refunds',
      'slack-approvals',
      'slack-reports',
    ]);
    expect(await listRefusals(world.deps.storage.settings)).toEqual([]);
  });
});

/** What the team is to be told. */
async function tellsOf({ database }: World) {
  const jobs = await database.query<{ data: Taken }>(
    "SELECT data FROM pgboss.job WHERE state = 'created' ORDER BY created_on",
    [],
  );
  return jobs.flatMap(({ data }) => (data.name === 'tell' ? [data] : []));
}

describe('reply', () => {
  const NOTE = { kind: 'note', by: 'Alex', text: 'hello' } as const;

  it('says a line once, however often it is asked to', async () => {
    const { surface, did } = aSurface('slack');
    const notifier = notifierOver(surface);
    await notifier.publish(subject, 'approvals');

    await notifier.reply(subject, 'k', NOTE);
    await notifier.reply(subject, 'k', NOTE);
    await notifier.reply(subject, 'other', NOTE);

    expect(did()).toEqual(['post', 'reply', 'reply']);
  });

  it('does not lose the line while the surface is down', async () => {
    let isDown = true;
    const said: string[] = [];
    const { surface } = aSurface('slack', {
      reply: async ({ key }) => {
        if (isDown) throw DOWN;
        said.push(key);
        return key;
      },
    });
    const notifier = notifierOver(surface);
    await notifier.publish(subject, 'approvals');

    await expect(notifier.reply(subject, 'k', NOTE)).rejects.toMatchObject(LATER);
    isDown = false;
    world.pass(1_000);
    await notifier.reply(subject, 'k', NOTE);

    expect(said).toHaveLength(1);
  });
});

describe('redact', () => {
  it('changes every other line where one cannot be, and fails for that one', async () => {
    const changed: string[] = [];
    let isRefused = true;
    const { surface } = aSurface('slack', {
      update: async ({ messageId }) => {
        if (isRefused && messageId.endsWith('/first')) throw BAD;
        changed.push(messageId.split('/').at(-1) ?? '');
        return true;
      },
    });
    const notifier = notifierOver(surface);
    await notifier.publish(subject, 'approvals');
    for (const key of ['first', 'second'])
      await notifier.reply(subject, key, { kind: 'note', by: 'Alex', text: 'Maria called' });

    await expect(notifier.redact(subject)).rejects.toBe(BAD);
    expect(changed).toEqual(['second']);
    isRefused = false;
    await notifier.redact(subject);
    expect(changed).toEqual(['second', 'first', 'second']);
  });
});

describe('tell', () => {
  it('brings news to the channel once', async () => {
    const { surface, calls } = aSurface('slack');
    const notifier = notifierOver(surface);
    const news = {
      kind: 'quarantined',
      shop: 'shopify',
      topic: 'orders/paid',
      id: 'ent_1',
      issue: { path: 'total', message: '<!channel>' },
    } as const;

    await notifier.tell('reports', 'q1', news);
    await notifier.tell('reports', 'q1', news);

    expect(calls).toHaveLength(1);
    expect(JSON.stringify(calls)).toContain('Shopify (orders/paid) could not be read');
  });
});
