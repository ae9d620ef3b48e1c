/** A press within this of the one before it belongs to the same burst, and what came sooner than this nobody can have looked at. */
export const MOMENT_MS = 500;
/** No burst of presses lasts longer: whoever goes on pressing means it, and must get on. */
export const LONGEST_BURST_MS = 2000;

/**
 * A clicker that bounces, a key that is held and a hand in doubt press several times for one thing. What such a burst brings into sight is not
 * answered by it: a dialog or screen takes a press only after it has stood there for a moment and the key was up for a moment. Whoever has
 * pressed another key meanwhile has seen it. All times are the page's own (`performance.now()`), which no clock that is set can move, and those
 * of a press are when it was pressed: on a slow computer it may be heard much later.
 */
export class Pace {
  private cameAt = Number.NEGATIVE_INFINITY;
  private key = '';
  private beganAt = Number.NEGATIVE_INFINITY;
  private pressedAt = Number.NEGATIVE_INFINITY;
  private looked = false;

  /** From now on another dialog or screen takes the presses. */
  came(now: number): void {
    this.cameAt = now;
    this.looked = false;
  }

  /** `key`: what it is for, since several keys mean the same. One that is `held` down presses on and on, and means it once. */
  press(key: string, at: number, held = false): void {
    const goesOn = key === this.key && at - this.pressedAt < MOMENT_MS && at - this.beganAt < LONGEST_BURST_MS;
    this.add(key, at, held || goesOn);
  }

  /** `clicks`: how many in a row at this place, as the browser counts them. */
  point(clicks: number, at: number): void {
    this.add('pointer', at, clicks > 1 && at - this.beganAt < LONGEST_BURST_MS);
  }

  /** Whether what was pressed at this time belongs to presses that began before the present dialog or screen came. */
  isBurst(at: number): boolean {
    return this.beganAt <= this.cameAt && at - this.pressedAt < MOMENT_MS;
  }

  /** Whether what was pressed at this time can have been meant for what stands there. */
  takes(at: number): boolean {
    return !this.isBurst(at) && (this.looked || at - this.cameAt >= MOMENT_MS);
  }

  private add(key: string, at: number, goesOn: boolean): void {
    if (this.pressedAt > this.cameAt && key !== this.key) this.looked = true;
    if (!goesOn) this.beganAt = at;
    this.key = key;
    this.pressedAt = at;
  }
}
