import type { ConditionalFormat as FormatData } from '../book/sheet';
import { ApiError } from '../richapi/apiError';
import { color, flag, oneOf, text } from './checks';
import type { ExcelApi } from './excelApi';

/** Runs a change and marks the sheet. */
export type Change = (apply: () => void) => void;
type Look = FormatData['format'];

export class ConditionalRangeFormat {
  static readonly api = {
    name: 'ConditionalRangeFormat',
    scalars: ['numberFormat'],
    navigation: ['fill', 'font'],
  } satisfies ExcelApi<'ConditionalRangeFormat'>;

  constructor(
    private readonly look: Look,
    private readonly change: Change,
  ) {}

  get numberFormat(): string | null {
    return this.look.numberFormat ?? null;
  }
  set numberFormat(value: unknown) {
    const code = text(value);
    this.change(() => (this.look.numberFormat = code));
  }
  get fill(): ConditionalRangeFill {
    return new ConditionalRangeFill(this.look, this.change);
  }
  get font(): ConditionalRangeFont {
    return new ConditionalRangeFont(this.look, this.change);
  }
}

export class ConditionalRangeFill {
  static readonly api = {
    name: 'ConditionalRangeFill',
    scalars: ['color'],
    methods: ['clear'],
  } satisfies ExcelApi<'ConditionalRangeFill'>;

  constructor(
    private readonly look: Look,
    private readonly change: Change,
  ) {}
  get color(): string {
    return this.look.fill ?? '';
  }
  set color(value: unknown) {
    const fill = color(value);
    this.change(() => (this.look.fill = fill));
  }
  clear(): void {
    this.change(() => delete this.look.fill);
  }
}

export class ConditionalRangeFont {
  static readonly api = {
    name: 'ConditionalRangeFont',
    scalars: ['bold', 'color', 'italic', 'strikethrough', 'underline'],
    methods: ['clear'],
  } satisfies ExcelApi<'ConditionalRangeFont'>;

  constructor(
    private readonly look: Look,
    private readonly change: Change,
  ) {}
  get bold(): boolean | null {
    return this.look.bold ?? null;
  }
  set bold(value: unknown) {
    const bold = flag(value);
    this.change(() => (this.look.bold = bold));
  }
  get italic(): boolean | null {
    return this.look.italic ?? null;
  }
  set italic(value: unknown) {
    const italic = flag(value);
    this.change(() => (this.look.italic = italic));
  }
  get strikethrough(): boolean | null {
    return this.look.strikethrough ?? null;
  }
  set strikethrough(value: unknown) {
    const strikethrough = flag(value);
    this.change(() => (this.look.strikethrough = strikethrough));
  }
  get underline(): string | null {
    return this.look.underline === undefined ? null : this.look.underline ? 'Single' : 'None';
  }
  set underline(value: unknown) {
    const name = oneOf(value, ['None', 'Single', 'Double']);
    if (name === 'Double') throw ApiError.notImplemented('ConditionalRangeFont', 'underline "Double"');
    this.change(() => (this.look.underline = name === 'Single'));
  }
  get color(): string {
    return this.look.fontColor ?? '';
  }
  set color(value: unknown) {
    const fontColor = color(value);
    this.change(() => (this.look.fontColor = fontColor));
  }
  clear(): void {
    this.change(() => {
      delete this.look.bold;
      delete this.look.italic;
      delete this.look.strikethrough;
      delete this.look.underline;
      delete this.look.fontColor;
    });
  }
}
