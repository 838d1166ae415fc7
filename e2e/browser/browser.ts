import path from 'node:path';

import { type N8n } from '@leadterra/testing/n8n';
import { owner } from '@leadterra/testing/n8n-api';
import { type Browser, type BrowserContext, selectors } from 'playwright-core';

// The attribute by which n8n's own browser tests find things.
selectors.setTestIdAttribute('data-test-id');

/** How a user looks at n8n: the size of the window in CSS pixels, and n8n's own theme. */
export type Look = { name: string; width: number; height: number; theme: 'light' | 'dark' };

export const looks: [Look, ...Look[]] = [
  { name: 'wide-light', width: 1280, height: 800, theme: 'light' },
  { name: 'wide-dark', width: 1280, height: 800, theme: 'dark' },
  { name: 'narrow-light', width: 800, height: 900, theme: 'light' },
  { name: 'narrow-dark', width: 800, height: 900, theme: 'dark' },
];

/** Where a screenshot goes: into the documentation only when somebody asks for it with UPDATE_SCREENSHOTS=1. */
export function image(...words: string[]): string {
  const folder = process.env['UPDATE_SCREENSHOTS'] === '1' ? 'docs/images' : 'e2e/.stage/images';
  return path.resolve(folder, `${words.join('-').toLowerCase().replaceAll(' ', '-')}.png`);
}

/** Signs the owner in by n8n's own form. The windows that are opened from the result on are signed in. */
export async function signIn(browser: Browser, n8n: N8n): Promise<BrowserContext> {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  // The first page is n8n's whole program, for which a busy machine takes its time.
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  await page.goto(n8n.url);
  await page.getByTestId('emailOrLdapLoginId').getByRole('textbox').fill(owner.email);
  await page.getByTestId('password').locator('input').fill(owner.password);
  await page.getByTestId('form-submit-button').click();
  await page.getByTestId('main-sidebar-settings').waitFor();
  await page.close();
  return context;
}
