import type { Book } from '../book/book';
import type { LineFormat, Shape } from '../book/sheet';
import { renderChart } from './chartView';
import { PIXELS, type Layout } from './tracks';

/** The eight rays of the preset `sun` around its disc, in a square of 100. */
const SUN_RAYS = Array.from({ length: 8 }, (_, ray) => {
  const point = (radius: number, turn: number): string => {
    const angle = ((ray + turn) * Math.PI) / 4;
    return `${(50 + radius * Math.cos(angle)).toFixed(2)} ${(50 + radius * Math.sin(angle)).toFixed(2)}`;
  };
  return `M${point(50, 0)}L${point(31.5, 0.3)}L${point(31.5, -0.3)}Z`;
}).join('');

/** Outlines of DrawingML presets (ECMA-376 part 1, 20.1.10.56) in a square of 100; the cloud's bumps are nearly Excel's. */
const OUTLINES: Readonly<Record<string, string>> = {
  rect: 'M0 0H100V100H0Z',
  ellipse: 'M0 50A50 50 0 0 1 100 50A50 50 0 0 1 0 50Z',
  triangle: 'M50 0L100 100H0Z',
  diamond: 'M50 0L100 50L50 100L0 50Z',
  line: 'M0 0L100 100',
  straightConnector1: 'M0 0L100 100',
  sun: `${SUN_RAYS}M25 50A25 25 0 0 1 75 50A25 25 0 0 1 25 50Z`,
  cloud:
    'M9 60A14 14 0 0 1 13 33A18 18 0 0 1 38 13A17 17 0 0 1 66 9A17 17 0 0 1 89 29A19 19 0 0 1 95 61A17 17 0 0 1 81 85A17 17 0 0 1 57 92A18 18 0 0 1 30 90A13 13 0 0 1 11 80A11 11 0 0 1 9 60Z',
  lightningBolt:
    'M39.220 0L59.540 28.150L51.160 31.470L76.750 55.590L68.370 59.620L100 100L46.350 69.050L56.580 64.750L23.250 44.930L35.190 38.810L0 18.010Z',
  teardrop: 'M0 50A50 50 0 0 1 50 0Q75 0 100 0Q100 25 100 50A50 50 0 0 1 50 100A50 50 0 0 1 0 50Z',
};

const FLEX: Readonly<Record<string, string>> = { l: 'flex-start', t: 'flex-start', ctr: 'center', r: 'flex-end', b: 'flex-end' };
const TEXT_SIDE: Readonly<Record<string, string>> = { l: 'left', ctr: 'center', r: 'right' };

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const strokeOf = (line: LineFormat | undefined): string => {
  if (!line) return 'stroke="none"';
  const dash = /dash/i.test(line.dash) ? ' stroke-dasharray="6 4"' : /dot/i.test(line.dash) ? ' stroke-dasharray="2 3"' : '';
  return `stroke="${escaped(line.color)}" stroke-width="${String(line.weight * PIXELS)}"${dash}`;
};

/** A rectangle whose corners take a sixth of its shorter side. */
const roundRect = ({ width, height }: Shape): string => {
  const radius = Math.min(width, height) / 6;
  const [x, y] = [(100 * radius) / width, (100 * radius) / height];
  const corner = `A${String(x)} ${String(y)} 0 0 1`;
  return `M${String(x)} 0H${String(100 - x)}${corner} 100 ${String(y)}V${String(100 - y)}${corner} ${String(100 - x)} 100H${String(x)}${corner} 0 ${String(100 - y)}V${String(y)}${corner} ${String(x)} 0Z`;
};

const outlineOf = (shape: Shape): string => {
  const { geometry = 'rect', fill, line } = shape;
  const path = geometry === 'roundRect' ? roundRect(shape) : (OUTLINES[geometry] ?? 'M0 0H100V100H0Z');
  const filled = fill ? `fill="${escaped(fill.color)}" fill-opacity="${String(1 - fill.transparency)}"` : 'fill="none"';
  return `<svg viewBox="0 0 100 100" preserveAspectRatio="none"><path d="${path}" ${filled} ${strokeOf(line)} vector-effect="non-scaling-stroke"/></svg>`;
};

const textOf = ({ content, color, size, bold, font, horizontal, vertical }: NonNullable<Shape['text']>): HTMLElement => {
  const box = document.createElement('div');
  box.className = 'shape-text';
  box.style.cssText = `justify-content:${FLEX[vertical] ?? 'flex-start'};text-align:${TEXT_SIDE[horizontal] ?? 'left'};color:${color || '#000000'};font:${bold ? 'bold ' : ''}${String(size)}pt ${font ? `'${font.replaceAll("'", '')}', ` : ''}Arial, sans-serif`;
  const inner = document.createElement('span');
  inner.textContent = content;
  box.append(inner);
  return box;
};

const pictures = new WeakMap<Uint8Array, string>();

const pictureOf = ({ bytes, format }: NonNullable<Shape['image']>): HTMLElement => {
  let url = pictures.get(bytes);
  if (!url) pictures.set(bytes, (url = URL.createObjectURL(new Blob([bytes.slice()], { type: `image/${format}` }))));
  const picture = document.createElement('img');
  picture.src = url;
  picture.alt = '';
  return picture;
};

/** A drawing of a sheet: chart, picture, shape with its text, or group; what has no picture here shows its place and its name. */
export const drawShape = (book: Book, shape: Shape, layout: Layout, locale: string): HTMLElement[] => {
  if (!shape.visible) return [];
  if (shape.children && shape.children.length > 0)
    return shape.children.flatMap((child) => drawShape(book, child, layout, locale));
  const box = document.createElement('div');
  box.className = shape.chart ? 'drawing chart' : 'drawing';
  const top = layout.topOf(shape.top);
  const place = {
    left: shape.left * PIXELS,
    top,
    width: shape.width * PIXELS,
    height: layout.topOf(shape.top + shape.height) - top,
  };
  const turned = shape.rotation ? `transform:rotate(${String(shape.rotation)}deg);` : '';
  box.style.cssText =
    Object.entries(place)
      .map(([side, pixels]) => `${side}:${String(pixels)}px;`)
      .join('') + turned;
  // Excel's own paper lies under a chart that says nothing else.
  if (shape.chart?.fill) box.style.background = shape.chart.fill === 'automatic' ? '#ffffff' : shape.chart.fill.color;
  if (shape.chart) box.append(renderChart(book, shape.chart, shape, locale));
  else if (shape.image) box.append(pictureOf(shape.image));
  else if (shape.kind === 'other') {
    box.classList.add('unknown');
    box.textContent = shape.altDescription || shape.name;
  } else {
    box.innerHTML = shape.kind === 'textBox' && !shape.fill && !shape.line ? '' : outlineOf(shape);
    if (shape.text?.content) box.append(textOf(shape.text));
  }
  return [box];
};
