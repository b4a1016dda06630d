type Values = readonly (number | null)[];
type Scale = { x: (index: number) => number; y: (value: number) => number };

/** What is drawn at one place across a chart, from top to bottom, in points. */
export type Sample = { x: number; top: number; bottom: number };

/** Places of each stretch between two weeks. */
const PLACES = 20;

/** Index of the last value there is; -1 when there is none. */
export const lastIndex = (values: Values): number => values.reduce<number>((last, value, i) => (value === null ? last : i), -1);

/** Where a line through the values passes: twenty places of each stretch, and a value that stands alone. */
export const curveSamples = (values: Values, { x, y }: Scale): Sample[] =>
  values.flatMap((from, i) => {
    if (from === null) return [];
    const to = values[i + 1] ?? from;
    const width = x(i + 1) - x(i);
    const at = (part: number): number => y(from + part * (to - from));
    return Array.from({ length: PLACES }, (_, k) => {
      const [one, other] = [at(k / PLACES), at((k + 1) / PLACES)];
      const drawn = values[i + 1] === null || values[i + 1] === undefined ? 0 : (k / PLACES) * width;
      return { x: x(i) + drawn, top: Math.min(one, other), bottom: Math.max(one, other) };
    });
  });

/** What the area between two lines covers. */
export const bandSamples = (low: Values, high: Values, scale: Scale): Sample[] => {
  const tops = curveSamples(high, scale);
  return curveSamples(low, scale).map(({ x, bottom }, index) => ({ x, top: tops[index]?.top ?? bottom, bottom }));
};
