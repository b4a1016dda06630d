import type { Area } from '../book/cell';
import type { Sheet } from '../book/sheet';
import { ApiError } from '../richapi/apiError';
import { fullAddress, intersection } from './address';
import { isEntireColumns, isEntireRows } from './cells';
import { integer } from './checks';
import { ConditionalFormatCollection } from './conditionalFormatCollection';
import { DataValidation } from './dataValidation';
import type { ExcelApi } from './excelApi';
import { notFound } from './notFound';
import { rangeArgument, type Place } from './places';
import { Range } from './range';
import { RangeFormat } from './rangeFormat';
import type { Session } from './session';
import { Worksheet } from './worksheet';

/** Several rectangles of one sheet. */
export class RangeAreas {
  static readonly api = {
    name: 'RangeAreas',
    scalars: ['address', 'addressLocal', 'areaCount', 'cellCount', 'isEntireColumn', 'isEntireRow'],
    navigation: ['areas', 'conditionalFormats', 'dataValidation', 'format', 'worksheet'],
    methods: [
      'calculate',
      'clear',
      'getEntireColumn',
      'getEntireRow',
      'getIntersection',
      'getIntersectionOrNullObject',
      'getOffsetRangeAreas',
    ],
    reference: true,
  } satisfies ExcelApi<'RangeAreas'>;

  constructor(
    readonly session: Session,
    readonly sheet: Sheet,
    private readonly parts: readonly Area[],
  ) {
    if (parts.length === 0) throw new ApiError('InvalidArgument');
  }

  private get ranges(): Range[] {
    return this.parts.map((area) => new Range(this.session, this.sheet, area));
  }
  /** Where a list of one area is. */
  get place(): Place {
    const [area] = this.parts;
    if (!area) throw new ApiError('InvalidArgument');
    return { sheet: this.sheet, area };
  }

  get address(): string {
    return this.parts.map((area) => fullAddress(this.sheet.name, area)).join(',');
  }
  get addressLocal(): string {
    return this.address;
  }
  get areaCount(): number {
    return this.parts.length;
  }
  get cellCount(): number {
    const count = this.parts.reduce((sum, area) => sum + area.rows * area.columns, 0);
    return count > 2_147_483_647 ? -1 : count;
  }
  get isEntireColumn(): boolean {
    return this.parts.every(isEntireColumns);
  }
  get isEntireRow(): boolean {
    return this.parts.every(isEntireRows);
  }
  get areas(): RangeCollection {
    return new RangeCollection(this.ranges);
  }
  get format(): RangeFormat {
    return new RangeFormat({ session: this.session, sheet: this.sheet, areas: this.parts });
  }
  get worksheet(): Worksheet {
    return new Worksheet(this.session, this.sheet);
  }
  get conditionalFormats(): ConditionalFormatCollection {
    return new ConditionalFormatCollection(this.session, this.sheet, this.parts);
  }
  get dataValidation(): DataValidation {
    return new DataValidation(this.session, this.sheet, this.parts);
  }

  calculate(): void {
    this.session.recalculate();
  }
  clear(applyTo: unknown): void {
    for (const range of this.ranges) range.clear(applyTo);
  }
  getEntireColumn(): RangeAreas {
    return this.each((range) => range.getEntireColumn());
  }
  getEntireRow(): RangeAreas {
    return this.each((range) => range.getEntireRow());
  }
  getOffsetRangeAreas(rows: unknown, columns: unknown): RangeAreas {
    return this.each((range) => range.getOffsetRange(rows, columns));
  }
  getIntersection(another: unknown): RangeAreas {
    return this.getIntersectionOrNullObject(another) ?? notFound();
  }
  getIntersectionOrNullObject(another: unknown): RangeAreas | null {
    const others = another instanceof RangeAreas ? another.parts : [rangeArgument(this.session, another, this.sheet).area];
    const common = this.parts.flatMap((area) => others.flatMap((other) => intersection(area, other) ?? []));
    return common.length === 0 ? null : new RangeAreas(this.session, this.sheet, common);
  }
  private each(change: (range: Range) => Range): RangeAreas {
    return new RangeAreas(
      this.session,
      this.sheet,
      this.ranges.map((range) => change(range).area),
    );
  }
}

export class RangeCollection {
  static readonly api = {
    name: 'RangeCollection',
    methods: ['getCount', 'getItemAt'],
    collection: true,
  } satisfies ExcelApi<'RangeCollection'>;

  constructor(readonly items: readonly Range[]) {}

  getCount(): number {
    return this.items.length;
  }
  getItemAt(index: unknown): Range {
    return this.items[integer(index)] ?? notFound();
  }
}
