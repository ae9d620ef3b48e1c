import type { TeacherIntent } from '../../protocol/intents.ts';
import { position } from '../../protocol/scene.ts';
import type { DeskView } from '../../protocol/views/desk.ts';

/** How long a teacher lets each screen stand, in ms; a scene plays to its end and a chat on the phones has its own time. */
const STANDS: Record<DeskView['screen']['kind'], number> = {
  lobby: 6000,
  scene: 1500,
  question: 8000,
  hands: 6000,
  teacherDecides: 6000,
  vote: 0,
  together: 6000,
  recount: 3000,
  'too-few': 6000,
  talk: 10_000,
  reveal: 12_000,
  reflect: 15_000,
  results: 15_000,
  foreseen: 10_000,
  tell: 15_000,
  live: 0,
  end: 15_000,
  over: 0,
};
const QUICK = 0.15;

/** What a teacher who rehearses does on this screen, `shown` ms after it came; null: nothing yet. `quick`: nothing is read. */
export function pressAt(view: DeskView, now: number, shown: number, quick: boolean): TeacherIntent | null {
  const { screen, screenRevision } = view;
  if (shown < STANDS[screen.kind] * (quick ? QUICK : 1)) return null;
  const next: TeacherIntent = { type: 'lesson.next', screenRevision };
  switch (screen.kind) {
    case 'scene':
      return quick || position(screen.playhead, now) >= screen.scene.length ? next : null;
    case 'vote': {
      const done = screen.answered === screen.seats && now > screen.opensAt + 4000;
      return done ? { type: 'vote.close', round: screen.vote.round } : null;
    }
    case 'together':
    case 'teacherDecides':
    case 'too-few':
      return { type: 'vote.pick', round: screen.vote.round, choice: screen.vote.choices[0]?.id ?? '' };
    case 'recount':
      return { type: 'headcount.confirm', count: screen.seats };
    case 'end':
      return { type: 'lesson.end' };
    case 'live':
    case 'over':
      return null;
    default:
      return next;
  }
}
