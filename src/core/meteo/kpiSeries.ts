import { periodValue } from '../consolidation/evaluate';
import type { SourceRows } from '../consolidation/rows';
import { columnsOf, isAdditive, ruleAt, type Rule } from '../consolidation/rule';
import type { DetectedTable } from '../detect/detected';
import { tableCell } from '../detect/places';
import type { Kpi } from '../kpi/kpi';
import { coveredUntil } from '../period/coverage';
import { weekdayOf } from '../period/serial';
import type { Place } from '../problem';
import { lowerFirst } from '../words/typography';
import type { KpiSeries, Span } from './input';
import type { LiveSource } from './liveSource';

/** How a part of a ratio is called on the page: its column's header, when it is one column. */
const labelOf = (rule: Rule, table: DetectedTable): string | null => {
  const [column, ...others] = columnsOf(rule);
  if (column === undefined || others.length > 0) return null;
  const header = table.columns.find((candidate) => candidate.column === column)?.header ?? '';
  return header === '' ? null : lowerFirst(header.replace(/\s+/g, ' ').trim());
};

/** Is a stretch of open days within what a log of events covers, and without any? Counts are 0 there, and rates nothing. */
const isWithoutEvent = ({ start, end }: Span, rows: SourceRows): boolean => {
  const { coverage } = rows;
  if (!coverage?.log || start < coverage.from || end - 1 > coveredUntil(coverage)) return false;
  const isOpen = Array.from({ length: Math.min(7, end - start) }, (_, index) => weekdayOf(start + index)).some((weekday) =>
    coverage.openWeekdays.includes(weekday),
  );
  return isOpen && rows.inPeriod({ kind: 'day', key: '', start, end }).length === 0;
};

/**
 * What the rows say of a KPI over any stretch of days, by its rule: rates are the sum of their numerators over the sum of
 * their denominators, each from the days themselves, by the definition that held when the stretch begins. With the live formula of the same, where the workbook can hold one.
 */
export const kpiSeries = (kpi: Kpi, rows: SourceRows, live: LiveSource): KpiSeries => {
  const { rule } = kpi;
  const formulaOf = (span: Span, divisor: number): string | undefined =>
    isWithoutEvent(span, rows) ? undefined : live.formula(ruleAt(kpi, span.start), span, divisor);
  const value = (part: Rule, span: Span): number | null =>
    periodValue(part, rows, { kind: 'day', key: '', ...span }) ?? (isAdditive(part) && isWithoutEvent(span, rows) ? 0 : null);
  const valueOf = (span: Span): number | null => value(ruleAt(kpi, span.start), span);
  const placeOf = (day: number): Place | null => {
    const { table } = rows;
    const [row] = rows.inPeriod({ kind: 'day', key: '', start: day, end: day + 1 });
    const column = columnsOf(ruleAt(kpi, day))[0] ?? table.dateColumn;
    return row === undefined || column === null
      ? null
      : { sheet: table.sheet, cell: tableCell(table, table.firstRow + row, column) };
  };
  if (rule.kind !== 'ratio') return { kpi, valueOf, placeOf, formulaOf };
  const numerator = labelOf(rule.numerator, rows.table);
  const denominator = labelOf(rule.denominator, rows.table);
  return {
    kpi,
    valueOf,
    placeOf,
    formulaOf,
    partsOf: (span) => {
      const held = ruleAt(kpi, span.start);
      return held.kind === 'ratio'
        ? { numerator: value(held.numerator, span), denominator: value(held.denominator, span) }
        : { numerator: null, denominator: null };
    },
    ...(numerator !== null && denominator !== null && { partLabels: { numerator, denominator } }),
  };
};
