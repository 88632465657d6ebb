// One face for the TypeScript SDK 1.x and the client 2.x.
import { Client as Client2, StreamableHTTPClientTransport as Transport2 } from '@modelcontextprotocol/client';
import { Client as Client1 } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as Transport1 } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { ElicitRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { onEnd, within } from './lab.mjs';

const CAPABILITIES = { elicitation: { form: {} } };

const sdks = {
  sdk1: {
    client: () => new Client1({ name: 'sdk1', version: '1' }, { capabilities: CAPABILITIES }),
    transport: (url, options) => new Transport1(url, options),
    onElicit: (client, answer) => client.setRequestHandler(ElicitRequestSchema, answer),
    callTool: (client, params, options) => client.callTool(params, undefined, options),
  },
  sdk2: {
    client: (era) =>
      new Client2(
        { name: 'sdk2', version: '1' },
        {
          capabilities: CAPABILITIES,
          versionNegotiation: { mode: era === 'modern' ? { pin: '2026-07-28' } : 'legacy' },
        },
      ),
    transport: (url, options) => new Transport2(url, options),
    onElicit: (client, answer) => client.setRequestHandler('elicitation/create', answer),
    callTool: (client, params, options) => client.callTool(params, options),
  },
};

export class Peer {
  notifications = [];

  /** Not connected yet; with a session's id it goes on with that session. */
  constructor(sdk, era, url, token, sessionId) {
    this.sdk = sdks[sdk];
    this.modern = era === 'modern';
    this.client = this.sdk.client(era);
    this.transport = this.sdk.transport(url, {
      requestInit: { headers: { Authorization: `Bearer ${token}` } },
      sessionId,
    });
    this.client.fallbackNotificationHandler = async (notification) => void this.notifications.push(notification);
    onEnd(() => this.client.close());
  }

  async connect() {
    await within(this.client.connect(this.transport), 'connect');
    return this;
  }

  onElicit(answer) {
    this.sdk.onElicit(this.client, async ({ params }) => answer(params));
  }

  /** The text of a tool's result. */
  async call(name, args = {}, options = {}, meta = undefined) {
    const params = { name, arguments: args, ...(meta && { _meta: meta }) };
    const result = await within(this.sdk.callTool(this.client, params, options), name);
    if (result.isError) throw new Error(JSON.stringify(result));
    return result.content[0]?.text;
  }

  /** The parameters of the notifications with this method, so far. */
  told(method) {
    return this.notifications.filter((notification) => notification.method === method).map(({ params }) => params);
  }
}
