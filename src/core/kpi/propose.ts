import type { ConsolidatedColumn, Rule } from '../consolidation/rule';
import type { DetectedTable } from '../detect/detected';
import { MEASURES } from '../detect/synonyms';
import type { Language } from '../meteo/content';
import { problem, type Problem } from '../problem';
import { amountFormat, amountMarks, currencyList, type Currency } from '../words/currency';
import { atOnce, mapInSteps, type Steps } from '../steps';
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
const ruleOfKpi = (
  kpi: Pick<CatalogueKpi, 'kind' | 'numerator' | 'denominator'>,
  table: DetectedTable,
  measures: MeasureRules,
): Rule | null => {
  const names: Names = { all: MEASURES, column: measures.column, part: measures.sum, factor: measures.factor };
  if (kpi.kind === 'last' && rowsAreThings(table)) return null;
  const denominator = kpi.denominator ?? '';
  const isLog = table.kind === 'events';
  // A row of an event log is one answer: it weighs 1 where nothing says how much.
  const isWeighedAlike = kpi.kind === 'weighted_mean' && isLog && !measures.column(denominator);
  // Where nothing says which calls were answered, the handling time is that of the rows that have one.
  const isEachHandled = kpi.numerator === HANDLING_PARTS && isLog && !!measures.column(HANDLING) && !measures.sum(denominator);
  const alone = isWeighedAlike || (isEachHandled && denominator === 'appels_traites');
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

/**
 * What a rate is also divided by in the field where the catalogue's denominator is not counted. Its usual thresholds are not
 * those of this rate, so none is proposed with it.
 */
const ALSO_OVER: Readonly<Record<string, string>> = { out_conv: 'contacts_etablis' };

/** A KPI over a table that lacks its usual denominator, by the other one. */
const otherwise = (entry: CatalogueKpi, table: DetectedTable, measures: MeasureRules): Omit<Given, 'currencies'> | null => {
  const denominator = ALSO_OVER[entry.id];
  const rule = denominator === undefined ? null : ruleOfKpi({ ...entry, denominator }, table, measures);
  return rule && { entry: { ...entry, thresholds: null }, rule };
};

type Given = { entry: CatalogueKpi; rule: Rule; currencies: readonly Currency[] };

/** The best mark that the catalogue's thresholds of scores are about. */
const BEST_SCORE = 5;

/** Marks out of ten or a hundred are not held to thresholds out of five. */
const onItsScale = (entry: CatalogueKpi, table: DetectedTable): CatalogueKpi => {
  if (entry.unit !== 'score') return entry;
  const marks = table.columns.filter(({ measure, highest }) => measure === entry.numerator && highest !== undefined);
  return marks.some(({ highest = 0 }) => highest > BEST_SCORE) ? { ...entry, thresholds: null } : entry;
};

const CALLS: Record<Language, string> = { fr: 'Appels', en: 'Calls' };

/**
 * How a KPI is called: as the catalogue does, unless that would say more than the table. Calls of which nothing tells who
 * made them keep the name of their column; in a log of calls they are “Appels”.
 */
const labelOf = ({ entry, rule }: Given, table: DetectedTable, language: Language): string => {
  const holds = (measure: string): boolean => table.columns.some((column) => column.measure === measure);
  const isUndirected =
    (entry.id === 'out_dials' && !holds('appels_emis')) ||
    (entry.id === 'in_offered' && rule.kind === 'count' && !holds('appels_traites') && !holds('appels_abandonnes'));
  if (!isUndirected) return entry.label[language];
  const header = rule.kind === 'sum' ? table.columns.find(({ column }) => column === rule.column)?.header : undefined;
  return header?.replace(/\s+/g, ' ').trim() || CALLS[language];
};

const kpisOf = (table: DetectedTable, domain: Domain): Given[] => {
  const measures = measuresOf(table, domain);
  return CATALOGUE.filter((entry) => entry.domain === domain).flatMap((entry) => {
    const rule = ruleOfKpi(entry, table, measures);
    const given = rule ? { entry: onItsScale(entry, table), rule } : otherwise(entry, table, measures);
    return given ? [{ ...given, currencies: currenciesOfRule(given.rule, table) }] : [];
  });
};

const DOMAINS: readonly Domain[] = ['inbound', 'outbound', 'it', 'pso', 'references'];

/** What a table of one domain may hold of another: calls that come in bring in money too. */
const BESIDE: Partial<Record<Domain, readonly string[]>> = { inbound: ['out_revenue'] };

const besides = (name: Domain, candidates: readonly { name: Domain; all: readonly Given[] }[]): Given[] =>
  candidates.flatMap(({ all }) => all.filter(({ entry }) => entry.domain !== name && BESIDE[name]?.includes(entry.id)));

/** The domain that a table gives most KPIs of, with those, and those that it cannot give for its amounts are in several currencies. */
function* likeliest(table: DetectedTable, domain?: Domain): Steps<{ name: Domain; found: Given[]; mixed: Given[] }> {
  const candidates = yield* mapInSteps(domain ? [domain] : DOMAINS, (name) => ({ name, all: kpisOf(table, name) }));
  const best = candidates.reduce((most, next) => (next.all.length > most.all.length ? next : most));
  const { name } = best;
  const all = domain ? best.all : [...best.all, ...besides(name, candidates)];
  const isMixed = ({ currencies }: Given): boolean => currencies.length > 1;
  return { name, found: all.filter((given) => !isMixed(given)), mixed: all.filter(isMixed) };
}

/** Budgets and the like are days or amounts: amounts where their column says its currency. */
const unitOf = ({ unit, kind }: CatalogueKpi, currency: Currency | undefined): Pick<Kpi, 'unit' | 'currency'> => {
  if (!currency || (unit !== 'currency' && (unit !== 'number' || kind === 'ratio'))) return { unit };
  return { unit: 'currency', currency };
};

/** The KPIs that a table would give if its amounts were in one currency, each a problem. */
export function* mixedCurrencies(table: DetectedTable, language: Language): Steps<readonly Problem[]> {
  const { mixed } = yield* likeliest(table);
  return mixed.map(({ entry, currencies }) =>
    problem('currencies-mixed', { kpi: entry.label[language], currencies: currencyList(currencies) }, { sheet: table.sheet }),
  );
}

/**
 * The catalogue's KPIs that a table can give, of the domain that it gives most of (or of the one named). Thresholds are
 * proposals to confirm. The domain's default keys are marked; failing them, the first KPI that is held to something.
 */
export const proposeKpis = (table: DetectedTable, language: Language, domain?: Domain): readonly Kpi[] =>
  atOnce(proposeKpisSteps(table, language, domain));

/** The same in steps of some milliseconds. */
export function* proposeKpisSteps(table: DetectedTable, language: Language, domain?: Domain): Steps<readonly Kpi[]> {
  const best = yield* likeliest(table, domain);
  const keys = DEFAULT_KEYS[best.name].filter((id) =>
    best.found.some(({ entry }) => entry.id === id && entry.thresholds !== null),
  );
  const first = best.found.find(({ entry }) => entry.thresholds !== null)?.entry.id;
  const chosen = keys.length > 0 ? keys : first ? [first] : [];
  return best.found.map((given) => {
    const {
      entry,
      rule,
      currencies: [currency],
    } = given;
    return {
      id: entry.id,
      label: labelOf(given, table, language),
      ...unitOf(entry, currency),
      direction: entry.direction,
      rule,
      objective: entry.thresholds && entry.direction !== 'range' ? entry.thresholds.green : null,
      thresholds: entry.thresholds,
      thresholdsProposed: entry.thresholds !== null && entry.basis !== 'standard',
      key: chosen.includes(entry.id),
      internal: entry.internal,
    };
  });
}

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
