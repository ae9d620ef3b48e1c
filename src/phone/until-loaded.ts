const AGAIN_MS = 2000;
const PATIENCE_MS = 8000;

/**
 * Tries again where a line broke, and beside a line that hangs; the first that comes is taken. `failed` is called for each try that
 * did not come in time.
 */
export function untilLoaded<Part>(load: () => Promise<Part>, failed: () => void = () => {}): Promise<Part> {
  return new Promise((found) => {
    let here = false;
    function attempt(): void {
      let given = false;
      const giveUp = () => {
        if (given || here) return;
        given = true;
        failed();
        setTimeout(() => !here && attempt(), AGAIN_MS);
      };
      const patience = setTimeout(giveUp, PATIENCE_MS);
      load()
        .then((part) => {
          here = true;
          found(part);
        }, giveUp)
        .finally(() => clearTimeout(patience));
    }
    attempt();
  });
}
