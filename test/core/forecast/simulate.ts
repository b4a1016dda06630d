/** Seeded series for the tests: the same on every run and every machine. */

/** Uniform numbers in (0, 1) from a linear congruential generator (Numerical Recipes' constants). */
const uniform = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return (state + 0.5) / 4_294_967_296;
  };
};

/** Standard normal numbers (Box and Muller). */
export const normal = (seed: number): (() => number) => {
  const next = uniform(seed);
  return () => Math.sqrt(-2 * Math.log(next())) * Math.cos(2 * Math.PI * next());
};

/** A yearly wave over weeks, ±20 %, with some noise: 1000 at its mean. */
export const yearlyWeeks = (count: number, noise: number, seed: number): number[] => {
  const draw = normal(seed);
  return Array.from(
    { length: count },
    (_, week) => 1000 * (1 + 0.2 * Math.sin((2 * Math.PI * week) / 52)) * (1 + noise * draw()),
  );
};

/** Days of a service with quiet week-ends: 100 at the mean of the week. */
export const WEEK_SHAPE = [1.3, 1.1, 1, 1, 0.9, 0.9, 0.8] as const;
export const weeklyDays = (count: number, noise: number, seed: number): number[] => {
  const draw = normal(seed);
  return Array.from({ length: count }, (_, day) => 100 * (WEEK_SHAPE[day % 7] ?? 1) * (1 + noise * draw()));
};
