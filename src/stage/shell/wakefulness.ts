/** Keeps the screen awake during a story, in browsers that can. */
export function stayAwake(): void {
  const wake = () => {
    if (document.visibilityState === 'visible') navigator.wakeLock?.request('screen').catch(() => {});
  };
  document.addEventListener('visibilitychange', wake);
  wake();
}
