// A newcomer's first two minutes in a real browser: a case, an approval, its mail, a customer; and the page's manners.
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  findChromium,
  openBrowser,
  type RunningServer,
  startRegulars,
} from '../support/browser.ts';

const chromium = findChromium();
const isRequired = process.env['REQUIRE_BROWSER'] === '1';

if (chromium === null) {
  process.stderr.write('\n  SKIPPED: no Chromium here, so the workspace journey does not run.\n\n');
}

it.runIf(isRequired)('a browser is installed', () => {
  expect(chromium).not.toBeNull();
});

describe.skipIf(chromium === null)('the workspace in a browser', () => {
  let server: RunningServer;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    server = await startRegulars({ SAMPLE_STORE: 'on' });
    browser = await openBrowser(chromium ?? '');
    page = await open({ viewport: { width: 1360, height: 860 } });
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it('greets with live cards, unread counts and what to do first', async () => {
    await cardWith(page, 'Take').waitFor();

    await page.locator('.tour', { hasText: 'Step 1 of 6' }).waitFor();
    await page.locator('#nav .badge').first().waitFor();
    await page.locator('.live', { hasText: 'Live' }).waitFor();
    for (const label of [
      'Customer',
      'Order',
      'Reason',
      'Lifetime value',
      'Earlier refunds',
      'Answer by',
    ]) {
      expect(await cardWith(page, 'Take').innerText()).toContain(label);
    }
  });

  it('takes a refund case, and another open page sees it', async () => {
    const other = await open({});
    const card = await pinned(page, cardWith(page, 'Take'));

    await card.getByRole('button', { name: 'Take' }).click();

    await card.getByText('taken', { exact: true }).waitFor();
    const there = other.locator(`#${await card.getAttribute('id')}`);
    await there.getByText('taken', { exact: true }).waitFor();
    await other.context().close();
  });

  it('offers alternatives through a form that says what is wrong, and asks for approval', async () => {
    const card = await pinned(
      page,
      page.locator('#messages > article', { hasText: 'taken' }).last(),
    );
    await card.getByRole('button', { name: 'Offer alternatives' }).click();
    const dialog = page.getByRole('dialog', { name: 'Offer alternatives' });
    await dialog.waitFor();
    for (const box of await dialog.getByRole('checkbox').all()) await box.uncheck();

    await dialog.locator('[type=submit]').click();
    await dialog.getByRole('alert').filter({ hasText: /\S/ }).first().waitFor();
    await dialog.getByRole('checkbox').first().check();
    await dialog.locator('[type=submit]').click();

    await dialog.waitFor({ state: 'detached' });
    await page.locator('.tour', { hasText: 'Step 3 of 6' }).waitFor();
  });

  it('edits and approves a VIP discount where it was opened, and stamps it', async () => {
    await goTo(page, 'vips');
    await cardWith(page, 'Open approval').getByRole('button', { name: 'Open approval' }).click();
    const approval = page.locator('.whisper').last();
    await approval.getByRole('button', { name: 'Edit' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('spinbutton').first().fill('35');
    await dialog.locator('[type=submit]').click();
    await approval.getByText('35 % off').waitFor();

    await approval.getByRole('button', { name: 'Approve' }).click();

    await approval.getByText('Approved by You').waitFor();
    await approval.getByText('Send the e-mail · done').waitFor();
    expect(await approval.getByRole('button', { name: 'Approve' }).count()).toBe(0);
  });

  it('shows the mail with its code, shut in a frame without scripts', async () => {
    await page
      .locator('#nav')
      .getByRole('button', { name: /Mailbox/ })
      .click();
    await page.locator('.mail-row').first().click();

    const frame = page.frameLocator('.mail-frame');
    await frame.getByText('35% off').waitFor();
    const code = /[A-Z]+-[A-Z0-9]{8,}/.exec(await frame.locator('body').innerText())?.[0] ?? '';
    await page.getByRole('button', { name: 'Text version' }).click();
    await page.locator('.mail-text', { hasText: code }).waitFor();

    expect(code).not.toBe('');
    expect(await page.locator('.mail-frame').count()).toBe(0);
  });

  it('completes a customer by keyboard and answers with the profile and its timeline', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await page.keyboard.type('customer show da');
    await page.getByRole('option', { name: /@/ }).first().waitFor();
    await page.keyboard.press('ArrowDown');
    const active = await page.locator('#line').getAttribute('aria-activedescendant');
    expect(await page.locator(`#${active}`).getAttribute('aria-selected')).toBe('true');

    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');

    const profile = page.locator('.whisper').last();
    await profile.getByText('Lifetime value').waitFor();
    await profile.getByRole('button', { name: 'Timeline' }).click();
    await page.locator('.whisper').last().getByText('Order paid').first().waitFor();
    await page.locator('.tour', { hasText: 'That was all of it' }).waitFor();
  });

  it('tells the timeline of who was just approved about the code and the mail', async () => {
    await goTo(page, 'vips');
    const approval = page.locator('.whisper', { hasText: 'Approved by You' });
    await approval.getByRole('button', { name: 'Profile' }).click();
    await page.locator('.whisper').last().getByRole('button', { name: 'Timeline' }).click();

    const timeline = page.locator('.whisper').last();
    await timeline.getByText(/mail/i).first().waitFor();
    await timeline.getByText(/code/i).first().waitFor();
  });

  it('gives the focus to a dialog and back to the button that opened it', async () => {
    await goTo(page, 'refunds');
    const button = cardWith(page, 'Offer alternatives').getByRole('button', {
      name: 'Offer alternatives',
    });
    await button.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();

    const isInside = await page.evaluate('document.activeElement.closest("dialog") !== null');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    expect(isInside).toBe(true);
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Offer alternatives');
  });

  it('says how many are in a segment while its query is written, and saves it', async () => {
    await goTo(page, 'reports');
    await page.locator('#line').fill('/segment save');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Save a segment' });
    const said = dialog.getByRole('status');
    await dialog.getByLabel('Query').fill('amount_spnt > 5000');
    await said.filter({ hasText: 'amount_spent' }).waitFor();
    await dialog.getByLabel('Query').fill('');
    await dialog.getByLabel('Or start from an example').selectOption('big-spenders');
    await said.filter({ hasText: /of 2,\d{3} customers/ }).waitFor();

    expect(await dialog.getByLabel('Query').inputValue()).toBe('amount_spent_net > 1000');
    await dialog.getByLabel('Name').fill('spenders');
    await dialog.locator('[type=submit]').click();

    await page.locator('#messages > article', { hasText: 'spenders is saved' }).waitFor();
  });

  it('brings what the simulator does to the screen by itself', async () => {
    await goTo(page, 'refunds');
    const before = await page.locator('#messages > article').count();
    await page.locator('#nav').getByRole('button', { name: 'Shop simulator' }).click();

    await page.getByRole('button', { name: /refund request/i }).click();

    await page.locator('#simulated li').first().waitFor();
    await page.locator('#messages > article').nth(before).waitFor();
  });

  it.each<[string, BrowserContextOptions]>([
    ['light', { viewport: { width: 1360, height: 860 } }],
    ['dark', { viewport: { width: 1360, height: 860 }, colorScheme: 'dark' }],
    ['at 380 pixels', { viewport: { width: 380, height: 780 } }],
  ])('axe finds nothing serious, %s', async (_label, options) => {
    const one = await open({ ...options, reducedMotion: 'reduce' });
    await one.locator('#messages > article').first().waitFor();
    const faults = await seriousFaults(one);
    await cardWith(one, 'Offer alternatives')
      .getByRole('button', { name: 'Offer alternatives' })
      .click();
    await one.getByRole('dialog').waitFor();
    faults.push(...(await seriousFaults(one)));
    await one.keyboard.press('Escape');
    await one
      .locator('#nav')
      .getByRole('button', { name: /Mailbox/ })
      .click();
    await one.locator('.mail-row').first().click();
    await one.locator('.mail-frame').waitFor();
    faults.push(...(await seriousFaults(one)));

    const isWider = await one.evaluate('document.documentElement.scrollWidth > innerWidth');
    expect(faults).toEqual([]);
    expect(isWider).toBe(false);
    await one.context().close();
  });

  /** A new visitor's page. */
  async function open(options: BrowserContextOptions): Promise<Page> {
    // axe reads the page from a script of its own, which our policy would rightly refuse.
    const context = await browser.newContext({ ...options, bypassCSP: true });
    // Shorter than a test may take, so that a failure names what was waited for.
    context.setDefaultTimeout(12_000);
    const one = await context.newPage();
    await one.goto(server.url);
    return one;
  }
});

/** The newest card with a button of this name. */
function cardWith(page: Page, button: string): Locator {
  const has = page.getByRole('button', { name: button, exact: true });
  return page.locator('#messages > article', { has }).last();
}

/** The same card, also when its buttons change. */
async function pinned(page: Page, card: Locator): Promise<Locator> {
  await card.waitFor();
  return page.locator(`#${await card.getAttribute('id')}`);
}

async function goTo(page: Page, channel: string): Promise<void> {
  await page.locator(`#nav a[href="/c/${channel}"]`).click();
  await page.getByRole('heading', { level: 1, name: channel }).waitFor();
}

async function seriousFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).exclude('.mail-frame').analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.html.slice(0, 120)}`),
    );
}
