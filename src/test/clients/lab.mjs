// What the scripts share: steps, bounded waits, clean-up, an OAuth provider without a human, the todo round trip.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const WAIT_MS = 60_000;
const SCRIPT_MS = 210_000;
const cleanups = [];

export const TOOLS = ['create_todo', 'delete_todo', 'get_todo', 'list_todos', 'update_todo'];

export const need = (name) => process.env[name] || assert.fail(`Set ${name}`);

export const step = (text) => console.log(`ok: ${text}`);

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export const onEnd = (cleanup) => cleanups.unshift(cleanup);

/** The promise's outcome, or a failure that says what did not come in time. */
export async function within(promise, what) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: nothing for ${WAIT_MS} ms`)), WAIT_MS);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Waits until the condition, which may be a promise, holds. */
export async function until(condition, what) {
  const end = Date.now() + WAIT_MS;
  while (!(await condition())) {
    assert.ok(Date.now() < end, `${what}: nothing for ${WAIT_MS} ms`);
    await pause(50);
  }
}

/** Runs a script; ends the process with 0 only when all of it held. */
export async function main(script) {
  const end = async (code) => {
    for (const cleanup of cleanups.splice(0)) await Promise.resolve(cleanup()).catch(console.error);
    process.exit(code);
  };
  const fail = (error) => {
    console.log('FAILED:', error);
    return end(1);
  };
  setTimeout(() => fail(new Error(`not done after ${SCRIPT_MS} ms`)), SCRIPT_MS);
  process.once('SIGINT', () => end(130)).once('SIGTERM', () => end(143));
  process.on('unhandledRejection', fail);
  try {
    await script();
    await end(0);
  } catch (error) {
    await fail(error);
  }
}

export async function temporaryFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-client-'));
  onEnd(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

export async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts a client of node_modules as a child; `seen(text)` gets what it prints on standard error. */
export function start(script, args, env, seen = () => {}) {
  const child = spawn(process.execPath, [join('node_modules', script), ...args], {
    env: { ...process.env, ...env, BROWSER: 'true' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  onEnd(() => child.kill('SIGKILL'));
  const run = { child, output: '', errors: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => (run.output += text));
  child.stderr.setEncoding('utf8').on('data', (text) => {
    run.errors += text;
    seen(run.errors);
  });
  run.ended = new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  return run;
}

/** A user at a browser: follows the authorization URL in the text, once, to the client's callback. */
export function browser() {
  let visited;
  return (text) => {
    const url = text.match(/https?:\/\/\S*[?&]code_challenge=\S*(?=\s)/)?.[0];
    if (!url || visited) return;
    visited = url;
    fetch(url).then(
      async (page) => console.log(`ok: visited the authorization URL, the callback answered ${page.status}`),
      (error) => console.log(`The authorization URL failed: ${error}`),
    );
  };
}

/** OAuth for both SDKs, all in memory; the authorization server approves at once. */
export class HeadlessProvider {
  redirectUrl = 'http://127.0.0.1:19042/callback';
  redirects = 0;
  // With it, the client's id is the address of its description, and it does not register.
  clientMetadataUrl = process.env.CLIENT_METADATA_URL;

  /** `scopes(asked)` may change what the authorization URL asks for, as a user's choice would. */
  constructor(scopes = (asked) => asked) {
    this.scopes = scopes;
    this.clientMetadata = {
      client_name: 'Gatehouse client test',
      redirect_uris: [this.redirectUrl],
      token_endpoint_auth_method: 'none',
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      application_type: 'native',
    };
  }

  clientInformation() {
    return this.client;
  }

  saveClientInformation(client) {
    this.client = client;
  }

  tokens() {
    return this.saved;
  }

  saveTokens(tokens) {
    this.saved = tokens;
  }

  codeVerifier() {
    return this.verifier;
  }

  saveCodeVerifier(verifier) {
    this.verifier = verifier;
  }

  state() {
    return (this.sentState = crypto.randomUUID());
  }

  discoveryState() {
    return this.discovery;
  }

  saveDiscoveryState(discovery) {
    this.discovery = discovery;
  }

  async redirectToAuthorization(url) {
    this.redirects++;
    this.asked = url.searchParams.get('scope')?.split(' ') ?? [];
    url.searchParams.set('scope', this.scopes(this.asked).join(' '));
    this.url = url;
    const response = await fetch(url, { redirect: 'manual' });
    const location = response.headers.get('location');
    assert.ok(location, `no redirect from the authorization server: ${response.status} ${await response.text()}`);
    this.callback = new URL(location).searchParams;
    assert.ok(location.startsWith(this.redirectUrl), location);
    assert.equal(this.callback.get('state'), this.sentState);
    assert.ok(this.callback.get('code'), location);
  }
}

/** What the client must have sent and found on its way to a first token. */
export function assertAuthorized(provider) {
  assert.equal(provider.redirects, 1);
  assert.equal(provider.url.searchParams.get('resource'), need('MCP_URL'));
  assert.equal(provider.url.searchParams.get('code_challenge_method'), 'S256');
  assert.equal(provider.discovery.resourceMetadata.resource, need('MCP_URL'));
  assert.ok(provider.client.client_id);
  assert.ok(provider.callback.get('iss'));
  assert.ok(provider.saved.access_token);
  step('challenge, metadata, registration, code with PKCE, token');
}

export function assertTools(tools) {
  assert.deepEqual(tools.map((tool) => tool.name).sort(), TOOLS);
  for (const tool of tools) assert.equal(tool.inputSchema.type, 'object', tool.name);
  step('tools/list shows the five tools');
}

/** The structured result of a call; the text beside it must say the same. */
export function structured(result) {
  assert.ok(!result.isError, JSON.stringify(result));
  assert.deepEqual(JSON.parse(result.content[0].text), result.structuredContent);
  return result.structuredContent;
}

/** Creates, lists, changes and deletes one todo through `call(name, arguments)`. */
export async function roundTrip(call) {
  const title = `Milk ${crypto.randomUUID()}`;
  const { todo } = structured(await call('create_todo', { title, description: 'Two litres' }));
  assert.deepEqual(Object.keys(todo).sort(), ['completed', 'createdAt', 'description', 'id', 'title']);
  assert.deepEqual([todo.title, todo.description, todo.completed], [title, 'Two litres', false]);
  assert.ok(Date.parse(todo.createdAt) > 0, todo.createdAt);
  const list = async (filter) => structured(await call('list_todos', filter)).todos.filter(({ id }) => id === todo.id);
  assert.deepEqual(await list({}), [todo]);
  const { todo: done } = structured(await call('update_todo', { todo_id: todo.id, completed: true }));
  assert.deepEqual(done, { ...todo, completed: true });
  assert.deepEqual(await list({ completed: true }), [done]);
  assert.deepEqual(await list({ completed: false }), []);
  assert.deepEqual(structured(await call('get_todo', { todo_id: todo.id })), { todo: done });
  assert.deepEqual(structured(await call('delete_todo', { todo_id: todo.id })), { deleted: todo.id });
  const missing = await call('get_todo', { todo_id: todo.id });
  assert.equal(missing.isError, true, JSON.stringify(missing));
  step('create_todo, list_todos, update_todo, get_todo, delete_todo');
}
