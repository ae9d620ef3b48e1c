import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import fastifyStatic from '@fastify/static';
import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import { aftercareCard, helpLines } from '../lesson/views/help.ts';
import { BASE_LANG, isLang, LANGS, type Lang, privacyPath, proofPath } from '../locales/languages.ts';
import type { AftercareCard, StoryCatalogue } from '../protocol/catalogue.ts';
import { parseNewLesson, parseStoryRequest } from '../protocol/messages.ts';
import type { StoryRequest } from '../protocol/new-lesson.ts';
import type { RefusalCode } from '../protocol/refusals.ts';
import { StorageFullError } from '../session/journal.ts';
import type { Story } from '../story/compile/story.ts';
import { openCatalogue, type Told } from './catalogue.ts';
import type { Lessons } from './lessons.ts';
import type { Library } from './library.ts';
import { sameOrigin } from './origins.ts';
import { paced } from './paced.ts';
import { type Prepared, tidied } from './preparation.ts';
import { Retelling } from './retelling.ts';
import { sameSecret } from './secrets.ts';

const PAGES: Record<string, string> = {
  '/': 'index.html',
  '/bord': 'src/stage/index.html',
  '/docent': 'src/desk/index.html',
  '/nabespreking': 'src/debrief/index.html',
  '/proefles': 'src/trial/index.html',
  ...Object.fromEntries(LANGS.map((lang) => [privacyPath(lang), `src/locales/${lang}/privacy.html`])),
  ...Object.fromEntries(LANGS.map((lang) => [proofPath(lang), `src/locales/${lang}/proof.html`])),
};
const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; media-src 'self' data: blob:; connect-src 'self' ws: wss:; manifest-src 'self'; frame-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'self'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
};

export interface AppOptions {
  dist: string;
  library: Library;
  lessons: Lessons;
  publicUrl: string | null;
  teacherCode: string | null;
}

const asked = (lang: string | undefined): Lang => (isLang(lang) ? lang : BASE_LANG);
const no = (reply: FastifyReply, status: number, refusal: RefusalCode) => reply.code(status).send({ ok: false, refusal });

