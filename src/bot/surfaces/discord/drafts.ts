// Forms that are open or were not taken, kept for a while: a modal closes when it is sent, and nobody writes a line twice.
import type { ActionRef } from '../../action-id.ts';
import type { Form, FormValues } from '../../form.ts';
import { CUSTOM_ID } from './limits.ts';

/** A form, and what was filled in when it was sent last. */
export type Draft = { readonly form: Form; readonly values?: FormValues };

export interface Drafts {
  /** Keeps a draft under the id of the interaction it came from, and gives the draft's own id. */
  keep(interactionId: string, draft: Draft): string;
  /** The draft, or null once it is forgotten. */
  find(draftId: string): Draft | null;
}

/** The button that opens a draft; it is the surface's own and never reaches the router. */
export const OPEN_DRAFT = 'form.open';

/** An answer's buttons work for a quarter of an hour. What was typed may be about people, so it is kept in memory only. */
const KEPT_MS = 15 * 60_000;
const MOST = 1000;

/** Drafts in this process: another replica, or this one after a restart, asks to begin again. */
export function createDrafts(now: () => Date): Drafts {
  const kept = new Map<string, { readonly draft: Draft; readonly at: number }>();

  function forgetOld(at: number): void {
    for (const [id, one] of kept) {
      if (at - one.at < KEPT_MS && kept.size <= MOST) return;
      kept.delete(id);
    }
  }

  return {
    keep(interactionId, draft) {
      const id = BigInt(interactionId).toString(36);
      const at = now().getTime();
      kept.delete(id);
      kept.set(id, { draft, at });
      forgetOld(at);
      return id;
    },
    find(id) {
      const found = kept.get(id);
      return found !== undefined && now().getTime() - found.at < KEPT_MS ? found.draft : null;
    },
  };
}

/** A modal's id, which brings its draft back where there is room for it. */
export function draftedId(encoded: string, draftId: string): string {
  const both = `${encoded}~${draftId}`;
  return both.length <= CUSTOM_ID ? both : encoded;
}

/** The two parts of a modal's id. */
export function readDraftedId(customId: string): {
  readonly encoded: string;
  readonly draftId: string;
} {
  const [encoded = '', draftId = ''] = customId.split('~', 2);
  return { encoded, draftId };
}

/** What the button of a draft carries. */
export function openDraft(draftId: string): ActionRef {
  return { name: OPEN_DRAFT, id: draftId };
}
