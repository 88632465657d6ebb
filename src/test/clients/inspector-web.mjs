// The Inspector's page in Chromium: connects, logs in through the authorization server, calls a tool. Env: MCP_URL.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { launch } from './chromium.mjs';
import * as lab from './lab.mjs';

const packageFile = JSON.parse(readFileSync('node_modules/@modelcontextprotocol/inspector/package.json', 'utf8'));
const script = `@modelcontextprotocol/inspector/${packageFile.bin['mcp-inspector']}`;
const mcp = lab.need('MCP_URL');

/** Starts the Inspector as the landing page says; the address of its page. */
async function inspector() {
  const env = {
    CLIENT_PORT: String(await lab.freePort()),
    HOME: await lab.temporaryFolder(),
    MCP_AUTO_OPEN_ENABLED: 'false',
    MCP_INSPECTOR_SECRET_STORE: 'memory',
    MCP_SANDBOX_PORT: String(await lab.freePort()),
    MCP_STORAGE_DIR: await lab.temporaryFolder(),
  };
  const run = lab.start(script, ['--web', '--transport', 'http', '--server-url', mcp], env);
  const address = () => run.output.match(/http:\S+MCP_INSPECTOR_API_TOKEN=\w+(?=\s)/)?.[0];
  const up = async () => {
    while (!address()) await lab.pause(100);
    return address();
  };
  const ended = run.ended.then((code) => assert.fail(`the inspector ended with ${code}: ${run.output}\n${run.errors}`));
  return lab.within(Promise.race([up(), ended]), 'the inspector');
}

lab.main(async () => {
  const address = await inspector();
  const page = await (await launch()).newPage();
  const visited = [];
  page.on('request', (request) => request.isNavigationRequest() && visited.push(new URL(request.url())));
  await page.goto(address);
  await page.getByRole('switch', { name: /^Connect or disconnect/ }).click({ force: true });
  await page.getByText('Connected', { exact: true }).waitFor();
  const asked = visited.find((url) => url.searchParams.has('code_challenge'));
  assert.equal(asked?.searchParams.get('resource'), mcp, visited.join('\n'));
  assert.ok(visited.some((url) => url.pathname === '/oauth/callback' && url.searchParams.get('code')), visited.join('\n'));
  lab.step('the page led to the login and came back connected');

  await page.getByText('Tools', { exact: true }).first().click();
  for (const tool of lab.TOOLS) await page.getByRole('button', { name: tool }).waitFor();
  lab.step('the page lists the five tools');

  const title = `Inspect ${crypto.randomUUID()}`;
  await page.getByRole('button', { name: 'create_todo' }).click();
  await page.getByLabel('title').first().fill(title);
  await page.getByRole('button', { name: 'Execute Tool' }).click();
  await page.getByText('Structured Output').waitFor();
  const result = (await page.innerText('body')).match(/Structured Output[\s\d]*(\{[^}]*\}\s*\})/);
  const { todo } = JSON.parse(result?.[1] ?? assert.fail(await page.innerText('body')));
  assert.deepEqual([todo.title, todo.completed], [title, false]);
  lab.step('create_todo answers on the page');
});
