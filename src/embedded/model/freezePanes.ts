import { MAX_COLUMNS, MAX_ROWS } from './address';
import { ApiError } from '../richapi/apiError';
import type { Sheet } from '../book/sheet';
import { bounded, integer } from './checks';
import type { ExcelApi } from './excelApi';
import { notFound } from './notFound';
import { rangeArgument } from './places';
import { Range } from './range';
import type { Session } from './session';

/** Rows and columns that stay in view. */
export class WorksheetFreezePanes {
  static readonly api = {
    name: 'WorksheetFreezePanes',
    methods: ['freezeAt', 'freezeColumns', 'freezeRows', 'getLocation', 'getLocationOrNullObject', 'unfreeze'],
  } satisfies ExcelApi<'WorksheetFreezePanes'>;

  constructor(
    private readonly session: Session,
    private readonly sheet: Sheet,
  ) {}

  /** Freezes down to and including the range: `A1:A3` freezes three rows and a column, `1:2` two rows. */
  freezeAt(frozenRange: unknown): void {
    const { sheet, area } = rangeArgument(this.session, frozenRange, this.sheet);
    if (sheet !== this.sheet) throw new ApiError('InvalidArgument');
    this.freeze(area.rows === MAX_ROWS ? 0 : area.row + area.rows, area.columns === MAX_COLUMNS ? 0 : area.column + area.columns);
  }
  freezeRows(count: unknown): void {
    this.freeze(bounded(integer(count, 1), 0, MAX_ROWS - 1), 0);
  }
  freezeColumns(count: unknown): void {
    this.freeze(0, bounded(integer(count, 1), 0, MAX_COLUMNS - 1));
  }
  unfreeze(): void {
    this.freeze(0, 0);
  }
  private freeze(rows: number, columns: number): void {
    this.sheet.frozen = rows === 0 && columns === 0 ? null : { rows, columns };
    this.sheet.touch('view');
  }

  getLocation(): Range {
    return this.getLocationOrNullObject() ?? notFound();
  }
  /** Frozen rows are whole rows (`1:2`), frozen columns whole columns, both a block from A1. */
  getLocationOrNullObject(): Range | null {
    const { frozen } = this.sheet;
    if (!frozen) return null;
    const area = { row: 0, column: 0, rows: frozen.rows || MAX_ROWS, columns: frozen.columns || MAX_COLUMNS };
    return new Range(this.session, this.sheet, area);
  }
}
