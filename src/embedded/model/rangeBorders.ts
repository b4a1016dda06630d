import type { Area } from '../book/cell';
import type { BorderEdge, BorderStyle } from '../book/style';
import { ApiError } from '../richapi/apiError';
import { color, integer, oneOf } from './checks';
import type { ExcelApi } from './excelApi';
import { commonOf, patchStyle, type Formatted } from './styling';

const SIDES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideVertical', 'InsideHorizontal'] as const;
type Side = (typeof SIDES)[number];
type Edge = 'left' | 'right' | 'top' | 'bottom';

const LINES = ['None', 'Continuous', 'Dash', 'DashDot', 'DashDotDot', 'Dot', 'Double', 'SlantDashDot'] as const;
const WEIGHTS = ['Hairline', 'Thin', 'Medium', 'Thick'] as const;
type Line = (typeof LINES)[number];
type Weight = (typeof WEIGHTS)[number];

/** The file has one word for what Office.js splits into line style and weight. */
const stored = (line: Line, weight: Weight): BorderStyle => {
  const heavy = weight === 'Medium' || weight === 'Thick';
  switch (line) {
    case 'None':
      return 'none';
    case 'Continuous':
      return weight === 'Hairline' ? 'hair' : weight === 'Thin' ? 'thin' : weight === 'Medium' ? 'medium' : 'thick';
    case 'Dash':
      return heavy ? 'mediumDashed' : 'dashed';
    case 'DashDot':
      return heavy ? 'mediumDashDot' : 'dashDot';
    case 'DashDotDot':
      return heavy ? 'mediumDashDotDot' : 'dashDotDot';
    case 'Dot':
      return 'dotted';
    case 'Double':
      return 'double';
    case 'SlantDashDot':
      return 'slantDashDot';
  }
};

const named: Readonly<Record<BorderStyle, readonly [Line, Weight]>> = {
  none: ['None', 'Thin'],
  hair: ['Continuous', 'Hairline'],
  thin: ['Continuous', 'Thin'],
  medium: ['Continuous', 'Medium'],
  thick: ['Continuous', 'Thick'],
  dashed: ['Dash', 'Thin'],
  dotted: ['Dot', 'Thin'],
  double: ['Double', 'Thick'],
  mediumDashed: ['Dash', 'Medium'],
  dashDot: ['DashDot', 'Thin'],
  mediumDashDot: ['DashDot', 'Medium'],
  dashDotDot: ['DashDotDot', 'Thin'],
  mediumDashDotDot: ['DashDotDot', 'Medium'],
  slantDashDot: ['SlantDashDot', 'Medium'],
};

/** Cells whose edge makes up a side of a range, and which edge of theirs. A line between cells belongs to both. */
const edgesOf = (area: Area, side: Side): { area: Area; edge: Edge }[] => {
  const lastRow = area.row + area.rows - 1;
  const lastColumn = area.column + area.columns - 1;
  switch (side) {
    case 'EdgeTop':
      return [{ area: { ...area, rows: 1 }, edge: 'top' }];
    case 'EdgeBottom':
      return [{ area: { ...area, row: lastRow, rows: 1 }, edge: 'bottom' }];
    case 'EdgeLeft':
      return [{ area: { ...area, columns: 1 }, edge: 'left' }];
    case 'EdgeRight':
      return [{ area: { ...area, column: lastColumn, columns: 1 }, edge: 'right' }];
    case 'InsideHorizontal':
      return area.rows < 2
        ? []
        : [
            { area: { ...area, rows: area.rows - 1 }, edge: 'bottom' },
            { area: { ...area, row: area.row + 1, rows: area.rows - 1 }, edge: 'top' },
          ];
    case 'InsideVertical':
      return area.columns < 2
        ? []
        : [
            { area: { ...area, columns: area.columns - 1 }, edge: 'right' },
            { area: { ...area, column: area.column + 1, columns: area.columns - 1 }, edge: 'left' },
          ];
  }
};

