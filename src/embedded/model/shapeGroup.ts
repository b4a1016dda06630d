import type { Shape as ShapeData, Sheet } from '../book/sheet';
import { ApiError } from '../richapi/apiError';
import { integer } from './checks';
import { findShape, shapeId } from './drawing';
import type { ExcelApi } from './excelApi';
import { notFound } from './notFound';
import { requireUnprotected } from './protectionRules';
import type { Session } from './session';
import { Shape } from './shape';

/** A group's own side: its shapes. */
export class ShapeGroup {
  static readonly api = {
    name: 'ShapeGroup',
    scalars: ['id'],
    navigation: ['shape', 'shapes'],
    methods: ['ungroup'],
  } satisfies ExcelApi<'ShapeGroup'>;

  constructor(
    private readonly session: Session,
    private readonly sheet: Sheet,
    private readonly data: ShapeData,
  ) {}

  get id(): string {
    return shapeId(this.data);
  }
  get shape(): Shape {
    return new Shape(this.session, this.sheet, this.data);
  }
  get shapes(): GroupShapeCollection {
    return new GroupShapeCollection(this.session, this.sheet, this.data);
  }
  /** The shapes take the group's place. */
  ungroup(): void {
    requireUnprotected(this.session, this.sheet);
    const index = this.sheet.shapes.indexOf(this.data);
    if (index < 0) throw ApiError.notImplemented('ShapeGroup', 'ungroup inside a group');
    if (this.data.source !== undefined) throw new ApiError('UnsupportedFeature');
    for (const shape of this.data.children ?? []) shape.touched = true;
    this.sheet.shapes.splice(index, 1, ...(this.data.children ?? []));
    this.sheet.touch('drawing');
  }
}

export class GroupShapeCollection {
  static readonly api = {
    name: 'GroupShapeCollection',
    methods: ['getCount', 'getItem', 'getItemAt', 'getItemOrNullObject'],
    internalMethods: ['getItem'],
    collection: true,
  } satisfies ExcelApi<'GroupShapeCollection'>;

  constructor(
    private readonly session: Session,
    private readonly sheet: Sheet,
    private readonly group: ShapeData,
  ) {}

  private get found(): ShapeData[] {
    return this.group.children ?? [];
  }
  get items(): Shape[] {
    return this.found.map((data) => new Shape(this.session, this.sheet, data));
  }
  getCount(): number {
    return this.found.length;
  }
  getItem(key: unknown): Shape {
    return this.getItemOrNullObject(key) ?? notFound();
  }
  getItemOrNullObject(key: unknown): Shape | null {
    const data = findShape(this.found, key);
    return data && new Shape(this.session, this.sheet, data);
  }
  getItemAt(index: unknown): Shape {
    return this.items[integer(index)] ?? notFound();
  }
}
