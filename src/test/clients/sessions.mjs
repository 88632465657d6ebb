// What sessions of the older revisions are for: calls that outlive their connections, and an end.
import assert from 'node:assert/strict';
import { need, step, until, within } from './lab.mjs';
import { Peer } from './peer.mjs';

const who = process.argv.slice(3);
const name = crypto.randomUUID();

export async function resumption(peer, wire) {
  const seen = [];
  const cut = wire.cutAt('notifications/progress');
  const call = peer.call('step', { name }, { onprogress: ({ progress }) => seen.push(progress) });
  await cut;
  step('the connection was cut before the first progress');
  await until(() => seen.length, 'what the client missed');
  await peer.call('open', { name });
  assert.match(await call, /^true for /);
  assert.deepEqual(seen, [1, 2]);
  assert.equal(wire.resumptions()[0].status, 200);
  step('the client came back and missed nothing');
}

export async function release(peer, wire) {
  const call = peer.call('step', { name }, { onprogress: () => {} });
  await until(() => wire.resumptions()[0]?.status, 'the return of the client');
  const [posted] = wire.sent('"step"');
  assert.ok(posted.ended);
  assert.match(posted.text, /^retry: 1000$/m);
  await peer.call('open', { name });
  assert.match(await call, /^true for /);
  assert.doesNotMatch(posted.text, /"result"/);
  step('the server let the connection go, and the client came back for the result');
}

export async function end(peer, wire) {
  const id = peer.transport.sessionId;
  await until(() => wire.streams()[0]?.status, 'the stream of the session');
  await within(peer.transport.terminateSession(), 'DELETE');
  assert.equal(wire.exchanges.find(({ method }) => method === 'DELETE').status, 204);
  await until(() => wire.streams()[0].ended, 'the end of its stream');
  const late = new Peer(...who, wire.url, need('TOKEN'), id);
  await late.connect();
  await assert.rejects(within(late.client.ping(), 'ping'), (error) => (error.status ?? error.code) === 404);
  step('the session ended, and its id is unknown');
}
