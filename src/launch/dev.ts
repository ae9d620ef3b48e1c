import { spawn } from 'node:child_process';
import { createServer } from 'vite';

/** The real server, restarted when its code changes, behind Vite's, which brings a page up to date while one edits it. */
const port = process.env.PORT || '4500';
const env = { DATA_DIR: 'data/dev', ...process.env, PORT: port, HOST: '127.0.0.1' };
const server = spawn(process.execPath, ['--watch', '--watch-preserve-output', '--disable-warning=ExperimentalWarning', 'src/server/main.ts'], {
  env,
  stdio: 'inherit',
});

/** As the server names the pages. A redirect keeps what stands behind the #. */
const PAGES: Record<string, string> = {
  '/dev': '/src/launch/dev.html',
  '/docent': '/src/desk/index.html',
  '/bord': '/src/stage/index.html',
  '/nabespreking': '/src/debrief/index.html',
};

const target = `http://127.0.0.1:${port}`;
const vite = await createServer({
  server: { host: '0.0.0.0', proxy: { '/api': { target, changeOrigin: false }, '/socket.io': { target, ws: true } } },
  plugins: [
    {
      name: 'pages-by-name',
      configureServer({ middlewares }) {
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
console.log(`\nStage, desk and four phones on one page: http://127.0.0.1:${typeof address === 'object' && address ? address.port : 5173}/dev\n`);

async function end() {
  server.kill();
  await vite.close();
  process.exit();
}
process.on('SIGINT', end);
process.on('SIGTERM', end);
