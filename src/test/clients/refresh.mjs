// A user logs in once: the challenge names offline_access, so either TypeScript SDK asks for it and renews an expired token.
// Args: sdk1 | sdk2, legacy | modern. Env: MCP_URL; ACCESS_TOKEN_SECONDS.
import assert from 'node:assert/strict';
import { Client as Client1 } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as Transport1 } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { Client as Client2, StreamableHTTPClientTransport as Transport2 } from '@modelcontextprotocol/client';
import * as lab from './lab.mjs';

const url = new URL(lab.need('MCP_URL'));
const [sdk, era] = process.argv.slice(2);
const provider = new lab.HeadlessProvider();

function connection() {
  const [Client, Transport] = sdk === 'sdk1' ? [Client1, Transport1] : [Client2, Transport2];
  const versionNegotiation = era === 'modern' ? { mode: { pin: '2026-07-28' } } : undefined;
  const client = new Client({ name: sdk, version: '1' }, { versionNegotiation });
  const transport = new Transport(url, { authProvider: provider });
  lab.onEnd(() => client.close());
  return { client, transport };
}

lab.main(async () => {
  const first = connection();
  await assert.rejects(lab.within(first.client.connect(first.transport), 'connect'), (error) => {
    if (!provider.callback) throw error;
    return true;
  });
  const answer = sdk === 'sdk1' ? provider.callback.get('code') : provider.callback;
  await lab.within(first.transport.finishAuth(answer), 'finishAuth');
  lab.assertAuthorized(provider);
  assert.ok(provider.asked.includes('offline_access'), String(provider.asked));
  assert.ok(provider.saved.refresh_token, 'no refresh token came with offline_access');

  const { client, transport } = connection();
  await lab.within(client.connect(transport), 'connect');
  const list = async () =>
    lab.structured(await lab.within(client.callTool({ name: 'list_todos', arguments: {} }), 'list_todos'));
  await list();
  const old = provider.saved.access_token;
  await lab.pause((Number(lab.need('ACCESS_TOKEN_SECONDS')) + 1) * 1000);
  await list();
  assert.notEqual(provider.saved.access_token, old);
  assert.equal(provider.redirects, 1);
  lab.step('renewed the expired token without the user');
});
