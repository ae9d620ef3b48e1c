/** The levels of effects, from all to the fewest. What the board tells is the same at every level. */
export const LEVELS = ['full', 'less', 'least'] as const;
export type Level = (typeof LEVELS)[number];

/** What may be left out, the first to go first: things that fly by in numbers, then life in a place (rain, a clock, a window) and people in parts that move by themselves. */
export type Effect = 'sparks' | 'places' | 'parts';
const NEEDS: Record<Effect, Level> = { sparks: 'full', places: 'less', parts: 'less' };

const WINDOW_MS = 700;
/** A longer frame comes from a hidden tab or from loading a story, and says nothing about the effects. */
const GAP_MS = 1000;
const SLOW_FPS = 26;
const FAST_FPS = 28;
const PATIENCE_MS = 8000;
const MOST_PATIENCE_MS = 240_000;

/** What the last frames tell about this computer. */
export interface Pace {
  level: Level;
  frames: number;
  ms: number;
  /** Slow windows in a row. */
  slow: number;
  /** How long it has gone well. */
  well: number;
  /** How long it must go well before more is tried; doubles each time that trying was in vain. */
  patience: number;
  /** The present level is an attempt. */
  trying: boolean;
  /** Too slow at the least, too. */
  tooSlow: boolean;
}

export const paceFrom = (level: Level): Pace => ({ level, frames: 0, ms: 0, slow: 0, well: 0, patience: PATIENCE_MS, trying: false, tooSlow: false });

const step = (level: Level, by: 1 | -1): Level => LEVELS[LEVELS.indexOf(level) + by] ?? level;

/** The pace after one more frame of so many ms. Down after two slow windows, up after long patience. */
export function paced(pace: Pace, frame: number): Pace {
  if (frame > GAP_MS) return { ...pace, frames: 0, ms: 0 };
  const [frames, ms] = [pace.frames + 1, pace.ms + frame];
  if (ms < WINDOW_MS) return { ...pace, frames, ms };
  const fps = (frames * 1000) / ms;
  const fresh = { ...pace, frames: 0, ms: 0 };
  if (fps < SLOW_FPS) {
    if (pace.slow === 0) return { ...fresh, slow: 1, well: 0 };
    const level = step(pace.level, 1);
    if (level === pace.level) return { ...fresh, slow: 0, well: 0, tooSlow: true };
    const patience = pace.trying ? Math.min(pace.patience * 2, MOST_PATIENCE_MS) : pace.patience;
    return { ...fresh, level, slow: 0, well: 0, patience, trying: false };
  }
  const well = fps < FAST_FPS ? 0 : pace.well + ms;
  if (well < pace.patience) return { ...fresh, slow: 0, well, trying: pace.trying && well < PATIENCE_MS };
  const level = step(pace.level, -1);
  return { ...fresh, level, slow: 0, well: 0, trying: level !== pace.level };
}

/** How much may move now. Ask again each time: the answer follows how well the computer keeps up. */
export class Effects {
  private pace: Pace;
  private readonly changed: (level: Level) => void;
  private readonly tooSlow: () => void;

  /** `tired`: too slow even at the least; told once. */
  constructor(level: Level, changed: (level: Level) => void, tooSlow: () => void) {
    this.pace = paceFrom(level);
    this.changed = changed;
    this.tooSlow = tooSlow;
  }

  get level(): Level {
    return this.pace.level;
  }

  may(effect: Effect): boolean {
    return LEVELS.indexOf(this.level) <= LEVELS.indexOf(NEEDS[effect]);
  }

  frame(ms: number): void {
    const before = this.pace;
    this.pace = paced(before, ms);
    if (this.level !== before.level) this.changed(this.level);
    if (this.pace.tooSlow && !before.tooSlow) this.tooSlow();
  }
}
