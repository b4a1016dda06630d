import { sheetNameFor } from '../consolidation/consolidate';
import { shiftPeriod } from '../period/calendar';
import { periodLabel } from '../period/label';
import type { Period } from '../period/period';
import { toHostSerial } from '../period/serial';
import { done, problem, refused, type Result } from '../problem';
import type { CellDraft, ChartDraft, SheetDraft, StyleDraft } from '../sheet/draft';
import type { WorkbookSnapshot } from '../sheet/snapshot';
import type { Steps } from '../steps';
import { formatDate } from '../words/dates';
import { projectionWords } from '../words/projectionWords';
import { typeset } from '../words/typography';
import { valueStyle, type ValueStyle } from '../words/units';
import type { Language } from './content';
import type { MeteoInput } from './input';
import { projectionNotesSteps, type KpiNotes } from './projectionNotes';
import { pageStep } from './pagePeriods';
import { printedFirst } from './printedKpis';
import { neededFor, standingsSteps, type Standing } from './standing';

/** Table of actual, fitted and projected weeks; the same in both languages. */
const PROJECTION_TABLE = 'tblProjections';

/** Known weeks shown of a KPI: a year. */
const SHOWN_WEEKS = 52;
const COLUMNS = 10;
const FIRST_VALUE = 3;
const MOST_CHARTS = 6;
const ROW_HEIGHT = 15;
/** Letters that a line of explanation holds at the width of the table. */
const LINE_LETTERS = 135;
const WIDTHS = [170, 70, 70, 66, 66, 66, 66, 66, 66, 66];
const CHART = { width: 420, height: 200, gap: 12 };
const BLUE = '#1F4E79';
const ORANGE = '#C55A11';
const GREY = '#6B7280';

/** One row of the table. */
type WeekRow = { week: Period; values: readonly (number | null)[] };

const weekRows = ({ weeks, weekly, forecast }: Standing): WeekRow[] => {
  // The engine saw the weeks from the first one that is known.
  const offset = weeks.length - forecast.fitted.length;
  const known = weeks.map((week, index): WeekRow => {
    return { week, values: [weekly[index] ?? null, forecast.fitted[index - offset] ?? null, null, null, null, null, null] };
  });
  const last = weeks.at(-1);
  const ahead = last
    ? forecast.points.map(({ value, low, high, low95, high95 }, step): WeekRow => {
        return { week: shiftPeriod(last, step + 1), values: [null, null, value, low, high, low95, high95] };
      })
    : [];
  return [...known.slice(-SHOWN_WEEKS), ...ahead];
};

/** A KPI's part of the table: where its rows begin, and how its figures print. */
type Part = { standing: Standing; rows: readonly WeekRow[]; first: number; style: ValueStyle };

const partsFrom = (standings: readonly Standing[], first: number, language: Language): Part[] => {
  let at = first;
  return standings.map((standing) => {
    const rows = weekRows(standing);
    const style = valueStyle(standing.kpi, standing.value ?? 0, language);
    const part = { standing, rows, first: at, style };
    at += rows.length;
    return part;
  });
};

const cellsOf = ({ standing, rows, style }: Part, language: Language, date1904: boolean): CellDraft[][] =>
  rows.map(({ week, values }) => [
    { text: standing.kpi.label },
    { text: periodLabel(week, language) },
    { number: toHostSerial(week.start, date1904) },
    ...values.map((value): CellDraft => (value === null ? null : { number: value / style.divisor })),
  ]);

/** The sentences of a KPI: what its projection rests on, its seasons, and how the printed ones have done. */
const sentencesOf = ({ kpi, explained, seasons, record }: KpiNotes, language: Language): string[] => [
  typeset(projectionWords(language).about(kpi.label, [explained, ...seasons].join(' ')), language),
  ...(record ? [record.summary, ...record.lines.map((line) => `– ${line}`)] : []),
];

