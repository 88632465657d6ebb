// The official conformance suite, through a proxy that adds a token to each request and changes nothing else.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import http from 'node:http';
import { join } from 'node:path';
import { main, need, onEnd, temporaryFolder } from './lab.mjs';

const upstream = new URL(need('MCP_URL'));
const port = Number(need('PROXY_PORT'));
const token = need('TOKEN');
const [kind, value] = process.argv.slice(2);

function forward(request, response) {
  const headers = [];
  for (let i = 0; i < request.rawHeaders.length; i += 2) {
    if (!/^authorization$/i.test(request.rawHeaders[i])) headers.push(request.rawHeaders[i], request.rawHeaders[i + 1]);
  }
  headers.push('Authorization', `Bearer ${token}`);
  const { hostname, port: to } = upstream;
  const { url: path, method } = request;
  const onward = http.request({ hostname, port: to, path, method, headers, setHost: false, agent: false }, (answer) => {
    response.writeHead(answer.statusCode, answer.rawHeaders);
    response.flushHeaders();
    answer.pipe(response);
    answer.on('error', () => response.destroy());
  });
  onward.on('error', () => {
    if (!response.headersSent) response.writeHead(502);
    response.end();
  });
  response.on('close', () => onward.destroy());
  request.pipe(onward);
}

function suite(folder) {
  const script = join('node_modules', '@modelcontextprotocol', 'conformance', 'dist', 'index.js');
  const url = `http://localhost:${port}${upstream.pathname}`;
  const child = spawn(process.execPath, [script, 'server', '--url', url, `--${kind}`, value, '-o', folder], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onEnd(() => child.kill('SIGKILL'));
  let output = '';
  const add = (text) => (output += text);
  child.stdout.setEncoding('utf8').on('data', add);
  child.stderr.setEncoding('utf8').on('data', add);
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, output })));
}

/** Every check of every scenario that did not pass, in the suite's own words. */
async function complaints(folder) {
  const lines = [];
  for (const name of await readdir(folder, { recursive: true })) {
    if (!name.endsWith('checks.json')) continue;
    for (const check of JSON.parse(await readFile(join(folder, name), 'utf8'))) {
      if (check.status === 'FAILURE' || check.status === 'WARNING') {
        lines.push(`${check.status} ${name.split('/')[0]} ${check.id}: ${check.errorMessage ?? ''}`);
      }
    }
  }
  return lines;
}

await main(async () => {
  const proxy = http.createServer({ requestTimeout: 0 }, forward);
  await new Promise((resolve, reject) => proxy.once('error', reject).listen(port, '127.0.0.1', resolve));
  onEnd(() => proxy.closeAllConnections());
  const folder = await temporaryFolder();
  const { code, output } = await suite(folder);
  const [results, unscored = ''] = output.split('Not scored for');
  const passed = (text) => [...text.matchAll(/^\s*✓ ([^: ]+)/gm)].map((match) => match[1]);
  const failed = (text) => [...text.matchAll(/^\s*✗ ([^: ]+)/gm)].map((match) => match[1]);
  const extra = [...passed(unscored), ...failed(unscored)];
  const scored = passed(results).filter((name) => !extra.includes(name));
  const missed = failed(results).filter((name) => !extra.includes(name));
  const untested = results.match(/^✓ .*: 0 passed, 0 failed/gm) ?? [];
  for (const line of await complaints(folder)) console.log(line);
  for (const name of passed(unscored)) {
    if (!untested.some((line) => line.startsWith(`✓ ${name}:`))) console.log(`also ${name}`);
  }
  console.log(`scored ${scored.length} of ${scored.length + missed.length}`);
  assert.equal(code, 0, output);
});
