import { mapSteps, PathBuilder, rotateSteps, type ShapePath } from './shapePath';
import type { Box } from './page';

/**
 * Preset shapes of DrawingML with their default adjustments, as Excel draws them (ECMA-376 part 1, annex D,
 * presetShapeDefinitions.xml). Names are those of Office.js's GeometricShapeType.
 */
export type PresetShape = 'Sun' | 'Cloud' | 'LightningBolt' | 'Teardrop' | 'RoundRectangle' | 'RightArrow';

type Draw = (width: number, height: number) => ShapePath[];
type Point = readonly [x: number, y: number];

const QUARTER = 5_400_000;

const polygon = (path: PathBuilder, [first, ...others]: readonly [Point, ...Point[]]): PathBuilder => {
  path.move(...first);
  for (const point of others) path.line(...point);
  return path.close();
};

/** `sun`, adj 25 000: eight rays, of which two are given and the others are the same turned by quarters, and a disc. */
const sun: Draw = (width, height) => {
  const radius = 25_000;
  const far = (radius * 30_274) / 32_768;
  const near = (radius * 12_540) / 32_768;
  const base = ((50_000 - far) * 3) / 4;
  const side = ((50_000 - near) * 3) / 4;
  const low = base + 3_662;
  const middle = side + 3_662;
  const half = side + 12_500;
  const tip = (3_163 / 21_600) * 100_000;
  const rays: readonly (readonly [Point, Point, Point])[] = [
    [
      [50_000, 0],
      [100_000 - half, base],
      [half, base],
    ],
    [
      [100_000 - tip, tip],
      [100_000 - low, middle],
      [100_000 - middle, low],
    ],
  ];
  const scaled = ([x, y]: Point): Point => [(width * x) / 100_000, (height * y) / 100_000];
  const turned = ([x, y]: Point): Point => [100_000 - y, x];
  const path = new PathBuilder();
  for (let [a, b, c] of rays) {
    for (let quarter = 0; quarter < 4; quarter++) {
      polygon(path, [scaled(a), scaled(b), scaled(c)]);
      [a, b, c] = [turned(a), turned(b), turned(c)];
    }
  }
  path.move(width / 4, height / 2).arc(width / 4, height / 4, 2 * QUARTER, 4 * QUARTER);
  return [{ steps: path.close().steps, filled: true }];
};

/** Arcs of `cloud`, on a canvas of 43 200: radii, start, sweep. */
const CLOUD_OUTLINE = [
  [6_753, 9_190, -11_429_249, 7_426_832],
  [5_333, 7_267, -8_646_143, 5_396_714],
  [4_365, 5_945, -8_748_475, 5_983_381],
  [4_857, 6_595, -7_859_164, 7_034_504],
  [5_333, 7_273, -4_722_533, 6_541_615],
  [6_775, 9_220, -2_776_035, 7_816_140],
  [5_785, 7_867, 37_501, 6_842_000],
  [6_752, 9_215, 1_347_096, 6_910_353],
  [7_720, 10_543, 3_974_558, 4_542_661],
  [4_360, 5_918, -16_496_525, 8_804_134],
  [4_345, 5_945, -14_809_710, 9_151_131],
] as const;

/** Its inner arcs: where each begins, radii, start, sweep. */
const CLOUD_CREASES = [
  [4_693, 26_177, 4_345, 5_945, 5_204_520, 1_585_770],
  [6_928, 34_899, 4_360, 5_918, 4_416_628, 686_848],
  [16_478, 39_090, 6_752, 9_215, 8_257_449, 844_866],
  [28_827, 34_751, 6_752, 9_215, 387_196, 959_901],
  [34_129, 22_954, 5_785, 7_867, -4_217_541, 4_255_042],
  [41_798, 15_354, 5_333, 7_273, 1_819_082, 1_665_090],
  [38_324, 5_426, 4_857, 6_595, -824_660, 891_534],
  [29_078, 3_952, 4_857, 6_595, -8_950_887, 1_091_722],
  [22_141, 4_720, 4_365, 5_945, -9_809_656, 1_061_181],
  [14_000, 5_192, 6_753, 9_190, -4_002_417, 739_161],
  [4_127, 15_789, 6_753, 9_190, 9_459_261, 711_490],
] as const;

