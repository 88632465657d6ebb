// TypeScript client 2.x. Args: legacy | auto | modern | step-up | m2m.
// Env: MCP_URL; for m2m, M2M_CLIENT_ID, M2M_CLIENT_SECRET and M2M_ISSUER.
import assert from 'node:assert/strict';
import { Client, ClientCredentialsProvider, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import * as lab from './lab.mjs';

const MODERN = '2026-07-28';
const url = new URL(lab.need('MCP_URL'));
const negotiations = { auto: 'auto', modern: { pin: MODERN } };

function connection(authProvider, era) {
  const versionNegotiation = negotiations[era] && { mode: negotiations[era] };
  const client = new Client({ name: 'sdk2', version: '1' }, { versionNegotiation });
  const transport = new StreamableHTTPClientTransport(url, { authProvider });
  lab.onEnd(() => client.close());
  return { client, transport };
}

/** A connected client whose user has been asked, once, at the authorization server. */
async function authorized(provider, era) {
  const first = connection(provider, era);
  await assert.rejects(lab.within(first.client.connect(first.transport), 'connect'), (error) => {
    if (!provider.callback) throw error;
    return true;
  });
  await lab.within(first.transport.finishAuth(provider.callback), 'finishAuth');
  lab.assertAuthorized(provider);
  return connected(provider, era);
}

async function connected(provider, era) {
  const { client, transport } = connection(provider, era);
  await lab.within(client.connect(transport), 'connect');
  assert.equal(client.getProtocolEra(), era === 'legacy' ? 'legacy' : 'modern');
  const version = client.getNegotiatedProtocolVersion();
  assert.equal(version === MODERN, era !== 'legacy', version);
  lab.step(`connected in the ${client.getProtocolEra()} era, protocol ${version}`);
  const call = (name, args) => lab.within(client.callTool({ name, arguments: args }), name);
  return { client, transport, call };
}

async function todos(client, call) {
  lab.assertTools((await lab.within(client.listTools(), 'tools/list')).tools);
  await lab.roundTrip(call);
}

async function stepUp() {
  const provider = new lab.HeadlessProvider((asked) => (provider.redirects > 1 ? asked : ['todo:read']));
  const { transport, call } = await authorized(provider, 'auto');
  lab.structured(await call('list_todos', {}));
  lab.step('todo:read is enough to list');
  await assert.rejects(call('create_todo', { title: 'Step up' }), (error) => {
    if (provider.redirects !== 2) throw error;
    return true;
  });
  for (const scope of ['todo:read', 'todo:write']) assert.ok(provider.asked.includes(scope), String(provider.asked));
  lab.step(`403 insufficient_scope made the client ask for ${provider.asked.join(' ')}`);
  await lab.within(transport.finishAuth(provider.callback), 'finishAuth');
  const { todo } = lab.structured(await call('create_todo', { title: 'Step up' }));
  lab.structured(await call('delete_todo', { todo_id: todo.id }));
  assert.equal(provider.redirects, 2);
  lab.step('create_todo works with the new token');
}

async function machine() {
  const provider = new ClientCredentialsProvider({
    clientId: lab.need('M2M_CLIENT_ID'),
    clientSecret: lab.need('M2M_CLIENT_SECRET'),
    expectedIssuer: lab.need('M2M_ISSUER'),
    scope: 'todo:read todo:write',
  });
  const { client, call } = await connected(provider, 'auto');
  assert.ok(provider.tokens().access_token);
  lab.step('client credentials brought a token');
  await todos(client, call);
}

lab.main(async () => {
  const mode = process.argv[2];
  if (mode === 'step-up') return stepUp();
  if (mode === 'm2m') return machine();
  assert.ok(['legacy', 'auto', 'modern'].includes(mode), `unknown mode ${mode}`);
  const { client, call } = await authorized(new lab.HeadlessProvider(), mode);
  await todos(client, call);
});