export class RangeBorder {
  static readonly api = {
    name: 'RangeBorder',
    scalars: ['color', 'sideIndex', 'style', 'weight'],
    key: 'sideIndex',
  } satisfies ExcelApi<'RangeBorder'>;

  constructor(
    private readonly cells: Formatted,
    readonly sideIndex: Side,
  ) {}

  private edges(): { area: Area; edge: Edge }[] {
    return this.cells.areas.flatMap((area) => edgesOf(area, this.sideIndex));
  }
  private one(area: Area): Formatted {
    return { ...this.cells, areas: [area] };
  }
  private common<T>(read: (edge: BorderEdge) => T): T | null {
    let common: { value: T } | null = null;
    for (const { area, edge } of this.edges()) {
      const value = commonOf(this.one(area), (style) => read(style.borders[edge]));
      if (value === null || (common && common.value !== value)) return null;
      common = { value };
    }
    return common ? common.value : null;
  }
  private change(change: (edge: BorderEdge) => BorderEdge): void {
    for (const { area, edge } of this.edges()) {
      const uniform = commonOf(this.one(area), ({ borders }) => `${borders[edge].style} ${borders[edge].color}`);
      for (const cell of uniform === null ? cellsOf(area) : [area]) {
        const style = commonOf(this.one(cell), ({ borders }) => borders[edge].style) ?? 'none';
        const shade = commonOf(this.one(cell), ({ borders }) => borders[edge].color) ?? '';
        patchStyle(this.one(cell), { borders: { [edge]: change({ style, color: shade }) } });
      }
    }
  }

  get style(): string | null {
    const style = this.common((edge) => edge.style);
    return style && named[style][0];
  }
  set style(value: unknown) {
    const line = oneOf(value, LINES);
    this.change((edge) => {
      const weight = edge.style === 'none' ? 'Thin' : named[edge.style][1];
      const style = stored(line, line === 'Continuous' && edge.style === 'double' ? 'Thin' : weight);
      return style === 'none' ? { style, color: '' } : { style, color: edge.color || '#000000' };
    });
  }
  get weight(): string | null {
    const style = this.common((edge) => edge.style);
    return style && named[style][1];
  }
  /** A side without a line gets a continuous one, as in Excel. */
  set weight(value: unknown) {
    const weight = oneOf(value, WEIGHTS);
    this.change((edge) => ({
      style: stored(edge.style === 'none' ? 'Continuous' : named[edge.style][0], weight),
      color: edge.color || '#000000',
    }));
  }
  get color(): string | null {
    return this.common((edge) => edge.color || '#000000');
  }
  set color(value: unknown) {
    const shade = color(value);
    this.change((edge) => ({ style: edge.style === 'none' ? 'thin' : edge.style, color: shade }));
  }
}

const cellsOf = (area: Area): Area[] => {
  const cells: Area[] = [];
  for (let row = area.row; row < area.row + area.rows; row++)
    for (let column = area.column; column < area.column + area.columns; column++)
      cells.push({ row, column, rows: 1, columns: 1 });
  return cells;
};

/** The borders of a range. Diagonals are kept in files but refused here. */
export class RangeBorderCollection {
  static readonly api = {
    name: 'RangeBorderCollection',
    scalars: ['count'],
    methods: ['getItem', 'getItemAt'],
    collection: true,
  } satisfies ExcelApi<'RangeBorderCollection'>;

  constructor(private readonly cells: Formatted) {}

  get items(): RangeBorder[] {
    return SIDES.map((side) => new RangeBorder(this.cells, side));
  }
  get count(): number {
    return SIDES.length;
  }
  getItem(index: unknown): RangeBorder {
    if (typeof index === 'string' && /^diagonal(down|up)$/i.test(index))
      throw ApiError.notImplemented('RangeBorderCollection', `getItem("${index}")`);
    return new RangeBorder(this.cells, oneOf(index, SIDES));
  }
  getItemAt(index: unknown): RangeBorder {
    const side = SIDES[integer(index)];
    if (side === undefined) throw new ApiError('InvalidArgument');
    return new RangeBorder(this.cells, side);
  }
}
