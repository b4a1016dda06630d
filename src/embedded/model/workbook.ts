import { Application } from './application';
import { text } from './checks';
import type { ExcelApi } from './excelApi';
import { NamedItemCollection } from './namedItemCollection';
import { notFound } from './notFound';
import { PivotTableCollection } from './pivots';
import { Range } from './range';
import type { Session } from './session';
import { SettingCollection } from './settings';
import { WorkbookProtection } from './sheetProtection';
import { TableCollection } from './tableCollection';
import { WorksheetCollection } from './worksheetCollection';

const FIRST_CELL = { row: 0, column: 0, rows: 1, columns: 1 };

/** The workbook: where every path begins. */
export class Workbook {
  static readonly api = {
    name: 'Workbook',
    scalars: ['isDirty', 'name', 'readOnly'],
    navigation: ['application', 'names', 'pivotTables', 'protection', 'settings', 'tables', 'worksheets'],
    methods: ['getActiveCell', 'getSelectedRange'],
    internalMethods: ['getRangeForEventByReferenceId', 'getRangeOrNullObjectForEventByReferenceId'],
  } satisfies ExcelApi<'Workbook'>;

  constructor(private readonly session: Session) {}

  get name(): string {
    return this.session.book.fileName;
  }
  get readOnly(): boolean {
    return this.session.options.readOnly;
  }
  /** Whether something changed since the file was opened. */
  get isDirty(): boolean {
    const { book } = this.session;
    return book.touched || book.sheets.some((sheet) => sheet.touched.size > 0);
  }
  get application(): Application {
    return new Application(this.session);
  }
  get worksheets(): WorksheetCollection {
    return new WorksheetCollection(this.session);
  }
  get tables(): TableCollection {
    return new TableCollection(this.session, null);
  }
  get pivotTables(): PivotTableCollection {
    return new PivotTableCollection(this.session, null);
  }
  get names(): NamedItemCollection {
    return new NamedItemCollection(this.session, null);
  }
  get settings(): SettingCollection {
    return new SettingCollection(this.session);
  }
  get protection(): WorkbookProtection {
    return new WorkbookProtection(this.session);
  }

  /** What is selected; A1 of the active sheet until something is. */
  getSelectedRange(): Range {
    const { selection, activeSheet } = this.session;
    return selection
      ? new Range(this.session, selection.sheet, selection.area)
      : new Range(this.session, activeSheet, FIRST_CELL);
  }
  getActiveCell(): Range {
    return this.getSelectedRange().getCell(0, 0);
  }

  /** Office.js asks so for `event.getRange()`. */
  getRangeForEventByReferenceId(referenceId: unknown): Range {
    return this.getRangeOrNullObjectForEventByReferenceId(referenceId) ?? notFound();
  }
  getRangeOrNullObjectForEventByReferenceId(referenceId: unknown): Range | null {
    const place = this.session.eventArea(text(referenceId));
    return place && new Range(this.session, place.sheet, place.area);
  }
}
