import { element } from './element.ts';
import styles from './wakefulness.module.css';

/** A picture that never changes is no film for a browser. */
const FRAME_EVERY_MS = 5000;

/**
 * Keeps the screen awake during a story. On http, as in most schools, browsers hide their wake lock. There a film is played that the page
 * itself draws: Chromium and Firefox keep the screen on for a film from a page while it can be seen, without sound and however small it is.
 */
export function stayAwake(at: HTMLElement): void {
  const { wakeLock } = navigator;
  const wake = wakeLock ? () => void wakeLock.request('screen').catch(() => {}) : film(at);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') wake();
  });
  wake();
}

/** Behind the board, where nobody sees it. Gives what plays it. */
function film(at: HTMLElement): () => void {
  const canvas = element('canvas', { width: '16', height: '9' });
  const pen = canvas.getContext('2d');
  if (!pen || !('captureStream' in canvas)) return () => {};
  let frame = 0;
  const draw = () => {
    frame += 1;
    pen.fillRect(frame % 16, 0, 1, 1);
  };
  const video = element('video', { class: styles.film, 'aria-hidden': 'true', tabindex: '-1', playsinline: '', 'data-testid': 'film' });
  video.muted = true;
  video.srcObject = canvas.captureStream();
  draw();
  setInterval(draw, FRAME_EVERY_MS);
  at.prepend(video);
  return () => void video.play().catch(() => {});
}
