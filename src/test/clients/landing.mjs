// The landing page as people see it. Env: LANDING_URL, MCP_URL, PICTURES (a folder); TITLE and ABOUT, if they are shown.
import assert from 'node:assert/strict';
import { launch, watch } from './chromium.mjs';
import * as lab from './lab.mjs';

const url = lab.need('LANDING_URL');
const mcp = lab.need('MCP_URL');
const TOO_FAINT = 4.5;

async function open(browser, options) {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'], ...options });
  const { page, seen } = await watch(context);
  const response = await page.goto(url);
  assert.equal(response.status(), 200);
  return { page, seen };
}

function assertQuiet(seen) {
  assert.deepEqual(seen.errors, []);
  assert.deepEqual(seen.violations, []);
  assert.deepEqual(seen.requests.filter((asked) => !asked.startsWith('data:')), [url]);
}

/** WCAG 2 contrast of each visible piece of text with what is behind it, the faintest first. */
function contrasts() {
  const parse = (color) => color.match(/[\d.]+/g).map(Number);
  const light = (color) => {
    const [r, g, b] = parse(color).map((v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    const color = getComputedStyle(element).backgroundColor;
    return parse(color)[3] === 0 ? behind(element.parentElement) : color;
  };
  return [...document.querySelectorAll('body *')]
    .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()) && element.tagName !== 'SCRIPT')
    .map((element) => {
      const [a, b] = [light(getComputedStyle(element).color), light(behind(element))].sort((x, y) => y - x);
      return { text: element.textContent.slice(0, 40), ratio: (a + 0.05) / (b + 0.05) };
    })
    .sort((x, y) => x.ratio - y.ratio);
}

async function assertReadable(page, name) {
  const [faintest] = await page.evaluate(contrasts);
  assert.ok(faintest.ratio >= TOO_FAINT, `${name}: ${JSON.stringify(faintest)}`);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.equal(wide, 0, `${name} scrolls sideways`);
}

async function assertAccessible(page) {
  assert.equal(await page.getAttribute('html', 'lang'), 'en');
  const levels = await page.$$eval('h1,h2,h3,h4', (all) => all.map((heading) => Number(heading.tagName[1])));
  assert.equal(levels.filter((level) => level === 1).length, 1);
  levels.reduce((before, level) => (assert.ok(level <= before + 1, `headings ${levels}`), level), 0);
  const nameless = await page.$$eval('button', (all) => all.filter((button) => !button.getAttribute('aria-label')).length);
  assert.equal(nameless, 0);
}

async function assertCopies(page) {
  const lines = await page.$$eval('.copy code', (all) => all.map((code) => code.textContent));
  assert.equal(lines.length, 5);
  assert.equal(lines[0], mcp);
  for (const [index, line] of lines.entries()) {
    assert.ok(line.includes(mcp), line);
    const button = page.locator('.copy button').nth(index);
    await button.click();
    await page.locator('.copy button', { hasText: 'Copied' }).nth(0).waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), line);
  }
  assert.match(await page.textContent('#said'), / copied$/);
}

/** Elsewhere than on loopback and without TLS, browsers give a page no clipboard. */
async function assertSelects(browser) {
  const { page, seen } = await open(browser, {});
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await page.locator('.copy button').first().click();
  assert.equal(await page.evaluate(() => String(getSelection()).trim()), mcp);
  assertQuiet(seen);
}

/** The policy stops what is not of the page. */
async function assertPolicyHolds(browser) {
  const { page, seen } = await open(browser, {});
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.intruded = true';
    document.body.append(script);
    document.body.append(Object.assign(document.createElement('img'), { src: '/intruder.png' }));
  });
  await lab.within(
    (async () => {
      while (seen.violations.length < 2) await lab.pause(50);
    })(),
    'two violations',
  );
  assert.equal(await page.evaluate(() => window.intruded), undefined);
  assert.deepEqual(seen.violations.map((text) => text.split(' ')[0]).sort(), ['img-src', 'script-src-elem']);
}

const LOOKS = {
  light: { colorScheme: 'light', viewport: { width: 960, height: 900 } },
  dark: { colorScheme: 'dark', viewport: { width: 960, height: 900 } },
  phone: { colorScheme: 'light', viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true },
};

lab.main(async () => {
  const browser = await launch();
  for (const [name, options] of Object.entries(LOOKS)) {
    const { page, seen } = await open(browser, options);
    if (process.env.TITLE) assert.equal(await page.textContent('h1'), process.env.TITLE);
    if (process.env.ABOUT) assert.equal(await page.textContent('.about'), process.env.ABOUT);
    await assertReadable(page, name);
    await assertAccessible(page);
    await page.screenshot({ path: `${lab.need('PICTURES')}/${name}.png`, fullPage: true });
    await assertCopies(page);
    assertQuiet(seen);
    lab.step(`${name}: quiet, readable, accessible; each line is copied`);
  }
  await assertSelects(browser);
  lab.step('without a clipboard, the line is selected');
  await assertPolicyHolds(browser);
  lab.step('the policy stops a foreign script and a foreign picture');
  const without = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await without.goto(url);
  assert.equal(await without.locator('button').count(), 0);
  assert.equal((await without.textContent('.copy code')).trim(), mcp);
  lab.step('without scripts, all but the buttons is there');
});
