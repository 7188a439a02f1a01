// The Notifier port, spoken as cards: what comes of a job on a surface, for as long as the surface does not answer.
import type { Channel } from '#engine/playbook/team.ts';
import type { Log } from '#engine/ports/log.ts';
import type { Notifier, PostSubject } from '#engine/ports/notifier.ts';
import type { Card } from '../card.ts';
import { newsCard } from '../cards/news.ts';
import { forgottenLineCard, threadCard } from '../cards/thread.ts';
import { channelLanguage } from '../languages.ts';
import type { Surface } from '../surface.ts';
import type { Words } from '../words/en.ts';
import { spoken, wordsIn } from '../words/languages.ts';
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
        const words = wordsIn(channelLanguage(playbook.team, place));
        const card = spoken(words, newsCard(words, news));
        await tellOn(options, surface, { channel: place, key, card });
      }),
    back: (name) => reach.back(name),
  };
}

function nameOf({ kind, id }: PostSubject): string {
  return `${kind}/${id}`;
}

async function tellOn(
  options: NotifierOptions,
  surface: Surface,
  told: { readonly channel: Channel; readonly key: string; readonly card: Card },
): Promise<void> {
  const channel = surface.channelOf(told.channel);
  if (channel === null) return;
  await sayOnce(options, `${surface.name}/${told.key}`, async () => {
    await surface.post({ channel, card: told.card, key: told.key });
  });
}

/**
 * Says something unless it was said. It is noted as said afterwards: a crash in between repeats it under the same key,
 * which a surface may recognise; noting it first would lose it while a surface is down.
 */
async function sayOnce(
  { storage, now }: NotifierOptions,
  key: string,
  say: () => Promise<void>,
): Promise<void> {
  const said = `said/${key}`;
  if (typeof (await storage.settings.get(said)) === 'string') return;
  await say();
  await storage.settings.set(said, now().toISOString());
}
