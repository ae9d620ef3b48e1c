/** A press within this of the one before it belongs to the same burst, and what came sooner than this nobody can have looked at. */
export const MOMENT_MS = 500;

/**
 * A clicker that bounces, a key that is held and a hand in doubt press several times for one thing. What such a burst brings into sight is not
 * answered by it: a dialog or screen takes a press only after it has stood there for a moment and the key was up for a moment. Whoever has
 * pressed another key meanwhile has seen it. All times are the page's own (`performance.now()`), which no clock that is set can move.
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

  /** `key`: what it is for, since several keys mean the same. One that is held down presses on and on. */
  press(key: string, now: number): void {
    this.add(key, now, key === this.key && now - this.pressedAt < MOMENT_MS);
  }

  /** `clicks`: how many in a row at this place, as the browser counts them. */
  point(clicks: number, now: number): void {
    this.add('pointer', now, clicks > 1);
  }

  /** Whether the newest press began before the present dialog or screen came, and has not ended since. */
  isBurst(now: number): boolean {
    return this.beganAt <= this.cameAt && now - this.pressedAt < MOMENT_MS;
  }

  /** Whether the newest press can have been meant for what stands there. */
  takes(now: number): boolean {
    return !this.isBurst(now) && (this.looked || now - this.cameAt >= MOMENT_MS);
  }

  private add(key: string, now: number, goesOn: boolean): void {
    if (this.pressedAt > this.cameAt && key !== this.key) this.looked = true;
    if (!goesOn) this.beganAt = now;
    this.key = key;
    this.pressedAt = now;
  }
}
