import type { Pivot, Sheet } from '../book/sheet';
import { text } from './checks';
import type { ExcelApi } from './excelApi';
import { notFound } from './notFound';
import { Range } from './range';
import type { Session } from './session';
import { Worksheet } from './worksheet';

/** PivotTables of a file can be looked at and stay as they are; what would change them is refused by name. */

type Figure = Pivot['figures'][number];

/** How files call the ways to aggregate, and Office.js. */
const AGGREGATIONS: Readonly<Record<string, string>> = {
  sum: 'Sum',
  count: 'Count',
  average: 'Average',
  max: 'Max',
  min: 'Min',
  product: 'Product',
  countNums: 'CountNumbers',
  stdDev: 'StandardDeviation',
  stdDevp: 'StandardDeviationP',
  var: 'Variance',
  varp: 'VarianceP',
};

const byName = <T extends { readonly name: string }>(items: readonly T[], key: unknown): T | null => {
  const wanted = text(key).toLowerCase();
  return items.find(({ name }) => name.toLowerCase() === wanted) ?? null;
};

/** A field of the source that a figure takes its values from. */
export class PivotField {
  static readonly api = { name: 'PivotField', scalars: ['name'], key: 'name' } satisfies ExcelApi<'PivotField'>;

  constructor(readonly name: string) {}
}

/** One figure of a PivotTable. */
export class DataPivotHierarchy {
  static readonly api = {
    name: 'DataPivotHierarchy',
    scalars: ['name', 'position', 'summarizeBy'],
    navigation: ['field'],
    key: 'name',
  } satisfies ExcelApi<'DataPivotHierarchy'>;

  constructor(
    private readonly figure: Figure,
    readonly position: number,
  ) {}

  get name(): string {
    return this.figure.name;
  }
  get summarizeBy(): string {
    return AGGREGATIONS[this.figure.by] ?? 'Unknown';
  }
  get field(): PivotField {
    return new PivotField(this.figure.field);
  }
}

export class DataPivotHierarchyCollection {
  static readonly api = {
    name: 'DataPivotHierarchyCollection',
    methods: ['getCount', 'getItem', 'getItemOrNullObject'],
    collection: true,
  } satisfies ExcelApi<'DataPivotHierarchyCollection'>;

  constructor(private readonly pivot: Pivot) {}

  get items(): DataPivotHierarchy[] {
    return this.pivot.figures.map((figure, position) => new DataPivotHierarchy(figure, position));
  }
  getCount(): number {
    return this.pivot.figures.length;
  }
  getItem(name: unknown): DataPivotHierarchy {
    return this.getItemOrNullObject(name) ?? notFound();
  }
  getItemOrNullObject(name: unknown): DataPivotHierarchy | null {
    return byName(this.items, name);
  }
}

export class PivotLayout {
  static readonly api = { name: 'PivotLayout', methods: ['getRange'] } satisfies ExcelApi<'PivotLayout'>;

  constructor(
    private readonly session: Session,
    private readonly sheet: Sheet,
    private readonly pivot: Pivot,
  ) {}

  /** Without the filters above it. */
  getRange(): Range {
    return new Range(this.session, this.sheet, this.pivot.area);
  }
}

export class PivotTable {
  static readonly api = {
    name: 'PivotTable',
    scalars: ['name'],
    navigation: ['dataHierarchies', 'layout', 'worksheet'],
    key: 'name',
  } satisfies ExcelApi<'PivotTable'>;

  constructor(
    private readonly session: Session,
    private readonly sheet: Sheet,
    private readonly pivot: Pivot,
  ) {}

  get name(): string {
    return this.pivot.name;
  }
  get dataHierarchies(): DataPivotHierarchyCollection {
    return new DataPivotHierarchyCollection(this.pivot);
  }
  get layout(): PivotLayout {
    return new PivotLayout(this.session, this.sheet, this.pivot);
  }
  get worksheet(): Worksheet {
    return new Worksheet(this.session, this.sheet);
  }
}

/** PivotTables of a sheet, or of the whole workbook. */
export class PivotTableCollection {
  static readonly api = {
    name: 'PivotTableCollection',
    methods: ['getCount', 'getItem', 'getItemOrNullObject'],
    collection: true,
  } satisfies ExcelApi<'PivotTableCollection'>;

  constructor(
    private readonly session: Session,
    private readonly sheet: Sheet | null,
  ) {}

  get items(): PivotTable[] {
    const sheets = this.sheet ? [this.sheet] : this.session.book.sheets;
    return sheets.flatMap((sheet) => sheet.pivots.map((pivot) => new PivotTable(this.session, sheet, pivot)));
  }
  getCount(): number {
    return this.items.length;
  }
  getItem(name: unknown): PivotTable {
    return this.getItemOrNullObject(name) ?? notFound();
  }
  getItemOrNullObject(name: unknown): PivotTable | null {
    return byName(this.items, name);
  }
}
