import type { ConditionalFormat as FormatData } from '../book/sheet';
import { ApiError } from '../richapi/apiError';
import { columnLetters } from './address';
import { color, flag, oneOf, record, text } from './checks';
import type { ExcelApi } from './excelApi';
import { isValidFormula } from './formulaText';

type Rule<T extends FormatData['rule']['type']> = Extract<FormatData['rule'], { type: T }>;
/** Runs a change and marks the sheet. */
type Change = (apply: () => void) => void;

/** A formula as the API takes it, `=A1>3`, or a constant: gives what stands after the `=`. */
const conditionFormula = (value: unknown): string => {
  if (typeof value === 'number') return String(value);
  const given = text(value);
  const formula = given.startsWith('=')
    ? given.slice(1)
    : /^-?\d+(?:\.\d+)?$/.test(given)
      ? given
      : `"${given.replaceAll('"', '""')}"`;
  if (formula === '' || !isValidFormula(formula)) throw new ApiError('InvalidArgument');
  return formula;
};

abstract class RuledFormat<T extends FormatData['rule']> {
  constructor(
    private readonly data: FormatData,
    protected readonly own: T,
    protected readonly change: Change,
  ) {}
  get format(): ConditionalRangeFormat {
    return new ConditionalRangeFormat(this.data.format, this.change);
  }
  /** First cell of the format, which relative formulas count from. */
  protected get firstCell(): string {
    const row = Math.min(...this.data.areas.map((area) => area.row));
    const column = Math.min(...this.data.areas.map((area) => area.column));
    return `${columnLetters(column)}${row + 1}`;
  }
}

export class CustomConditionalFormat extends RuledFormat<Rule<'expression'>> {
  static readonly api = {
    name: 'CustomConditionalFormat',
    navigation: ['format', 'rule'],
  } satisfies ExcelApi<'CustomConditionalFormat'>;

  get rule(): ConditionalFormatRule {
    return new ConditionalFormatRule(this.own, this.change);
  }
}

export class ConditionalFormatRule {
  static readonly api = {
    name: 'ConditionalFormatRule',
    scalars: ['formula', 'formulaLocal'],
  } satisfies ExcelApi<'ConditionalFormatRule'>;

  constructor(
    private readonly rule: Rule<'expression'>,
    private readonly change: Change,
  ) {}

  /** Relative to the first cell of the range. */
  get formula(): string {
    return `=${this.rule.formula}`;
  }
  set formula(value: unknown) {
    const given = text(value);
    const formula = conditionFormula(given.startsWith('=') ? given : `=${given}`);
    this.change(() => (this.rule.formula = formula));
  }
  get formulaLocal(): string {
    return this.formula;
  }
  set formulaLocal(value: unknown) {
    this.formula = value;
  }
}

const OPERATORS = {
  Between: 'between',
  NotBetween: 'notBetween',
  EqualTo: 'equal',
  NotEqualTo: 'notEqual',
  GreaterThan: 'greaterThan',
  LessThan: 'lessThan',
  GreaterThanOrEqual: 'greaterThanOrEqual',
  LessThanOrEqual: 'lessThanOrEqual',
} as const;

export class CellValueConditionalFormat extends RuledFormat<Rule<'cellIs'>> {
  static readonly api = {
    name: 'CellValueConditionalFormat',
    scalars: ['rule'],
    navigation: ['format'],
  } satisfies ExcelApi<'CellValueConditionalFormat'>;

  get rule(): { formula1: string; formula2?: string; operator: string } {
    const [first = '', second] = this.own.formulas;
    const operator = Object.entries(OPERATORS).find(([, stored]) => stored === this.own.operator)?.[0] ?? 'Invalid';
    return { formula1: `=${first}`, ...(second === undefined ? {} : { formula2: `=${second}` }), operator };
  }
  set rule(value: unknown) {
    const rule = record(value);
    const name = oneOf(rule['operator'], Object.keys(OPERATORS) as (keyof typeof OPERATORS)[]);
    const formulas = [conditionFormula(rule['formula1'])];
    if (name === 'Between' || name === 'NotBetween') formulas.push(conditionFormula(rule['formula2']));
    this.change(() => Object.assign(this.own, { operator: OPERATORS[name], formulas }));
  }
}

const TEXT_OPERATORS = {
  Contains: 'containsText',
  NotContains: 'notContains',
  BeginsWith: 'beginsWith',
  EndsWith: 'endsWith',
} as const;

export class TextConditionalFormat extends RuledFormat<Rule<'containsText'>> {
  static readonly api = {
    name: 'TextConditionalFormat',
    scalars: ['rule'],
    navigation: ['format'],
  } satisfies ExcelApi<'TextConditionalFormat'>;

  get rule(): { operator: string; text: string } {
    const operator = Object.entries(TEXT_OPERATORS).find(([, stored]) => stored === this.own.operator)?.[0] ?? 'Invalid';
    return { operator, text: this.own.text };
  }
  set rule(value: unknown) {
    const rule = record(value);
    const name = oneOf(rule['operator'], Object.keys(TEXT_OPERATORS) as (keyof typeof TEXT_OPERATORS)[]);
    const wanted = text(rule['text']);
    const formula = this.formulaFor(name, `"${wanted.replaceAll('"', '""')}"`);
    this.change(() => Object.assign(this.own, { operator: TEXT_OPERATORS[name], text: wanted, formula }));
  }
  /** The formula that the file keeps beside the operator (ECMA-376 part 1, 18.3.1.10). */
  private formulaFor(name: keyof typeof TEXT_OPERATORS, wanted: string): string {
    const cell = this.firstCell;
    switch (name) {
      case 'Contains':
        return `NOT(ISERROR(SEARCH(${wanted},${cell})))`;
      case 'NotContains':
        return `ISERROR(SEARCH(${wanted},${cell}))`;
      case 'BeginsWith':
        return `LEFT(${cell},LEN(${wanted}))=${wanted}`;
      case 'EndsWith':
        return `RIGHT(${cell},LEN(${wanted}))=${wanted}`;
    }
  }
}

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
