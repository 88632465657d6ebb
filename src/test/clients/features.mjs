// What a client does besides plain calls. Args: <feature> sdk1|sdk2 legacy|modern. Env: MCP_URL (of several nodes, with blanks between), TOKEN.
import assert from 'node:assert/strict';
import { main, need, roundTrip, step, until, within } from './lab.mjs';
import { Peer } from './peer.mjs';
import * as sessions from './sessions.mjs';
import { Wire } from './wire.mjs';

const WATCHED = 'test://watched';
const LOG_LEVEL = 'io.modelcontextprotocol/logLevel';
const [feature, sdk, era] = process.argv.slice(2);
const name = crypto.randomUUID();

const features = {
  ...sessions,

  async elicitation(peer, wire) {
    const asked = [];
    const answers = [{ action: 'accept', content: { count: 3 } }, { action: 'decline' }];
    peer.onElicit((params) => {
      asked.push(params);
      return answers.shift();
    });
    assert.equal(await peer.call('order', { item: 'apples' }), '3 apples');
    assert.equal(await peer.call('order', { item: 'pears' }), 'No pears: DECLINE');
    assert.deepEqual(asked.map(({ message }) => message), ['How many apples?', 'How many pears?']);
    assert.deepEqual(asked[0].requestedSchema.required, ['count']);
    const calls = wire.sent('"tools/call"');
    if (peer.modern) {
      assert.deepEqual(calls.map(({ text }) => text.includes('"input_required"')), [true, false, true, false]);
      assert.deepEqual(calls.map(({ sent }) => /"requestState".*"/.test(sent)), [false, true, false, true]);
      step('asked in the result, answered with the next round');
    } else {
      assert.deepEqual(calls.map(({ text }) => text.includes('"elicitation/create"')), [true, true]);
      const answered = wire.sent('"action"');
      await until(() => answered.every(({ status }) => status), 'the end of the answers');
      assert.deepEqual(answered.map(({ status }) => status), [202, 202]);
      step('asked with a request, answered with a message of its own');
    }
  },

  async todos(peer) {
    for (let i = 0; i < 3; i++) {
      await roundTrip((name, args) => within(peer.sdk.callTool(peer.client, { name, arguments: args }), name));
    }
  },

  async progress(peer) {
    const seen = [];
    const first = (progress) => {
      // The tool waits for what only this client does next.
      if (seen.push(progress) === 1) peer.call('open', { name });
    };
    assert.match(await peer.call('step', { name }, { onprogress: first }), /^true for /);
    assert.deepEqual(seen, [{ progress: 1, total: 2, message: 'waiting' }, { progress: 2, total: 2 }]);
    step('progress arrived while the tool ran');
  },

  async logging(peer) {
    const logged = async (level, expected) => {
      peer.notifications.length = 0;
      if (level && !peer.modern) await within(peer.client.setLoggingLevel(level), 'logging/setLevel');
      await peer.call('log', {}, {}, level && peer.modern ? { [LOG_LEVEL]: level } : undefined);
      const levels = () => peer.told('notifications/message').map((params) => params.level);
      await until(() => levels().length >= expected.length, 'log messages');
      assert.deepEqual(levels(), expected);
    };
    await logged('warning', ['warning', 'error']);
    assert.deepEqual(peer.told('notifications/message')[0], { level: 'warning', logger: 'log', data: 'a warning' });
    await logged('debug', ['debug', 'info', 'warning', 'error']);
    // Per request in one era, for the session in the other.
    await logged(undefined, peer.modern ? [] : ['debug', 'info', 'warning', 'error']);
    step('log messages from the level asked for');
  },

  async cancellation(peer, wire) {
    const leaving = new AbortController();
    const options = { signal: leaving.signal, onprogress: () => leaving.abort('Enough') };
    await assert.rejects(peer.call('linger', { name }, options));
    // Which of both comes first is up to the threads.
    const end = async () => (await peer.call('end', { name })) === 'cancelled and interrupted';
    await until(end, 'the end of the tool');
    step('the tool was cancelled and interrupted');
    const [call] = wire.sent('"linger"');
    if (!peer.modern) {
      await until(() => wire.sent('notifications/cancelled')[0]?.status === 202, 'the accepted notification');
      await until(() => call.ended, 'the end of the stream');
      // Both SDKs come back for the answer, and have to be told that there is none.
      await until(() => wire.resumptions()[0]?.status, 'the attempt to resume');
      assert.equal(wire.resumptions()[0].status, 204);
    }
    assert.doesNotMatch(call.text, /"result"|"error"/);
    step('nothing more was sent');
  },

  async subscriptions(peer, wire) {
    const UPDATED = 'notifications/resources/updated';
    const CHANGED = 'notifications/tools/list_changed';
    let subscription;
    if (peer.modern) {
      const filter = { toolsListChanged: true, resourceSubscriptions: [WATCHED] };
      subscription = await within(peer.client.listen(filter), 'subscriptions/listen');
      assert.deepEqual(subscription.honoredFilter, filter);
    } else {
      await within(peer.client.subscribeResource({ uri: WATCHED }), 'resources/subscribe');
    }
    await peer.call('change');
    await until(() => peer.told(CHANGED).length === 1 && peer.told(UPDATED).length === 1, 'both notifications');
    assert.equal(peer.told(UPDATED)[0].uri, WATCHED);
    const carrier = peer.modern ? wire.sent('subscriptions/listen') : wire.streams();
    assert.deepEqual(carrier.map(({ text }) => text.includes(UPDATED) && text.includes(CHANGED)), [true]);
    assert.ok(!wire.sent('"tools/call"').some(({ text }) => text.includes('notifications/')));
    step('told of both changes, where nothing else is told');
    if (peer.modern) {
      await subscription.close();
      assert.equal(await within(subscription.closed, 'the end of the subscription'), 'local');
      await until(async () => (await peer.call('listeners')) === '0', 'the end on the server');
    } else {
      await within(peer.client.unsubscribeResource({ uri: WATCHED }), 'resources/unsubscribe');
      await peer.call('change');
      await until(() => peer.told(CHANGED).length === 2, 'the second change of the tools');
      assert.equal(peer.told(UPDATED).length, 1);
    }
    step('not told any more');
  },

};

await main(async () => {
  const wire = await Wire.to(...need('MCP_URL').split(' ').map((node) => new URL(node)));
  const peer = await new Peer(sdk, era, wire.url, need('TOKEN')).connect();
  await features[feature](peer, wire);
});
