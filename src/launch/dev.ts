import { spawn } from 'node:child_process';
import { createServer } from 'vite';

/** The real server, restarted when its code changes, behind Vite's, which brings a page up to date while one edits it. */
const port = process.env.PORT || '4500';
const env = { DATA_DIR: 'data/dev', ...process.env, PORT: port, HOST: '127.0.0.1' };
const server = spawn(process.execPath, ['--watch', '--watch-preserve-output', '--disable-warning=ExperimentalWarning', 'src/server/main.ts'], {
  env,
  stdio: 'inherit',
});

/** As the server names the pages. */
const PAGES: Record<string, string> = {
  '/dev': '/src/launch/dev.html',
  '/docent': '/src/desk/index.html',
  '/bord': '/src/stage/index.html',
  '/nabespreking': '/src/debrief/index.html',
};

const target = `http://127.0.0.1:${port}`;
const vite = await createServer({
  server: { host: '0.0.0.0', proxy: { '/api': target, '/socket.io': { target, ws: true } } },
  plugins: [
    {
      name: 'pages-by-name',
      configureServer({ middlewares }) {
        middlewares.use((request, _, next) => {
          const [path = '/', query] = (request.url ?? '/').split('?');
          const page = PAGES[path];
          if (page) request.url = query ? `${page}?${query}` : page;
          next();
        });
      },
    },
  ],
});
await vite.listen();
const address = vite.httpServer?.address();
console.log(`\nStage, desk and four phones on one page: http://127.0.0.1:${typeof address === 'object' && address ? address.port : 5173}/dev\n`);

async function end() {
  server.kill();
  await vite.close();
  process.exit();
}
process.on('SIGINT', end);
process.on('SIGTERM', end);
