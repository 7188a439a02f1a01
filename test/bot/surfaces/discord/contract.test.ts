// Discord keeps the contract of a surface: real discord.js over a gateway, and signed HTTP, against a Discord of our own.
import { z } from 'zod';
import type { FormValues } from '#bot/form.ts';
import { readPress } from '#bot/surfaces/discord/buttons.ts';
import { createHttpServer } from '#integrations/http/server.ts';
import type { Face, Heard, Script, Shown, ShownForm } from '../../../contracts/face.ts';
import { describeSurface } from '../../../contracts/surface.ts';
import { readModal } from '../../../support/discord-modals.ts';
import {
  aCommand,
  aPress,
  aSubmission,
  type Interaction,
  signatureOf,
} from '../../../support/discord-payloads.ts';
import { readComponents } from '../../../support/discord-reading.ts';
import type { Answered } from '../../../support/discord-world.ts';
import { CHANNEL, codec, NOW, startDiscord, type Transport } from './discord-setup.ts';

const EPHEMERAL = 1 << 6;
/** What takes long is another test's. */
const PATIENCE = { answerMs: 60_000, formMs: 60_000 };

for (const transport of ['gateway', 'http'] as const)
  describeSurface(`Discord over ${transport}`, (script) => createFace(transport, script));

async function createFace(transport: Transport, { router }: Script): Promise<Face> {
  const discord = await startDiscord({ transport, router, patience: PATIENCE });
  const { fake, surface } = discord;
  const line = await openLine(discord);

  async function heardAfter(interaction: Interaction): Promise<Heard> {
    const first = await line.deliver(interaction, hasBegun);
    // A picture comes a moment later, in the place of what was said first.
    const { callback, edits } =
      first.callback.type === 5 ? await fake.answered(interaction.token, isChanged) : first;
    if (callback.type === 9) return { kind: 'form', form: toForm(callback.data, interaction) };
    if (callback.type === 6) return { kind: 'nothing' };
    const { flags } = Message.parse(callback.data);
    const { components } = Message.parse(edits.at(-1) ?? callback.data);
    const isPrivate = (flags & EPHEMERAL) !== 0;
    const message = toShown(components, isPrivate);
    return { kind: 'message', to: isPrivate ? 'asker' : 'everybody', message };
  }

  function toShown(components: unknown, isEphemeral = false): Shown {
    const { text, buttons, active } = readComponents(components);
    return {
      text,
      active,
      buttons: buttons.map(({ label, id }) => ({
        label,
        action: readPress(id, codec)?.action ?? null,
        press: () => heardAfter(aPress(id, { components, isEphemeral })),
      })),
    };
  }

  function toForm(modal: unknown, { type }: Interaction, faults = ''): ShownForm {
    const { text, active, values } = readModal(modal);
    const onMessage = type === 3;
    return {
      ...{ text: `${faults}${text}`, active, values },
      async send(changed: FormValues) {
        const heard = await heardAfter(
          aSubmission(modal, { ...values, ...changed }, { onMessage }),
        );
        return heard.kind === 'message' ? again(heard.message, heard) : heard;
      },
    };
  }

  /** A modal closes when it is sent: with its faults comes a button that opens it again. */
  async function again({ text, buttons }: Shown, heard: Heard): Promise<Heard> {
    const correct = buttons.find(({ label }) => label === 'Correct');
    if (correct === undefined) return heard;
    const opened = await correct.press();
    return opened.kind === 'form'
      ? { ...opened, form: { ...opened.form, text: `${text}\n${opened.form.text}` } }
      : opened;
  }

  return {
    standing: {
      surface,
      channel: CHANNEL,
      shown: async () =>
        fake.messages().map(({ id, channel, threadOf, components }) => ({
          ...toShown(components),
          ...{ id, channel, threadOf },
        })),
      remove: async (id) => fake.remove(id),
    },
    ask: () => heardAfter(aCommand('customer show', { who: 'maria' })),
    async stop() {
      await line.close();
      await discord.stop();
    },
  };
}

const Message = z.object({ flags: z.int().default(0), components: z.unknown().default([]) });

function hasBegun(): boolean {
  return true;
}

function isChanged({ edits }: Answered): boolean {
  return edits.length > 0;
}

/** How Discord reaches us: its gateway, or signed requests to a server of ours. */
async function openLine({ app, fake, deliver, log }: Awaited<ReturnType<typeof startDiscord>>) {
  const { route } = app;
  if (route === null) return { deliver, close: async () => undefined };
  const server = createHttpServer({ routes: [route], log });
  const { port } = await server.listen({ host: '127.0.0.1', port: 0 });
  return {
    async deliver(interaction: Interaction, isEnough: (answer: Answered) => boolean) {
      const body = JSON.stringify(interaction);
      const headers = { 'content-type': 'application/json', ...signatureOf(body, NOW) };
      const url = `http://127.0.0.1:${port}${route.path}`;
      const answer = await fetch(url, { method: 'POST', headers, body });
      fake.takeAnswer(interaction.token, await answer.json());
      return fake.answered(interaction.token, isEnough);
    },
    close: () => server.close(),
  };
}
