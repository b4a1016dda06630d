import type { ConsolidatedColumn, Rule } from '../consolidation/rule';
import type { DetectedTable } from '../detect/detected';
import type { Language } from '../meteo/content';
import { CATALOGUE, DEFAULT_KEYS, type CatalogueKpi, type Domain } from './catalogue';
import { parseLinear } from './expression';
import type { Kpi, Unit } from './kpi';
import { HANDLING, HANDLING_PARTS, measuresOf, type MeasureRules } from './measures';

/** A linear expression of measures as one rule, or null when one of them is missing. */
const ruleOfExpression = (text: string, measures: MeasureRules, last: boolean): Rule | null => {
  const whole = text.replace(HANDLING_PARTS, HANDLING);
  const source = whole !== text && measures.sum(HANDLING) ? whole : text;
  const terms = parseLinear(source);
  if (!terms) return null;
  const parts = terms.flatMap(({ factor, measure }) => {
    const sum = measures.sum(measure);
    const rule: Rule | null = last && sum?.kind === 'sum' ? { kind: 'last', column: sum.column } : sum;
    return rule ? [{ factor, rule }] : [];
  });
  if (parts.length !== terms.length) return null;
  const [only] = parts;
  if (only && parts.length === 1) {
    if (only.factor === 1) return only.rule;
    return { kind: 'combination', terms: [only] };
  }
  return { kind: 'combination', terms: parts };
};

const columnRule = (kind: 'min' | 'max' | 'distinct', measure: string, measures: MeasureRules): Rule | null => {
  const column = measures.column(measure);
  return column ? { kind, column: column.column } : null;
};

/** The rule of a KPI over a table, or null when the table does not hold its measures. */
const ruleOfKpi = (kpi: CatalogueKpi, measures: MeasureRules, events: boolean): Rule | null => {
  const { numerator, denominator } = kpi;
  switch (kpi.kind) {
    case 'count': {
      const distinct = /^DISTINCT\((\w+)\)$/.exec(numerator)?.[1];
      return distinct ? columnRule('distinct', distinct, measures) : null;
    }
    case 'min':
    case 'max':
      return columnRule(kpi.kind, numerator, measures);
    case 'weighted_mean': {
      const value = measures.column(numerator);
      if (!value) return null;
      if (events) return { kind: 'mean', column: value.column };
      const weight = denominator ? measures.column(denominator) : null;
      return weight ? { kind: 'weightedMean', value: value.column, weight: weight.column } : null;
    }
    default: {
      const top = ruleOfExpression(numerator, measures, kpi.kind === 'last');
      if (!top || denominator === null) return top;
      const bottom = ruleOfExpression(denominator, measures, kpi.kind === 'last');
      return bottom ? { kind: 'ratio', numerator: top, denominator: bottom } : null;
    }
  }
};

const kpisOf = (table: DetectedTable, domain: Domain): { entry: CatalogueKpi; rule: Rule }[] => {
  const measures = measuresOf(table, domain);
  return CATALOGUE.filter((entry) => entry.domain === domain).flatMap((entry) => {
    const rule = ruleOfKpi(entry, measures, table.kind === 'events');
    return rule ? [{ entry, rule }] : [];
  });
};

const DOMAINS: readonly Domain[] = ['inbound', 'outbound', 'it', 'pso', 'references'];

/**
 * The catalogue's KPIs that a table can give, of the domain that it gives most of (or of the one named). Thresholds are
 * proposals to confirm. The domain's default keys are marked; failing them, the first KPI that is held to something.
 */
export const proposeKpis = (table: DetectedTable, language: Language, domain?: Domain): readonly Kpi[] => {
  const candidates = (domain ? [domain] : DOMAINS).map((name) => ({ name, found: kpisOf(table, name) }));
  const best = candidates.reduce((most, next) => (next.found.length > most.found.length ? next : most));
  const keys = DEFAULT_KEYS[best.name].filter((id) =>
    best.found.some(({ entry }) => entry.id === id && entry.thresholds !== null),
  );
  const first = best.found.find(({ entry }) => entry.thresholds !== null)?.entry.id;
  const chosen = keys.length > 0 ? keys : first ? [first] : [];
  return best.found.map(({ entry, rule }) => ({
    id: entry.id,
    label: entry.label[language],
    unit: entry.unit,
    direction: entry.direction,
    rule,
    objective: entry.thresholds && entry.direction !== 'range' ? entry.thresholds.green : null,
    thresholds: entry.thresholds,
    thresholdsProposed: entry.thresholds !== null && entry.basis !== 'standard',
    key: chosen.includes(entry.id),
    internal: entry.internal,
  }));
};

const FORMATS: Record<Unit, string> = {
  count: '#,##0',
  percent: '0.0%',
  minutes: '#,##0.0',
  seconds: '#,##0',
  hours: '#,##0.0',
  days: '#,##0.0',
  currency: '#,##0.00',
  score: '0.00',
  index: '0.00',
  number: '#,##0.##',
};

/** Number format of a KPI's values in the consolidation sheets: percentages are fractions, durations plain numbers. */
export const numberFormatOfUnit = (unit: Unit): string => FORMATS[unit];

/** KPIs as columns to consolidate. */
export const columnsOfKpis = (kpis: readonly Kpi[]): readonly ConsolidatedColumn[] =>
  kpis.map(({ id, label, rule, unit }) => ({ id, label, rule, numberFormat: FORMATS[unit] }));
