import type { Shape as ShapeData, Sheet } from '../book/sheet';
import { ApiError } from '../richapi/apiError';
import { bounded, finite, flag, oneOf, text } from './checks';
import { changeShape, everyShape, rootOf, shapeId } from './drawing';
import type { ExcelApi } from './excelApi';
import { requireUnprotected } from './protectionRules';
import type { Session } from './session';
import { GEOMETRIES, geometryName, type GeometricShapeType } from './shapeGeometry';
import { ShapeFill, ShapeLineFormat } from './shapeFormat';
import { ShapeGroup } from './shapeGroup';
import { TextFrame } from './textFrame';

const MAX_LENGTH = 169_056;

/** A shape, text box, line, picture or group on a sheet. Lengths are points from the sheet's top left. */
export class Shape {
  static readonly api = {
    name: 'Shape',
    scalars: [
      'altTextDescription',
      'altTextTitle',
      'geometricShapeType',
      'height',
      'id',
      'left',
      'level',
      'name',
      'placement',
      'rotation',
      'top',
      'type',
      'visible',
      'width',
      'zOrderPosition',
    ],
    navigation: ['fill', 'group', 'lineFormat', 'parentGroup', 'textFrame'],
    methods: ['delete', 'incrementLeft', 'incrementRotation', 'incrementTop', 'setZOrder'],
  } satisfies ExcelApi<'Shape'>;

  constructor(
    private readonly session: Session,
    private readonly sheet: Sheet,
    readonly data: ShapeData,
  ) {}

  private change(apply: () => void): void {
    changeShape(this.session, this.sheet, this.data, apply);
  }
  private get parent(): ShapeData | null {
    return everyShape(this.sheet.shapes).find((shape) => shape.children?.includes(this.data)) ?? null;
  }

