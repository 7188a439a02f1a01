// A surface as people have it before them: what they do there, what they see of it; and the router behind it, which says what a law wants.
import type { ActionRef } from '#bot/action-id.ts';
import type { Card } from '#bot/card.ts';
import type { FormValues } from '#bot/form.ts';
import type { Reply, Router } from '#bot/router.ts';
import type { Surface } from '#bot/surface.ts';
import { aRouter } from '../support/answering-router.ts';
import { eventually } from '../support/eventually.ts';

/** Something shown, as a person sees it. */
export type Shown = {
  /** All its text, entities decoded, in reading order. */
  readonly text: string;
  readonly buttons: readonly ShownButton[];
  /** Mentions, links, elements or formatting that came out of literal text: always none. */
  readonly active: readonly string[];
};

/** `action` is what a press on it would mean to the router. */
export type ShownButton = {
  readonly label: string;
  readonly action: ActionRef | null;
  press(): Promise<Heard>;
};

/** A message in a channel; `threadOf` is the message it stands under, null for one in the channel itself. */
export type ShownMessage = Shown & {
  readonly id: string;
  readonly channel: string;
  readonly threadOf: string | null;
};

/** What came of something that a person did. */
export type Heard =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'message'; readonly to: 'asker' | 'everybody'; readonly message: Shown }
  | { readonly kind: 'form'; readonly form: ShownForm };

/** A form that stands open; its faults are said beside it or before it opened again. */
export type ShownForm = {
  /** All its text but what stands in its fields: title, introduction, labels, hints, options, faults. */
  readonly text: string;
  readonly active: readonly string[];
  /** What stands in its fields. */
  readonly values: FormValues;
  /** Fills in what is named, leaves the rest as it stands, and sends it. */
  send(values: FormValues): Promise<Heard>;
};

/** Where cards stand. */
export type Standing = {
  readonly surface: Surface;
  /** The surface's own id of the `refunds` channel. */
  readonly channel: string;
  /** Everything that stands in the channel and its threads, oldest first. */
  shown(): Promise<readonly ShownMessage[]>;
  /** Takes a message away behind the surface's back. */
  remove(messageId: string): Promise<void>;
};

/** Maria in front of a surface, started, with the script behind it. */
export type Face = {
  /** null where no card stands, and only who asks is answered. */
  readonly standing: Standing | null;
  /** Asks something. */
  ask(): Promise<Heard>;
  stop(): Promise<void>;
};

/** A router that answers what it is told to, one after the other, and keeps what it was asked and has given. */
export type Script = ReturnType<typeof aScript>;

/** A script with nothing in it: whatever is done is `done`. */
export function aScript() {
  const next: Reply[] = [];
  const given: Reply[] = [];
  const router: Router & Pick<ReturnType<typeof aRouter>, 'asked'> = aRouter(() => {
    const reply = next.shift() ?? { kind: 'done' };
    given.push(reply);
    return reply;
  });
  return {
    router,
    asked: router.asked,
    given,
    /** What is answered from now on. */
    answers(...replies: readonly Reply[]) {
      next.push(...replies);
    },
    /** Does something, and gives what the router answers to it. */
    async during(act: () => Promise<unknown>): Promise<Reply> {
      const before = given.length;
      await act();
      return eventually(() => {
        const reply = given[before];
        if (reply === undefined) throw new Error('nothing reached the router');
        return reply;
      });
    },
  };
}

/** What a law runs against. */
export type Stage = { readonly face: Face; readonly script: Script };

/** Where cards stand. Throws where none do: such a surface has laws of its own. */
export function standingOf({ face }: Stage): Standing {
  if (face.standing === null) throw new Error('no card stands here');
  return face.standing;
}

/** Shows a card as the surface does: it stands in the channel, or is the answer to who asks. */
export async function see(stage: Stage, card: Card, key = 'seen'): Promise<Shown> {
  if (stage.face.standing === null) return hear(stage, card);
  const { surface, channel, shown } = stage.face.standing;
  const id = await surface.post({ channel, card, key });
  return eventually(async () => {
    const found = (await shown()).find((message) => message.id === id);
    if (found === undefined) throw new Error('the card does not stand in its channel');
    return found;
  });
}

/** Asks, is answered with a card, and gives it as it was heard by who asked. */
export async function hear({ face, script }: Stage, card: Card): Promise<Shown> {
  script.answers({ kind: 'card', card, json: null, visible: 'asker' });
  return messageOf(await face.ask());
}

/** The message that was heard by who asked alone. */
export function messageOf(heard: Heard): Shown {
  if (heard.kind !== 'message' || heard.to !== 'asker')
    throw new Error(`heard ${heard.kind} instead of a message to who asked`);
  return heard.message;
}

/** The form that was opened. */
export function formOf(heard: Heard): ShownForm {
  if (heard.kind !== 'form') throw new Error(`heard ${heard.kind} instead of a form`);
  return heard.form;
}

/** Presses the one button that is shown with this label. */
export function press({ buttons }: Shown, label: string): Promise<Heard> {
  const found = buttons.filter((button) => button.label === label);
  const [button] = found;
  if (button === undefined || found.length > 1)
    throw new Error(`${found.length} buttons "${label}"`);
  return button.press();
}
