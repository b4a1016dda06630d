import type { Sheet, Table as TableData } from '../book/sheet';
import { ApiError } from '../richapi/apiError';
import { flag, integer } from './checks';
import { excelEvents } from './excelEvents';
import type { ExcelApi } from './excelApi';
import { notFound } from './notFound';
import { rangeArgument } from './places';
import type { Session } from './session';
import { Table } from './table';
import { addTable } from './tableChanges';

type Found = { sheet: Sheet; data: TableData };

const find = (tables: readonly Found[], key: unknown): Found | undefined => {
  const wanted = String(key).toLowerCase();
  return tables.find(({ data }) => data.name.toLowerCase() === wanted) ?? tables.find(({ data }) => String(data.id) === wanted);
};

/** Tables of a sheet, or of the whole workbook. */
export class TableCollection {
  static readonly api = {
    name: 'TableCollection',
    scalars: ['count'],
    methods: ['add', 'getCount', 'getItem', 'getItemAt', 'getItemOrNullObject'],
    events: {
      onAdded: excelEvents.tableAdded,
      onChanged: excelEvents.tableChanged,
      onDeleted: excelEvents.tableDeleted,
    },
    collection: true,
  } satisfies ExcelApi<'TableCollection'>;

  constructor(
    private readonly session: Session,
    private readonly sheet: Sheet | null,
  ) {}

  private get found(): Found[] {
    const sheets = this.sheet ? [this.sheet] : this.session.book.sheets;
    return sheets.flatMap((sheet) => sheet.tables.map((data) => ({ sheet, data })));
  }
  get items(): Table[] {
    return this.found.map(({ sheet, data }) => new Table(this.session, sheet, data));
  }
  get count(): number {
    return this.found.length;
  }
  getCount(): number {
    return this.count;
  }
  /** The range may be on any sheet when asked of the workbook. */
  add(address: unknown, hasHeaders: unknown): Table {
    const place = rangeArgument(this.session, address, this.sheet ?? this.session.activeSheet);
    if (this.sheet && place.sheet !== this.sheet) throw new ApiError('InvalidArgument');
    return new Table(this.session, place.sheet, addTable(this.session, place.sheet, place.area, flag(hasHeaders)));
  }
  /** By name or id. */
  getItem(key: unknown): Table {
    return this.getItemOrNullObject(key) ?? notFound();
  }
  getItemOrNullObject(key: unknown): Table | null {
    const found = find(this.found, key);
    return found ? new Table(this.session, found.sheet, found.data) : null;
  }
  getItemAt(index: unknown): Table {
    return this.items[integer(index)] ?? notFound();
  }
}

/** Tables that a range meets. */
export class TableScopedCollection {
  static readonly api = {
    name: 'TableScopedCollection',
    methods: ['getCount', 'getFirst', 'getItem', 'getItemOrNullObject'],
    collection: true,
  } satisfies ExcelApi<'TableScopedCollection'>;

  constructor(
    private readonly session: Session,
    private readonly tables: readonly TableData[],
    private readonly sheet: Sheet,
  ) {}

  get items(): Table[] {
    return this.tables.map((data) => new Table(this.session, this.sheet, data));
  }
  getCount(): number {
    return this.tables.length;
  }
  getFirst(): Table {
    const [first] = this.items;
    if (!first) throw new ApiError('ItemNotFound');
    return first;
  }
  getItem(key: unknown): Table {
    return this.getItemOrNullObject(key) ?? notFound();
  }
  getItemOrNullObject(key: unknown): Table | null {
    const found = find(
      this.tables.map((data) => ({ sheet: this.sheet, data })),
      key,
    );
    return found ? new Table(this.session, found.sheet, found.data) : null;
  }
}
