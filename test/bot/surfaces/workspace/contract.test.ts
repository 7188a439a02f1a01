// The workspace keeps the contract of a surface: the real pages, served, in a real browser.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FormValues } from '#bot/form.ts';
import type { Reply } from '#bot/router.ts';
import { createWorkspaceRoutes } from '#bot/surfaces/workspace/routes.ts';
import { createWorkspaceSurface } from '#bot/surfaces/workspace/surface.ts';
import { createHttpServer } from '#integrations/http/server.ts';
import type { Face, Heard, Script, Shown, ShownForm } from '../../../contracts/face.ts';
import { describeSurface } from '../../../contracts/surface.ts';
import { findChromium, openBrowser } from '../../../support/browser.ts';
import { eventually } from '../../../support/eventually.ts';
import { createRecordingLog } from '../../../support/serving.ts';
import {
  codec,
  memoryMails,
  memoryMessages,
  NOW,
  workspaceOptions,
} from '../../../support/workspace.ts';
import { type Drawn, fillIn, readForm, readPage } from '../../../support/workspace-page.ts';

const chromium = findChromium();

if (chromium === null)
  process.stderr.write('\n  SKIPPED: no Chromium here, so the workspace runs no contract.\n\n');

it.runIf(process.env['REQUIRE_BROWSER'] === '1')('a browser is installed', () => {
  expect(chromium).not.toBeNull();
});

describe.skipIf(chromium === null)('in a browser', () => {
  let browser: Browser;
  let page: Page;
  /** What the page did that no page of ours does: asked other hosts, or opened a dialog of its own. */
  const done: string[] = [];
  beforeAll(async () => {
    browser = await openBrowser(chromium ?? '');
    page = await browser.newPage();
    page.on('dialog', (dialog) => void done.push(dialog.message()));
    page.on('request', (request) => {
      if (!/^http:\/\/127\.0\.0\.1:|^data:/.test(request.url())) done.push(request.url());
    });
  });
  afterAll(() => browser.close());

  describeSurface('the workspace', (script) => createFace(page, done, script));
});

async function createFace(page: Page, done: readonly string[], script: Script): Promise<Face> {
  const messages = memoryMessages();
  const now = () => NOW;
  const surface = createWorkspaceSurface({ messages, now, channels: ['refunds'] });
  const routes = createWorkspaceRoutes(
    workspaceOptions({
      ...{ router: script.router, surface, storage: { messages, mails: memoryMails() } },
      teammate: { person: 'Maria', name: 'Maria', role: 'approver', surface: 'workspace' },
    }),
  );
  const server = createHttpServer({ routes, log: createRecordingLog() });
  const { port } = await server.listen({ host: '127.0.0.1', port: 0 });
  await surface.start();
  await page.goto(`http://127.0.0.1:${port}/c/refunds`);

  const shown = async () => {
    const drawn = await readPage(page);
    return drawn.map((one) => ({
      ...toShown(one),
      ...{ id: one.id, channel: 'refunds', threadOf: one.threadOf },
    }));
  };

  function toShown({ text, buttons, active, selector }: Drawn): Shown {
    return {
      text,
      active: [...active, ...done],
      buttons: buttons.map(({ label, value }, at) => ({
        label,
        action: codec.decode(value),
        press: () =>
          heardAfter(() => page.locator(`${selector} button[name=action]`).nth(at).click()),
      })),
    };
  }

  /** Does something, and waits until what came of it is on the screen. */
  async function heardAfter(act: () => Promise<void>): Promise<Heard> {
    const before = await readPage(page, '.whisper');
    const [stood] = [await messages.list('refunds', { limit: 100 })];
    const reply = await script.during(act);
    return eventually(() => heardOf(reply, before.length, stood.length));
  }

  async function heardOf(reply: Reply, whispers: number, stood: number): Promise<Heard> {
    if (reply.kind === 'done') return { kind: 'nothing' };
    if (reply.kind === 'form' || reply.kind === 'faults')
      return { kind: 'form', form: await toForm(reply.kind === 'faults') };
    const whisper = (await readPage(page, '.whisper'))[whispers];
    if (whisper !== undefined) return { kind: 'message', to: 'asker', message: toShown(whisper) };
    const message = (await shown())[stood];
    if (message === undefined) throw new Error('nothing came on the screen');
    return { kind: 'message', to: 'everybody', message };
  }

  async function toForm(hasFaults: boolean): Promise<ShownForm> {
    const { text, active, values, faults } = await readForm(page);
    if (hasFaults && faults === 0) throw new Error('no fault is said');
    return {
      ...{ text, active: [...active, ...done], values },
      async send(changed: FormValues) {
        await fillIn(page, changed);
        const heard = await heardAfter(() => page.locator('#form [type=submit]').click());
        if (heard.kind !== 'form') await page.locator('#form').waitFor({ state: 'detached' });
        return heard;
      },
    };
  }

  return {
    standing: {
      surface,
      channel: 'refunds',
      shown,
      remove: async (id) => void messages.remove(id),
    },
    ask: () =>
      heardAfter(async () => {
        await page.locator('#line').fill('/customer show maria');
        await page.locator('#composer .send').click();
      }),
    async stop() {
      await page.goto('about:blank');
      await surface.stop();
      await server.close();
    },
  };
}
