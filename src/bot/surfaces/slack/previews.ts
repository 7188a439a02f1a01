// An open form that says what comes of what is being typed: one answer at a time, and the last word wins.
import type { types as slack } from '@slack/bolt';
import { z } from 'zod';
import type { Team } from '#engine/playbook/team.ts';
import type { ActionCodec } from '../../action-id.ts';
import type { Preview } from '../../form.ts';
import { accountWords } from '../../languages.ts';
import type { Router } from '../../router.ts';
import type { Words } from '../../words/en.ts';
import type { Answers } from './answers.ts';
import { MODAL_BUTTON, MODAL_TITLE } from './limits.ts';
import type { SlackChange } from './payloads.ts';
import type { SlackPeople } from './people.ts';
import { plainText } from './rich-text.ts';
import { INPUT_ACTION } from './search.ts';
import { PREVIEW_BLOCK, previewBlock } from './views.ts';

/** A form being looked at: its newest hash, and what was typed while an answer was on its way. */
type Watched = { hash: string; isBusy: boolean; next: SlackChange | null };

/** How many open forms are remembered: a closed one tells nobody. */
const MOST_WATCHED = 500;

/**
 * Answers what is typed into forms. Slack tells of every key: while one answer is on its way only the newest is kept.
 * An update names the hash of the form that it changes, so that it cannot take the place of what a submission brought.
 */
export function createPreviews({
  answers,
  people,
  router,
  codec,
  team,
}: {
  readonly answers: Pick<Answers, 'changeView'>;
  readonly people: SlackPeople;
  readonly router: Router;
  readonly codec: ActionCodec;
  readonly team: Team;
}) {
  const watched = new Map<string, Watched>();

  async function say({ actor, changed, values, view }: SlackChange, hash: string): Promise<string> {
    const action = codec.decode(view.callback_id);
    const who = await people.resolve(actor);
    if (action === null || who.kind !== 'teammate') return hash;
    const channel = view.private_metadata || null;
    const words = accountWords(team, { surface: 'slack', id: actor.userId }, channel);
    const draft = { values, changed };
    const preview = await router.preview(who.teammate, action, draft, { channel });
    if (preview === null) return hash;
    return (await answers.changeView(view.id, hash, previewedView(words, view, preview))) ?? hash;
  }

  return async (change: SlackChange): Promise<void> => {
    const { id, hash } = change.view;
    const form = watched.get(id) ?? { hash, isBusy: false, next: null };
    watched.delete(id);
    watched.set(id, form);
    for (const oldest of [...watched.keys()].slice(0, -MOST_WATCHED)) watched.delete(oldest);
    form.next = change;
    if (form.isBusy) return;
    form.isBusy = true;
    try {
      for (let next: SlackChange | null = change; next !== null; next = form.next) {
        form.next = null;
        form.hash = await say(next, form.hash);
      }
    } finally {
      form.isBusy = false;
    }
  };
}

/** The form as it stands, with what is to be said of it; what was typed stays where nothing is filled in for it. */
function previewedView(
  { slack: words }: Words,
  view: SlackChange['view'],
  preview: Preview,
): slack.ModalView {
  return {
    type: 'modal',
    callback_id: view.callback_id,
    private_metadata: view.private_metadata,
    title: plainText(view.title.text, MODAL_TITLE),
    submit: plainText(view.submit?.text ?? words.close, MODAL_BUTTON),
    close: plainText(words.cancel, MODAL_BUTTON),
    blocks: view.blocks.map((block) => {
      if (block.block_id === PREVIEW_BLOCK) return previewBlock(preview.sentence);
      const { fill } = preview;
      return fill !== undefined && block.block_id === fill.field
        ? filled(block, fill.value)
        : block;
    }),
  };
}

const TextInput = z.looseObject({
  type: z.literal('input'),
  element: z.looseObject({ type: z.literal('plain_text_input'), action_id: z.string() }),
});

/** Under an id that it has not had just now: else Slack would keep what was typed. */
function filled(
  block: SlackChange['view']['blocks'][number],
  value: string,
): slack.Block & Record<string, unknown> {
  const input = TextInput.safeParse(block);
  if (!input.success) return block;
  const { element } = input.data;
  const action_id = element.action_id === INPUT_ACTION ? `${INPUT_ACTION}.filled` : INPUT_ACTION;
  return { ...input.data, element: { ...element, action_id, initial_value: value } };
}
