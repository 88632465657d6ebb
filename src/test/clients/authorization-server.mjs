// The official conformance suite's scenarios for authorization servers. Env: ISSUER, CLIENT_ID, CALLBACK_PORT.
import assert from 'node:assert/strict';
import * as lab from './lab.mjs';

lab.main(async () => {
  const visit = lab.browser();
  const suite = lab.start(
    '@modelcontextprotocol/conformance/dist/index.js',
    ['authorization', '--url', lab.need('ISSUER'), '--client-id', lab.need('CLIENT_ID'), '--port', lab.need('CALLBACK_PORT')],
    {},
    visit,
  );
  suite.child.stdout.on('data', () => visit(`${suite.output}\n`));
  const code = await lab.within(suite.ended, 'the suite');
  console.log(suite.output);
  assert.equal(code, 0, suite.errors);
  assert.match(suite.output, /3 passed, 0 failed/);
});
