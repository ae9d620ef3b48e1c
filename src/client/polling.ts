import { NodeWebSocket, NodeXHR } from 'socket.io-client';

/** Websocket first, polling where a network blocks it. The names are those of Node; in a page they are what a browser has instead. */
export const TRANSPORTS = [NodeWebSocket, NodeXHR];
