import type { ConditionalFormat as FormatData } from '../book/sheet';
import { ApiError } from '../richapi/apiError';
import { columnLetters } from './address';
import { oneOf, record, text } from './checks';
import { ConditionalRangeFormat, type Change } from './conditionalLook';
import type { ExcelApi } from './excelApi';
import { isValidFormula } from './formulaText';

type Rule<T extends FormatData['rule']['type']> = Extract<FormatData['rule'], { type: T }>;

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
