import { readFileSync } from 'node:fs';
import path from 'node:path';

import { type Sandbox, startSandbox } from '@leadterra/sandbox';
import { findBrowser } from '@leadterra/testing/browser';
import { callLeadterra, column } from '@leadterra/testing/leadterra';
import { closeStandIns, startStandIn } from '@leadterra/testing/stand-in';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

import { image } from './browser.ts';

const browserStart = findBrowser();

/** What tells of barriers, as text: the page's own policy lets no file of another place in. */
const axe = readFileSync(path.resolve('e2e/node_modules/axe-core/axe.min.js'), 'utf8');

const people = [
  { email: 'ava.stone@acme.example', firstName: 'Ava', lastName: 'Stone', company: 'Acme' },
  { email: 'hard-bounce.hal@borealis.example', firstName: 'Hal', lastName: 'Hansen', company: 'Borealis' },
  { email: 'replies.ines@cumulus.example', firstName: 'Inès', lastName: 'Moreau', company: 'Cumulus' },
  { email: 'soft-bounce.sam@delta.example', firstName: 'Sam', lastName: 'Okafor', company: 'Delta' },
];

const sequenceSteps = [
  {
    subject: '{{firstName}}, a question about {{company}}',
    bodyHtml: `<p>Hello {{firstName}},</p><p>how do you plan the <b>night shift</b> at {{company}}?</p><p>Lena</p>
      <script>parent.document.title = document.title = 'taken over'</script>
      <img src="https://tracker.example/open.gif" onerror="parent.document.title = 'taken over'">`,
  },
  { subject: 'Once more, {{firstName}}', bodyHtml: '<p>Did you see my question?</p>', delayDays: 3 },
];

