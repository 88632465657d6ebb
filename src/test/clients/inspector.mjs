// The Inspector's CLI: three eras with a token in a header, then its own OAuth in the auto era.
// Env: MCP_URL, TOKEN.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as lab from './lab.mjs';

const packageFile = JSON.parse(readFileSync('node_modules/@modelcontextprotocol/inspector/package.json', 'utf8'));
const script = `@modelcontextprotocol/inspector/${packageFile.bin['mcp-inspector']}`;
const url = lab.need('MCP_URL');
const header = ['--header', `Authorization: Bearer ${lab.need('TOKEN')}`];

async function inspect(era, args, { env = {}, seen } = {}) {
  const all = ['--cli', url, '--transport', 'http', '--protocol-era', era, '--format', 'json', ...args];
  const run = lab.start(script, all, { MCP_STORAGE_DIR: await lab.temporaryFolder(), ...env }, seen);
  run.child.stdin.end();
  const code = await lab.within(run.ended, `inspector ${era}`).catch((failure) => {
    throw new Error(`${failure.message}\n${run.errors}`);
  });
  assert.equal(code, 0, `inspector ${era} ${args.at(-1)}: ${run.output}\n${run.errors}`);
  return JSON.parse(run.output).result;
}

const call = (name, ...args) => ['--method', 'tools/call', '--tool-name', name, ...args.flatMap((arg) => ['--tool-arg', arg])];

lab.main(async () => {
  for (const era of ['legacy', 'auto', 'modern']) {
    lab.assertTools((await inspect(era, [...header, '--method', 'tools/list'])).tools);
    const { todo } = lab.structured(await inspect(era, [...header, ...call('create_todo', `title=Inspect ${era}`)]));
    assert.equal(todo.title, `Inspect ${era}`);
    assert.deepEqual(lab.structured(await inspect(era, [...header, ...call('delete_todo', `todo_id=${todo.id}`)])), { deleted: todo.id });
    lab.step(`${era}: tools/list, create_todo and delete_todo with a token in a header`);
  }
  const callback = `http://127.0.0.1:${await lab.freePort()}/oauth/callback`;
  const interactive = { env: { MCP_AUTO_OPEN_ENABLED: 'true' }, seen: lab.browser() };
  const listed = await inspect('auto', ['--callback-url', callback, '--method', 'tools/list'], interactive);
  lab.assertTools(listed.tools);
  lab.step('auto: tools/list with its own OAuth');
});
