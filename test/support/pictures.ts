// Pictures of pages at 390 and 1280 px: `node test/support/pictures.ts BASE USER PASSWORD FOLDER /path …`.
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

/** Debian's, or the one that the environment names. */
export const chromiumPath = (): string | undefined =>
  [process.env['CHROMIUM_PATH'] ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
    (path) => path !== '' && existsSync(path),
  );

const WIDTHS = [390, 1280];
const HEIGHT = 900;

const take = async (): Promise<void> => {
  const [base = '', user = '', password = '', folder = '', ...paths] = process.argv.slice(2);
  const executablePath = chromiumPath();
  if (executablePath === undefined) throw new Error('no Chromium: apt-get install chromium');
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    page.on('console', (said) => {
      if (said.type() === 'error') process.stderr.write(`${said.text()}\n`);
    });
    await page.goto(`${base}/masuk`);
    if (user !== '-') {
      await page.fill('#username', user);
      await page.fill('#password', password);
      await page.click('button.primary');
      await page.waitForLoadState();
    }
    for (const path of paths)
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: HEIGHT });
        const response = await page.goto(base + path);
        const name = `${path.replace(/[^a-z0-9]+/gi, '-')}-${width}.png`;
        await page.screenshot({ path: join(folder, name), fullPage: true });
        process.stdout.write(`${response?.status()} ${path} ${width} ${join(folder, name)}\n`);
      }
  } finally {
    await browser.close();
  }
};

if (import.meta.main) await take();
