import type { Status } from '../kpi/kpi';
import type { PageFrame, PageSymbol } from './page';

/** Type, colours and lines of the page. One face, six sizes; colour marks the three frames and the exceptions. */
/** The one face of the page: on every platform, and measured here. */
export const FACE = 'Arial';
export const INK = '#1A1A1A';
export const GREY = '#595959';
export const ROW_LINE = '#C9CDD1';
export const ARROW = '#8A8A8A';

export type Role = { size: number; bold: boolean; color: string; /** Height of a line, in points. */ leading: number };

const role = (size: number, bold: boolean, color: string, leading: number): Role => ({ size, bold, color, leading });

export const roles = {
  keyFigure: role(32, true, INK, 39),
  weatherWord: role(20, true, INK, 24),
  message: role(14, true, INK, 19),
  title: role(13, true, INK, 18),
  tab: role(9, true, '#FFFFFF', 15),
  heading: role(9, true, INK, 12),
  strong: role(9, true, INK, 12),
  text: role(9, false, INK, 12),
  muted: role(9, false, GREY, 12),
  note: role(8, false, GREY, 12),
  tableHead: role(8, false, GREY, 10.5),
  next: role(8, true, INK, 12),
} as const;

/** Line weights in points. */
export const FRAME_WEIGHT = 2;
export const HEADER_RULE = 1;
export const TABLE_HEAD_RULE = 0.75;
export const THIN_RULE = 0.5;

/** `tab` fills the title and colours headings: white on the yellow line's own colour would be too pale to read (3.9:1). */
export const frameColors: Readonly<Record<PageFrame['id'], { line: string; tab: string }>> = {
  green: { line: '#2E7D32', tab: '#2E7D32' },
  yellow: { line: '#9A7D0A', tab: '#8A6F00' },
  blue: { line: '#1565C0', tab: '#1565C0' },
};

/** Contrast on white: 7.9, 6.4, 6.6 and 7.0 to 1. */
export const statusColors: Readonly<Record<Status, string>> = { green: '#1B5E20', amber: '#8A5200', red: '#B71C1C', none: GREY };

export const statusSymbols: Readonly<Record<Status, PageSymbol['symbol'] | null>> = {
  green: 'ok',
  amber: 'watch',
  red: 'alert',
  none: null,
};
