import { civilOf } from '../period/serial';
import type { ActionPlanRow, MeteoContent, Language } from './content';
import { addFrame, type FrameRoom, LIST_GAP, NO_MORE_ROOM, writeList, writeTab } from './layoutFrame';
import type { Geometry } from './layoutGeometry';
import type { Pen, Span } from './layoutPen';
import { frameColors, roles, THIN_RULE } from './layoutStyle';
import { writeWeather } from './layoutWeather';
import type { PrintedContent } from './shorten';
import { lowerFirst, NARROW_SPACE, NO_BREAK_SPACE } from '../words/typography';

/** First list of a frame, from the frame's top. */
const LISTS_TOP = 18;
const PADDING = 6;

/** Writes what is in the yellow frame and its frame; returns where it ends. */
export const writeYellow = (
  pen: Pen,
  printed: PrintedContent,
  geometry: Geometry,
  top: number,
  { height, gap }: FrameRoom = NO_MORE_ROOM,
): number => {
  const { content, lists } = printed;
  const { yellow: spans } = geometry;
  const twoColumns = content.orientation === 'portrait';
  writeTab(pen, 'yellow', spans, top, content.yellow.tab, content.yellow.note);
  const list = (name: 'highlights' | 'team' | 'dissatisfactions', at: number): number =>
    writeList(
      pen,
      `yellow.${name}`,
      'yellow',
      name === 'highlights' ? spans.left : spans.right,
      at,
      lists[name],
      content.emptyTexts?.[name] ?? content.emptyText,
    );
  const left = list('highlights', top + LISTS_TOP);
  const team = list('team', twoColumns ? top + LISTS_TOP : left + gap);
  const right = list('dissatisfactions', team + gap);
  const bottom = Math.max(Math.max(left, right) + PADDING, top + height);
  addFrame(pen, 'yellow', spans.outer, top, bottom - top);
  return bottom;
};

/** Columns of the action plan in portrait. */
const PLAN: Readonly<Record<keyof ActionPlanRow, Span>> = {
  action: [9, 168],
  effect: [168, 294],
  role: [294, 402],
  due: [402, 459],
  progress: [459, 531],
};
const planColumns = Object.keys(PLAN) as (keyof ActionPlanRow)[];
const PLAN_LINES = 3;

/** The plan as a table: a head, then one row an action. */
const writePlan = (pen: Pen, content: MeteoContent, top: number): number => {
  const { heading, rows } = content.blue.actions;
  const color = frameColors.blue.tab;
  for (const column of planColumns) {
    const first = column === 'action';
    pen.write(`blue.plan.${column}`, PLAN[column], top, heading[column], first ? roles.heading : roles.note, {
      ...(first && { color }),
    });
  }
  let y = top + 12;
  pen.rule([9, 531], y, THIN_RULE, color);
  rows.forEach((row, i) => {
    const height = 12 * Math.max(...planColumns.map((column) => pen.count(row[column], PLAN[column], roles.text)));
    for (const column of planColumns)
      pen.write(`blue.plan.${i}.${column}`, PLAN[column], y, row[column], roles.text, {
        lines: PLAN_LINES,
        height,
        vertical: 'top',
      });
    y += height;
  });
  return y;
};

const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);

/** An action as a list's item: `Renforcer le lundi : abandon ≤ 5 %.`, then `Responsable de plateau ; en cours.` */
const actionLines = (row: ActionPlanRow, language: Language): string => {
  const [colon, semicolon] = language === 'fr' ? [`${NO_BREAK_SPACE}: `, `${NARROW_SPACE}; `] : [': ', '; '];
  const pair = (first: string, mark: string, second: string): string =>
    sentence([first, lowerFirst(second)].filter((part) => part !== '').join(mark));
  return `${pair(row.action, colon, row.effect)}\n${pair(row.role, semicolon, row.progress)}`;
};

/** Writes what is in the blue frame, from `top` down; returns where its text and padding end. The frame is added apart. */
export const writeBlue = (
  pen: Pen,
  printed: PrintedContent,
  geometry: Geometry,
  top: number,
  { gap }: FrameRoom = NO_MORE_ROOM,
): number => {
  const { content, lists } = printed;
  const { blue: spans } = geometry;
  const portrait = content.orientation === 'portrait';
  writeTab(pen, 'blue', spans, top, content.blue.tab, content.blue.note);
  const weather = writeWeather(pen, content, spans, top);
  const list = (name: 'shortTerm' | 'mediumTerm', at: number): number =>
    writeList(pen, `blue.${name}`, 'blue', spans.lists, at, lists[name], content.emptyTexts?.[name] ?? content.emptyText);
  const short = list('shortTerm', portrait ? top + LISTS_TOP : weather);
  const medium = list('mediumTerm', short + gap);
  const actions = content.blue.actions;
  if (actions.rows.length === 0) {
    const none = { heading: actions.heading.action, items: [] };
    const lists =
      actions.none === undefined ? medium : writeList(pen, 'blue.plan', 'blue', spans.lists, medium + gap, none, actions.none);
    return (portrait ? Math.max(lists, weather, top + LISTS_TOP + 84) : lists) + PADDING;
  }
  if (portrait) {
    const bottom = Math.max(medium, weather, top + LISTS_TOP + 84);
    return writePlan(pen, content, bottom + LIST_GAP) + PADDING;
  }
  // As in the lists, a date of the year of issue needs no year: English columns are narrow enough to have none already.
  const year = `/${civilOf(content.issued).year}`;
  const items = actions.rows.map((row) => ({
    key: row.due.endsWith(year) ? row.due.slice(0, -year.length) : row.due,
    text: actionLines(row, content.language),
    date: 0,
  }));
  const plan = { heading: actions.heading.action, items };
  return writeList(pen, 'blue.plan', 'blue', spans.lists, medium + gap, plan, content.emptyText) + PADDING;
};
