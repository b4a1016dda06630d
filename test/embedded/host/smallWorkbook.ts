import { ApiEvents, type ApiClass, type ApiModel } from '../../../src/embedded/richapi/apiClass';
import { ApiError } from '../../../src/embedded/richapi/apiError';

/** The few members of Excel's classes that the conversation with office.js is tested with. */
export class SmallWorkbook {
  static readonly api = {
    name: 'Workbook',
    scalars: ['name'],
    navigation: ['worksheets'],
    methods: ['getSelectedRange'],
    internalMethods: ['getRangeForEventByReferenceId'],
  } satisfies ApiClass;

  readonly name = 'Classeur1.xlsx';
  readonly events = new ApiEvents();
  readonly worksheets = new SmallWorksheets(this);

  getSelectedRange(): SmallRange {
    return this.worksheets.getActiveWorksheet().getRange('A1');
  }
  getRangeForEventByReferenceId(reference: string): SmallRange {
    const [sheet = '', address = ''] = reference.split('!');
    return this.worksheets.getItem(sheet).getRange(address);
  }
}

class SmallWorksheets {
  static readonly api = {
    name: 'WorksheetCollection',
    methods: ['add', 'getItem', 'getItemOrNullObject', 'getActiveWorksheet', 'getCount'],
    events: { onAdded: { registration: 'Added', type: 13 } },
    collection: true,
  } satisfies ApiClass;

  readonly eventTarget = 'Workbook';
  readonly items: SmallWorksheet[];

  constructor(private readonly workbook: SmallWorkbook) {
    this.items = [new SmallWorksheet(workbook, 'Feuil1')];
  }
  add(name: string): SmallWorksheet {
    const sheet = new SmallWorksheet(this.workbook, name);
    this.items.push(sheet);
    this.workbook.events.raise({ type: 13, targets: ['Workbook'], args: { worksheetId: sheet.id, source: 'Local' } });
    return sheet;
  }
  getItem(key: string): SmallWorksheet {
    const sheet = this.getItemOrNullObject(key);
    if (!sheet) throw new ApiError('ItemNotFound');
    return sheet;
  }
  getItemOrNullObject(key: string): SmallWorksheet | null {
    return this.items.find(({ id, name }) => id === key || name === key) ?? null;
  }
  getActiveWorksheet(): SmallWorksheet {
    return this.getItem(this.items[0]?.id ?? '');
  }
  getCount(): number {
    return this.items.length;
  }
}

export class SmallWorksheet {
  static readonly api = {
    name: 'Worksheet',
    scalars: ['id', 'name'],
    methods: ['getRange', 'getRangeByIndexes'],
    events: { onChanged: { registration: 'DataChanged', type: 10 } },
  } satisfies ApiClass;

  readonly cells = new Map<string, unknown>();
  readonly id: string;

  constructor(
    readonly workbook: SmallWorkbook,
    public label: string,
  ) {
    this.id = `{${label}}`;
  }
  get name(): string {
    return this.label;
  }
  set name(value: string) {
    this.label = value;
  }
  getRange(address: string): SmallRange {
    const column = address.charCodeAt(0) - 65;
    const row = Number(address.slice(1)) - 1;
    if (!/^[A-Z]\d+$/.test(address)) throw new ApiError('InvalidArgument');
    return new SmallRange(this, row, column, 1, 1);
  }
  getRangeByIndexes(row: number, column: number, rows: number, columns: number): SmallRange {
    return new SmallRange(this, row, column, rows, columns);
  }
}

export class SmallRange {
  static readonly api = {
    name: 'Range',
    scalars: ['address', 'values'],
    navigation: ['format'],
    methods: ['getCell', 'getRow', 'getBoundingRect'],
    internalMethods: ['validateArraySize'],
    reference: true,
  } satisfies ApiClass;

  readonly format = new SmallFormat();

  constructor(
    readonly sheet: SmallWorksheet,
    readonly row: number,
    readonly column: number,
    readonly rows: number,
    readonly columns: number,
  ) {}

  get address(): string {
    return `${this.sheet.name}!${String.fromCharCode(65 + this.column)}${String(this.row + 1)}`;
  }
  get values(): unknown[][] {
    return this.map((key) => this.sheet.cells.get(key) ?? '');
  }
  set values(values: unknown[][]) {
    this.map((key, row, column) => this.sheet.cells.set(key, values[row]?.[column]));
    const address = this.address.split('!')[1] ?? '';
    const { id, workbook } = this.sheet;
    workbook.events.raise({
      type: 10,
      targets: [id],
      args: {
        address,
        changeType: 'RangeEdited',
        source: 'Local',
        worksheetId: id,
        referenceId: `${id}!${address}`,
        triggerSource: 'Unknown',
      },
    });
  }
  getCell(row: number, column: number): SmallRange {
    return new SmallRange(this.sheet, this.row + row, this.column + column, 1, 1);
  }
  getRow(row: number): SmallRange {
    return new SmallRange(this.sheet, this.row + row, this.column, 1, this.columns);
  }
  getBoundingRect(other: SmallRange): SmallRange {
    return new SmallRange(this.sheet, this.row, this.column, other.row + other.rows - this.row, this.columns);
  }
  validateArraySize(rows: number, columns: number): void {
    if (rows !== this.rows || columns !== this.columns) throw new ApiError('InvalidArgument');
  }
  private map<T>(of: (key: string, row: number, column: number) => T): T[][] {
    return Array.from({ length: this.rows }, (_row, row) =>
      Array.from({ length: this.columns }, (_column, column) =>
        of(`${String(this.row + row)},${String(this.column + column)}`, row, column),
      ),
    );
  }
}

class SmallFormat {
  static readonly api = { name: 'RangeFormat', scalars: ['wrapText'], navigation: ['fill'] } satisfies ApiClass;
  readonly fill = new SmallFill();
  private wraps = false;
  get wrapText(): boolean {
    return this.wraps;
  }
  set wrapText(value: boolean) {
    this.wraps = value;
  }
}

class SmallFill {
  static readonly api = { name: 'RangeFill', scalars: ['color'] } satisfies ApiClass;
  private filled = '#FFFFFF';
  get color(): string {
    return this.filled;
  }
  set color(value: string) {
    this.filled = value;
  }
}

export const smallModel = (): ApiModel & { root: SmallWorkbook } => {
  const root = new SmallWorkbook();
  return { root, events: root.events };
};
