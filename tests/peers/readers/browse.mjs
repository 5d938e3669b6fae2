// Opens a link in the viewer with a real browser, as a clinician does: by keyboard, wrongly first. Reads
// {link, passcode, wrong, browser, pictures} on its standard input; writes what was seen.
import axe from 'axe-core';
import { chromium } from 'playwright-core';
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';

const asked = JSON.parse(await text(process.stdin));
const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
const browser = await chromium.launch({ executablePath: asked.browser, args });
const seen = { trouble: [], asked: [], axe: {}, wide: {} };

async function checked(page, name) {
  // Put in from outside: the page's own policy would not have it.
  await page.evaluate(axe.source);
  const found = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
  seen.axe[name] = found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
  seen.wide[name] = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (asked.pictures) await page.screenshot({ path: `${asked.pictures}/viewer-${name}.png`, fullPage: true });
}

try {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 800 }, acceptDownloads: true });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  page.on('console', (line) => seen.trouble.push(line.text()));
  page.on('pageerror', (error) => seen.trouble.push(error.message));
  page.on('request', (request) => seen.asked.push(new URL(request.url()).origin));
  await page.goto(asked.link);
  seen.address = await page.evaluate(() => location.href);
  await page.locator('#ask').waitFor();
  await checked(page, 'ask');
  await page.keyboard.type('Dr Example, Test Surgery');
  await page.keyboard.press('Tab');
  await page.keyboard.type(asked.wrong);
  await page.keyboard.press('Enter');
  await page.locator('#said', { hasText: /\d/ }).waitFor();
  seen.wrong = await page.locator('#said').textContent();
  await page.locator('#passcode').fill(asked.passcode);
  await page.locator('#passcode').press('Enter');
  await page.locator('#tools').waitFor();
  seen.focus = await page.evaluate(() => document.activeElement.id);
  seen.text = await page.locator('main').innerText();
  seen.markup = await page.locator('#sections img, #sections script, #sections a').count();
  await checked(page, 'plan');
  await page.emulateMedia({ colorScheme: 'dark' });
  await checked(page, 'dark');
  // 1280 at 400 %, which is 640 at 200 %.
  await page.setViewportSize({ width: 320, height: 640 });
  await checked(page, 'narrow');
  await page.locator('#copy').click();
  await page.locator('#said', { hasText: 'Copied' }).waitFor();
  seen.record = await page.evaluate(() => navigator.clipboard.readText());
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#save').click()]);
  seen.saved = await readFile(await download.path(), 'utf8');
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  seen.printed = await page.locator('#tools').isVisible();
  seen.pdf = (await page.pdf({ format: 'A4' })).length;
  seen.kept = await page.evaluate(() => localStorage.length + sessionStorage.length + document.cookie.length);
  seen.end = await page.evaluate(() => location.href);
} catch (error) {
  seen.error = `${error.name}: ${error.message}`;
}
await browser.close();
console.log(JSON.stringify(seen));
