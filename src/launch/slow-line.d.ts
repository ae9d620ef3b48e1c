import type { Page } from 'playwright';
/** A phone's way to the server: every frame waits its own time, in order, both ways; and it can break. */
export interface SlowLine {
  /** What the phone asked, as it left. */
  asked: {
    type: string;
    [key: string]: unknown;
  }[];
  cut(): Promise<void>;
  mend(): void;
}
export declare const SHORTEST_MS = 20;
export declare const LONGEST_MS = 400;
/** `chance`: from 0 up to 1, how long a frame waits. */
export declare function slowLine(page: Page, chance: () => number): Promise<SlowLine>;
