// A real Chromium on the web program of a test, served on a free port of loopback.
import { AxeBuilder } from '@axe-core/playwright';
import { serve } from '@hono/node-server';
import { type Browser, chromium, type Page } from 'playwright-core';
import { chromiumPath } from '../../support/pictures.ts';
import { PASSWORD, type WebFixture } from './web-fixture.ts';

export const NO_BROWSER =
  'No Chromium on this machine, so no page was seen by a browser: apt-get install chromium, or set CHROMIUM_PATH.';

export type Seen = {
  readonly base: string;
  /** A page of its own, without a session. */
  open(options?: { readonly javaScriptEnabled?: boolean }): Promise<Page>;
  close(): Promise<void>;
};

/** Undefined where there is no browser: the test says so, and does not pass in silence. */
export const openSeen = async ({ app }: Pick<WebFixture, 'app'>): Promise<Seen | undefined> => {
  const executablePath = chromiumPath();
  if (executablePath === undefined) return undefined;
  const browser: Browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise<void>((resolve) => server.once('listening', () => resolve()));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    base: `http://127.0.0.1:${port}`,
    async open(options = {}) {
      const context = await browser.newContext(options);
      return context.newPage();
    },
    async close() {
      await browser.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
};

export const signInAs = async (page: Page, base: string, username: string): Promise<void> => {
  await page.goto(`${base}/masuk`);
  await page.fill('#username', username);
  await page.fill('#password', PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname === '/');
};

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe-core finds wrong, one line each with the place; empty is the promise. */
export const barriersOn = async (page: Page): Promise<readonly string[]> => {
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`),
  );
};

/** How far a page is wider than its window, in pixels. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  ) as Promise<number>;
