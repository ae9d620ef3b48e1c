/** Pseudo-random numbers from a seed (mulberry32). */
export function randomFrom(seed: number) {
  let state = seed >>> 0;
  const number = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    number,
    below: (limit: number) => Math.floor(number() * limit),
    pick: <T>(items: readonly T[]): T => items[Math.floor(number() * items.length)] as T,
  };
}
