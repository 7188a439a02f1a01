// Takes the pictures in docs/screenshots: starts the server with the sample shop, walks through it, light, dark and narrow.
// Run with `npm run screenshots`; needs a Chromium.
import { mkdir, writeFile } from 'node:fs/promises';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { findChromium, openBrowser, startRegulars } from '../test/support/browser.ts';

const FOLDER = 'docs/screenshots';
const WIDE = { viewport: { width: 1360, height: 860 }, deviceScaleFactor: 1.5 } as const;
const NARROW = {
  viewport: { width: 380, height: 780 },
  deviceScaleFactor: 2,
  hasTouch: true,
} as const;

const chromium = findChromium();
if (chromium === null) {
  process.stderr.write('No Chromium here: install one, such as with apt-get install chromium.\n');
  process.exitCode = 2;
} else {
  await takeAll(chromium);
}

async function takeAll(executablePath: string): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  const server = await startRegulars({ SAMPLE_STORE: 'on' });
  const browser = await openBrowser(executablePath);
  try {
    await takeJourney(await open(browser, server.url, WIDE));
    await takeDark(await open(browser, server.url, { ...WIDE, colorScheme: 'dark' }));
    await takeNarrow(await open(browser, server.url, NARROW));
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function takeJourney(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Take' }).last().waitFor();
  await take(page, 'refunds');
  await page.getByRole('button', { name: 'Take' }).last().click();
  await page.locator('.tour', { hasText: 'Step 2' }).waitFor();
  await page.getByRole('button', { name: 'Offer alternatives' }).last().click();
  await page.getByRole('dialog').waitFor();
  await page.getByRole('dialog').locator('[type=submit]').click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await goTo(page, 'vips');
  await take(page, 'vip-promotion');
  await page.getByRole('button', { name: 'Open approval' }).last().click();
  await page.locator('.whisper').getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('dialog').getByRole('spinbutton').first().fill('40');
  await page.getByRole('dialog').locator('[type=submit]').click();
  await page.locator('.whisper').getByText('40 % off').waitFor();
  await page.locator('.whisper').getByRole('button', { name: 'Approve' }).click();
  await page.locator('.whisper').getByText('Send the e-mail · done').waitFor();
  await page
    .locator('#nav')
    .getByRole('button', { name: /Mailbox/ })
    .click();
  await page.locator('.mail-row').first().click();
  await page.frameLocator('.mail-frame').locator('body').waitFor();
  await take(page, 'approved-with-its-mail');
}

async function takeDark(page: Page): Promise<void> {
  await goTo(page, 'approvals');
  await page.getByRole('button', { name: 'Approve', exact: true }).last().waitFor();
  await page
    .locator('#nav')
    .getByRole('button', { name: /Shop simulator/ })
    .click();
  await page.locator('.simulate').first().waitFor();
  await take(page, 'approvals-dark');
}

async function takeNarrow(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Offer alternatives' }).last().waitFor();
  await take(page, 'refunds-narrow');
}

async function open(browser: Browser, url: string, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ ...options, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

async function goTo(page: Page, channel: string): Promise<void> {
  await page.locator(`#nav a[href="/c/${channel}"]`).click();
  await page.getByRole('heading', { level: 1, name: channel }).waitFor();
}

/**
 * Fonts and frames need a moment to be painted. Asked for WebP at full quality, Chromium writes it without loss: a third
 * of the PNG that Playwright itself would write.
 */
async function take(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(500);
  const devtools = await page.context().newCDPSession(page);
  const picture = { format: 'webp', quality: 100 } as const;
  const { data } = await devtools.send('Page.captureScreenshot', picture);
  await devtools.detach();
  await writeFile(`${FOLDER}/${name}.webp`, Buffer.from(data, 'base64'));
}
