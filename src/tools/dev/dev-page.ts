/// <reference types="vite/client" />
import { connect, type Link } from '../../client/connection.ts';
import { BASE_LANG } from '../../locales/languages.ts';
import type { StoryCatalogue } from '../../protocol/catalogue.ts';
import { PROTOCOL_VERSION } from '../../protocol/identity.ts';
import type { LessonKeys, NewLesson } from '../../protocol/new-lesson.ts';
import type { DeskView } from '../../protocol/views/desk.ts';
import { type Destination, drive, nodeOn } from './dev-drive.ts';

const part = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;
const story = part<HTMLSelectElement>('story');
const at = part<HTMLSelectElement>('at');
const note = part('note');
const problems = part('problems');
/** The desk of the lesson that is shown, to know where it is when its story is edited. */
let desk: Link<DeskView> | null = null;

/** A phone keeps its seat by origin, so every phone on this page needs one of its own. Only a Mac lacks 127.0.0.2 and on. */
async function origins(): Promise<string[]> {
  const hosts = ['127.0.0.2', '127.0.0.3', '127.0.0.4', '127.0.0.5', 'localhost'];
  const answers = await Promise.all(
    hosts.map((host) =>
      fetch(`http://${host}:${location.port}/dev`, { mode: 'no-cors', signal: AbortSignal.timeout(2000) }).then(
        () => host,
        () => null,
      ),
    ),
  );
  return answers.filter((host) => host !== null && host !== location.hostname).map((host) => `http://${host}:${location.port}`);
}

function takeDesk({ lesson, desk: token }: LessonKeys): Promise<Link<DeskView>> {
  const link = connect<DeskView>({ v: PROTOCOL_VERSION, lang: BASE_LANG, role: 'desk', lesson, token });
  return new Promise((resolve) => {
    const stop = link.subscribe(() => {
      if (!link.view) return;
      stop();
      resolve(link);
    });
  });
}

/** Where each scene of each story is, as the checker found it. */
async function destinationsOf(id: string): Promise<Destination[]> {
  const stories: Record<string, Destination[]> = await (await fetch('/dev/places')).json();
  return stories[id] ?? [];
}

async function offerDestinations(): Promise<void> {
  at.replaceChildren(new Option('the lobby', ''), ...(await destinationsOf(story.value)).map(({ id }) => new Option(id, id)));
}

function frame(id: string, address: string): void {
  const old = part<HTMLIFrameElement>(id);
  const fresh = old.cloneNode() as HTMLIFrameElement;
  fresh.src = address;
  old.replaceWith(fresh);
}

/** What keeps a story from being played, or from the teachers' list. */
async function showProblems(): Promise<void> {
  problems.textContent = await (await fetch('/dev/problems')).text();
}

async function begin(): Promise<void> {
  void showProblems();
  note.textContent = 'Making a lesson …';
  desk?.close();
  const place = (await destinationsOf(story.value)).find(({ id }) => id === at.value);
  const wanted: NewLesson = { scenario: story.value, lang: BASE_LANG, version: place?.version ?? undefined };
  const response = await fetch('/api/lessons', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(wanted) });
  if (!response.ok) {
    note.textContent = `No lesson: ${response.status} ${await response.text()}`;
    return;
  }
  const keys: LessonKeys = await response.json();
  const fragment = (token: string) => new URLSearchParams({ lesson: keys.lesson, token });
  const link = await takeDesk(keys);
  desk = link;
  const there = place === undefined || (await drive(link, place));
  history.replaceState(null, '', `#${new URLSearchParams({ story: story.value, at: at.value })}`);
  frame('stage', `/bord#${fragment(keys.stage)}`);
  // The desk never reads a key from an address; after a reload it finds the lesson of its tab here.
  sessionStorage.setItem('wdj.desk', JSON.stringify({ lesson: keys.lesson, token: keys.desk }));
  frame('desk', '/docent');
  const { code } = link.view!;
  const seats = (await origins()).slice(0, 4);
  part('phones').replaceChildren(
    ...seats.map((origin, index) => Object.assign(document.createElement('iframe'), { title: `Phone ${index + 1}`, src: `${origin}/#${code}` })),
  );
  note.innerHTML = '';
  note.append(
    there ? `Code ${code}. ` : `Code ${code}. Could not get to ${at.value}. `,
    Object.assign(document.createElement('a'), { href: `/nabespreking#${fragment(keys.debrief)}`, target: '_blank', textContent: 'Debrief' }),
  );
}

/** The stories that can be played now: a new one comes, and one with a mistake goes and comes back. */
async function offerStories(wanted: string): Promise<void> {
  const catalogue: StoryCatalogue = await (await fetch('/api/stories')).json();
  story.replaceChildren(...catalogue.stories.map(({ id, title }) => new Option(title, id)));
  // What was asked for has a place in the list from the start: it may only have a mistake yet.
  if (wanted !== '' && !catalogue.stories.some(({ id }) => id === wanted)) story.append(new Option(wanted, wanted));
  story.value = wanted || (catalogue.stories[0]?.id ?? '');
}

/** After a change in scenarios/: a fresh lesson at the scene that the board shows now. */
async function again(): Promise<void> {
  const here = desk?.view ? nodeOn(desk.view.screen) : null;
  const place = here ?? at.value;
  await offerStories(story.value);
  await offerDestinations();
  at.value = place;
  await begin();
}
import.meta.hot?.on('stories:changed', again);
import.meta.hot?.on('stories:wrong', async ({ broken }: { broken: string[] }) => {
  // The lesson that is shown keeps the story that it began with; another story's mistake is in nobody's way.
  if (!broken.includes(story.value)) await again();
  else await showProblems();
});

const asked = new URLSearchParams(location.hash.slice(1));
await offerStories(asked.get('story') ?? '');
await offerDestinations();
at.value = asked.get('at') ?? '';
story.addEventListener('change', offerDestinations);
part('new').addEventListener('click', begin);
await begin();
