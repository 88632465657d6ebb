// A proxy that records what goes over the wire, and that can cut a connection; before several nodes, it takes them in turn.
import http from 'node:http';
import { onEnd, within } from './lab.mjs';

export class Wire {
  exchanges = [];

  constructor(nodes) {
    this.nodes = nodes;
  }

  static async to(...nodes) {
    const wire = new Wire(nodes);
    const server = http.createServer({ requestTimeout: 0 }, (request, response) => wire.#forward(request, response));
    await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
    onEnd(() => server.closeAllConnections());
    wire.url = new URL(`http://127.0.0.1:${server.address().port}${nodes[0].pathname}`);
    return wire;
  }

  #forward(request, response) {
    const { method, headers } = request;
    const exchange = { method, lastEvent: headers['last-event-id'], sent: '', text: '', ended: false };
    this.exchanges.push(exchange);
    const { hostname, port, host } = this.nodes[this.exchanges.length % this.nodes.length];
    const options = { hostname, port, path: request.url, method, headers: { ...headers, host }, agent: false };
    const onward = http.request(options, (answer) => {
      exchange.status = answer.statusCode;
      response.writeHead(answer.statusCode, answer.rawHeaders);
      response.flushHeaders();
      answer.setEncoding('utf8').on('data', (text) => this.#pass(exchange, text, response));
      answer.on('end', () => {
        exchange.ended = true;
        response.end();
      });
      answer.on('error', () => response.destroy());
    });
    onward.on('error', () => response.destroy());
    response.on('close', () => onward.destroy());
    request.setEncoding('utf8').on('data', (text) => {
      exchange.sent += text;
      onward.write(text);
    });
    request.on('end', () => onward.end());
  }

  #pass(exchange, text, response) {
    exchange.text += text;
    const at = this.cut ? text.indexOf(this.cut.text) : -1;
    if (at < 0) {
      response.write(text);
      return;
    }
    const { done } = this.cut;
    this.cut = undefined;
    // The event itself is lost, those before it are not.
    response.write(text.slice(0, text.lastIndexOf('\n\n', at) + 2) || ':\n\n', () => {
      response.destroy();
      done();
    });
  }

  /** Cuts the next connection that carries this text, once, just before it. */
  cutAt(text) {
    return within(new Promise((done) => (this.cut = { text, done })), `the connection that carries ${text}`);
  }

  /** The requests that carried this text. */
  sent(text) {
    return this.exchanges.filter((exchange) => exchange.sent.includes(text));
  }

  /** The requests that went on with a stream. */
  resumptions() {
    return this.exchanges.filter((exchange) => exchange.lastEvent !== undefined);
  }

  /** The streams that belong to no call. */
  streams() {
    return this.exchanges.filter((exchange) => exchange.method === 'GET' && exchange.lastEvent === undefined);
  }
}
