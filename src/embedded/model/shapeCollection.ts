import type { Shape as ShapeData, Sheet } from '../book/sheet';
import { ApiError } from '../richapi/apiError';
import { finite, integer, list, oneOf, text } from './checks';
import { findShape, newShape } from './drawing';
import type { ExcelApi } from './excelApi';
import { readImage } from './imageData';
import { notFound } from './notFound';
import { requireUnprotected } from './protectionRules';
import type { Session } from './session';
import { Shape } from './shape';
import { GEOMETRIES, type GeometricShapeType } from './shapeGeometry';

const INK = { color: '#000000', weight: 1, dash: 'solid' };
/** What Excel gives a new shape: the Office theme's first accent with a darker outline. */
const ACCENT = '#4472C4';
const DARK_ACCENT = { color: '#2F528F', weight: 1, dash: 'solid' };

/** The drawing layer of a sheet, back to front. Charts are among a sheet's `charts`, not here. */
export class ShapeCollection {
  static readonly api = {
    name: 'ShapeCollection',
    methods: [
      'addGeometricShape',
      'addGroup',
      'addImage',
      'addLine',
      'addTextBox',
      'getCount',
      'getItem',
      'getItemAt',
      'getItemOrNullObject',
    ],
    internalMethods: ['getItem'],
    collection: true,
  } satisfies ExcelApi<'ShapeCollection'>;

  constructor(
    private readonly session: Session,
    private readonly sheet: Sheet,
  ) {}

  private get found(): ShapeData[] {
    return this.sheet.shapes.filter((shape) => shape.kind !== 'chart');
  }
  get items(): Shape[] {
    return this.found.map((shape) => this.shape(shape));
  }
  private shape(data: ShapeData): Shape {
    return new Shape(this.session, this.sheet, data);
  }
  getCount(): number {
    return this.found.length;
  }
  /** By name or id. */
  getItem(key: unknown): Shape {
    return this.getItemOrNullObject(key) ?? notFound();
  }
  getItemOrNullObject(key: unknown): Shape | null {
    const shape = findShape(this.found, key);
    return shape && this.shape(shape);
  }
  getItemAt(index: unknown): Shape {
    return this.items[integer(index)] ?? notFound();
  }

  private add(data: ShapeData, change: Partial<ShapeData>): Shape {
    requireUnprotected(this.session, this.sheet);
    Object.assign(data, change);
    this.sheet.shapes.push(data);
    this.sheet.touch('drawing');
    return this.shape(data);
  }

  addGeometricShape(geometricShapeType: unknown): Shape {
    const type = oneOf(geometricShapeType, Object.keys(GEOMETRIES) as GeometricShapeType[]);
    const word = type.replace(/(?<=[a-z])(?=[A-Z0-9])/g, ' ');
    return this.add(newShape(this.sheet, 'geometric', word), {
      geometry: GEOMETRIES[type],
      fill: { color: ACCENT, transparency: 0 },
      line: { ...DARK_ACCENT },
    });
  }
  addTextBox(content: unknown): Shape {
    return this.add(newShape(this.sheet, 'textBox', this.session.word('TextBox', 'ZoneTexte')), {
      geometry: 'rect',
      width: 144,
      fill: { color: '#FFFFFF', transparency: 0 },
      line: { ...INK, weight: 0.75, color: '#BCBCBC' },
      text: { content: text(content, ''), color: '#000000', size: 11, bold: false, horizontal: 'l', vertical: 't' },
    });
  }
  addLine(startLeft: unknown, startTop: unknown, endLeft: unknown, endTop: unknown, connectorType: unknown): Shape {
    if (oneOf(connectorType, ['Straight', 'Elbow', 'Curve'], 'Straight') !== 'Straight')
      throw ApiError.notImplemented('ShapeCollection', 'addLine(connectorType)');
    const [x1, y1, x2, y2] = [finite(startLeft), finite(startTop), finite(endLeft), finite(endTop)];
    // A line is a box and its falling diagonal: one that rises would need a flip, which the book does not hold.
    if (x1 !== x2 && y1 !== y2 && x2 > x1 !== y2 > y1) throw ApiError.notImplemented('ShapeCollection', 'addLine that rises');
    return this.add(newShape(this.sheet, 'line', this.session.word('Straight Connector', 'Connecteur droit')), {
      geometry: 'line',
      left: Math.min(x1, x2),
      top: Math.min(y1, y2),
      width: Math.abs(x2 - x1),
      height: Math.abs(y2 - y1),
      fill: null,
      line: { ...INK, color: ACCENT, weight: 0.5 },
    });
  }
  /** PNG or JPEG, at its own size (96 pixels an inch). */
  addImage(base64ImageString: unknown): Shape {
    const { bytes, format, width, height } = readImage(text(base64ImageString));
    return this.add(newShape(this.sheet, 'image', this.session.word('Picture', 'Image')), {
      width: width * 0.75,
      height: height * 0.75,
      image: { bytes, format },
    });
  }
  /** At least two shapes of the sheet, by object or id; the group stands where the topmost of them was. */
  addGroup(values: unknown): Shape {
    requireUnprotected(this.session, this.sheet);
    const wanted = list(values).map((value) => {
      const shape = value instanceof Shape ? value.data : findShape(this.found, value);
      if (!shape || !this.sheet.shapes.includes(shape)) throw new ApiError('InvalidArgument');
      return shape;
    });
    if (new Set(wanted).size < 2) throw new ApiError('InvalidArgument');
    const children = this.sheet.shapes.filter((shape) => wanted.includes(shape));
    if (children.some((shape) => shape.source !== undefined)) throw new ApiError('UnsupportedFeature');
    const left = Math.min(...children.map((shape) => shape.left));
    const top = Math.min(...children.map((shape) => shape.top));
    const right = Math.max(...children.map((shape) => shape.left + shape.width));
    const bottom = Math.max(...children.map((shape) => shape.top + shape.height));
    const group = newShape(this.sheet, 'group', this.session.word('Group', 'Groupe'));
    this.sheet.shapes = this.sheet.shapes.filter((shape) => !children.includes(shape));
    return this.add(group, { left, top, width: right - left, height: bottom - top, children });
  }
}
