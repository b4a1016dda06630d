import type { ListSpans } from './layoutGeometry';
import type { Pen, Span } from './layoutPen';
import { FRAME_WEIGHT, frameColors, roles, THIN_RULE } from './layoutStyle';
import type { PageFrame } from './page';
import type { PrintedList } from './shorten';

type FrameId = PageFrame['id'];

/** The filled title in a frame's corner and the note beside it. */
export const writeTab = (
  pen: Pen,
  id: FrameId,
  spans: { tab: Span; note: Span },
  top: number,
  tab: string,
  note: string,
): void => {
  pen.write(`${id}.tab`, spans.tab, top, tab, roles.tab, { fill: frameColors[id].tab, indent: 1 });
  pen.write(`${id}.note`, spans.note, top, note, roles.note, { align: 'right', height: 15 });
};

/** The frame itself, 2 points inside its box. */
export const addFrame = (pen: Pen, id: FrameId, [left, right]: Span, top: number, height: number): void => {
  pen.add({
    kind: 'frame',
    id,
    box: { left, top, width: right - left, height },
    weight: FRAME_WEIGHT,
    color: frameColors[id].line,
  });
};

/** Space between two lists of a frame. */
export const LIST_GAP = 6;
/** What that space may gain on a page with little to say. */
const WIDER_GAP = 12;

/** Room of a list frame beyond its own text: its height at least, and the space between its lists. */
export type FrameRoom = { height: number; gap: number };
export const NO_MORE_ROOM: FrameRoom = { height: 0, gap: LIST_GAP };

/** A frame's room where its text leaves some: its lists stand further apart, by whole pixels. */
export const roomOf = (height: number, natural: number, gaps: number): FrameRoom => ({
  height,
  gap: LIST_GAP + Math.min(WIDER_GAP, 3 * Math.floor(Math.max(0, height - natural) / gaps / 3)),
});
const ITEM_LINES = 4;

/** A heading with its line, then dated items. Returns where the list ends. An empty list says so. */
export const writeList = (
  pen: Pen,
  id: string,
  frame: FrameId,
  { key, text }: ListSpans,
  top: number,
  list: PrintedList,
  emptyText: string,
): number => {
  const whole: Span = [key[0], text[1]];
  const color = frameColors[frame].tab;
  let y = pen.write(`${id}.heading`, whole, top, list.heading, roles.heading, { color });
  pen.rule(whole, y, THIN_RULE, color);
  if (list.items.length === 0) return pen.write(`${id}.empty`, whole, y, emptyText, roles.text);
  list.items.forEach((item, i) => {
    if (item.key !== '') pen.write(`${id}.${i}.key`, key, y, item.key, roles.text, { bold: item.bold === true });
    y = pen.write(`${id}.${i}.text`, text, y, item.text, item.leftOut ? roles.muted : roles.text, { lines: ITEM_LINES });
  });
  return y;
};
