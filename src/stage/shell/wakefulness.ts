/** A board that falls asleep in the middle of a story is a nuisance; not every browser can be asked. */
export function stayAwake(): void {
  const wake = () => {
    if (document.visibilityState === 'visible') navigator.wakeLock?.request('screen').catch(() => {});
  };
  document.addEventListener('visibilitychange', wake);
  wake();
}
