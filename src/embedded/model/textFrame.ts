import type { Shape } from '../book/sheet';
import { bounded, color, flag, oneOf, text } from './checks';
import type { ExcelApi } from './excelApi';

type Change = (apply: () => void) => void;
type ShapeText = NonNullable<Shape['text']>;

const HORIZONTAL = { Left: 'l', Center: 'ctr', Right: 'r', Justify: 'just', Distributed: 'dist' } as const;
const VERTICAL = { Top: 't', Middle: 'ctr', Bottom: 'b' } as const;

/** White on a filled shape, black in a text box: what Excel writes when nobody chose. */
const blankText = (shape: Shape): ShapeText => ({
  content: '',
  color: shape.kind === 'textBox' ? '#000000' : '#FFFFFF',
  size: 11,
  bold: false,
  horizontal: 'l',
  vertical: 't',
});

const changeText = (shape: Shape, change: Change, part: Partial<ShapeText>): void =>
  change(() => (shape.text = { ...(shape.text ?? blankText(shape)), ...part }));

/** Text of a shape: one run in one look. */
export class TextFrame {
  static readonly api = {
    name: 'TextFrame',
    scalars: ['hasText', 'horizontalAlignment', 'verticalAlignment'],
    navigation: ['textRange'],
    methods: ['deleteText'],
  } satisfies ExcelApi<'TextFrame'>;

  constructor(
    private readonly shape: Shape,
    private readonly change: Change,
  ) {}

  get hasText(): boolean {
    return (this.shape.text?.content ?? '') !== '';
  }
  get horizontalAlignment(): string {
    const { horizontal } = this.shape.text ?? blankText(this.shape);
    return Object.entries(HORIZONTAL).find(([, stored]) => stored === horizontal)?.[0] ?? 'Left';
  }
  set horizontalAlignment(value: unknown) {
    const name = oneOf(value, Object.keys(HORIZONTAL) as (keyof typeof HORIZONTAL)[]);
    changeText(this.shape, this.change, { horizontal: HORIZONTAL[name] });
  }
  get verticalAlignment(): string {
    const { vertical } = this.shape.text ?? blankText(this.shape);
    return Object.entries(VERTICAL).find(([, stored]) => stored === vertical)?.[0] ?? 'Top';
  }
  set verticalAlignment(value: unknown) {
    const name = oneOf(value, Object.keys(VERTICAL) as (keyof typeof VERTICAL)[]);
    changeText(this.shape, this.change, { vertical: VERTICAL[name] });
  }
  get textRange(): TextRange {
    return new TextRange(this.shape, this.change);
  }
  deleteText(): void {
    changeText(this.shape, this.change, { content: '' });
  }
}

export class TextRange {
  static readonly api = { name: 'TextRange', scalars: ['text'], navigation: ['font'] } satisfies ExcelApi<'TextRange'>;

  constructor(
    private readonly shape: Shape,
    private readonly change: Change,
  ) {}
  get text(): string {
    return this.shape.text?.content ?? '';
  }
  set text(value: unknown) {
    changeText(this.shape, this.change, { content: text(value) });
  }
  get font(): ShapeFont {
    return new ShapeFont(this.shape, this.change);
  }
}

export class ShapeFont {
  static readonly api = { name: 'ShapeFont', scalars: ['bold', 'color', 'name', 'size'] } satisfies ExcelApi<'ShapeFont'>;

  constructor(
    private readonly shape: Shape,
    private readonly change: Change,
  ) {}
  private get look(): ShapeText {
    return this.shape.text ?? blankText(this.shape);
  }
  get bold(): boolean {
    return this.look.bold;
  }
  set bold(value: unknown) {
    changeText(this.shape, this.change, { bold: flag(value) });
  }
  get color(): string {
    return this.look.color;
  }
  set color(value: unknown) {
    changeText(this.shape, this.change, { color: color(value) });
  }
  get name(): string | null {
    return this.look.font ?? null;
  }
  set name(value: unknown) {
    changeText(this.shape, this.change, { font: text(value) });
  }
  get size(): number {
    return this.look.size;
  }
  set size(value: unknown) {
    changeText(this.shape, this.change, { size: bounded(value, 1, 4000) });
  }
}
