import type { Weather } from './content';
import type { Box } from './page';
import type { PresetShape } from './presetShapes';

/** One preset shape of an icon. `box` is in the icon's 100 × 100 square, degrees are clockwise. */
type IconPart = { shape: PresetShape; box: Box; rotation?: number; fill: string; outlined: boolean };

/** One preset shape where it stands on the page, in points; `outline` is the weight of its line, null for none. */
export type IconShape = { shape: PresetShape; box: Box; rotation: number; fill: string; outline: number | null };

const SUN_FILL = '#FFC83D';
const RAIN_FILL = '#1565C0';
const FOG_FILL = '#5F676F';
export const ICON_OUTLINE = '#1A1A1A';

const box = (left: number, top: number, width: number, height: number): Box => ({ left, top, width, height });
const outlined = (shape: PresetShape, at: Box, fill: string): IconPart => ({ shape, box: at, fill, outlined: true });
/** Turned so that its point, at the top right of the preset, looks upwards. */
const drop = (left: number, top: number): IconPart => ({
  shape: 'Teardrop',
  box: box(left, top, 17, 17),
  rotation: 315,
  fill: RAIN_FILL,
  outlined: false,
});
const bar = (left: number, top: number): IconPart => ({
  shape: 'RoundRectangle',
  box: box(left, top, 74, 8),
  fill: FOG_FILL,
  outlined: false,
});

/** The six icons, back to front. They differ by their outlines alone, so they read in black and white. */
const icons: Readonly<Record<Weather, readonly IconPart[]>> = {
  sun: [outlined('Sun', box(2, 2, 96, 96), SUN_FILL)],
  bright: [outlined('Sun', box(34, 0, 66, 66), SUN_FILL), outlined('Cloud', box(0, 38, 76, 56), '#FFFFFF')],
  cloudy: [outlined('Cloud', box(34, 8, 66, 48), '#BFC5CC'), outlined('Cloud', box(0, 34, 80, 58), '#FFFFFF')],
  rain: [outlined('Cloud', box(4, 2, 92, 62), '#D5DADF'), drop(18, 72), drop(42, 80), drop(66, 72)],
  storm: [outlined('Cloud', box(4, 2, 92, 62), '#8E969E'), outlined('LightningBolt', box(32, 44, 44, 54), SUN_FILL)],
  fog: [outlined('Cloud', box(14, 2, 72, 50), '#FFFFFF'), bar(4, 60), bar(22, 75), bar(4, 90)],
};

/** 12 mm: below it the outline is thin. */
const SMALL = 34;

/** The shapes of a weather icon drawn in a square of the page. The outline does not scale: 1.25 pt, 0.75 pt below 12 mm. */
export const iconShapes = (weather: Weather, square: Box): IconShape[] => {
  const scale = square.width / 100;
  const weight = square.width < SMALL ? 0.75 : 1.25;
  return icons[weather].map((part) => ({
    shape: part.shape,
    box: {
      left: square.left + part.box.left * scale,
      top: square.top + part.box.top * scale,
      width: part.box.width * scale,
      height: part.box.height * scale,
    },
    rotation: part.rotation ?? 0,
    fill: part.fill,
    outline: part.outlined ? weight : null,
  }));
};
