// TypeScript SDK 1.x: the whole OAuth flow and a round trip.
// Env: MCP_URL.
import assert from 'node:assert/strict';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import * as lab from './lab.mjs';

const url = new URL(lab.need('MCP_URL'));
const provider = new lab.HeadlessProvider();

function connection() {
  const client = new Client({ name: 'sdk1', version: '1' });
  const transport = new StreamableHTTPClientTransport(url, { authProvider: provider });
  lab.onEnd(() => client.close());
  return { client, transport };
}

lab.main(async () => {
  const first = connection();
  await assert.rejects(lab.within(first.client.connect(first.transport), 'connect'), (error) => {
    if (!provider.callback) throw error;
    return true;
  });
  await lab.within(first.transport.finishAuth(provider.callback.get('code')), 'finishAuth');
  lab.assertAuthorized(provider);

  const { client, transport } = connection();
  await lab.within(client.connect(transport), 'connect');
  lab.step(`connected to ${client.getServerVersion().name}, protocol ${transport.protocolVersion}`);
  lab.assertTools((await lab.within(client.listTools(), 'tools/list')).tools);
  const call = (name, args) => lab.within(client.callTool({ name, arguments: args }), name);
  await lab.roundTrip(call);
});
