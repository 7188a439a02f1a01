// Forms that are open or were not taken, kept for a while: a modal closes when it is sent, and nobody writes a line twice.
import type { ActionRef } from '../../action-id.ts';
import type { Form, FormValues } from '../../form.ts';
import { CUSTOM_ID } from './limits.ts';
import type { DiscordSubmission, Place } from './payloads.ts';

/** A form, and what was filled in when it was sent last; `pressed` where it stands on another message than that of its button. */
export type OpenForm = {
  readonly form: Form;
  readonly values?: FormValues;
  readonly pressed?: Place;
};

export interface OpenForms {
  /** Keeps a form under the id of the interaction it came from, and gives an id of its own. */
  keep(interactionId: string, opened: OpenForm): string;
  /** The form, or null once it is forgotten. */
  find(openId: string): OpenForm | null;
}

/** The button that opens a form again; it is the surface's own and never reaches the router. */
export const OPEN_FORM = 'form.open';

/** An answer's buttons work for a quarter of an hour. What was typed may be about people, so it is kept in memory only. */
const KEPT_MS = 15 * 60_000;
const MOST = 1000;

/** Forms of this process: another replica, or this one after a restart, asks to begin again. */
export function createOpenForms(now: () => Date): OpenForms {
  const kept = new Map<string, { readonly opened: OpenForm; readonly at: number }>();

  function forgetOld(at: number): void {
    for (const [id, one] of kept) {
      if (at - one.at < KEPT_MS && kept.size <= MOST) return;
      kept.delete(id);
    }
  }

  return {
    keep(interactionId, opened) {
      const id = BigInt(interactionId).toString(36);
      const at = now().getTime();
      kept.delete(id);
      kept.set(id, { opened, at });
      forgetOld(at);
      return id;
    },
    find(id) {
      const found = kept.get(id);
      return found !== undefined && now().getTime() - found.at < KEPT_MS ? found.opened : null;
    },
  };
}

/** A modal's id, which names its form where there is room for that. */
export function modalId(encoded: string, openId: string): string {
  const both = `${encoded}~${openId}`;
  return both.length <= CUSTOM_ID ? both : encoded;
}

/** The two parts of a modal's id. */
export function readModalId(customId: string): {
  readonly encoded: string;
  readonly openId: string;
} {
  const [encoded = '', openId = ''] = customId.split('~', 2);
  return { encoded, openId };
}

/** Where the button of a form that was sent was pressed, if not on the message that the form was opened from. */
export function pressedFor(openForms: OpenForms, { customId }: DiscordSubmission): Place | null {
  return openForms.find(readModalId(customId).openId)?.pressed ?? null;
}

/** What the button carries. */
export function openFormAction(openId: string): ActionRef {
  return { name: OPEN_FORM, id: openId };
}
