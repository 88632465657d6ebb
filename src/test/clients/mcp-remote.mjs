// mcp-remote as a stdio bridge, with its own OAuth. Env: MCP_URL.
import assert from 'node:assert/strict';
import * as lab from './lab.mjs';

lab.main(async () => {
  const bridge = lab.start(
    'mcp-remote/dist/proxy.js',
    [lab.need('MCP_URL'), String(await lab.freePort()), '--allow-http', '--transport', 'http-only'],
    { MCP_REMOTE_CONFIG_DIR: await lab.temporaryFolder() },
    lab.browser(),
  );
  const waiting = new Map();
  bridge.ended.then((code) => {
    for (const { reject } of waiting.values()) reject(new Error(`mcp-remote ended with ${code}: ${bridge.errors}`));
  });
  let rest = '';
  bridge.child.stdout.on('data', (text) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop();
    for (const message of lines.filter(Boolean).map((line) => JSON.parse(line))) waiting.get(message.id)?.resolve(message);
  });
  const send = (message) => bridge.child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  const ask = async (method, params = {}) => {
    const id = waiting.size + 1;
    const answer = new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
    send({ id, method, params });
    const { result, error } = await lab.within(answer, method).catch((failure) => {
      throw new Error(`${failure.message}\n${bridge.errors}`);
    });
    assert.equal(error, undefined, JSON.stringify(error));
    return result;
  };

  const hello = await ask('initialize', {
    protocolVersion: '2025-11-25',
    capabilities: {},
    clientInfo: { name: 'mcp-remote-test', version: '1' },
  });
  assert.equal(hello.protocolVersion, '2025-11-25');
  lab.step(`initialized with ${hello.serverInfo.name}`);
  send({ method: 'notifications/initialized' });
  lab.assertTools((await ask('tools/list')).tools);
  await lab.roundTrip((name, args) => ask('tools/call', { name, arguments: args }));
});
