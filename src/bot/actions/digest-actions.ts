// Buttons about digests: its pages, and each thing's own card; shown only to who presses.
import { asId } from '#engine/ids.ts';
import { notFound, shown } from '../answers.ts';
import { DIGEST_PAGE, digestPageCard } from '../cards/digest.ts';
import { loadDigest, loadSubjectCard } from '../posts/subject-cards.ts';
import type { Words } from '../words/en.ts';
import type { ActionHandler } from './action-handler.ts';

/** The buttons about digests. */
export function digestActions(words: Words): readonly ActionHandler[] {
  return [
    {
      name: 'digest.open',
      role: 'viewer',
      press: async ({ deps }, { id, version = 0 }) => {
        const page = { limit: DIGEST_PAGE, skip: version };
        const view = await loadDigest(deps, words, asId('digest', id), page);
        if (view === null) return notFound('card', id);
        return shown(digestPageCard(words, view), { id, count: view.digest.count });
      },
    },
    {
      name: 'digest.card',
      role: 'viewer',
      press: async ({ deps }, { id }) => {
        const post = await deps.storage.posts.get(asId('post', id));
        const card = post && (await loadSubjectCard(deps, words, post.subject));
        return card === null ? notFound('card', id) : shown(card, { id });
      },
    },
  ];
}
