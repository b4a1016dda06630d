import type { Area } from '../book/cell';
import { ApiError } from '../richapi/apiError';
import { bounded, flag, integer, oneOf } from './checks';
import type { ExcelApi } from './excelApi';
import type { Range } from './range';
import { sortArea, sortFields } from './sorting';
import { wireValue } from './writing';

export class RangeSort {
  static readonly api = { name: 'RangeSort', methods: ['apply'] } satisfies ExcelApi<'RangeSort'>;

  constructor(private readonly range: Range) {}

  apply(fields: unknown, matchCase: unknown, hasHeaders: unknown, orientation: unknown, method: unknown): void {
    this.range.requireSheet();
    const byRows = oneOf(orientation, ['Rows', 'Columns'], 'Rows') === 'Rows';
    if (oneOf(method, ['PinYin', 'StrokeCount'], 'PinYin') !== 'PinYin')
      throw ApiError.notImplemented('RangeSort', 'apply(method)');
    const { session, sheet, area } = this.range;
    const skip = flag(hasHeaders, false) ? 1 : 0;
    const body: Area = byRows
      ? { ...area, row: area.row + skip, rows: area.rows - skip }
      : { ...area, column: area.column + skip, columns: area.columns - skip };
    const chosen = sortFields(fields, byRows ? area.columns : area.rows);
    if (body.rows > 0 && body.columns > 0) sortArea(session, sheet, body, chosen, flag(matchCase, false), byRows);
  }
}

/** What `Range.removeDuplicates` did. */
export class RemoveDuplicatesResult {
  static readonly api = {
    name: 'RemoveDuplicatesResult',
    scalars: ['removed', 'uniqueRemaining'],
  } satisfies ExcelApi<'RemoveDuplicatesResult'>;

  private constructor(
    readonly removed: number,
    readonly uniqueRemaining: number,
  ) {}

  /** Rows that repeat an earlier one in the given columns (0-based) go; the rows below them in the range move up. */
  static apply(range: Range, columns: readonly unknown[], includesHeader: boolean): RemoveDuplicatesResult {
    range.requireSheet();
    const { session, sheet, area } = range;
    const keys = columns.map((column) => bounded(integer(column), 0, area.columns - 1));
    if (keys.length === 0) throw new ApiError('InvalidArgument');
    const seen = new Set<string>();
    const repeated: number[] = [];
    for (let row = area.row + (includesHeader ? 1 : 0); row < area.row + area.rows; row++) {
      const parts = keys.map((column) => wireValue(sheet.cell(row, area.column + column)?.value ?? null));
      const key = JSON.stringify(parts.map((part) => (typeof part === 'string' ? part.toLowerCase() : part)));
      if (seen.has(key)) repeated.push(row);
      else seen.add(key);
    }
    for (const row of repeated.reverse()) {
      const last = area.row + area.rows - 1;
      // The rows below move up inside the range only, whatever stands under it.
      for (let below = row; below < last; below++)
        for (let column = area.column; column < area.column + area.columns; column++) {
          const cell = sheet.cell(below + 1, column);
          sheet.setCell(below, column, cell ? { ...cell } : { value: null, style: 0 });
        }
      for (let column = area.column; column < area.column + area.columns; column++)
        sheet.setCell(last, column, { value: null, style: sheet.cell(last, column)?.style ?? 0 });
    }
    if (repeated.length > 0) session.cellsChanged(sheet, area);
    return new RemoveDuplicatesResult(repeated.length, seen.size);
  }
}
