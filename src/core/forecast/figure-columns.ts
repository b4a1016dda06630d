import type { ConsolidatedColumn } from '../consolidation/rule';
import { numberFormatOf, proposeColumns } from '../consolidation/propose';
import type { DetectedColumn, DetectedTable } from '../detect/detected';
import { columnsToConsolidate } from '../kpi/columns';
import { dictionaryOf } from '../kpi/dictionary-read';
import { currenciesOfRule } from '../kpi/currency';
import type { Kpi, Unit } from '../kpi/kpi';
import type { Language } from '../meteo/content';
import type { Problem } from '../problem';
import type { WorkbookSnapshot } from '../sheet/snapshot';
import type { Currency } from '../words/currency';
import type { FigureKind } from './forecast';

/** A column to project: how a figure comes out of rows, and its unit. */
export type FigureColumn = ConsolidatedColumn & {
  unit: Unit;
  /** What its amounts are in, where the workbook says it. */
  currency?: Currency;
  /** A rate or a mean without its parts: it is what it is in a row, and nothing over several of them. */
  rowOnly?: true;
};

/** What a figure measures, by its unit: it says where the projection can lie. */
export const figureKindOf = (unit: Unit): FigureKind =>
  unit === 'count' ? 'count' : unit === 'percent' ? 'rate' : DURATIONS.includes(unit) ? 'duration' : 'amount';

const DURATIONS: readonly Unit[] = ['seconds', 'minutes', 'hours', 'days'];

/** The unit of a figure by the format that its cells have. */
const unitOfFormat = (numberFormat: string, rule: ConsolidatedColumn['rule']): Unit => {
  if (numberFormat.includes('%')) return 'percent';
  const counted = ['count', 'countWhere', 'distinct'].includes(rule.kind);
  return counted || (rule.kind === 'sum' && numberFormat === '#,##0') ? 'count' : 'number';
};

/** A KPI's own unit and currency; of another figure, those of its cells and of the amounts that it adds up. */
const unitOfColumn = (column: ConsolidatedColumn, table: DetectedTable, kpi?: Kpi): Pick<FigureColumn, 'unit' | 'currency'> => {
  if (kpi) return { unit: kpi.unit, ...(kpi.currency && { currency: kpi.currency }) };
  const [currency] = currenciesOfRule(column.rule, table);
  const isAmount = currency !== undefined && ['sum', 'last', 'min', 'max'].includes(column.rule.kind);
  return isAmount ? { unit: 'currency', currency } : { unit: unitOfFormat(column.numberFormat, column.rule) };
};

/** True when no date has two rows: what a row says of its date is then what the date says. */
const isOneRowADate = (rows: readonly (number | null)[]): boolean => {
  const days = rows.flatMap((date) => (date === null ? [] : [Math.floor(date)]));
  return new Set(days).size === days.length;
};

const asItStands = (column: DetectedColumn, language: Language): FigureColumn => ({
  id: column.measure ?? column.header,
  label: column.header,
  rule: { kind: 'mean', column: column.column },
  numberFormat: numberFormatOf({ kind: 'mean', column: column.column }, column, language),
  unit: column.type === 'rate' && column.scale !== 'points' ? 'percent' : 'number',
  rowOnly: true,
});

/** Columns that the user names, each with the unit that its rule and column give. */
export const namedFigures = (columns: readonly ConsolidatedColumn[]): readonly FigureColumn[] =>
  columns.map((column) => ({ ...column, unit: unitOfFormat(column.numberFormat, column.rule) }));

/**
 * What is projected when nobody names a rule: what a consolidation would show (see `columnsToConsolidate`), under the same
 * names. A rate without its parts, which no consolidation takes, is projected row by row where each date has one row.
 */
export const proposedFigures = (
  workbook: WorkbookSnapshot,
  table: DetectedTable,
  dates: readonly (number | null)[],
  language: Language,
): { columns: readonly FigureColumn[]; problems: readonly Problem[] } => {
  const { columns, problems } = columnsToConsolidate(workbook, table, language);
  const { kpis } = dictionaryOf(workbook, table, language);
  const found = columns.map((column) => ({
    ...column,
    ...unitOfColumn(
      column,
      table,
      kpis.find(({ id }) => id === column.id),
    ),
  }));
  if (!isOneRowADate(dates)) return { columns: found, problems };
  const apart = proposeColumns(table, language).problems.flatMap((item) =>
    item.code === 'rate-without-parts' ? [item.params.rate] : [],
  );
  const rates = table.columns.filter(({ header }) => apart.includes(header)).map((column) => asItStands(column, language));
  return { columns: [...found, ...rates], problems: problems.filter(({ code }) => code !== 'rate-without-parts') };
};
