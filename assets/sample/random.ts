/** Numbers that look drawn by lot and are the same on every machine (mulberry32). */
export type Random = { /** From 0 to 1. */ next(): number; /** Mean 0, standard deviation 1. */ normal(): number };

export const seeded = (seed: number): Random => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  // The sum of twelve uniform draws: close enough to a normal law, and the same to the last bit everywhere.
  const normal = (): number => Array.from({ length: 12 }, next).reduce((sum, draw) => sum + draw, -6);
  return { next, normal };
};
