import { chartDrawing } from '../../../src/core/meteo/chartDrawing';
import { chartStyle } from '../../../src/core/meteo/chartStyle';
import { iconShapes } from '../../../src/core/meteo/icons';
import type { Weather } from '../../../src/core/meteo/content';
import { statusColors, statusSymbols } from '../../../src/core/meteo/layoutStyle';
import { symbolPolygon } from '../../../src/core/meteo/symbols';
import { vocabulary } from '../../../src/core/words/vocabulary';
import { contrast, rgbOf, seen, visions } from './colorVision';
import { exampleContent } from './exampleContent';
import { laidOut, only } from './laidOut';

const WHITE = '#FFFFFF';
/** WCAG 2.2: 1.4.3 for text, 1.4.11 for what is drawn. */
const OF_TEXT = 4.5;
const OF_LINES = 3;

const statuses = ['green', 'amber', 'red', 'none'] as const;
/** The page with each status in its table, so that every style of it is there. */
const page = (orientation: 'portrait' | 'landscape', language: 'fr' | 'en' = 'fr') => {
  const content = exampleContent(orientation);
  const rows = content.green.rows.map((row, i) => {
    const status = statuses[i % statuses.length] ?? 'none';
    return { ...row, status: { status, word: vocabulary(language).status[status] } };
  });
  return laidOut({ ...content, green: { ...content.green, rows } });
};

const below = (pairs: readonly (readonly [what: string, color: string, on: string])[], least: number): string[] =>
  pairs.flatMap(([what, color, on]) => {
    const ratio = contrast(rgbOf(color), rgbOf(on));
    return ratio < least ? [`${what}: ${ratio.toFixed(2)}`] : [];
  });

test.each([
  ['black on white', '#000000', '#FFFFFF', 21],
  ['the palest grey that is still text on white', '#767676', '#FFFFFF', 4.5],
  ['grey text', '#595959', '#FFFFFF', 7],
])('contrast of %s', (_name, one, other, ratio) => {
  expect(contrast(rgbOf(one), rgbOf(other))).toBeCloseTo(ratio, 1);
});

describe.each(['portrait', 'landscape'] as const)('in %s', (orientation) => {
  test('every text stands out from what is under it', () => {
    const texts = only(page(orientation), 'text').map(({ id, style, fill }) => [id, style.color, fill ?? WHITE] as const);
    expect(texts.length).toBeGreaterThan(50);
    expect(below(texts, OF_TEXT)).toEqual([]);
  });

  test('so do the texts of the chart', () => {
    const labels = only(page(orientation), 'chart').flatMap((chart) => chartDrawing(chart, 'fr').labels);
    expect(labels.length).toBeGreaterThan(3);
    const ticks = [['ticks', chartStyle.tickColor, WHITE]] as const;
    expect(below([...ticks, ...labels.map(({ text, color }) => [text, color, WHITE] as const)], OF_TEXT)).toEqual([]);
  });

  test('frames, symbols and the lines of the chart that say something stand out from the paper', () => {
    const laid = page(orientation);
    const frames = only(laid, 'frame').map(({ id, color }) => [id, color, WHITE] as const);
    const symbols = only(laid, 'symbol').map(({ id, color }) => [id, color, WHITE] as const);
    const { actual, objective, projection, cut } = chartStyle;
    const lines = [actual, objective, projection, cut].map(({ color }) => ['chart', color, WHITE] as const);
    expect([frames.length, symbols.length > 3]).toEqual([3, true]);
    expect(below([...frames, ...symbols, ...lines], OF_LINES)).toEqual([]);
  });
});

describe.each(visions)('seen %s', (vision) => {
  test('the words of every status can be read', () => {
    const faint = statuses.filter((status) => contrast(seen(rgbOf(statusColors[status]), vision), [1, 1, 1]) < OF_TEXT);
    expect(faint).toEqual([]);
  });

  test('every frame stands out from the paper', () => {
    const faint = only(page('portrait'), 'frame').filter(
      ({ color }) => contrast(seen(rgbOf(color), vision), [1, 1, 1]) < OF_LINES,
    );
    expect(faint).toEqual([]);
  });
});

describe('without any colour', () => {
  test.each(['fr', 'en'] as const)('each status has a word of its own (%s)', (language) => {
    expect(new Set(statuses.map((status) => vocabulary(language).status[status])).size).toBe(statuses.length);
  });

  test('each status has a symbol of its own, or none', () => {
    const drawn = statuses.map((status) => {
      const symbol = statusSymbols[status];
      return symbol === null ? '' : JSON.stringify(symbolPolygon(symbol, { x: 0, y: 0 }, 10));
    });
    expect(new Set(drawn).size).toBe(statuses.length);
  });

  test('each weather has an outline of its own', () => {
    const weathers: readonly Weather[] = ['sun', 'bright', 'cloudy', 'rain', 'storm', 'fog'];
    const outlines = weathers.map((weather) =>
      JSON.stringify(
        iconShapes(weather, { left: 0, top: 0, width: 100, height: 100 }).map(({ shape, box, rotation }) => [
          shape,
          box,
          rotation,
        ]),
      ),
    );
    expect(new Set(outlines).size).toBe(weathers.length);
  });

  test('the curves of the chart differ by weight or dash', () => {
    const { actual, previousYear, objective } = chartStyle;
    expect(new Set([actual.weight, previousYear.weight, objective.weight]).size).toBe(3);
  });
});
