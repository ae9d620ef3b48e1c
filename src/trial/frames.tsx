import { TRIAL_FRAME } from '../client/trial-frame.ts';
import { CODE_ALPHABET, CODE_LENGTH } from '../protocol/identity.ts';
import { lang } from '../ui/locale.ts';
import { t } from './texts.ts';
import { LESSON } from './trial-session.ts';

export const FRAMES = ['stage', 'desk', 'phone', 'debrief'] as const;
export type Frame = (typeof FRAMES)[number];

const PAGES: Record<Frame, string> = {
  stage: 'src/stage/index.html',
  desk: 'src/desk/index.html',
  phone: 'index.html',
  debrief: 'src/debrief/index.html',
};

/** The addresses of the files themselves, so that they work on a server without the pages' short names. */
const root = import.meta.env.DEV ? new URL('/', location.href) : new URL('../', import.meta.url);
const keys = new URLSearchParams({ lesson: LESSON, token: LESSON });
/** Any valid code, because the frame finds the lesson around it. */
const CODE = CODE_ALPHABET.slice(0, CODE_LENGTH);
const address = (frame: Frame) => `${new URL(PAGES[frame], root).href}#${frame === 'phone' ? CODE : keys}`;

const LONGEST_MS = 1000;
/** When the page has a moment for something else. */
function idle(then: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(then, { timeout: LONGEST_MS });
  else setTimeout(then);
}

/** A real page of the game, which finds its lesson in the page around it. */
export function FrameOf({ frame, onLoaded }: { frame: Frame; onLoaded(): void }) {
  return (
    <iframe
      name={`${TRIAL_FRAME}${frame}-${lang.value}`}
      title={t(`frame.${frame}`)}
      src={address(frame)}
      allow="autoplay; fullscreen"
      onLoad={() => idle(onLoaded)}
    />
  );
}
