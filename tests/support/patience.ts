/** How long a test waits for what has to come, in ms: long enough for a third of one core. Nothing is waited for longer than it takes. */
export const PATIENCE_MS = 120_000;