  get id(): string {
    return shapeId(this.data);
  }
  get name(): string {
    return this.data.name;
  }
  set name(value: unknown) {
    const name = text(value);
    if (name === '' || name.length > 255) throw new ApiError('InvalidArgument');
    this.change(() => (this.data.name = name));
  }
  /** Text boxes are geometric shapes to the API. */
  get type(): string {
    switch (this.data.kind) {
      case 'image':
        return 'Image';
      case 'group':
        return 'Group';
      case 'line':
        return 'Line';
      case 'geometric':
      case 'textBox':
        return 'GeometricShape';
      case 'chart':
      case 'other':
        return 'Unsupported';
    }
  }
  get geometricShapeType(): string | null {
    return this.type === 'GeometricShape' ? geometryName(this.data.geometry) : null;
  }
  set geometricShapeType(value: unknown) {
    if (this.type !== 'GeometricShape') throw new ApiError('InvalidOperation');
    const type = oneOf(value, Object.keys(GEOMETRIES) as GeometricShapeType[]);
    this.change(() => (this.data.geometry = GEOMETRIES[type]));
  }
  get left(): number {
    return this.data.left;
  }
  set left(value: unknown) {
    this.move(finite(value) - this.data.left, 0);
  }
  get top(): number {
    return this.data.top;
  }
  set top(value: unknown) {
    this.move(0, finite(value) - this.data.top);
  }
  incrementLeft(increment: unknown): void {
    this.move(finite(increment), 0);
  }
  incrementTop(increment: unknown): void {
    this.move(0, finite(increment));
  }
  /** A group takes its shapes along. Nothing leaves the sheet at its top or left. */
  private move(right: number, down: number): void {
    const across = Math.max(-this.data.left, right);
    const along = Math.max(-this.data.top, down);
    this.change(() => {
      for (const shape of everyShape([this.data])) {
        shape.left += across;
        shape.top += along;
      }
    });
  }
  get width(): number {
    return this.data.width;
  }
  set width(value: unknown) {
    this.scale('left', 'width', bounded(value, 0, MAX_LENGTH));
  }
  get height(): number {
    return this.data.height;
  }
  set height(value: unknown) {
    this.scale('top', 'height', bounded(value, 0, MAX_LENGTH));
  }
  private scale(from: 'left' | 'top', size: 'width' | 'height', length: number): void {
    const factor = this.data[size] === 0 ? 1 : length / this.data[size];
    const origin = this.data[from];
    this.change(() => {
      for (const shape of everyShape(this.data.children ?? [])) {
        shape[from] = origin + (shape[from] - origin) * factor;
        shape[size] *= factor;
      }
      this.data[size] = length;
    });
  }
  /** Degrees, clockwise, 0 to below 360. */
  get rotation(): number {
    return this.data.rotation;
  }
  set rotation(value: unknown) {
    const degrees = ((finite(value) % 360) + 360) % 360;
    this.change(() => (this.data.rotation = degrees));
  }
  incrementRotation(increment: unknown): void {
    this.rotation = this.data.rotation + finite(increment);
  }
  get visible(): boolean {
    return this.data.visible;
  }
  set visible(value: unknown) {
    const visible = flag(value);
    this.change(() => (this.data.visible = visible));
  }
  get placement(): string {
    return this.data.placement;
  }
  set placement(value: unknown) {
    const placement = oneOf(value, ['TwoCell', 'OneCell', 'Absolute']);
    this.change(() => (this.data.placement = placement));
  }
  get altTextTitle(): string {
    return this.data.altTitle;
  }
  set altTextTitle(value: unknown) {
    const title = text(value);
    this.change(() => (this.data.altTitle = title));
  }
  get altTextDescription(): string {
    return this.data.altDescription;
  }
  set altTextDescription(value: unknown) {
    const description = text(value);
    this.change(() => (this.data.altDescription = description));
  }
  /** 0 on the sheet, 1 in a group, and so on. */
  get level(): number {
    let level = 0;
    for (let inside = this.parent; inside; level++) {
      const outer: ShapeData = inside;
      inside = everyShape(this.sheet.shapes).find((shape) => shape.children?.includes(outer)) ?? null;
    }
    return level;
  }
  /** 0 is at the back. */
  get zOrderPosition(): number {
    return this.siblings.indexOf(this.data);
  }
  private get siblings(): ShapeData[] {
    return this.parent?.children ?? this.sheet.shapes;
  }
  setZOrder(position: unknown): void {
    const way = oneOf(position, ['BringToFront', 'BringForward', 'SendToBack', 'SendBackward']);
    const { siblings } = this;
    const index = siblings.indexOf(this.data);
    const last = siblings.length - 1;
    const target = {
      BringToFront: last,
      BringForward: Math.min(last, index + 1),
      SendToBack: 0,
      SendBackward: Math.max(0, index - 1),
    }[way];
    this.change(() => {
      siblings.splice(index, 1);
      siblings.splice(target, 0, this.data);
    });
  }

  get fill(): ShapeFill {
    return new ShapeFill(this.data, (apply) => this.change(apply));
  }
  get lineFormat(): ShapeLineFormat {
    return new ShapeLineFormat(this.data, (apply) => this.change(apply));
  }
  get textFrame(): TextFrame {
    if (this.type !== 'GeometricShape') throw new ApiError('InvalidOperation');
    return new TextFrame(this.data, (apply) => this.change(apply));
  }
  get group(): ShapeGroup {
    if (this.data.kind !== 'group') throw new ApiError('InvalidOperation');
    return new ShapeGroup(this.session, this.sheet, this.data);
  }
  get parentGroup(): Shape {
    const { parent } = this;
    if (!parent) throw new ApiError('ItemNotFound');
    return new Shape(this.session, this.sheet, parent);
  }

  delete(): void {
    requireUnprotected(this.session, this.sheet);
    const root = rootOf(this.sheet, this.data);
    if (root === this.data) this.sheet.shapes = this.sheet.shapes.filter((shape) => shape !== this.data);
    else {
      const { parent } = this;
      if (parent?.children) parent.children = parent.children.filter((shape) => shape !== this.data);
      root.touched = true;
    }
    this.sheet.touch('drawing');
  }
}
