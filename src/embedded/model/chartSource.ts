import type { Area } from '../book/cell';
import { blankSeries } from '../book/blankChart';
import type { ChartSeries, Sheet } from '../book/sheet';
import { fullAddress } from './address';
import { styleAt } from './cells';
import type { Place } from './places';
import type { Session } from './session';

const isText = (sheet: Sheet, row: number, column: number): boolean => typeof sheet.cell(row, column)?.value === 'string';
const isBlank = (sheet: Sheet, row: number, column: number): boolean => (sheet.cell(row, column)?.value ?? null) === null;
const isDate = (session: Session, sheet: Sheet, row: number, column: number): boolean => {
  const { numberFormat } = session.book.styles.get(styleAt(sheet, row, column));
  return typeof sheet.cell(row, column)?.value === 'number' && numberFormat !== 'General' && /[dmy]/i.test(numberFormat);
};

/**
 * Series of a chart from a block of cells, as Excel guesses: one a column when the block is at least as tall as wide (or
 * `Columns` is asked for), the first row their names when it holds text, the first column the categories when it holds
 * text or dates, or stands under an empty corner; of an X-Y chart always.
 */
export const seriesOf = (
  session: Session,
  { sheet, area }: Place,
  type: string,
  seriesBy: 'Auto' | 'Columns' | 'Rows',
): ChartSeries[] => {
  session.settle();
  const byColumns = seriesBy === 'Columns' || (seriesBy === 'Auto' && area.rows >= area.columns);
  const lines = byColumns ? area.columns : area.rows;
  const length = byColumns ? area.rows : area.columns;
  const at = (line: number, index: number): [number, number] =>
    byColumns ? [area.row + index, area.column + line] : [area.row + line, area.column + index];
  const corner = isBlank(sheet, ...at(0, 0)) || isText(sheet, ...at(0, 0));
  const last = lines - 1;
  const hasNames = length > 1 && corner && isText(sheet, ...at(last, 0));
  const first = hasNames ? 1 : 0;
  const [row, column] = at(0, first);
  const isXY = type.startsWith('XYScatter') || type.startsWith('Bubble');
  const looksLikeCategories =
    isText(sheet, row, column) || isDate(session, sheet, row, column) || (hasNames && isBlank(sheet, ...at(0, 0)));
  const hasCategories = lines > 1 && (isXY || looksLikeCategories);
  const part = (line: number, from: number, count: number): Area => {
    const [top, left] = at(line, from);
    return { row: top, column: left, rows: byColumns ? count : 1, columns: byColumns ? 1 : count };
  };
  const address = (cells: Area): string => fullAddress(sheet.name, cells, true);
  const categories = hasCategories ? address(part(0, first, length - first)) : null;
  const series: ChartSeries[] = [];
  for (let line = hasCategories ? 1 : 0; line < lines; line++) {
    const name = hasNames
      ? String(sheet.cell(...at(line, 0))?.value ?? '')
      : `${session.word('Series', 'Série')}${series.length + 1}`;
    series.push({
      ...blankSeries(type, name),
      ...(hasNames ? { nameFormula: address(part(line, 0, 1)) } : {}),
      values: address(part(line, first, length - first)),
      categories,
    });
    if (/^(?:3D)?Pie/.test(type)) break;
  }
  return series;
};
