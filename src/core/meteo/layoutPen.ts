import type { Figure } from './content';
import type { Role } from './layoutStyle';
import type { Box, PageItem, PageText, TextStyle } from './page';
import { fitsOneLine, wrapText } from './textMetrics';

/** A stretch of the page's width, between two of its vertical edges. */
export type Span = readonly [left: number, right: number];

export type WriteOptions = {
  color?: string;
  bold?: boolean;
  align?: TextStyle['align'];
  vertical?: TextStyle['vertical'];
  indent?: number;
  fill?: string;
  figure?: Figure;
  /** Lines at most; 1 when absent. */
  lines?: number;
  /** Height of the box when the lines do not make it. */
  height?: number;
  /** Broken already, for a text that has a rule of its own. */
  broken?: { lines: string[]; fits: boolean };
};

/** Collects the items of a page, and the texts that are too long for their box. */
export class Pen {
  readonly items: PageItem[] = [];
  readonly tooLong: string[] = [];

  /** Lines that a text takes in a span. */
  count(text: string, [left, right]: Span, role: Role, indent = 0): number {
    return wrapText(text, right - left, role, indent).lines.length;
  }

  /** Writes a text from (span, top) down and returns where its box ends. A text that does not fit is noted, never cut. */
  write(id: string, [left, right]: Span, top: number, text: string, role: Role, options: WriteOptions = {}): number {
    const type = { size: role.size, bold: options.bold ?? role.bold };
    const most = options.lines ?? 1;
    const width = right - left;
    const indent = options.indent ?? 0;
    const broken =
      options.broken ??
      (most === 1 ? { lines: [text], fits: fitsOneLine(text, width, type, indent) } : wrapText(text, width, type, indent));
    if (!broken.fits || broken.lines.length > most) this.tooLong.push(text);
    const height = Math.max(options.height ?? 0, broken.lines.length * role.leading);
    const item: PageText = {
      kind: 'text',
      id,
      box: { left, top, width, height },
      lines: broken.lines,
      leading: role.leading,
      style: {
        ...type,
        color: options.color ?? role.color,
        align: options.align ?? 'left',
        vertical: options.vertical ?? (broken.lines.length > 1 ? 'top' : 'center'),
        ...(indent > 0 && { indent }),
      },
      ...(options.fill !== undefined && { fill: options.fill }),
      ...(options.figure && { figure: options.figure }),
    };
    this.items.push(item);
    return top + height;
  }

  add(item: PageItem): void {
    this.items.push(item);
  }

  /** A horizontal line under the boxes that end at `y`. */
  rule([left, right]: Span, y: number, weight: number, color: string): void {
    this.add({ kind: 'line', from: { x: left, y }, to: { x: right, y }, weight, color });
  }
}

/** The box of a span from `top` down. */
export const boxOf = ([left, right]: Span, top: number, height: number): Box => ({ left, top, width: right - left, height });
