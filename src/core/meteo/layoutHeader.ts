import type { MeteoContent } from './content';
import type { Geometry } from './layoutGeometry';
import type { Pen, WriteOptions } from './layoutPen';
import { HEADER_RULE, INK, roles, type Role } from './layoutStyle';
import { lowerFirst } from '../words/typography';
import { fitsOneLine, wrapAtMark } from './textMetrics';

type Sides = { left: readonly [id: string, text: string]; right: readonly [id: string, text: string] };

/**
 * Two texts on one line, parted at the usual edge, or at the nearest edge that lets both fit; where none does, the left one
 * has lines of its own above the right one. Returns where they end.
 */
const writeSides = (pen: Pen, { left, right }: Sides, geometry: Geometry, usual: number, top: number, role: Role): number => {
  const { width, columnEdges } = geometry;
  const bothFit = (edge: number): boolean => fitsOneLine(left[1], edge, role) && fitsOneLine(right[1], width - edge, role);
  const nearest = [...columnEdges].sort((a, b) => Math.abs(a - usual) - Math.abs(b - usual));
  const split = nearest.find(bothFit);
  const lower = split === undefined ? pen.write(left[0], [0, width], top, left[1], role, { lines: MOST_LINES }) : top;
  if (split !== undefined) pen.write(left[0], [0, split], top, left[1], role);
  return pen.write(right[0], [split ?? 0, width], lower, right[1], role, { align: 'right' });
};

/** Lines that a long name of a client or a contract may take. */
const MOST_LINES = 2;
/** Height of the two lines of an ordinary header. */
const USUAL_HEIGHT = 30;

const MESSAGE_HEIGHT = 39;
/** Where the line under the header stands. */
const RULE_TOP = 33;

/** Client, title, contract, period and the message. Returns by how much long names push down all that follows. */
export const writeHeader = (pen: Pen, content: MeteoContent, geometry: Geometry): number => {
  const { client, contract, title, period } = content.header;
  const { width, headerSplit, contractSplit, messageTop } = geometry;
  const first: Sides = { left: ['header.client', client], right: ['header.title', title] };
  const second: Sides = { left: ['header.contract', contract], right: ['header.period', period] };
  const firstEnd = writeSides(pen, first, geometry, headerSplit, 0, roles.title);
  const pushed = writeSides(pen, second, geometry, contractSplit, firstEnd, roles.muted) - USUAL_HEIGHT;
  pen.rule([0, width], RULE_TOP + pushed, HEADER_RULE, INK);
  const broken = wrapAtMark(content.message, width, roles.message, ',;');
  pen.write('message', [0, width], messageTop + pushed, content.message, roles.message, {
    broken,
    lines: 2,
    vertical: 'center',
    height: MESSAGE_HEIGHT,
  });
  return pushed;
};

const ROW = 12;

/** Source, next météo, minutes of preparation, page. */
export const writeFooter = (pen: Pen, content: MeteoContent, geometry: Geometry): void => {
  const { source, next, preparation, page } = content.footer;
  const right: WriteOptions = { align: 'right' };
  if (content.orientation === 'portrait') {
    const top = geometry.height - 2 * ROW;
    pen.write('footer.source', [0, 459], top, source, roles.note);
    pen.write('footer.preparation', [459, 540], top, preparation, roles.note, right);
    pen.write('footer.next', [0, 459], top + ROW, next, roles.next);
    pen.write('footer.page', [459, 540], top + ROW, page, roles.note, right);
    return;
  }
  const top = geometry.height - ROW;
  pen.write('footer.source', [0, 405], top, source, roles.note);
  pen.write('footer.next', [405, 633], top, next, roles.next, { align: 'center' });
  const both = preparation === '' ? page : `${preparation} · ${lowerFirst(page)}`;
  pen.write('footer.page', [633, 780], top, both, roles.note, right);
};
