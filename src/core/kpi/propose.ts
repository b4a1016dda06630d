import type { ConsolidatedColumn, Rule } from '../consolidation/rule';
import type { DetectedTable } from '../detect/detected';
import { MEASURES } from '../detect/synonyms';
import type { Language } from '../meteo/content';
import { CATALOGUE, DEFAULT_KEYS, type CatalogueKpi, type Domain } from './catalogue';
import { ruleOfText } from './calculation';
import type { Names } from './compile';
import type { Calculation } from './dictionary-words';
import type { Kpi, Unit } from './kpi';
import { HANDLING, HANDLING_PARTS, measuresOf, rowsAreThings, type MeasureRules } from './measures';

const CALCULATIONS: Record<CatalogueKpi['kind'], Calculation> = {
  sum: 'sum',
  count: 'distinct',
  ratio: 'ratio',
  weighted_mean: 'weightedMean',
  last: 'last',
  min: 'min',
  max: 'max',
};

/** The parts of the handling time as one measure, where the table has them in one column. */
const handling = (text: string, measures: MeasureRules): string =>
  measures.column(HANDLING) ? text.replace(HANDLING_PARTS, HANDLING) : text;

/** The rule of a KPI over a table, or null when the table does not hold its measures. */
const ruleOfKpi = (kpi: CatalogueKpi, table: DetectedTable, measures: MeasureRules): Rule | null => {
  const names: Names = { all: MEASURES, column: measures.column, part: measures.sum, factor: measures.factor };
  if (kpi.kind === 'last' && rowsAreThings(table)) return null;
  const denominator = kpi.denominator ?? '';
  // A row of an event log is one answer: it weighs 1 where nothing says how much.
  const alone = kpi.kind === 'weighted_mean' && table.kind === 'events' && !measures.column(denominator);
  const made = ruleOfText(
    {
      calculation: alone ? 'mean' : CALCULATIONS[kpi.kind],
      numerator: handling(kpi.numerator.replace(/^DISTINCT\((\w+)\)$/, '$1'), measures),
      denominator: alone ? '' : handling(denominator, measures),
    },
    table,
    names,
  );
  return made.ok ? made.rule : null;
};

const kpisOf = (table: DetectedTable, domain: Domain): { entry: CatalogueKpi; rule: Rule }[] => {
  const measures = measuresOf(table, domain);
  return CATALOGUE.filter((entry) => entry.domain === domain).flatMap((entry) => {
    const rule = ruleOfKpi(entry, table, measures);
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
  kpis.map(({ id, label, rule, unit, key, earlier, definition }) => ({
    id,
    label,
    rule,
    numberFormat: FORMATS[unit],
    ...(key && { key }),
    ...(earlier && { earlier }),
    ...(definition && { definition }),
  }));
