import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { createServer } from 'vite';
import { LANGS, privacyPath, proofPath } from '../../locales/languages.ts';

/** The real server, restarted when its code or a story changes, behind Vite's, which brings a page up to date while one edits it. */
const { values: asked } = parseArgs({ options: { story: { type: 'string', default: '' }, at: { type: 'string', default: '' } } });
const port = process.env.PORT || '4500';
const env = { DATA_DIR: 'data/dev', ...process.env, PORT: port, HOST: '127.0.0.1' };
const target = `http://127.0.0.1:${port}`;
const startServer = (): ChildProcess =>
  spawn(process.execPath, ['--watch', '--watch-preserve-output', '--disable-warning=ExperimentalWarning', 'src/server/main.ts', '--rehearsal'], {
    env,
    stdio: 'inherit',
  });
let server = startServer();

interface Found {
  file: string;
  line: number;
  column: number;
  severity: string;
  message: { nl: string };
}
interface Checked {
  stories: {
    id: string;
    diagnoses: Found[];
    coverage: Record<string, { id: string; version: string | null; choices: { node: string; choice: string }[] }[]>;
  }[];
  broken: { id: string; diagnoses: Found[] }[];
}
/** What the writers' command says of the stories as they are on disk. Where it fails itself, what it printed is the problem. */
function check(): Promise<Checked> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['src/tools/scenarios/scenarios.ts', '--json'], { maxBuffer: 64 * 1024 * 1024 }, (_error, stdout, stderr) => {
      try {
        resolve(JSON.parse(stdout));
      } catch {
        const failed = { file: 'scenarios', line: 1, column: 1, severity: 'error', message: { nl: stderr || stdout } };
        resolve({ stories: [], broken: [{ id: 'scenarios', diagnoses: [failed] }] });
      }
    });
  });
}
/** What keeps a story from being played, or from the teachers' list. */
function problemsOf({ stories, broken }: Checked): string {
  const errors = [...broken, ...stories].flatMap(({ diagnoses }) => diagnoses.filter(({ severity }) => severity !== 'warning'));
  const kind = (severity: string) => (severity === 'withheld' ? 'mag niet in de klas: ' : '');
  return errors.map(({ file, line, column, severity, message }) => `${file}:${line}:${column} ${kind(severity)}${message.nl}`).join('\n');
}

let checked = check();

async function serving(): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (
      await fetch(`${target}/api/stories`).then(
        (response) => response.ok,
        () => false,
      )
    )
      return;
    await new Promise((later) => setTimeout(later, 100));
  }
}
/** While the server starts, a page that asks it something waits instead of failing for good. */
let ready = serving();

/** As the server names the pages. A redirect keeps what stands behind the #. */
const PAGES: Record<string, string> = {
  '/dev': '/src/tools/dev/dev.html',
  '/docent': '/src/desk/index.html',
  '/bord': '/src/stage/index.html',
  '/nabespreking': '/src/debrief/index.html',
  '/proefles': '/src/trial/index.html',
  ...Object.fromEntries(LANGS.map((lang) => [privacyPath(lang), `/src/locales/${lang}/privacy.html`])),
  ...Object.fromEntries(LANGS.map((lang) => [proofPath(lang), `/src/locales/${lang}/proof.html`])),
};

const vite = await createServer({
  server: { host: '0.0.0.0', proxy: { '/api': { target, changeOrigin: false }, '/socket.io': { target, ws: true } } },
  plugins: [
    {
      name: 'pages-by-name',
      configureServer({ middlewares }) {
        middlewares.use('/api', async (_request, _response, next) => {
          await ready;
          next();
        });
        middlewares.use('/dev/places', async (_request, response) => {
          const { stories } = await checked;
          const places = stories.map(({ id, coverage: { scenes, votes, ends } }) => [id, [...scenes!, ...votes!, ...ends!]]);
          response.setHeader('content-type', 'application/json').end(JSON.stringify(Object.fromEntries(places)));
        });
        middlewares.use('/dev/problems', async (_request, response) => {
          response.setHeader('content-type', 'text/plain; charset=utf-8').end(problemsOf(await checked));
        });
        middlewares.use((request, response, next) => {
          const page = PAGES[request.url?.split('?')[0] ?? '/'];
          if (!page) return next();
          response.writeHead(302, { location: page }).end();
        });
      },
    },
  ],
});
await vite.listen();
const address = vite.httpServer?.address();
const place = asked.story || asked.at ? `#${new URLSearchParams(asked)}` : '';
console.log(
  `\nStage, desk and four phones on one page: http://127.0.0.1:${typeof address === 'object' && address ? address.port : 5173}/dev${place}\n`,
);

/** One at a time, and once more where something was saved meanwhile. */
let busy = false;
let dirty = false;
async function reread(): Promise<void> {
  dirty = true;
  if (busy) return;
  busy = true;
  while (dirty) {
    dirty = false;
    await new Promise((later) => setTimeout(later, 150));
    checked = check();
    const found = await checked;
    const problems = problemsOf(found);
    // A story with a mistake is left out, and the others play as they are now.
    const stopped = once(server, 'exit');
    server.kill();
    ready = stopped.then(() => {
      server = startServer();
      return serving();
    });
    await ready;
    if (problems) console.log(problems);
    if (problems) vite.ws.send('stories:wrong', { broken: found.broken.map(({ id }) => id) });
    else vite.ws.send('stories:changed', {});
  }
  busy = false;
}
vite.watcher.add('scenarios');
vite.watcher.on('all', (_event, path) => {
  if (/scenarios[\\/].*\.yaml$/.test(path)) void reread();
});

async function end() {
  server.kill();
  await vite.close();
  process.exit();
}
process.on('SIGINT', end);
process.on('SIGTERM', end);
