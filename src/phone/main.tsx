import { render } from 'preact';
import { App } from './app.tsx';
import { openSession, type Session } from './session.ts';
import { hasTexts, loadTexts } from './texts.ts';

const root = document.getElementById('app');
let session: Session | null = null;
let drawn = false;

/** Until the texts of a language are there, the page stays as it is. */
function draw(): void {
  if (!root || !session) return;
  if (!hasTexts(session.lang)) return void loadTexts(session.lang).then(draw);
  if (!drawn) root.textContent = '';
  drawn = true;
  render(<App session={session} root={root} />, root);
}

if (root) {
  void openSession(draw).then((opened) => {
    session = opened;
    draw();
  });
}
