import type { ConsolidatedColumn, Rule } from '../consolidation/rule';
import type { DetectedTable } from '../detect/detected';
import { MEASURES } from '../detect/synonyms';
import type { Language } from '../meteo/content';
import { problem, type Problem } from '../problem';
import { amountFormat, amountMarks, currencyList, type Currency } from '../words/currency';
import { CATALOGUE, DEFAULT_KEYS, type CatalogueKpi, type Domain } from './catalogue';
import { ruleOfText } from './calculation';
import type { Names } from './compile';
import { currenciesOfRule } from './currency';
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

type Given = { entry: CatalogueKpi; rule: Rule; currencies: readonly Currency[] };

const kpisOf = (table: DetectedTable, domain: Domain): Given[] => {
  const measures = measuresOf(table, domain);
  return CATALOGUE.filter((entry) => entry.domain === domain).flatMap((entry) => {
    const rule = ruleOfKpi(entry, table, measures);
    return rule ? [{ entry, rule, currencies: currenciesOfRule(rule, table) }] : [];
  });
};

const DOMAINS: readonly Domain[] = ['inbound', 'outbound', 'it', 'pso', 'references'];

/** The domain that a table gives most KPIs of, with those, and those that it cannot give for its amounts are in several currencies. */
const likeliest = (table: DetectedTable, domain?: Domain): { name: Domain; found: Given[]; mixed: Given[] } => {
  const candidates = (domain ? [domain] : DOMAINS).map((name) => ({ name, all: kpisOf(table, name) }));
  const { name, all } = candidates.reduce((most, next) => (next.all.length > most.all.length ? next : most));
  const isMixed = ({ currencies }: Given): boolean => currencies.length > 1;
  return { name, found: all.filter((given) => !isMixed(given)), mixed: all.filter(isMixed) };
};

/** Budgets and the like are days or amounts: amounts where their column says its currency. */
const unitOf = ({ unit, kind }: CatalogueKpi, currency: Currency | undefined): Pick<Kpi, 'unit' | 'currency'> => {
  if (!currency || (unit !== 'currency' && (unit !== 'number' || kind === 'ratio'))) return { unit };
  return { unit: 'currency', currency };
};

/** The KPIs that a table would give if its amounts were in one currency, each a problem. */
export const mixedCurrencies = (table: DetectedTable, language: Language): readonly Problem[] =>
  likeliest(table).mixed.map(({ entry, currencies }) =>
    problem('currencies-mixed', { kpi: entry.label[language], currencies: currencyList(currencies) }, { sheet: table.sheet }),
  );

/**
 * The catalogue's KPIs that a table can give, of the domain that it gives most of (or of the one named). Thresholds are
 * proposals to confirm. The domain's default keys are marked; failing them, the first KPI that is held to something.
 */
export const proposeKpis = (table: DetectedTable, language: Language, domain?: Domain): readonly Kpi[] => {
  const best = likeliest(table, domain);
  const keys = DEFAULT_KEYS[best.name].filter((id) =>
    best.found.some(({ entry }) => entry.id === id && entry.thresholds !== null),
  );
  const first = best.found.find(({ entry }) => entry.thresholds !== null)?.entry.id;
  const chosen = keys.length > 0 ? keys : first ? [first] : [];
  return best.found.map(({ entry, rule, currencies: [currency] }) => ({
    id: entry.id,
    label: entry.label[language],
    ...unitOf(entry, currency),
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

/** Number format of a KPI's values there, in the currency that the workbook says. */
const numberFormatOfKpi = ({ unit, currency }: Pick<Kpi, 'unit' | 'currency'>, language: Language): string => {
  const marks = unit === 'currency' ? amountMarks(currency, language) : null;
  return marks ? amountFormat(FORMATS.currency, marks) : FORMATS[unit];
};

/** KPIs as columns to consolidate. */
export const columnsOfKpis = (kpis: readonly Kpi[], language: Language): readonly ConsolidatedColumn[] =>
  kpis.map(({ id, label, rule, unit, currency, key, earlier, definition }) => ({
    id,
    label,
    rule,
    numberFormat: numberFormatOfKpi({ unit, currency }, language),
    ...(key && { key }),
    ...(earlier && { earlier }),
    ...(definition && { definition }),
  }));
