import type { Rule } from '../consolidation/rule';
import type { DetectedTable } from '../detect/detected';
import type { Language } from '../meteo/content';
import type { CalculationText } from './calculation';
import type { Calculation } from './dictionary-words';
import { nameOfColumn } from './names';

const ROWS: Record<Language, string> = { fr: 'nombre de lignes', en: 'number of rows' };
const DISTINCT: Record<Language, string> = { fr: 'distincts', en: 'distinct' };

/** Rules as the expressions of the dictionary's cells: the other way of `ruleOfText`. */
class Writer {
  constructor(
    private readonly table: DetectedTable,
    private readonly language: Language,
  ) {}

  name(column: number): string {
    return nameOfColumn(this.table, column);
  }

  private bracketed(column: number): string {
    return `[${this.name(column).replaceAll(']', ']]')}]`;
  }

  private number(value: number): string {
    const text = String(value);
    return this.language === 'fr' ? text.replace('.', ',') : text;
  }

  /** A part with its factor in front; a factor that is one over a whole number divides instead. */
  private scaled(factor: number, part: string): string {
    if (factor === 1) return part;
    const inverse = Math.round(1 / factor);
    return factor < 1 && 1 / inverse === factor ? `${part}/${String(inverse)}` : `${this.number(factor)}*${part}`;
  }

  private terms(terms: readonly { factor: number; rule: Rule }[]): string {
    return terms
      .map(({ factor, rule }, index) => {
        const part = this.scaled(Math.abs(factor), this.part(rule));
        if (index === 0) return factor < 0 ? `-${part}` : part;
        return `${factor < 0 ? ' - ' : ' + '}${part}`;
      })
      .join('');
  }

  private part(rule: Rule): string {
    switch (rule.kind) {
      case 'count':
        return ROWS[this.language];
      case 'countWhere':
        return `${this.bracketed(rule.column)} = "${rule.text.replaceAll('"', '""')}"`;
      case 'distinct':
        return `${DISTINCT[this.language]}(${this.bracketed(rule.column)})`;
      case 'product':
        return rule.columns.map((column) => this.bracketed(column)).join('*');
      case 'combination':
        return this.terms(rule.terms);
      case 'ratio':
        return `(${this.part(rule.numerator)})/(${this.part(rule.denominator)})`;
      case 'weightedMean':
        return this.bracketed(rule.value);
      case 'atLast':
        return this.part(rule.rule);
      default:
        return this.bracketed(rule.column);
    }
  }

  /** A column by itself needs no brackets: the cell holds nothing else. */
  whole(rule: Rule): string {
    const alone = ['sum', 'mean', 'last', 'min', 'max', 'distinct'].includes(rule.kind) && 'column' in rule;
    return alone ? this.name(rule.column) : this.part(rule);
  }
}

/** The kind under a factor: 60 × a maximum is a maximum. */
const kindUnder = (rule: Rule): Rule =>
  rule.kind === 'combination' && rule.terms.length === 1 ? (rule.terms[0]?.rule ?? rule) : rule;

const calculationOf = (rule: Rule): Calculation => {
  const { kind } = kindUnder(rule);
  switch (kind) {
    case 'atLast':
      return 'last';
    case 'combination':
    case 'product':
      return 'sum';
    default:
      return kind;
  }
};

/** What the dictionary's cells say of a rule: `rapport`, `Appels traités`, `Appels reçus`. */
export const textOfRule = (rule: Rule, table: DetectedTable, language: Language): CalculationText => {
  const writer = new Writer(table, language);
  const calculation = calculationOf(rule);
  const inner = rule.kind === 'atLast' ? rule.rule : rule;
  const under = kindUnder(inner);
  if (calculation === 'count') return { calculation, numerator: '', denominator: '' };
  if (under.kind === 'ratio' && under === inner)
    return { calculation, numerator: writer.whole(under.numerator), denominator: writer.whole(under.denominator) };
  if (under.kind === 'weightedMean')
    return {
      calculation,
      numerator: under === inner ? writer.name(under.value) : writer.whole(inner),
      denominator: writer.name(under.weight),
    };
  return { calculation, numerator: writer.whole(inner), denominator: '' };
};
