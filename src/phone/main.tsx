import { render } from 'preact';
import { App } from './app.tsx';
import { openSession, type Session } from './session.ts';

const root = document.getElementById('app');
let session: Session | null = null;

function draw(): void {
  if (root && session) render(<App session={session} root={root} />, root);
}

if (root) {
  session = openSession(draw);
  root.textContent = '';
  draw();
}
