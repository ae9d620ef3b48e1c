import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/**
 * What Socket.IO's client carries for binary messages, for WebTransport and for several names on one connection. This game sends JSON alone,
 * by WebSocket or by polling: the phone's page leaves the rest out, some 2 kB of what comes before the first vote.
 *
 * To take a newer Socket.IO: the build stops and names what has another version. Compare the files below with theirs there
 * (https://github.com/socketio/socket.io, by the package's tag), set the version here, and run the tests of `tests/client` and `tests/phone`.
 */
const READ_IN: Record<string, string> = {
  'engine.io-client': '6.6.8',
  'engine.io-parser': '5.2.3',
  'socket.io-client': '4.8.4',
  'socket.io-parser': '4.2.7',
};

/** Whole files, each with what is used of it. */
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

const withoutMethods = (code: string, names: readonly string[], lacks: (name: string) => never): string =>
  names.reduce((left, name) => {
    const method = new RegExp(`^ {4}${name}\\([^)]*\\) \\{[^]*?^ {4}\\}$`, 'm');
    return method.test(left) ? left.replace(method, `    ${name}() {}`) : lacks(name);
  }, code);

const ofFile = <T>(table: Record<string, T>, path: string): T | undefined => Object.entries(table).find(([file]) => path.endsWith(file))?.[1];

/** Takes from Socket.IO's client what no page uses. */
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
        const [, folder = '', name = ''] = /^(.*\/([^/]+))\/build\//.exec(path) ?? [];
        const { version } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
        if (version !== READ_IN[name])
          this.error(
            `${name} is ${version}, and src/tools/slim-socket.ts replaces parts of ${READ_IN[name]}: compare them, then set the version there.`,
          );
        // A build for tests takes the files with the package's debugging, which have the same names.
        const file = path.replace('/esm-debug/', '/esm/');
        const seen = met.get(this.environment.name) ?? new Set();
        met.set(this.environment.name, seen.add(file));
        const lacks = (method: string) =>
          this.error(`${name} ${version} has no method ${method} in ${file}, which src/tools/slim-socket.ts empties.`);
        const code = ofFile(REPLACED, file) ?? withoutMethods(readFileSync(path, 'utf8'), ofFile(EMPTIED, file) ?? [], lacks);
        // Its files only define things: what a part of a page uses alone may come with that part.
        return { code, moduleSideEffects: false };
      },
    },
    buildEnd(error) {
      const seen = [...(met.get(this.environment.name) ?? [])];
      if (error || seen.length === 0) return;
      for (const file of Object.keys({ ...REPLACED, ...EMPTIED }))
        if (!seen.some((path) => path.endsWith(file))) this.error(`The build met no ${file}, which src/tools/slim-socket.ts replaces.`);
    },
  };
}
