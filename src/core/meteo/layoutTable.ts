import type { KpiRow, Language, MeteoContent } from './content';
import type { Geometry } from './layoutGeometry';
import { boxOf, type Pen, type Span } from './layoutPen';
import { fitsOneLine, wrapText } from './textMetrics';
import { shortMonths } from '../words/dates';
import { EN_DASH, MINUS } from '../words/typography';
import { INK, type Role, ROW_LINE, roles, statusColors, statusSymbols, TABLE_HEAD_RULE, THIN_RULE } from './layoutStyle';

type TableSpans = Geometry['green']['table'];

/** Two lines and a gap under the chart, which is part of the cells: Excel gives 8 pt lines 11.25 pt, and clips what is outside. */
const HEAD_HEIGHT = 24;
const HEAD_LINES = 2;
const ROW_HEIGHT = 15;
/** What a second line of an indicator's name or interval adds to its row. */
const EXTRA_LINE = 12;

const isException = (row: KpiRow): boolean => row.status.status === 'amber' || row.status.status === 'red';

/**
 * An interval as a column may hold it, the widest first: with its word, with a dash for it, with a currency's sign once, without
 * (the figure beside it has it): `$58,300 to $59,200`, `$58,300–$59,200`, `$58,300–59,200`, `58,300–59,200`. Below zero a dash
 * would be taken for a minus.
 */
const formsOf = (text: string): readonly string[] => {
  if (text.includes(MINUS)) return [text, text, text, text];
  const dashed = text.replace(/\u00a0(?:à|to)\u00a0/, EN_DASH);
  const signedOnce = dashed.replace(/^(\p{Sc})(.*\u2013)\1/u, '$1$2');
  return [text, dashed, signedOnce, signedOnce === dashed ? dashed : signedOnce.replace(/^\p{Sc}/u, '')];
};

/** The texts of a column as it has room for them: all in the first form in which they fit, but one too long in any. */
const roomy = (texts: readonly string[], [left, right]: Span, role: Role, indent = 0): readonly string[] => {
  const fits = (text: string): boolean => fitsOneLine(text, right - left, role, indent);
  const forms = texts.map(formsOf);
  const inForm = (form: number): readonly string[] => forms.map((one) => one[form] ?? '');
  const fitting = [0, 1, 2, 3].map(inForm).find((column) => column.every(fits));
  return fitting ?? forms.map((one) => [...one].slice(1).find(fits) ?? one[0] ?? '');
};

/** The rows with their objectives and intervals as the columns have room for them. */
const withRoom = (rows: readonly KpiRow[], spans: TableSpans): readonly KpiRow[] => {
  const column = (name: 'objective' | 'interval', role: Role, indent = 0): readonly string[] =>
    roomy(
      rows.map((row) => row[name]),
      spans[name],
      role,
      indent,
    );
  const objectives = column('objective', roles.text);
  const intervals = column('interval', roles.note, 1);
  return rows.map((row, index) => ({
    ...row,
    objective: objectives[index] ?? row.objective,
    interval: intervals[index] ?? row.interval,
  }));
};

/** An interval too long for its column even so goes to a second line after its first figure. */
const rowLines = (pen: Pen, row: KpiRow, spans: TableSpans): number =>
  Math.max(
    pen.count(row.label, spans.indicator, isException(row) ? roles.strong : roles.text),
    pen.count(row.objective, spans.objective, roles.text),
    row.projection ? pen.count(row.interval, spans.interval, roles.note, 1) : 1,
  );

const rowHeight = (pen: Pen, row: KpiRow, spans: TableSpans): number => ROW_HEIGHT + EXTRA_LINE * (rowLines(pen, row, spans) - 1);

/** Height of the table with its head, in points. */
export const tableHeight = (pen: Pen, rows: readonly KpiRow[], spans: TableSpans): number =>
  HEAD_HEIGHT + withRoom(rows, spans).reduce((sum, row) => sum + rowHeight(pen, row, spans), 0);

/** Lines of a head, and whether they are no more than it has room for, each word whole on one. */
type HeadLines = { lines: string[]; fits: boolean; whole: boolean };

