import { iconShapes } from '../../../src/core/meteo/icons';
import { presetPaths, type PresetShape } from '../../../src/core/meteo/presetShapes';
import type { PathStep } from '../../../src/core/meteo/shapePath';

const square = { left: 0, top: 0, width: 100, height: 100 };

const corners = (steps: readonly PathStep[]): { x: number; y: number }[] =>
  steps.flatMap((step) => (step.kind === 'close' ? [] : [{ x: step.x, y: step.y }]));

const rounded = ({ x, y }: { x: number; y: number }): string => `${x.toFixed(1)},${y.toFixed(1)}`;

/** Points on the outline, curves included. */
const outline = (steps: readonly PathStep[]): { x: number; y: number }[] => {
  let from = { x: 0, y: 0 };
  return steps.flatMap((step) => {
    if (step.kind === 'close') return [];
    const start = from;
    from = { x: step.x, y: step.y };
    if (step.kind !== 'curve') return [from];
    return [0.25, 0.5, 0.75, 1].map((t) => {
      const mix = (a: number, b: number, c: number, d: number): number =>
        (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t ** 2 * c + t ** 3 * d;
      return { x: mix(start.x, step.x1, step.x2, step.x), y: mix(start.y, step.y1, step.y2, step.y) };
    });
  });
};

describe('preset shapes as Excel draws them', () => {
  test('the sun has eight rays and a disc of half the size', () => {
    const [path] = presetPaths('Sun', square);
    const moves = path?.steps.filter((step) => step.kind === 'move').map(rounded);
    expect(moves).toEqual([
      '50.0,0.0',
      '100.0,50.0',
      '50.0,100.0',
      '0.0,50.0',
      '85.4,14.6',
      '85.4,85.4',
      '14.6,85.4',
      '14.6,14.6',
      '25.0,50.0',
    ]);
    const disc = outline(path?.steps.slice(-6) ?? []).slice(1);
    for (const { x, y } of disc) expect(Math.hypot(x - 50, y - 50)).toBeCloseTo(25, 1);
  });

  test('the cloud closes where it began and has its inner arcs as an outline', () => {
    const [body, creases] = presetPaths('Cloud', square);
    const points = corners(body?.steps ?? []);
    const [first, last] = [points[0], points.at(-1)];
    expect(Math.abs((first?.x ?? 0) - (last?.x ?? 99))).toBeLessThan(0.5);
    expect(Math.abs((first?.y ?? 0) - (last?.y ?? 99))).toBeLessThan(0.5);
    expect(creases?.filled).toBe(false);
    expect(creases?.steps.filter((step) => step.kind === 'move')).toHaveLength(11);
  });

  test('the drop turned by 315° has its point above its box', () => {
    const [path] = presetPaths('Teardrop', { left: 0, top: 0, width: 100, height: 100 }, 315);
    const top = Math.min(...outline(path?.steps ?? []).map(({ y }) => y));
    expect(top).toBeCloseTo(-20.7, 0);
  });

  test('the arrow has a shaft of half its height and a head half its height long', () => {
    const [path] = presetPaths('RightArrow', { left: 47, top: 54.5, width: 14, height: 11 });
    expect(corners(path?.steps ?? []).map(rounded)).toEqual([
      '47.0,57.3',
      '55.5,57.3',
      '55.5,54.5',
      '61.0,60.0',
      '55.5,65.5',
      '55.5,62.8',
      '47.0,62.8',
    ]);
  });

  test.each<PresetShape>(['Sun', 'Cloud', 'LightningBolt', 'Teardrop', 'RoundRectangle', 'RightArrow'])(
    '%s fills its box',
    (shape) => {
      const points = presetPaths(shape, { left: 10, top: 20, width: 80, height: 40 }).flatMap(({ steps }) => outline(steps));
      expect(Math.min(...points.map(({ x }) => x))).toBeCloseTo(10, -1);
      expect(Math.max(...points.map(({ x }) => x))).toBeCloseTo(90, -1);
      expect(Math.min(...points.map(({ y }) => y))).toBeCloseTo(20, -1);
      expect(Math.max(...points.map(({ y }) => y))).toBeCloseTo(60, -1);
    },
  );
});

describe('weather icons', () => {
  test.each([
    ['sun', ['Sun']],
    ['bright', ['Sun', 'Cloud']],
    ['cloudy', ['Cloud', 'Cloud']],
    ['rain', ['Cloud', 'Teardrop', 'Teardrop', 'Teardrop']],
    ['storm', ['Cloud', 'LightningBolt']],
    ['fog', ['Cloud', 'RoundRectangle', 'RoundRectangle', 'RoundRectangle']],
  ] as const)('%s is made of native shapes', (weather, shapes) => {
    expect(iconShapes(weather, square).map(({ shape }) => shape)).toEqual(shapes);
  });

  test('the outline does not scale with the icon', () => {
    const weights = (width: number): (number | null)[] =>
      iconShapes('rain', { ...square, width, height: width }).map(({ outline: weight }) => weight);
    expect(weights(66)).toEqual([1.25, null, null, null]);
    expect(weights(30)).toEqual([0.75, null, null, null]);
  });

  test('parts stand in proportion', () => {
    expect(iconShapes('storm', { left: 66, top: 27, width: 50, height: 50 })[1]?.box).toEqual({
      left: 82,
      top: 49,
      width: 22,
      height: 27,
    });
  });
});