(browserStart === undefined ? describe.skip : describe)('a stranger on the page of the sandbox', () => {
  let browser: Browser;
  let sandbox: Sandbox;
  let campaignId: string;

  beforeAll(async () => {
    browser = await chromium.launch(browserStart);
  });

  afterAll(async () => {
    await browser.close();
  });

  beforeEach(async () => {
    sandbox = await startSandbox({ seed: 1, timeScale: 0, now: () => Date.parse('2026-03-02T09:00:00Z') });
    const { url } = await startStandIn();
    await callLeadterra(sandbox, 'POST', '/v1/webhooks', {
      url: `${url}/bounces`,
      events: ['message.bounced'],
    });
    await callLeadterra(sandbox, 'POST', '/v1/campaigns', { name: 'Night shifts', sequenceSteps });
    [campaignId = ''] = column(sandbox, 'SELECT id FROM campaigns');
    await enroll(...people);
    await callLeadterra(sandbox, 'POST', `/v1/campaigns/${campaignId}/start`);
    await sandbox.settled();
  });

  afterEach(async () => {
    await sandbox.close();
    await closeStandIns();
  });

  async function enroll(...leads: object[]): Promise<void> {
    await callLeadterra(sandbox, 'POST', `/v1/campaigns/${campaignId}/leads/bulk`, { leads });
    await sandbox.settled();
  }

  async function open(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1100, height: 780 }, ...options });
    const page = await context.newPage();
    await page.goto(sandbox.url);
    return page;
  }

  /** Barriers for people with disabilities that a program can see. */
  async function barriers(page: Page): Promise<unknown> {
    await page.evaluate(axe);
    return await page.evaluate(
      'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))',
    );
  }

  async function openMail(page: Page): Promise<void> {
    await page.getByRole('link', { name: 'Night shifts' }).click();
    await page.getByRole('link', { name: 'ava.stone@acme.example' }).click();
    await page.getByRole('link', { name: 'Ava, a question about Acme' }).click();
  }

  test.each(['light', 'dark'] as const)(
    'goes from a campaign to a lead, its email, a bounce, and the delivery of it (%s)',
    async (colorScheme) => {
      const page = await open({ colorScheme });
      expect(await barriers(page)).toEqual([]);

      await page.getByRole('link', { name: 'Night shifts' }).click();
      await page.getByRole('cell', { name: 'bounced' }).waitFor();
      expect(await barriers(page)).toEqual([]);
      await page.screenshot({ path: image('sandbox-campaign', colorScheme) });

      await page.getByRole('link', { name: 'ava.stone@acme.example' }).click();
      expect(await barriers(page)).toEqual([]);
      await page.getByRole('link', { name: 'Ava, a question about Acme' }).click();
      const mail = page.frameLocator('iframe');
      await mail.getByText('how do you plan the night shift at Acme?').waitFor();
      expect(await barriers(page)).toEqual([]);
      await page.screenshot({ path: image('sandbox-email', colorScheme) });

      await page.getByRole('button', { name: 'Bounce this address' }).click();
      await page.getByRole('status').getByText('The address bounced.').waitFor();
      await page.getByText('550 5.1.1 no such user').waitFor();
      await sandbox.settled();

      await page.getByRole('link', { name: 'Webhooks' }).click();
      await page.getByRole('link', { name: 'Delivery 3' }).click();
      await page.getByText('ava.stone@acme.example').waitFor();
      await page.getByRole('cell', { name: '200' }).waitFor();
      expect(await barriers(page)).toEqual([]);
      await page.screenshot({ path: image('sandbox-delivery', colorScheme) });
      for (const name of ['Replies', 'Suppression list', 'Requests']) {
        await page.getByRole('link', { name, exact: true }).click();
        await page.getByRole('heading', { name, level: 1 }).waitFor();
        expect(await barriers(page)).toEqual([]);
      }
    },
  );

  test('sees what happens while it happens, and keeps what is open and chosen', async () => {
    const page = await open();
    await page.getByRole('link', { name: 'Night shifts' }).click();
    await page.getByText('Body', { exact: true }).first().click();
    await page.getByText('Misbehave').click();
    await page.getByLabel('Fault').selectOption('status-503');
    await enroll({ email: 'mia@epsilon.example' });
    await page.getByRole('link', { name: 'mia@epsilon.example' }).waitFor();
    expect(await page.getByText('<p>Hello {{firstName}},</p>').isVisible()).toBe(true);
    expect(await page.getByLabel('Fault').inputValue()).toBe('status-503');

    await page.getByRole('button', { name: 'The next request' }).click();
    await page.getByText('the next requests meet status-503').waitFor();
    await page.getByRole('button', { name: 'One week on' }).click();
    await page.getByRole('cell', { name: 'finished' }).first().waitFor();
  });

  test('meets no script of an email, and none of its pictures is fetched', async () => {
    const page = await open();
    const refusals: [url: string, reason: string | undefined][] = [];
    page.on('requestfailed', (request) => refusals.push([request.url(), request.failure()?.errorText]));
    page.on('requestfinished', (request) => refusals.push([request.url(), undefined]));
    await openMail(page);
    await page.frameLocator('iframe').getByText('how do you plan').waitFor();
    await page.goto(`${page.url()}/body`);
    await page.getByText('how do you plan').waitFor();
    expect(await page.title()).toBe('');
    // Once in the page's frame, and once alone: by the page's policy, not for want of a network.
    const refusal = ['https://tracker.example/open.gif', 'csp'];
    const elsewhere = refusals.filter(([url]) => !url.startsWith(sandbox.url));
    expect(elsewhere).toEqual([refusal, refusal]);
  });

  test('needs no script, and no mouse', async () => {
    const page = await open({ javaScriptEnabled: false });
    await openMail(page);
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').textContent()).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').textContent()).toBe('Bounce this address');
    await page.keyboard.press('Enter');
    await page.getByText('550 5.1.1 no such user').waitFor();
    expect(page.url()).toContain('/messages/');
  });

  test('signs in with the key where the sandbox is open to others', async () => {
    await sandbox.close();
    sandbox = await startSandbox({ host: '0.0.0.0', apiKey: 'sk_test_ours' });
    const page = await open({ httpCredentials: { username: 'me', password: 'sk_test_ours' } });
    await page.getByText('No campaign yet.').waitFor();
  });
});