/** A head that is too wide for its column breaks at its spaces, and weeks after their dash: `W46–` / `W47`. */
const headLines = (text: string, [left, right]: Span, indent: number): HeadLines => {
  const spaced = (words: string): string => words.replace(/\s/g, ' ');
  const wrapped = (words: string): HeadLines => {
    const { lines, fits } = wrapText(words, right - left, roles.tableHead, indent);
    return { lines, fits, whole: fits && lines.length <= HEAD_LINES && spaced(lines.join(' ')) === spaced(words) };
  };
  const plain = wrapped(text);
  const dashed = plain.whole ? plain : wrapped(text.replaceAll(EN_DASH, `${EN_DASH}\n`));
  return dashed.whole ? dashed : plain;
};

type Head = { name: string; span: Span; text: string; align: 'left' | 'right'; indent: number };

/** The heads, all with their months written short where the name of one would be broken. */
const headsOf = ({ tableHead }: MeteoContent['green'], spans: TableSpans, language: Language): readonly Head[] => {
  const head = (name: string, span: Span, text: string, align: Head['align'], indent = 0): Head => ({
    name,
    span,
    text,
    align,
    indent,
  });
  const heads = [
    head('indicator', spans.indicator, tableHead.indicator, 'left'),
    head('value', spans.value, tableHead.value, 'right'),
    head('objective', spans.objective, tableHead.objective, 'right'),
    head('status', spans.word, tableHead.status, 'left'),
    head('change', spans.change, tableHead.change.join('\n'), 'right'),
    head('projection', spans.projection, tableHead.projection.join('\n'), 'right'),
    head('interval', spans.interval, tableHead.interval.join('\n'), 'left', 1),
  ];
  const whole = heads.every(({ text, span, indent }) => headLines(text, span, indent).whole);
  return whole ? heads : heads.map((one) => ({ ...one, text: shortMonths(one.text, language) }));
};

const writeHead = (pen: Pen, heads: readonly Head[], top: number): void => {
  for (const { name, span, text, align, indent } of heads)
    pen.write(`green.head.${name}`, span, top, text, roles.tableHead, {
      align,
      indent,
      vertical: 'bottom',
      lines: HEAD_LINES,
      height: HEAD_HEIGHT,
      broken: headLines(text, span, indent),
    });
};

const writeRow = (pen: Pen, row: KpiRow, spans: TableSpans, top: number, height: number): void => {
  const id = `green.row.${row.id}`;
  const exception = isException(row);
  const color = statusColors[row.status.status];
  const symbol = statusSymbols[row.status.status];
  const figure = { align: 'right', height } as const;
  pen.write(`${id}.label`, spans.indicator, top, row.label, roles.text, {
    bold: exception,
    lines: 2,
    vertical: 'center',
    height,
  });
  pen.write(`${id}.value`, spans.value, top, row.value.text, roles.strong, { ...figure, figure: row.value });
  pen.write(`${id}.objective`, spans.objective, top, row.objective, roles.text, {
    ...figure,
    lines: 2,
    vertical: 'center',
  });
  if (symbol) pen.add({ kind: 'symbol', id: `${id}.symbol`, symbol, box: boxOf(spans.symbol, top, height), size: 8, color });
  pen.write(`${id}.status`, spans.word, top, row.status.word, roles.text, { bold: exception, color, height });
  pen.write(`${id}.change`, spans.change, top, row.change.text, roles.text, { ...figure, figure: row.change });
  if (row.projection) {
    pen.write(`${id}.projection`, spans.projection, top, row.projection.text, roles.text, { ...figure, figure: row.projection });
    pen.write(`${id}.interval`, spans.interval, top, row.interval, roles.note, {
      indent: 1,
      lines: 2,
      vertical: 'center',
      height,
    });
  } else if (row.noteOnce) {
    pen.write(`${id}.projection`, spans.projection, top, EN_DASH, roles.text, figure);
  } else {
    const both: Span = [spans.projection[0], spans.interval[1]];
    pen.write(`${id}.historyNote`, both, top, row.historyNote ?? '', roles.note, { indent: 1, height });
  }
};

/** Writes the KPI table from `top` down and returns where it ends. */
export const writeTable = (pen: Pen, { green, language }: MeteoContent, spans: Geometry['green'], top: number): number => {
  writeHead(pen, headsOf(green, spans.table, language), top);
  let y = top + HEAD_HEIGHT;
  pen.rule(spans.inner, y, TABLE_HEAD_RULE, INK);
  for (const row of withRoom(green.rows, spans.table)) {
    const height = rowHeight(pen, row, spans.table);
    writeRow(pen, row, spans.table, y, height);
    y += height;
    pen.rule(spans.inner, y, THIN_RULE, ROW_LINE);
  }
  return y;
};
