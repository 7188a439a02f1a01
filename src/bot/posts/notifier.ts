// The Notifier port, spoken as cards: what comes of a job on a surface, for as long as the surface does not answer.
import { createHash } from 'node:crypto';
import { asId, type NewsId } from '#engine/ids.ts';
import type { Log } from '#engine/ports/log.ts';
import type { Notifier, PostSubject } from '#engine/ports/notifier.ts';
import { forgottenLineCard, threadCard } from '../cards/thread.ts';
import { channelLanguage } from '../languages.ts';
import type { Surface } from '../surface.ts';
import type { Words } from '../words/en.ts';
import { wordsIn } from '../words/languages.ts';
import { type PostingDeps, publishOn } from './cards.ts';
import { redactOn, replyOn } from './lines.ts';
import { createReach } from './reach.ts';
import { createRefusals, openChannel } from './refusals.ts';
import { loadSubjectCard } from './subject-cards.ts';

/** What the notifier draws on. */
export type NotifierOptions = PostingDeps & {
  readonly surfaces: readonly Surface[];
  readonly log: Log;
};

/** A notifier over the surfaces that are connected. */
export function createNotifier(options: NotifierOptions): Notifier {
  const { surfaces, storage, playbook } = options;
  const reach = createReach({ ...options, refusals: createRefusals(options) });

  /** `job` is the same in every attempt. */
  async function on(
    name: string,
    job: string,
    work: (surface: Surface) => Promise<void>,
  ): Promise<void> {
    const surface = surfaces.find((each) => each.name === name);
    if (surface !== undefined) await work(reach.during(surface, job));
  }

  return {
    publish: (name, subject, channel) =>
      on(name, `publish/${nameOf(subject)}/${channel}`, async (surface) => {
        const words = wordsIn(channelLanguage(playbook.team, channel));
        if ((await loadSubjectCard(options, words, subject)) === null) return;
        await publishOn(options, surface, subject, channel);
      }),
    reply: (name, subject, key, said) =>
      on(name, `reply/${nameOf(subject)}/${key}`, async (surface) => {
        const draw = (words: Words) => threadCard(words, said, playbook.team.people);
        const posts = await storage.posts.of(subject);
        await replyOn(options, surface, { subject, posts, key, draw });
      }),
    redact: (name, subject) =>
      on(name, `redact/${nameOf(subject)}`, async (surface) => {
        const posts = await storage.posts.of(subject);
        await redactOn(options, surface, { posts, draw: forgottenLineCard });
      }),
    tell: (name, channel, key, news) =>
      on(name, `tell/${key}`, async (surface) => {
        const isUrgent = news.kind === 'surface-refuses';
        const place = isUrgent ? await openChannel(storage.settings, surface, channel) : channel;
        const id = newsIdOf(key);
        await storage.news.add({ id, channel, news, at: options.now() });
        await publishOn(options, surface, { kind: 'news', id }, place);
      }),
    back: (name) => reach.back(name),
  };
}

function nameOf({ kind, id }: PostSubject): string {
  return `${kind}/${id}`;
}

/** News is told once for each key. */
function newsIdOf(key: string): NewsId {
  return asId('news', `news_${createHash('sha256').update(key).digest('base64url').slice(0, 22)}`);
}