const chartOf = ({ standing, rows, first, style }: Part, place: number, language: Language): ChartDraft => {
  const words = projectionWords(language);
  const area = (column: number) => ({ row: first, column, rows: rows.length, columns: 1 });
  const line = (column: number, name: string, color: string, weight: number, dash?: 'dash') => ({
    name,
    type: 'line' as const,
    values: area(column),
    line: { color, weight, ...(dash && { dash }) },
    fill: null,
  });
  return {
    name: `meteo.projection.${standing.kpi.id}`,
    altText: words.chart(standing.kpi.label),
    title: standing.kpi.label,
    left: WIDTHS.reduce((sum, width) => sum + width, 0) + 24,
    top: 2 + place * (CHART.height + CHART.gap),
    width: CHART.width,
    height: CHART.height,
    categories: area(1),
    series: [
      line(FIRST_VALUE, words.series.actual, BLUE, 1.75),
      line(FIRST_VALUE + 2, words.series.projected, ORANGE, 1.75),
      line(FIRST_VALUE + 3, words.series.low, ORANGE, 0.75, 'dash'),
      line(FIRST_VALUE + 4, words.series.high, ORANGE, 0.75, 'dash'),
    ],
    valueAxis: {
      numberFormat: style.numberFormat,
      gridlines: { color: '#E5E7EB', weight: 0.5 },
      line: null,
      visible: true,
      fontColor: GREY,
    },
    categoryAxis: { line: { color: '#9CA3AF', weight: 0.75 }, tickLabelSpacing: 8 },
    fontSize: 8,
  };
};

/**
 * The sheet of projections: for each KPI what its projection rests on and how the printed ones have done, then one native
 * table of known, fitted and projected weeks with both intervals, and a chart of each. Written again it is the same sheet;
 * refused while no KPI has enough weeks. In slices.
 */
export function* projectionSheetSteps(workbook: WorkbookSnapshot, input: MeteoInput): Steps<Result<SheetDraft>> {
  const { language } = input;
  const { standings } = yield* standingsSteps(input, printedFirst(input));
  const projected = standings.filter(({ projection }) => projection !== null);
  const have = Math.max(0, ...standings.map(({ knownWeeks }) => knownWeeks));
  if (projected.length === 0)
    return refused(problem('little-history', { have, need: neededFor(input.coverage), step: pageStep(input.coverage.step) }));
  const words = projectionWords(language);
  const notes = yield* projectionNotesSteps(input, standings);
  const sentences = notes.flatMap((one) => sentencesOf(one, language));
  const texts = [typeset(words.note(formatDate(input.issued, language)), language), ...sentences];
  const header = texts.length + 2;
  yield undefined;
  const parts = partsFrom(projected, header + 1, language);
  const table = [words.columns.map((text): CellDraft => ({ text: typeset(text, language) }))].concat(
    parts.flatMap((part) => cellsOf(part, language, workbook.date1904)),
  );
  const line = (row: number) => ({ row, column: 0, rows: 1, columns: COLUMNS });
  const styles: StyleDraft[] = [
    { area: line(0), style: { font: { size: 14, bold: true } } },
    { area: { ...line(1), rows: texts.length }, style: { wrap: true, vertical: 'top' } },
    { area: { row: header + 1, column: 2, rows: table.length - 1, columns: 1 }, style: { numberFormat: 'dd/mm/yyyy' } },
    ...parts.map(({ first, rows, style }): StyleDraft => ({
      area: { row: first, column: FIRST_VALUE, rows: rows.length, columns: COLUMNS - FIRST_VALUE },
      style: { numberFormat: style.numberFormat },
    })),
  ];
  return done({
    name: sheetNameFor(workbook, PROJECTION_TABLE, words.sheet, new Set()),
    owner: 'own',
    showGridlines: false,
    columns: WIDTHS.map((width, column) => ({ column, width })),
    rows: texts.map((text, index) => ({
      row: index + 1,
      height: ROW_HEIGHT * Math.max(1, Math.ceil(text.length / LINE_LETTERS)),
    })),
    blocks: [
      { row: 0, column: 0, cells: [[{ text: words.title }], ...texts.map((text): CellDraft[] => [{ text }])] },
      { row: header, column: 0, cells: table },
    ],
    merges: texts.map((_, index) => line(index + 1)),
    styles,
    tables: [
      {
        name: PROJECTION_TABLE,
        area: { row: header, column: 0, rows: table.length, columns: COLUMNS },
        style: 'TableStyleLight1',
        showFilters: true,
      },
    ],
    charts: parts.slice(0, MOST_CHARTS).map((part, place) => chartOf(part, place, language)),
    page: {
      paper: 'a4',
      orientation: 'landscape',
      margins: { top: 36, bottom: 36, left: 36, right: 36, header: 18, footer: 18 },
      printArea: { row: 0, column: 0, rows: header + table.length, columns: COLUMNS },
      fit: { pagesWide: 1 },
      titleRows: { first: header, last: header },
    },
    activate: true,
  });
}
