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
  'socket.io-parser/build/esm/is-binary.js': `
    export const isBinary = () => false;
    export const hasBinary = () => false;`,
  'socket.io-parser/build/esm/binary.js': `
    export const deconstructPacket = () => {};
    export const reconstructPacket = () => {};`,
};

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
        return { code: replaced ?? readFileSync(path, 'utf8'), moduleSideEffects: false };
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
