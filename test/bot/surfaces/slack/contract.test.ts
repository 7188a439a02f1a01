// Slack keeps the contract of a surface: real Bolt, over a socket and over signed HTTP, against a Slack of our own.
import { z } from 'zod';
import type { FormValues } from '#bot/form.ts';
import type { Surface } from '#bot/surface.ts';
import { createHttpServer } from '#integrations/http/server.ts';
import type { Face, Heard, Script, Shown, ShownForm } from '../../../contracts/face.ts';
import { describeSurface } from '../../../contracts/surface.ts';
import { eventually } from '../../../support/eventually.ts';
import { aCommand, aPress, aSignedRequest, aSubmission } from '../../../support/slack-payloads.ts';
import { readBlocks } from '../../../support/slack-reading.ts';
import { readView, toState } from '../../../support/slack-views.ts';
import { aLog, codec, NOW, SECRET, startSlack } from './slack-setup.ts';

const CHANNEL = 'C1';
/** What takes long is another test's. */
const PATIENCE = { pressMs: 60_000, submitMs: 60_000 };

for (const mode of ['socket', 'http'] as const)
  describeSurface(`Slack over ${mode}`, (script) => createFace(mode, script));

async function createFace(mode: 'socket' | 'http', script: Script): Promise<Face> {
  const { router } = script;
  let posts = 0;
  // Of what is paced another test tells: here every post has its second.
  const now = () => new Date(NOW.getTime() + posts * 1_100);
  const slack = await startSlack({ mode, router, now, patience: PATIENCE });
  const { fake } = slack;
  const surface: Surface = {
    ...slack.surface,
    post(message) {
      posts += 1;
      return slack.surface.post(message);
    },
  };
  const line = await openLine(slack);

  /** Delivers something, and waits for the first thing that is shown of the answer. */
  async function heardAfter(payload: Record<string, unknown>): Promise<Heard> {
    const [said, opened] = ['response_url', 'views.open'].map((method) => {
      const before = fake.calls(method).length;
      return () => fake.calls(method)[before];
    });
    const reply = await script.during(() => line.deliver(payload));
    if (reply.kind === 'done') return { kind: 'nothing' };
    return eventually(() => {
      const answer = said?.();
      if (answer !== undefined) return toHeard(answer.args);
      const view = opened?.()?.args['view'];
      if (view === undefined) throw new Error('nothing was shown');
      const viewId = [...fake.views().keys()].at(-1) ?? '';
      return { kind: 'form', form: toForm(view, viewId) };
    });
  }

  function toHeard({ response_type: type, ...message }: Readonly<Record<string, unknown>>): Heard {
    const isPrivate = type === 'ephemeral';
    const shown = toShown({ blocks: message['blocks'], text: String(message['text']) }, isPrivate);
    return { kind: 'message', to: isPrivate ? 'asker' : 'everybody', message: shown };
  }

  function toShown(message: { blocks: unknown; text: string }, isEphemeral: boolean): Shown {
    const { text, buttons, active } = readBlocks(message.blocks);
    const responseUrl = fake.responseUrl();
    return {
      text,
      buttons: buttons.map(({ label, value }) => ({
        label,
        action: codec.decode(value),
        press: () => heardAfter(aPress({ value, responseUrl, isEphemeral })),
      })),
      // Nothing in the notification may be anything but letters either.
      active: [...active, ...(message.text.match(/[<>]/g) ?? [])],
    };
  }

  function toForm(view: unknown, viewId: string, typed: FormValues = {}, faults = ''): ShownForm {
    const { text, active, values } = readView(view);
    const standing = { ...values, ...typed };
    return {
      text: `${faults}${text}`,
      active,
      values: standing,
      async send(changed) {
        const filled = { ...standing, ...changed };
        const answer = await line.deliver(
          aSubmission({ view, viewId, values: toState(view, filled) }),
        );
        const { response_action: does, errors, view: next } = Answer.parse(answer ?? {});
        if (does === 'errors')
          return {
            kind: 'form',
            form: toForm(view, viewId, filled, `${Object.values(errors).join()} `),
          };
        if (does !== 'update') return { kind: 'nothing' };
        const message = { ...readView(next), buttons: [] };
        return { kind: 'message', to: 'asker', message };
      },
    };
  }

  return {
    standing: {
      surface,
      channel: CHANNEL,
      shown: async () =>
        fake.messages().map((message) => ({
          ...toShown(message, false),
          ...{ id: message.ts, channel: message.channel, threadOf: message.threadTs },
        })),
      remove: async (id) => fake.remove(id),
    },
    ask: () =>
      heardAfter(
        aCommand({
          ...{ command: '/customer', text: 'show maria', responseUrl: fake.responseUrl() },
        }),
      ),
    async stop() {
      await line.close();
      await slack.stop();
    },
  };
}

const Answer = z.object({
  response_action: z.string().optional(),
  errors: z.record(z.string(), z.string()).default({}),
  view: z.unknown().optional(),
});

/** How Slack reaches us: its socket, or signed requests to a server of ours. */
async function openLine({ app, fake }: Awaited<ReturnType<typeof startSlack>>) {
  const { route } = app;
  if (route === null) {
    const deliver = (payload: Record<string, unknown>) =>
      fake.push('command' in payload ? 'slash_commands' : 'interactive', payload);
    return { deliver, close: async () => undefined };
  }
  const server = createHttpServer({ routes: [route], log: aLog() });
  const { port } = await server.listen({ host: '127.0.0.1', port: 0 });
  return {
    async deliver(payload: Record<string, unknown>): Promise<unknown> {
      const signed = aSignedRequest(payload, { secret: SECRET, at: NOW });
      const headers = z.record(z.string(), z.string()).parse(signed.headers);
      const body = Buffer.from(signed.body);
      const answer = await fetch(`http://127.0.0.1:${port}${signed.path}`, {
        ...{ method: 'POST', headers, body },
      });
      const text = await answer.text();
      if (answer.status !== 200) throw new Error(`answered ${answer.status}: ${text}`);
      return text === '' ? {} : JSON.parse(text);
    },
    close: () => server.close(),
  };
}
