import { position } from '../../protocol/scene.ts';
import type { StageView } from '../../protocol/views/stage.ts';
import { displaySettings } from '../board/display-settings.ts';
import { beatCues, type Cue, clockCues, hushed, music } from '../cues/director.ts';
import { t } from '../text/texts.ts';
import type { Sounds } from './sound.ts';

/** After a sleep what was missed is not heard all at once. */
const MISSED_MS = 2000;

/** What is heard with what the board shows, by a new view and by the clock. A sound that means something is also a line to read. */
export class Soundtrack {
  private readonly sounds: Sounds;
  private readonly line: (line: string) => void;
  private heard: number;
  /** The scene went back to the beginning of a line, which is heard again. */
  private replayed = false;
  private hushing = false;

  constructor(sounds: Sounds, now: number, line: (line: string) => void) {
    this.sounds = sounds;
    this.heard = now;
    this.line = line;
  }

  expect(news: Cue[]): void {
    this.replayed ||= news.some((cue) => cue.cue === 'again');
  }

  play(news: Cue[]): void {
    for (const cue of news) {
      if (cue.cue !== 'sound') continue;
      this.sounds.play(cue.sound);
      if (cue.caption !== null) this.caption(cue.caption === 'sound.open' || cue.caption === 'sound.closed' ? t(cue.caption) : cue.caption);
    }
  }

  tick(view: StageView, now: number): void {
    const { screen } = view;
    if (now - this.heard < MISSED_MS && !view.paused) {
      if (screen.kind === 'vote') this.play(clockCues(screen, this.heard, now));
      if (screen.kind === 'scene' && screen.playhead.since !== null) {
        const { playhead } = screen;
        const begins = this.replayed || (this.heard < screen.playhead.since && playhead.offset === 0);
        this.play(beatCues(screen.scene, begins ? playhead.offset - 1 : position(playhead, this.heard), position(playhead, now)));
      }
    }
    this.heard = now;
    this.replayed = false;
    if (hushed(view, now) && !this.hushing) this.sounds.hush();
    this.hushing = hushed(view, now);
    if (this.sounds.setMusic(music(view, now))) this.caption(t('sound.music'));
  }

  /** For whoever cannot hear it. */
  private caption(line: string): void {
    if (displaySettings().captions) this.line(line);
  }
}
