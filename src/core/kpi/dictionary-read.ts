import type { Rule } from '../consolidation/rule';
import type { DetectedTable } from '../detect/detected';
import type { Language } from '../meteo/content';
import { readOwnTable, type OwnRow } from '../meteo/ownTable';
import { problem, type Problem } from '../problem';
import { rowsOutside } from './rows-outside';
import { findTable, type WorkbookSnapshot } from '../sheet/snapshot';
import { atOnce, mapInSteps, type Steps } from '../steps';
import { currencyList, currencyText, isSameCurrency } from '../words/currency';
import { vocabulary } from '../words/vocabulary';
import { namesOf, ruleOfText } from './calculation';
import { checkThresholds, type KpiField, type KpiIssue } from './check-kpi';
import type { Names } from './compile';
import {
  CALCULATION_WORDS,
  DICTIONARY_HEADERS,
  DICTIONARY_TABLE,
  DIRECTION_WORDS,
  keyOfWord,
  type DictionaryColumn,
} from './dictionary-words';
import { currenciesOfRule, unitIn } from './currency';
import { heldAsOneSteps } from './complements';
import type { Kpi } from './kpi';
import { thresholdsOf } from './kpi-draft';
import { heldByPast } from './past-thresholds';
import { mixedCurrencies, proposeKpisSteps } from './propose';

/** The KPIs of a dictionary, and a problem with its cell for each row or threshold that says nothing that can be used. */
export type Dictionary = { kpis: readonly Kpi[]; problems: readonly Problem[] };

type Row = OwnRow<DictionaryColumn>;

const COLUMN_OF: Record<KpiField, DictionaryColumn> = {
  id: 'id',
  label: 'label',
  unit: 'unit',
  direction: 'direction',
  calculation: 'aggregation',
  numerator: 'numerator',
  denominator: 'denominator',
  green: 'green',
  greenHigh: 'greenHigh',
  amber: 'amber',
  amberHigh: 'amberHigh',
  validFrom: 'validFrom',
};

/** What a definition that can no longer be computed gives: nothing, rather than the figures of another definition. */
const NOTHING: Rule = {
  kind: 'ratio',
  numerator: { kind: 'count' },
  denominator: { kind: 'combination', terms: [{ factor: 0, rule: { kind: 'count' } }] },
};

type Context = { table: DetectedTable; names: Names; proposed: readonly Kpi[] };

/** The rule of a row by its cells; of a proposed KPI whose row says nothing of its calculation, the one proposed. */
const ruleOfRow = (row: Row, { table, names, proposed }: Context): { rule: Rule } | { issue: KpiIssue } => {
  const said = row.text('aggregation');
  const [numerator, denominator] = [row.text('numerator'), row.text('denominator')];
  const known = proposed.find(({ id }) => id === row.text('id'));
  if (known && said === '' && numerator === '' && denominator === '') return { rule: known.rule };
  const calculation = keyOfWord(CALCULATION_WORDS, said);
  if (calculation === null)
    return said === ''
      ? { issue: { field: 'calculation', code: 'missing', name: '' } }
      : { issue: { field: 'calculation', code: 'unknown-word', name: said } };
  const made = ruleOfText({ calculation, numerator, denominator }, table, names);
  return made.ok ? { rule: made.rule } : { issue: made.fault };
};

const yesWords = [vocabulary('fr').yes, vocabulary('en').yes, 'x', '1', 'true', 'vrai'];
const says = (text: string): boolean => yesWords.includes(text.toLowerCase());

/** Rows of one id, oldest definition first: by the date from which they hold, then by version, then as they stand. */
const byAge = (rows: readonly Row[]): Row[] =>
  [...rows].sort(
    (one, other) =>
      (one.date('validFrom') ?? -Infinity) - (other.date('validFrom') ?? -Infinity) ||
      (one.number('version') ?? 1) - (other.number('version') ?? 1) ||
      one.row - other.row,
  );

const bounds = (row: Row): Parameters<typeof thresholdsOf>[0] => ({
  green: row.number('green'),
  greenHigh: row.number('greenHigh'),
  amber: row.number('amber'),
  amberHigh: row.number('amberHigh'),
});