/** The pages, and the few requests that need no socket. It writes no log, because addresses and paths are personal data. */
export async function buildApp({ dist, library, lessons, publicUrl, teacherCode }: AppOptions): Promise<FastifyInstance> {
  const app = Fastify({ logger: false, bodyLimit: 16_384, requestTimeout: 15_000, forceCloseConnections: true });
  app.addHook('onSend', async (_request, reply, payload) => {
    reply.headers(HEADERS);
    return payload instanceof Readable ? paced(payload) : payload;
  });

  // Only what the build has named after its content, and the pages below: whatever else lies in that folder is nobody's business.
  const assets = join(dist, 'assets');
  await app.register(fastifyStatic, {
    root: assets,
    prefix: '/assets/',
    serve: existsSync(assets),
    preCompressed: true,
    index: false,
    dotfiles: 'ignore',
    allowedPath: (path) => !/\.(?:br|gz)$/.test(path),
    cacheControl: false,
    setHeaders: (reply, path) =>
      void reply.header('cache-control', /[\\/]assets[\\/]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'),
  });
  for (const [path, file] of Object.entries(PAGES)) {
    app.get(path, (_request, reply) => {
      // The teacher's page asks for the stories as soon as its script runs: a browser may fetch them beside the script.
      if (path === '/docent') reply.header('link', `</api/stories?lang=${BASE_LANG}>; rel=preload; as=fetch; crossorigin`);
      return reply.sendFile(file, dist);
    });
    // The frames of a trial lesson ask for the files themselves, which also a server without these names has.
    app.get(`/${file}`, (_request, reply) => reply.sendFile(file, dist));
  }

  const card = openCatalogue(library);
  // No story changes while the server runs.
  const shelves = new Map(
    LANGS.map((lang) => {
      const stories = [...library.stories.values()].map((story) => card({ story }, lang));
      const catalogue: StoryCatalogue = { stories, teacherCode: teacherCode !== null, broken: library.broken.map((story) => story.id) };
      const plain = JSON.stringify(catalogue);
      return [lang, { plain, gzip: gzipSync(plain, { level: 9 }) }];
    }),
  );
  app.get<{ Querystring: { lang?: string } }>('/api/stories', async (request, reply) => {
    const catalogue = shelves.get(asked(request.query.lang));
    reply.type('application/json').header('vary', 'accept-encoding');
    if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return reply.send(catalogue?.plain);
    return reply.header('content-encoding', 'gzip').send(catalogue?.gzip);
  });

  const retelling = new Retelling();
  app.addHook('onClose', () => retelling.close());
  /** What the lesson will keep, and the story as it tells it. */
  async function prepare(
    story: Story,
    wanted: StoryRequest,
    purpose: 'start' | 'read',
  ): Promise<(Extract<Prepared, { names: unknown }> & Told) | { refusal: RefusalCode }> {
    const prepared = tidied(wanted);
    if ('refusal' in prepared) return prepared;
    if (Object.keys(prepared.names).length === 0) return { ...prepared, story };
    const retold = await retelling.tell(story, prepared.names, purpose);
    if ('refusal' in retold) return retold;
    return { ...prepared, story: { ...story, texts: retold.texts }, own: retold.own };
  }
  const refused = (reply: FastifyReply, refusal: RefusalCode) => no(reply, refusal === 'server-busy' ? 503 : 422, refusal);

  app.post('/api/story', async (request, reply) => {
    const wanted = parseStoryRequest(request.body);
    if (!wanted) return no(reply, 400, 'bad-message');
    const story = library.stories.get(wanted.scenario);
    if (!story) return no(reply, 404, 'scenario-unknown');
    const prepared = await prepare(story, wanted, 'read');
    if ('refusal' in prepared) return refused(reply, prepared.refusal);
    const help = helpLines(library.shared, story, wanted.version, wanted.lang, prepared.contact);
    return { ok: true, story: card(prepared, wanted.lang), help, readOn: library.shared.help.readOn };
  });

  app.get<{ Querystring: { lang?: string } }>('/api/aftercare', async (request): Promise<AftercareCard> => {
    return aftercareCard(library.shared, asked(request.query.lang));
  });

  app.post('/api/lessons', async (request, reply) => {
    if (!sameOrigin(request.headers.origin, request.headers.host, publicUrl)) return no(reply, 403, 'not-yours');
    const wanted = parseNewLesson(request.body);
    if (!wanted) return no(reply, 400, 'bad-message');
    if (teacherCode !== null && !sameSecret(wanted.teacherCode ?? '', teacherCode)) return no(reply, 403, 'teacher-code-wrong');
    const story = library.stories.get(wanted.scenario);
    if (!story) return no(reply, 404, 'scenario-unknown');
    const prepared = await prepare(story, wanted, 'start');
    if ('refusal' in prepared) return refused(reply, prepared.refusal);
    const { names, contact } = prepared;
    const keys = await lessons.create(wanted.scenario, wanted.lang, wanted.version, { names, contact }, wanted.short);
    return keys ? { ok: true, ...keys } : no(reply, 404, 'scenario-unknown');
  });

  app.get('/healthz', async () => ({ ok: true }));
  app.get('/readyz', async () => ({ ok: true, lessons: lessons.running }));

  app.setErrorHandler((error: Error & { statusCode?: number }, _request, reply: FastifyReply) => {
    const refusal: RefusalCode =
      error instanceof StorageFullError ? 'storage-full' : (error.statusCode ?? 500) < 500 ? 'bad-message' : 'server-broken';
    if (refusal === 'server-broken') console.error(`A request could not be handled: ${error.stack}`);
    reply.code(error instanceof StorageFullError ? 507 : (error.statusCode ?? 500)).send({ ok: false, refusal });
  });

  // The pupils' page names its files from where it stands, which a path that does not exist may be far below.
  const door = join(dist, PAGES['/'] as string);
  const doorFromAnywhere = existsSync(door) ? readFileSync(door, 'utf8').replaceAll('"./', '"/') : '';
  app.setNotFoundHandler((request, reply) => {
    if (request.url.startsWith('/api/')) return no(reply, 404, 'bad-message');
    const meant = request.url
      .replace(/[?#].*$/, '')
      .replace(/\/$/, '')
      .toLowerCase();
    if (Object.hasOwn(PAGES, meant)) return reply.redirect(meant);
    return reply.code(404).type('text/html').send(doorFromAnywhere);
  });
  return app;
}
