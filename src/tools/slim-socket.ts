import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/**
 * What Socket.IO's client carries for binary messages, for WebTransport and for several names on one connection. This game sends JSON alone, by WebSocket or by polling:
 * these files are replaced by the parts of them that this needs.
 */
const REPLACED: Record<string, string> = {
  'engine.io-client/build/esm/transports/webtransport.js': `export class WT {}`,
  'engine.io-client/build/esm/contrib/parseuri.js': `
    export function parse(address) {
      const { hostname: host, protocol, port, search } = new URL(address);
      return { host, protocol: protocol.slice(0, -1), port, query: search.slice(1) };
    }`,
  // No page gives its server's address a query.
  'engine.io-client/build/esm/contrib/parseqs.js': `
    export const encode = (query) => new URLSearchParams(query).toString();
    export const decode = () => ({});`,
  'engine.io-parser/build/esm/encodePacket.browser.js': `
    import { PACKET_TYPES } from './commons.js';
    export const encodePacket = ({ type, data }, _, callback) => callback(PACKET_TYPES[type] + (data || ''));
    export const encodePacketToBinary = () => {};`,
  'engine.io-parser/build/esm/decodePacket.browser.js': `
    import { ERROR_PACKET, PACKET_TYPES_REVERSE } from './commons.js';
    export const decodePacket = (packet) => {
      const type = PACKET_TYPES_REVERSE[packet[0]];
      if (!type) return ERROR_PACKET;
      return packet.length > 1 ? { type, data: packet.slice(1) } : { type };
    };`,
  // The table of transports by their names: polling may come later, see `client/polling.ts`.
  'engine.io-client/build/esm/transports/index.js': `
    import { WS } from './websocket.node.js';
    export const transports = { websocket: WS };`,
  // Instead of a table of connections by their addresses, every connection is one of its own.
  'socket.io-client/build/esm/index.js': `
    export { Manager } from './manager.js';
    export { NodeWebSocket, NodeXHR } from 'engine.io-client';`,
  // Of the protocol's packets those with text alone, and only for the one namespace that there is.
  'socket.io-parser/build/esm/index.js': `
    import { Emitter } from '@socket.io/component-emitter';
    export const PacketType = { CONNECT: 0, DISCONNECT: 1, EVENT: 2, ACK: 3, CONNECT_ERROR: 4 };
    export class Encoder {
      encode({ type, id, data }) {
        return ['' + type + (id ?? '') + (data === undefined ? '' : JSON.stringify(data))];
      }
    }
    export class Decoder extends Emitter {
      add(packet) {
        const [, type, id, data] = /^(\\d)(\\d*)(.*)$/s.exec(packet);
        this.emitReserved('decoded', { type: +type, nsp: '/', id: id ? +id : undefined, data: data ? JSON.parse(data) : undefined });
      }
      destroy() {}
    }`,
};

/** Methods that no page calls, and that do nothing where the library calls them itself: they are left empty. */
const EMPTIED: Record<string, readonly string[]> = {
  'socket.io-client/build/esm/socket.js': [
    'send',
    'emitWithAck',
    '_addToQueue',
    '_drainQueue',
    'compress',
    'get volatile',
    'onAny',
    'prependAny',
    'offAny',
    'listenersAny',
    'onAnyOutgoing',
    'prependAnyOutgoing',
    'offAnyOutgoing',
    'listenersAnyOutgoing',
    'notifyOutgoingListeners',
  ],
};

/** Options that no page sets, by the names under which the library reads them: what would happen with them falls away. */
const UNSET: Record<string, readonly string[]> = {
  'engine.io-client/build/esm/socket.js': [
    'this.opts.closeOnBeforeunload',
    'this.opts.withCredentials',
    'this.opts.autoUnref',
    'this.opts.rememberUpgrade',
    'opts.transportImplementations',
  ],
  'engine.io-client/build/esm/transports/polling-xhr.js': [
    'this._opts.extraHeaders',
    'this._opts.requestTimeout',
    'this._opts.cookieJar',
    'this._opts.withCredentials',
    'this._opts.xd',
  ],
  'socket.io-client/build/esm/manager.js': ['this.opts.autoUnref'],
  'socket.io-client/build/esm/socket.js': ['this._opts.retries'],
};

const ofFile = <T>(table: Record<string, readonly T[]>, id: string): readonly T[] =>
  Object.entries(table).find(([file]) => id.endsWith(file))?.[1] ?? [];

/** The file without what no page uses; `lacks` is told what is not there to be taken away. */
function slimmed(code: string, id: string, lacks: (what: string) => void): string {
  let slim = code;
  const replace = (what: string, pattern: RegExp, by: string) => {
    if (!pattern.test(slim)) lacks(what);
    slim = slim.replace(pattern, by);
  };
  for (const name of ofFile(EMPTIED, id)) replace(name, new RegExp(`^ {4}${name}\\([^)]*\\) \\{[^]*?^ {4}\\}$`, 'm'), `    ${name}() {}`);
  for (const name of ofFile(UNSET, id)) replace(name, new RegExp(`(?<![\\w.])${name.replaceAll('.', '\\.')}\\b(?! =[^=])`, 'g'), 'undefined');
  return slim;
}

/** Takes from Socket.IO's client what no page uses. Another version of it that has these files elsewhere fails the build. */
export function slimSocket(): Plugin {
  const met = new Map<string, Set<string>>();
  return {
    name: 'slim-socket',
    apply: 'build',
    enforce: 'pre',
    sharedDuringBuild: true,
    load: {
      filter: { id: /(engine|socket)\.io-(client|parser)\/build\/esm/ },
      handler(path) {
        // A build for tests takes the files with the package's debugging, which have the same names.
        const id = path.replace('/esm-debug/', '/esm/');
        const seen = met.get(this.environment.name) ?? new Set();
        met.set(this.environment.name, seen.add(id));
        const replaced = Object.entries(REPLACED).find(([file]) => id.endsWith(file))?.[1];
        // Its files only define things: what a part of a page uses alone may come with that part.
        const lacks = (what: string) => this.error(`Socket.IO's client has no ${what} in ${id} any more; look at what it has instead.`);
        return { code: replaced ?? slimmed(readFileSync(path, 'utf8'), id, lacks), moduleSideEffects: false };
      },
    },
    buildEnd(error) {
      const seen = [...(met.get(this.environment.name) ?? [])];
      if (error || seen.length === 0) return;
      for (const file of Object.keys(REPLACED))
        if (!seen.some((id) => id.endsWith(file))) this.error(`Socket.IO's client has no ${file} any more; look at what it has instead.`);
    },
  };
}
