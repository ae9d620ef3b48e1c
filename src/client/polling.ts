/** Both ways to a server. The names are those of Node; in a page they are what a browser has instead. */
export { NodeWebSocket as WEBSOCKET, NodeXHR as POLLING } from 'socket.io-client';
