import { connect } from '../link/connection.ts';
import { PROTOCOL_VERSION } from '../protocol/identity.ts';
import type { LessonKeys, NewLesson } from '../protocol/intents.ts';
import type { DeskView, StoryShelf } from '../protocol/views.ts';

const part = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;
const story = part<HTMLSelectElement>('story');
const note = part('note');

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

function codeOf({ lesson, desk }: LessonKeys): Promise<string> {
  const link = connect<DeskView>({ v: PROTOCOL_VERSION, lang: 'nl', role: 'desk', lesson, token: desk });
  return new Promise((resolve) => {
    link.subscribe(() => {
      if (!link.view) return;
      link.close();
      resolve(link.view.code);
    });
  });
}

function frame(id: string, address: string): void {
  const old = part<HTMLIFrameElement>(id);
  const fresh = old.cloneNode() as HTMLIFrameElement;
  fresh.src = address;
  old.replaceWith(fresh);
}

async function begin(): Promise<void> {
  note.textContent = 'Making a lesson …';
  const wanted: NewLesson = { scenario: story.value, lang: 'nl' };
  const response = await fetch('/api/lessons', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(wanted) });
  if (!response.ok) {
    note.textContent = `No lesson: ${response.status} ${await response.text()}`;
    return;
  }
  const keys: LessonKeys = await response.json();
  const fragment = (token: string) => new URLSearchParams({ lesson: keys.lesson, token });
  frame('stage', `/bord#${fragment(keys.stage)}`);
  // The desk never reads a key from an address; after a reload it finds the lesson of its tab here.
  sessionStorage.setItem('wdj.docent', JSON.stringify({ lesson: keys.lesson, token: keys.desk }));
  frame('desk', '/docent');
  const code = await codeOf(keys);
  const seats = (await origins()).slice(0, 4);
  part('phones').replaceChildren(
    ...seats.map((origin, index) => Object.assign(document.createElement('iframe'), { title: `Phone ${index + 1}`, src: `${origin}/#${code}` })),
  );
  note.innerHTML = '';
  note.append(
    `Code ${code}. `,
    Object.assign(document.createElement('a'), { href: `/nabespreking#${fragment(keys.debrief)}`, target: '_blank', textContent: 'Debrief' }),
  );
}

const shelf: StoryShelf = await (await fetch('/api/stories')).json();
story.append(...shelf.stories.map(({ id, title }) => new Option(title, id)));
part('new').addEventListener('click', begin);
await begin();
