import { readingCapacity, sheetNameFor } from '../consolidation/consolidate';
import { LONGEST_FORMULA } from '../consolidation/formula-length';
import { formulaOf } from '../consolidation/formulas';
import type { SourceRows } from '../consolidation/rows';
import type { Rule } from '../consolidation/rule';
import { planSourceSteps, type SourcePlan } from '../consolidation/source';
import { consolidatedSource, factCell, readingSheet, READING_TABLE } from '../consolidation/source-sheets';
import { CONSOLIDATION_WORDS } from '../consolidation/words';
import type { DetectedTable } from '../detect/detected';
import { sheetOfTable, tableArea } from '../detect/places';
import { civilOf } from '../period/serial';
import { parseArea } from '../sheet/address';
import type { NameDraft, SheetDraft } from '../sheet/draft';
import { findTable, type SheetSnapshot, type WorkbookSnapshot } from '../sheet/snapshot';
import { eachInSteps, type Steps } from '../steps';
import type { Language } from './content';
import type { Span } from './input';
import { isReadAlready } from './standingReading';

type LiveSourceRequest = {
  workbook: WorkbookSnapshot;
  table: DetectedTable;
  rows: SourceRows;
  /** Of all the KPIs that the page may print. */
  rules: readonly Rule[];
  language: Language;
};

/** How a page's figures stay live: their formulas, and what these stand on that the workbook lacks. */
export type LiveSource = {
  /** Formula of a rule between two days, over a divisor; undefined where a plain number has to do. */
  formula: (rule: Rule, span: Span, divisor: number) => string | undefined;
  names: readonly NameDraft[];
  sheets: readonly SheetDraft[];
};

const NONE: LiveSource = { formula: () => undefined, names: [], sheets: [] };

/** Is the sheet Sources about this table? A range's own end moves with its rows, its first column does not. */
const isAbout = ({ sheet, range }: { sheet: string; range: string }, table: DetectedTable): boolean =>
  sheet === table.sheet && (table.table ? range === table.table : parseArea(range)?.column === tableArea(table).column);

/** A serial as an expression that reads the same in both date systems: `DATE(2026,11,9)`. */
const dateExpression = (serial: number): string => {
  const { year, month, day } = civilOf(serial);
  return `DATE(${[year, month, day].join(',')})`;
};

/** Does a formula refer to a sheet? Excel writes its name with and without quotes. */
const refersTo = (formula: string, sheet: string): boolean =>
  formula.replaceAll("'", '').includes(`${sheet.replaceAll("'", '')}!`);

const has = (workbook: WorkbookSnapshot, { name }: NameDraft): boolean =>
  workbook.names.some((known) => known.name.toLowerCase() === name.toLowerCase());

/** What a plan needs written beside the page; null when it cannot be had without harm to what other sheets stand on. */
type Needs = Pick<LiveSource, 'names' | 'sheets'>;

/**
 * A workbook that was consolidated has the names already: they are kept, and those that it lacks are added. Its reading
 * sheet is the consolidation's: a conversion that it does not hold, or rows that it does not read, are not added to it.
 */
const besideConsolidation = (request: LiveSourceRequest, plan: SourcePlan, name: string, rowsThen: unknown): Needs | null => {
  const { workbook, rows } = request;
  // Dates stand below the table: its end was fixed when it was consolidated.
  if (/^\d+$/.test(plan.rows) && Number(plan.rows) !== rowsThen) return null;
  const names = plan.names.filter((made) => !has(workbook, made));
  if (plan.reading.length > 0 && !isReadAlready(workbook, plan, rows)) return null;
  if (names.some(({ formula }) => refersTo(formula, name))) return null;
  return { names, sheets: [] };
};

/**
 * A workbook that was not consolidated gets the names, each of which finds the last row itself, and the reading sheet,
 * unless an earlier météo left one that still does.
 */
const onItsOwn = (request: LiveSourceRequest, plan: SourcePlan, name: string, capacity: number): Needs | null => {
  const { workbook, table, rows, language } = request;
  if (plan.reading.length === 0) return { names: plan.names, sheets: [] };
  if (plan.names.every((made) => has(workbook, made)) && isReadAlready(workbook, plan, rows)) return { names: [], sheets: [] };
  const ours = new Set(plan.names.map((made) => made.name.toLowerCase()));
  const ofAnother = workbook.names.some((known) => refersTo(known.formula, name) && !ours.has(known.name.toLowerCase()));
  if (ofAnother) return null;
  const sheet = readingSheet({
    name,
    table,
    plan,
    capacity,
    language,
  });
  return { names: plan.names, sheets: [sheet] };
};

type Planned = Needs & { plan: SourcePlan; rules: readonly Rule[] };

/** The plan of some rules; `converting`: with the reading sheet where they need it. */
function* planned(
  request: LiveSourceRequest,
  sheet: SheetSnapshot,
  rules: readonly Rule[],
  converting: boolean,
): Steps<Planned | null> {
  const { workbook, table, rows, language } = request;
  const source = consolidatedSource(workbook);
  const about = source !== null && isAbout(source, table) ? source : null;
  const reading = findTable(workbook, READING_TABLE);
  const name = sheetNameFor(workbook, READING_TABLE, CONSOLIDATION_WORDS[language].readingSheet, new Set());
  const capacity = about && reading ? reading.table.area.rows - 1 : readingCapacity(rows.count);
  const places = { rowsCell: about && factCell(about.sources, 'read'), readingSheet: converting ? name : null, capacity };
  const plan = yield* planSourceSteps(workbook, sheet, table, rules, places);
  if (!plan) return null;
  // The reading sheet belongs to what was consolidated: another table leaves it alone.
  if (source && !about && plan.reading.length > 0) return null;
  const needs = about ? besideConsolidation(request, plan, name, about.rows) : onItsOwn(request, plan, name, capacity);
  return needs && { ...needs, plan, rules };
}

/**
 * Live formulas of a page's figures over the source's rows, by the generator of the consolidation sheets: structured
 * references of a native table, else the names that a consolidation writes, which come along where the workbook lacks
 * them, with the reading sheet where dates or numbers are typed as text. Plain numbers remain where dates are such that no
 * formula reads them, and where the reading sheet of a consolidation lacks a conversion or rows, until it is run again.
 */
export function* liveSource(request: LiveSourceRequest): Steps<LiveSource> {
  const { workbook, table, rules } = request;
  const sheet = sheetOfTable(workbook, table);
  if (!sheet) return NONE;
  const direct = function* (): Steps<readonly Rule[]> {
    const places = { rowsCell: null, readingSheet: null, capacity: 0 };
    const plans = yield* eachInSteps(rules, (rule) => planSourceSteps(workbook, sheet, table, [rule], places));
    return rules.filter((_, index) => plans[index]?.reading.length === 0);
  };
  const live = (yield* planned(request, sheet, rules, true)) ?? (yield* planned(request, sheet, yield* direct(), false));
  if (!live || live.rules.length === 0) return NONE;
  const { plan, names, sheets } = live;
  return {
    names,
    sheets,
    formula: (rule, { start, end }, divisor) => {
      if (!live.rules.includes(rule)) return undefined;
      const formula = formulaOf(rule, plan, { start: dateExpression(start), end: dateExpression(end - 1) }, divisor);
      return formula.length <= LONGEST_FORMULA ? formula : undefined;
    },
  };
}