/** One KPI from the rows of its id; null when the definition that holds now cannot be computed. */
const kpiOf = (rows: readonly Row[], sheet: string, context: Context): { kpi: Kpi | null; problems: Problem[] } => {
  const problems: Problem[] = [];
  const say = (row: Row, issue: KpiIssue, leftOut: boolean): void => {
    const kpi = row.text('label') || row.text('id');
    problems.push(problem('kpi-cell', { kpi, issue, leftOut }, { sheet, cell: row.cell(COLUMN_OF[issue.field]) }));
  };
  const aged = byAge(rows);
  const latest = aged.at(-1);
  if (!latest) return { kpi: null, problems };
  const rules = aged.map((row) => {
    const made = ruleOfRow(row, context);
    if ('rule' in made) return made.rule;
    say(row, made.issue, true);
    return null;
  });
  const rule = rules.at(-1) ?? null;
  const earlier: { before: number; rule: Rule }[] = [];
  for (const [index, row] of aged.entries()) {
    const before = row.date('validFrom');
    if (index === 0) continue;
    if (before === null) say(row, { field: 'validFrom', code: 'date-missing' }, false);
    else earlier.push({ before, rule: rules[index - 1] ?? NOTHING });
  }
  if (!rule) return { kpi: null, problems };

  const known = context.proposed.find(({ id }) => id === latest.text('id'));
  const word = <Key extends string>(field: 'unit' | 'direction', key: Key | null, otherwise: Key): Key => {
    if (key === null && latest.text(field) !== '') say(latest, { field, code: 'unknown-word', name: latest.text(field) }, false);
    return key ?? otherwise;
  };
  const inUnit = unitIn(latest.text('unit'));
  const unit = word('unit', inUnit?.unit ?? null, known?.unit ?? 'number');
  const [found, ...others] = currenciesOfRule(rule, context.table);
  if (found && others.length > 0) {
    say(latest, { field: 'numerator', code: 'currencies', name: currencyList([found, ...others]) }, true);
    return { kpi: null, problems };
  }
  const said = inUnit?.currency ?? null;
  if (said && found && !isSameCurrency(said, found))
    say(latest, { field: 'unit', code: 'other-currency', name: currencyText(said), found: currencyText(found) }, false);
  const currency = found ?? said;
  const direction = word('direction', keyOfWord(DIRECTION_WORDS, latest.text('direction')), known?.direction ?? 'neutral');
  for (const issue of checkThresholds({ ...bounds(latest), unit, direction })) say(latest, issue, false);
  const thresholds = thresholdsOf(bounds(latest));
  const changes = withoutRepeats(earlier, rule);
  const id = latest.text('id');
  return {
    problems,
    kpi: {
      id,
      label: latest.text('label') || known?.label || id,
      unit,
      ...(unit === 'currency' && currency && { currency }),
      direction,
      rule,
      objective: latest.number('objective'),
      thresholds,
      thresholdsProposed: thresholds !== null && !says(latest.text('confirmed')),
      key: says(latest.text('key')),
      internal: says(latest.text('internal')),
      ...(changes.length > 0 && { earlier: changes }),
      definition: { sheet, cell: latest.cell('label') },
    },
  };
};

/** Versions that change the calculation: a row for a new threshold breaks no curve. */
const withoutRepeats = (
  earlier: readonly { before: number; rule: Rule }[],
  rule: Rule,
): readonly { before: number; rule: Rule }[] =>
  earlier.filter((version, index) => JSON.stringify(version.rule) !== JSON.stringify(earlier[index + 1]?.rule ?? rule));

/**
 * The KPIs of a workbook's dictionary as its cells define them; null when it has none. Rows of one id are versions: the one
 * that holds from the latest date defines the KPI, the others what came before. A row that the table cannot give is left
 * out, and a problem names its cell.
 */
export const readDictionary = (workbook: WorkbookSnapshot, table: DetectedTable, proposed: readonly Kpi[]): Dictionary | null =>
  atOnce(readDictionarySteps(workbook, table, proposed));

/** The same in steps of some milliseconds. */
export function* readDictionarySteps(
  workbook: WorkbookSnapshot,
  table: DetectedTable,
  proposed: readonly Kpi[],
): Steps<Dictionary | null> {
  const found = findTable(workbook, DICTIONARY_TABLE);
  if (!found) return null;
  const context: Context = { table, names: namesOf(table), proposed };
  const all = readOwnTable(workbook, DICTIONARY_TABLE, DICTIONARY_HEADERS).filter((row) => !row.empty);
  const rows = all.filter((row) => row.text('id') !== '');
  const nameless = all
    .filter((row) => row.text('id') === '')
    .map((row) =>
      problem(
        'kpi-cell',
        { kpi: row.text('label'), issue: { field: 'id', code: 'missing' }, leftOut: true },
        { sheet: found.sheet.name, cell: row.cell('id') },
      ),
    );
  const outside = rowsOutside(found.sheet, found.table);
  const ids = [...new Set(rows.map((row) => row.text('id').toLowerCase()))];
  const read = yield* mapInSteps(ids, (id) =>
    kpiOf(
      rows.filter((row) => row.text('id').toLowerCase() === id),
      found.sheet.name,
      context,
    ),
  );
  return {
    kpis: read.flatMap(({ kpi }) => kpi ?? []),
    problems: [...read.flatMap(({ problems }) => problems), ...nameless, ...outside],
  };
}

/** The workbook's dictionary, else the one that would be proposed for the table. */
export const dictionaryOf = (workbook: WorkbookSnapshot, table: DetectedTable, language: Language): Dictionary =>
  atOnce(dictionarySteps(workbook, table, language));

/** The same in steps of some milliseconds. */
export function* dictionarySteps(workbook: WorkbookSnapshot, table: DetectedTable, language: Language): Steps<Dictionary> {
  const proposed = yield* proposeKpisSteps(table, language);
  const read = yield* readDictionarySteps(workbook, table, proposed);
  if (read) return read;
  const { kpis, problems } = yield* heldByPast(workbook, table, yield* heldAsOneSteps(workbook, table, proposed));
  return { kpis, problems: [...(yield* mixedCurrencies(table, language)), ...problems] };
}