/** `cloud`. The canvas is drawn first and stretched afterwards: its arcs are given for equal scales. */
const cloud: Draw = (width, height) => {
  const canvas = 43_200;
  const outline = new PathBuilder().move(3_900, 14_370);
  for (const [radiusX, radiusY, start, sweep] of CLOUD_OUTLINE) outline.arc(radiusX, radiusY, start, sweep);
  const creases = new PathBuilder();
  for (const [x, y, radiusX, radiusY, start, sweep] of CLOUD_CREASES) creases.move(x, y).arc(radiusX, radiusY, start, sweep);
  const stretched = ({ x, y }: { x: number; y: number }): { x: number; y: number } => ({
    x: (x * width) / canvas,
    y: (y * height) / canvas,
  });
  return [
    { steps: mapSteps(outline.close().steps, stretched), filled: true },
    { steps: mapSteps(creases.steps, stretched), filled: false },
  ];
};

const BOLT: readonly [Point, ...Point[]] = [
  [8_472, 0],
  [12_860, 6_080],
  [11_050, 6_797],
  [16_577, 12_007],
  [14_767, 12_877],
  [21_600, 21_600],
  [10_012, 14_915],
  [12_222, 13_987],
  [5_022, 9_705],
  [7_602, 8_382],
  [0, 3_890],
];

/** `lightningBolt`, on a canvas of 21 600. */
const lightningBolt: Draw = (width, height) => {
  const [first, ...others] = BOLT;
  const scaled = ([x, y]: Point): Point => [(x * width) / 21_600, (y * height) / 21_600];
  return [{ steps: polygon(new PathBuilder(), [scaled(first), ...others.map(scaled)]).steps, filled: true }];
};

/** `teardrop`, adj 100 000: three quarters of an ellipse, its point in the top right corner. */
const teardrop: Draw = (width, height) => {
  const [radiusX, radiusY] = [width / 2, height / 2];
  const path = new PathBuilder()
    .move(0, radiusY)
    .arc(radiusX, radiusY, 2 * QUARTER, QUARTER)
    .quadratic(width * 0.75, 0, width, 0)
    .quadratic(width, height * 0.25, width, radiusY)
    .arc(radiusX, radiusY, 0, QUARTER)
    .arc(radiusX, radiusY, QUARTER, QUARTER)
    .close();
  return [{ steps: path.steps, filled: true }];
};

/** `roundRect`, adj 16 667 of the short side. */
const roundRectangle: Draw = (width, height) => {
  const radius = (Math.min(width, height) * 16_667) / 100_000;
  const path = new PathBuilder()
    .move(0, radius)
    .arc(radius, radius, 2 * QUARTER, QUARTER)
    .line(width - radius, 0)
    .arc(radius, radius, 3 * QUARTER, QUARTER)
    .line(width, height - radius)
    .arc(radius, radius, 0, QUARTER)
    .line(radius, height)
    .arc(radius, radius, QUARTER, QUARTER)
    .close();
  return [{ steps: path.steps, filled: true }];
};

/** `rightArrow`, adj1 and adj2 50 000: a shaft of half the height, a head half the short side long. */
const rightArrow: Draw = (width, height) => {
  const neck = width - Math.min(width, height) / 2;
  const points: readonly [Point, ...Point[]] = [
    [0, height / 4],
    [neck, height / 4],
    [neck, 0],
    [width, height / 2],
    [neck, height],
    [neck, (height * 3) / 4],
    [0, (height * 3) / 4],
  ];
  return [{ steps: polygon(new PathBuilder(), points).steps, filled: true }];
};

const drawings: Readonly<Record<PresetShape, Draw>> = {
  Sun: sun,
  Cloud: cloud,
  LightningBolt: lightningBolt,
  Teardrop: teardrop,
  RoundRectangle: roundRectangle,
  RightArrow: rightArrow,
};

/**
 * The paths of a preset shape in a box, turned clockwise about its middle, back to front:
 * `presetPaths('Teardrop', { left: 0, top: 0, width: 17, height: 17 }, 315)` is a drop with its point upwards.
 */
export const presetPaths = (shape: PresetShape, box: Box, rotation = 0): ShapePath[] => {
  const centre = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  return drawings[shape](box.width, box.height).map(({ steps, filled }) => {
    const placed = mapSteps(steps, ({ x, y }) => ({ x: x + box.left, y: y + box.top }));
    return { filled, steps: rotation === 0 ? placed : rotateSteps(placed, rotation, centre) };
  });
};
