/**
 * Pictures of the ribbon's buttons, as SVG on a field of 32 × 32: full at 80 pixels, and with shapes of whole steps of 2, so
 * that they stay sharp at 16. Colours are those of the pane and the page; each picture is told apart by its outline alone.
 */
const INK = '#1565C0';
const PAPER = '#FFFFFF';
const SUN = '#F0A30A';
const GREEN = '#2E7D32';
const RED = '#C62828';

const svg = (...parts: readonly string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" stroke-linejoin="round" stroke-linecap="round">${parts.join('')}</svg>`;

const bar = (x: number, y: number, width: number, height: number, color: string): string =>
  `<rect x="${String(x)}" y="${String(y)}" width="${String(width)}" height="${String(height)}" fill="${color}"/>`;

const sheet = (folded: string): string =>
  `<path d="M6 2h14l6 6v22H6Z" fill="${PAPER}" stroke="${folded}" stroke-width="2.500"/><path d="M20 2v6h6Z" fill="${folded}" stroke="${folded}" stroke-width="2"/>`;

/** File name without size, to picture. */
export const commandPictures: Readonly<Record<string, string>> = {
  /** A pane beside a sheet. */
  open: svg(
    `<rect x="2" y="4" width="28" height="24" rx="2" fill="${PAPER}" stroke="${INK}" stroke-width="2.500"/>`,
    bar(18, 4, 12, 24, INK),
    bar(6, 10, 8, 2.5, INK),
    bar(6, 16, 8, 2.5, INK),
    bar(6, 22, 8, 2.5, INK),
    `<circle cx="24" cy="16" r="4" fill="${SUN}"/>`,
  ),
  /** Many rows that become one. */
  consolidate: svg(
    bar(2, 2, 28, 4, '#90A4AE'),
    bar(2, 8, 28, 4, '#90A4AE'),
    `<path d="M16 13v7M11 16l5 5 5-5" fill="none" stroke="${INK}" stroke-width="3"/>`,
    bar(2, 24, 28, 6, INK),
  ),
  /** Three levels, from red to green. */
  thresholds: svg(
    bar(2, 20, 8, 10, RED),
    bar(12, 12, 8, 18, SUN),
    bar(22, 4, 8, 26, GREEN),
    `<path d="M1 15h30" stroke="#212121" stroke-width="2.500" stroke-dasharray="4 4" fill="none"/>`,
  ),
  /** A flash. */
  flash: svg(`<path d="M18 1 5 18h9l-2 13 15-18h-9l4-12Z" fill="${SUN}" stroke="#8A5A00" stroke-width="2"/>`),
  /** A page with the weather on it. */
  generate: svg(sheet(INK), `<circle cx="16" cy="15" r="5" fill="${SUN}"/>`, bar(10, 23, 12, 3, GREEN)),
  /** A page to save. */
  pdf: svg(
    sheet(RED),
    `<path d="M16 11v9M12 17l4 4 4-4" fill="none" stroke="${RED}" stroke-width="3"/>`,
    bar(10, 24, 12, 3, RED),
  ),
};
