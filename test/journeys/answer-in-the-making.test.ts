// A question that a model answers, in a real browser: it is read as it is made, stopped by a key, and left and found again.
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  findChromium,
  openBrowser,
  type RunningServer,
  startRegulars,
} from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { type Scripted, startFakeOpenAi } from '../support/fake-openai.ts';

const chromium = findChromium();

describe.skipIf(chromium === null)('an answer in the making in a browser', () => {
  let model: Awaited<ReturnType<typeof startFakeOpenAi>>;
  let server: RunningServer;
  let browser: Browser;
  let page: Page;
  let script: Scripted;
  let mishaps: string[];
  /** What a screen reader was told. */
  let heard: string[];

  beforeAll(async () => {
    model = await startFakeOpenAi((asked) =>
      JSON.stringify(asked.at(-1)).includes('function_call_output')
        ? script
        : { text: 'Let me see.', calls: [{ name: 'customer_top', args: { limit: '3' } }] },
    );
    server = await startRegulars({
      SAMPLE_STORE: 'on',
      OPENAI_API_KEY: 'k',
      OPENAI_MODEL: 'm',
      OPENAI_BASE_URL: model.baseUrl,
    });
    browser = await openBrowser(chromium ?? '');
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await model?.stop();
  });

  beforeEach(async () => {
    mishaps = [];
    heard = [];
    const context = await browser.newContext({ viewport: { width: 1360, height: 860 } });
    page = await context.newPage();
    page.on('pageerror', (error) => mishaps.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && mishaps.push(message.text()));
    await page.exposeFunction('hear', (said: string) => void heard.push(said));
    await page.goto(server.url);
    await page.evaluate(() => {
      const region = document.querySelector('#announce');
      const told = () => Reflect.get(window, 'hear')(region?.textContent ?? '');
      if (region !== null)
        new MutationObserver(told).observe(region, {
          childList: true,
          characterData: true,
          subtree: true,
        });
    });
    await page.locator('.live', { hasText: 'Live' }).waitFor();
  });

  const ask = async (text: string) => {
    await page.locator('#line').fill(text);
    await page.locator('#line').press('Enter');
  };
  const whisper = () => page.locator('.whisper').last();

  it('shows what is looked up and said, and stops at a key', async () => {
    script = { text: 'First of all. Then more and', staysOpen: true };
    await ask('compose me a haiku about our dearest buyer');
    await whisper().getByText('First of all.').waitFor();
    const during = await whisper().innerText();
    const faults = await new AxeBuilder({ page }).include('.whisper').analyze();
    await whisper().getByRole('button', { name: 'Stop' }).focus();
    await page.keyboard.press('Enter');
    await whisper().getByText('Stopped by You.').waitFor();

    expect(during).toContain('customer top (done)');
    expect(heard.join('|')).toContain('First of all.');
    expect(faults.violations).toEqual([]);
    expect(await whisper().innerText()).toContain('First of all.');
    expect(await whisper().getByRole('button', { name: 'Stop' }).count()).toBe(0);
    expect(await whisper().getAttribute('aria-busy')).toBeNull();
    expect(mishaps).toEqual([]);
  });

  it('takes the next line meanwhile, and comes to its end in a channel that was left', async () => {
    script = { text: 'First of all. Then more and', staysOpen: true };
    await ask('compose me a haiku about our dearest buyer');
    await whisper().getByText('First of all.').waitFor();
    const stop = await whisper().getByRole('button', { name: 'Stop' }).getAttribute('value');
    await ask('/help');
    await page
      .locator('.whisper', { hasText: 'All commands' })
      .or(page.locator('.whisper').nth(1))
      .first()
      .waitFor();
    await page.locator('.nav-link', { hasText: 'sales' }).click();
    await page.locator('h1', { hasText: 'sales' }).waitFor();
    await page.request.post(`${server.url}/workspace/press`, {
      form: { channel: 'sales', action: stop ?? '' },
      headers: { origin: server.url },
    });
    await page.locator('#aside', { hasText: 'Stopped by You.' }).waitFor({ state: 'attached' });
    await page.locator('.nav-link', { hasText: 'refunds' }).click();
    await page.locator('#messages .whisper', { hasText: 'Stopped by You.' }).waitFor();

    expect(mishaps).toEqual([]);
  });

  it('stops by itself when the page is gone', async () => {
    script = { text: 'First of all. Then more and', staysOpen: true };
    const before = model.cut();
    await ask('compose me a haiku about our dearest buyer');
    await whisper().getByText('First of all.').waitFor();
    await page.close();

    await eventually(() => expect(model.cut()).toBe(before + 1));
  });

  it('ends as the card of the answer, with what it rests on', async () => {
    script = { text: 'That is all. Truly.' };
    await ask('compose me a haiku about our dearest buyer');
    await whisper().getByText('From: customer top 3 (').waitFor();

    expect(await whisper().innerText()).toContain('Let me see.');
    expect(await whisper().innerText()).toContain('That is all. Truly.');
    expect(await page.locator('.whisper').count()).toBe(1);
    expect(mishaps).toEqual([]);
  });
});
