// A Chromium without a window: the one that CHROME_PATH names, else npm's on Linux with x64, else an installed Chrome.
import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { chromium } from 'playwright-core';
import * as lab from './lab.mjs';

const FOLDER = resolve('chromium');
const PACKED = resolve('node_modules/@sparticuz/chromium/bin');

/** Unpacks into a folder that gets its name when it is complete. */
async function unpack() {
  const { default: packed, inflate } = await import('@sparticuz/chromium');
  const before = process.env.TMPDIR;
  const fresh = await mkdtemp(`${FOLDER}-`);
  process.env.TMPDIR = fresh;
  await packed.executablePath(PACKED);
  await inflate(`${PACKED}/al2023.tar.br`);
  const fonts = ['/usr/share/fonts', `${FOLDER}/fonts`].map((dir) => `<dir>${dir}</dir>`).join('');
  await writeFile(`${fresh}/fonts/fonts.conf`, `<fontconfig>${fonts}<cachedir>${FOLDER}/cache</cachedir></fontconfig>`);
  await rename(fresh, FOLDER).catch(async (failure) => {
    // Another script may have been faster.
    if (!existsSync(FOLDER)) throw failure;
    await rm(fresh, { recursive: true, force: true });
  });
  if (before === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = before;
}

async function fromNpm() {
  if (!existsSync(FOLDER)) await unpack();
  // The libraries and fonts that a server's Linux may lack.
  const env = { ...process.env, LD_LIBRARY_PATH: `${FOLDER}/al2023/lib`, FONTCONFIG_PATH: `${FOLDER}/fonts` };
  return { executablePath: `${FOLDER}/chromium`, env };
}

async function found() {
  if (process.env.CHROME_PATH) return { executablePath: process.env.CHROME_PATH };
  return process.platform === 'linux' && process.arch === 'x64' ? fromNpm() : { channel: 'chrome' };
}

/** The browser; it ends with the script. */
export async function launch() {
  const options = { ...(await found()), args: ['--disable-gpu'], timeout: 60_000 };
  const browser = await chromium.launch(options).catch((failure) => {
    throw new Error(`No Chromium; install one and name it in CHROME_PATH. ${failure.message}`);
  });
  lab.onEnd(() => browser.close());
  return browser;
}

/** A page that notes whatever a person would see in the browser's console, and who was asked for what. */
export async function watch(context) {
  const page = await context.newPage();
  const seen = { errors: [], requests: [], violations: [] };
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && seen.errors.push(message.text()));
  page.on('pageerror', (error) => seen.errors.push(String(error)));
  page.on('request', (request) => seen.requests.push(request.url()));
  await page.exposeFunction('noteViolation', (text) => seen.violations.push(text));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      window.noteViolation(`${event.violatedDirective} ${event.blockedURI}`));
  });
  return { page, seen };
}
