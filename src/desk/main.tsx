import '../ui/oldest-browsers.ts';
import '../ui/paper.css';
import '../ui/print.css';
import './page.css';
import { useState } from 'preact/hooks';
import { inTrial } from '../client/trial-frame.ts';
import { keyOfFrame } from '../ui/given-key.ts';
import { enterLesson, forgetLesson, type KeptLesson, keepLesson, keptLessons, leaveLesson, openLesson } from '../ui/kept-lessons.ts';
import type { Key } from '../ui/lesson-key.ts';
import { lang } from '../ui/locale.ts';
import { renderPage } from '../ui/translator.ts';
import { Home } from './home/home.tsx';
import { goHome, scannedCode } from './home/page-address.ts';
import { askForCatalogue } from './home/server.ts';
import { later } from './later.tsx';
import type { Screening } from './prepare/story.tsx';
import { becomeBoard, openBoard } from './run/board-window.ts';
import { t } from './texts.ts';

const Desk = later(() => import('./run/desk.tsx').then((part) => part.Desk));

function afterReload(): KeptLesson | null {
  // Whoever scans a lesson's QR means that one.
  if (scannedCode.value !== null) return null;
  const key = inTrial() ? keyOfFrame() : null;
  if (key) return { lesson: key.lesson, desk: key.token, title: '', date: 0 };
  const open = openLesson();
  if (!open) return null;
  return keptLessons().find((kept) => kept.lesson === open.lesson) ?? { lesson: open.lesson, desk: open.token, title: '', date: 0 };
}

function App() {
  const [running, setRunning] = useState(afterReload);
  const [blocked, setBlocked] = useState(false);
  const [news, setNews] = useState('');
  function enter(lesson: KeptLesson): void {
    enterLesson({ lesson: lesson.lesson, token: lesson.desk });
    setRunning(lesson);
    scrollTo(0, 0);
  }
  function start(lesson: KeptLesson, screening: Screening): void {
    keepLesson(lesson);
    goHome();
    if (screening === 'alone') return becomeBoard(lesson);
    setBlocked(!openBoard(lesson));
    enter(lesson);
  }
  function paired({ lesson, token }: Key, title: string): void {
    const kept = { lesson, desk: token, title, date: Date.now() };
    keepLesson(kept);
    enter(kept);
  }
  function leave(message = ''): void {
    // A trial lesson has no start page to go back to.
    if (inTrial()) return;
    goHome();
    leaveLesson();
    setRunning(null);
    setNews(message);
    scrollTo(0, 0);
  }
  function forget(lesson: KeptLesson, message = ''): void {
    forgetLesson(lesson.lesson);
    leave(message);
  }

  if (!running) return <Home news={news} onStart={start} onResume={enter} onPaired={paired} onLoaded={() => void Desk.fetch().catch(() => {})} />;
  return (
    <Desk
      key={running.lesson}
      lesson={running}
      boardBlocked={blocked}
      onLeave={() => leave()}
      onForget={() => forget(running)}
      onDeleted={(title) => forget(running, t('lessons.deleted', { title }))}
    />
  );
}

function draw(): void {
  const root = document.querySelector('#app');
  if (!root) return;
  root.textContent = '';
  renderPage(<App />, root);
}

/** So long the page waits for the stories, which were on their way before its code, to draw them with the rest. */
const TOGETHER_MS = 300;
if (afterReload()) draw();
else void Promise.race([askForCatalogue(lang.value), new Promise((late) => setTimeout(late, TOGETHER_MS))]).then(draw, draw);
