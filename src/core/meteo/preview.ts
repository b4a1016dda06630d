import { documentTitle } from './documentTitle';
import type { MeteoPage } from './page';
import { ICON_OUTLINE } from './icons';
import { paintPage } from './paintPage';
import type { Align, LineLook, Painter } from './painter';
import type { PathStep } from './shapePath';
import { RIGHT_TO_LEFT } from './visualOrder';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Hundredths of a point are finer than any screen. */
const length = (value: number): string => String(Math.round(value * 100) / 100);

const pathData = (steps: readonly PathStep[]): string =>
  steps
    .map((step) => {
      if (step.kind === 'close') return 'Z';
      const end = `${length(step.x)} ${length(step.y)}`;
      if (step.kind !== 'curve') return `${step.kind === 'move' ? 'M' : 'L'}${end}`;
      return `C${length(step.x1)} ${length(step.y1)} ${length(step.x2)} ${length(step.y2)} ${end}`;
    })
    .join('');

const stroke = ({ color, weight, dash, round }: LineLook): string =>
  `fill="none" stroke="${color}" stroke-width="${length(weight)}"` +
  (dash ? ` stroke-dasharray="${dash.map(length).join(' ')}"` : '') +
  (round ? ' stroke-linejoin="round" stroke-linecap="round"' : '');

const anchors: Readonly<Record<Align, string>> = { left: 'start', center: 'middle', right: 'end' };

/** Writes a page as the elements of an SVG. */
class SvgPainter implements Painter {
  readonly parts: string[] = [];

  line(points: readonly { x: number; y: number }[], look: LineLook): void {
    const corners = points.map(({ x, y }) => `${length(x)},${length(y)}`).join(' ');
    this.parts.push(`<polyline points="${corners}" ${stroke(look)}/>`);
  }

  rectangle(
    { left, top, width, height }: Parameters<Painter['rectangle']>[0],
    paint: { fill: string } | { line: LineLook },
  ): void {
    const look = 'fill' in paint ? `fill="${paint.fill}"` : stroke(paint.line);
    this.parts.push(`<rect x="${length(left)}" y="${length(top)}" width="${length(width)}" height="${length(height)}" ${look}/>`);
  }

  polygon(points: readonly { x: number; y: number }[], fill: string): void {
    const corners = points.map(({ x, y }) => `${length(x)},${length(y)}`).join(' ');
    this.parts.push(`<polygon points="${corners}" fill="${fill}"/>`);
  }

  circle({ x, y }: { x: number; y: number }, radius: number, fill: string, { color, weight }: LineLook): void {
    this.parts.push(
      `<circle cx="${length(x)}" cy="${length(y)}" r="${length(radius)}" fill="${fill}" stroke="${color}" stroke-width="${length(weight)}"/>`,
    );
  }

  shape({ steps, filled }: Parameters<Painter['shape']>[0], fill: string, outline: number | null): void {
    if (!filled && outline === null) return;
    const line =
      outline === null
        ? ''
        : ` stroke="${ICON_OUTLINE}" stroke-width="${length(outline)}" stroke-linejoin="round" stroke-linecap="round"`;
    this.parts.push(`<path d="${pathData(steps)}" fill="${filled ? fill : 'none'}"${line}/>`);
  }

  text(text: string, x: number, baseline: number, { size, bold, color }: Parameters<Painter['text']>[3], align: Align): void {
    const weight = bold ? ' font-weight="700"' : '';
    // Such a line runs in the direction of its first letter, as in a cell and in the PDF.
    const direction = RIGHT_TO_LEFT.test(text) ? ' unicode-bidi="plaintext"' : '';
    this.parts.push(
      `<text x="${length(x)}" y="${length(baseline)}" font-size="${size}"${weight} fill="${color}" text-anchor="${anchors[align]}"${direction}>${escaped(text)}</text>`,
    );
  }

  decoration(draw: () => void): void {
    this.group('<g aria-hidden="true">', draw);
  }

  content(_item: unknown, draw: () => void): void {
    draw();
  }

  figure(altText: string, draw: () => void): void {
    this.group(`<g role="img" aria-label="${escaped(altText)}">`, draw);
  }

  private group(open: string, draw: () => void): void {
    this.parts.push(open);
    draw();
    this.parts.push('</g>');
  }
}

/**
 * The whole sheet of paper as an SVG document, one unit a point: what the pane shows before anything is written. The same
 * page value gives the sheet and the PDF.
 */
export const previewSvg = (page: MeteoPage): string => {
  const { width, height, offsetX, offsetY } = page.paper;
  const painter = new SvgPainter();
  paintPage(painter, page);
  const { language } = page.content;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" lang="${language}" viewBox="0 0 ${length(width)} ${length(height)}" font-family="Arial, Arimo, 'Liberation Sans', Helvetica, sans-serif">`,
    `<title>${escaped(documentTitle(page.content))}</title>`,
    `<rect width="${length(width)}" height="${length(height)}" fill="#FFFFFF"/>`,
    `<g transform="translate(${length(offsetX)} ${length(offsetY)})">`,
    ...painter.parts,
    '</g></svg>',
  ].join('\n');
};
