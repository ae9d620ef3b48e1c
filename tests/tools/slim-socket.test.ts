import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { slimSocket } from '../../src/tools/slim-socket.ts';

const PACKAGES = ['socket.io-client', 'engine.io-client', 'engine.io-parser', 'socket.io-parser', '@socket.io/component-emitter'];
const PARSEQS = 'engine.io-client/build/esm/contrib/parseqs.js';
const installed = fileURLToPath(new URL('../../node_modules', import.meta.url));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'slim-socket-'));
  for (const name of PACKAGES) cpSync(join(installed, name), join(folder, 'node_modules', name), { recursive: true });
  writeFileSync(join(folder, 'page.js'), `export { Manager, NodeWebSocket, NodeXHR } from 'socket.io-client';`);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const built = () =>
  build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    plugins: [slimSocket()],
    build: { write: false, lib: { entry: join(folder, 'page.js'), formats: ['es'] } },
  });
const change = (file: string, from: string, to: string) => {
  const path = join(folder, 'node_modules', file);
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
};

test('the pages get what they use of Socket.IO, and nothing of what is left out', async () => {
  const code = JSON.stringify(await built());
  expect(code).toContain('reconnect_attempt');
  expect(code).not.toMatch(/WebTransport|deconstructPacket|onAnyOutgoing\([^)]/);
});

test('another version of any of its packages stops the build, which names it', async () => {
  for (const name of PACKAGES.slice(0, 4)) {
    const { version } = JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8'));
    change(`${name}/package.json`, `"version": "${version}"`, '"version": "99.0.0"');
    await expect(built(), name).rejects.toThrow(`${name} is 99.0.0, and src/tools/slim-socket.ts replaces parts of ${version}`);
    change(`${name}/package.json`, '"version": "99.0.0"', `"version": "${version}"`);
  }
});

test('a method or a file that is not there any more stops the build, which names it', async () => {
  change('socket.io-client/build/esm/socket.js', '    emitWithAck(', '    emitAndWait(');
  await expect(built()).rejects.toThrow('has no method emitWithAck');
  change('socket.io-client/build/esm/socket.js', '    emitAndWait(', '    emitWithAck(');
  for (const file of ['socket', 'transport']) change(`engine.io-client/build/esm/${file}.js`, 'contrib/parseqs.js', 'contrib/query.js');
  renameSync(join(folder, 'node_modules', PARSEQS), join(folder, 'node_modules', PARSEQS.replace('parseqs', 'query')));
  await expect(built()).rejects.toThrow(`The build met no ${PARSEQS}`);
});
