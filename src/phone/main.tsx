import { renderPage } from '../ui/translator.ts';
import { App } from './app.tsx';
import { type Late, loadLate } from './late.ts';
import { openSession, type Session } from './session.ts';
import { hasTexts, loadTexts } from './texts.ts';

const root = document.getElementById('app');
let session: Session | null = null;
let late: Late | null = null;

/** Until the texts of a language are there, the page stays as it is. */
function draw(): void {
  if (!root || !session) return;
  const { lang } = session;
  const all = late !== null && late.rest !== null;
  if (!hasTexts(lang, all)) return void loadTexts(lang, all).then(draw);
  if (!late) {
    root.textContent = '';
    late = loadLate(() => session?.lang ?? lang, draw);
  }
  renderPage(<App session={session} late={late} root={root} />, root);
}

if (root) {
  void openSession(draw).then((opened) => {
    session = opened;
    draw();
  });
}
