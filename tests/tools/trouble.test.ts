import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { reasonIn, troubleIn } from '../../src/tools/trouble.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** As npm, Node and Vite write it, with what else they say. */
test.each([
  [
    'certificate-replaced',
    'npm error code SELF_SIGNED_CERT_IN_CHAIN\nnpm error errno SELF_SIGNED_CERT_IN_CHAIN\nnpm error request to https://registry.npmjs.org/vite failed, reason: self-signed certificate in certificate chain',
  ],
  ['certificate-replaced', 'npm error code UNABLE_TO_GET_ISSUER_CERT_LOCALLY'],
  ['certificate-replaced', 'npm ERR! code DEPTH_ZERO_SELF_SIGNED_CERT'],
  ['certificate-replaced', 'npm error code UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ['certificate-date', 'npm error code CERT_NOT_YET_VALID'],
  ['certificate-date', 'npm error code CERT_HAS_EXPIRED'],
  ['proxy-asks', 'npm error code E407\nnpm error 407 Proxy Authentication Required'],
  ['registry-refuses', 'npm error code E403'],
  ['no-internet', 'npm error code ENOTFOUND\nnpm error network request to https://registry.npmjs.org/vite failed'],
  ['no-internet', 'npm error code EAI_AGAIN'],
  ['no-internet', 'npm error code ECONNREFUSED'],
  ['package-changed', 'npm error code EINTEGRITY'],
  ['no-space', 'npm warn tar TAR_ENTRY_ERROR ENOSPC: no space left on device, write\nnpm error code ENOSPC'],
  ['no-space', "Error: ENOSPC: no space left on device, open '/x/dist/.stamp'"],
  ['not-allowed', 'npm error code EACCES\nnpm error syscall mkdir'],
  ['not-allowed', 'npm error code EBUSY'],
  ['no-npm', 'Error: spawn npm ENOENT'],
])('%s', (code, text) => {
  expect(troubleIn(text)?.code).toBe(code);
  // One paragraph that says what to do, and no line of a stack.
  expect(reasonIn(text, '')).toMatch(new RegExp(`^[A-Z][^\\n]+\\. \\(${code}\\)$`));
});

test('what nobody knows is said as it was', () => {
  expect(reasonIn('src/desk/main.tsx:3:1 Unexpected token', 'otherwise')).toBe('otherwise');
});

test('a clone by Git for Windows has the same lines as this folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'clone-'));
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@x', '-c', 'init.defaultBranch=main', ...args], { cwd: folder, stdio: 'pipe' });
  cpSync(join(ROOT, '.gitattributes'), join(folder, '.gitattributes'));
  const files = { 'story.yaml': 'title: Een\nminutes: 20\n', run: '#!/usr/bin/env bash\ntrue\n', 'sound.ogg': 'OggS\r\n\n\0' };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'x');
  git('clone', '-q', '--config', 'core.autocrlf=true', '.', 'there');
  for (const [name, text] of Object.entries(files)) expect(readFileSync(join(folder, 'there', name), 'latin1')).toBe(text);
  rmSync(folder, { recursive: true });
});
