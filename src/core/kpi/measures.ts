import type { Rule } from '../consolidation/rule';
import type { DetectedColumn, DetectedTable } from '../detect/detected';
import { lacksUnit } from '../detect/asked-unit';
import { measureOfHeader } from '../detect/synonyms';
import { plainText } from '../detect/words';
import { CATALOGUE, type Domain } from './catalogue';

/** How a table gives a measure over a period, in the unit that the catalogue counts in. */
export type MeasureRules = {
  /** Sum over the period, or null when the table does not hold the measure. */
  sum: (measure: string) => Rule | null;
  /** The column that holds it as one value a row, be it a level, a rate or a name. */
  column: (measure: string) => DetectedColumn | null;
  /** What one in its column's unit is in the catalogue's: 60 for minutes where the measure is in seconds. */
  factor: (measure: string) => number;
};

const SECONDS = { seconds: 1, minutes: 60, hours: 3600, 'day-fraction': 86_400 };

/** Seconds in one unit of what a measure is counted in; null when it is no duration. */
const secondsIn = (measure: string): number | null => {
  if (/_s$/.test(measure)) return 1;
  if (/^minutes_/.test(measure)) return 60;
  if (/^heures_/.test(measure)) return 3600;
  return null;
};

/** Talk, hold and after-call time in one column, as most switches export it. */
export const HANDLING = 'traitement_s';
export const HANDLING_PARTS = 'conversation_s+attente_ligne_s+post_appel_s';

const scaled = (rule: Rule, factor: number): Rule => (factor === 1 ? rule : { kind: 'combination', terms: [{ factor, rule }] });

/** What the rows of an event log are, by their headers: the measure that counting them gives. */
export const eventMeasure = (table: Pick<DetectedTable, 'columns'>): string | null => {
  const headers = plainText(table.columns.map((column) => column.header).join(' '));
  if (/\b(tickets?|incidents?|demandes?|requests?)\b/.test(headers)) return 'tickets_crees';
  if (/\b(calls?|appels?|call id|answered|decroche)\b/.test(headers)) return 'appels_recus';
  return null;
};

/** What a column gives over a period as it stands: the rows of an outcome, the last value of a running total, a sum. */
export const ruleOfColumn = (column: DetectedColumn): Rule | null => {
  if (column.type === 'category')
    return column.affirmative === undefined ? null : { kind: 'countWhere', column: column.column, text: column.affirmative };
  return { kind: column.cumulative ? 'last' : 'sum', column: column.column };
};

const measuresIn = (texts: readonly (string | null)[]): string[] => texts.flatMap((text) => text?.match(/[a-z]\w*/g) ?? []);

/** Measures that the catalogue takes in one way only: at the last date (stocks, balances, running totals), or as an extreme. */
const takenOnlyAs = (kind: 'last' | 'min' | 'max'): ReadonlySet<string> => {
  const of = (wanted: boolean): string[] =>
    CATALOGUE.filter((entry) => (entry.kind === kind) === wanted).flatMap(({ numerator, denominator }) =>
      measuresIn([numerator, denominator]),
    );
  const otherwise = new Set(of(false));
  return new Set(of(true).filter((measure) => !otherwise.has(measure)));
};

const LEVELS = { last: takenOnlyAs('last'), min: takenOnlyAs('min'), max: takenOnlyAs('max') };

/** A level at a date: added up over days it counts the same things again and again. */
export const isStock = (column: DetectedColumn): boolean =>
  column.cumulative === true || (column.measure !== undefined && LEVELS.last.has(column.measure));

/** How a column is taken over a period whose sum would mean nothing: at the last date, or its extreme; null where it adds up. */
export const levelOf = (column: DetectedColumn): 'last' | 'min' | 'max' | null => {
  if (isStock(column)) return 'last';
  const { measure = '' } = column;
  return LEVELS.max.has(measure) ? 'max' : LEVELS.min.has(measure) ? 'min' : null;
};

const STARTS = /\b(start|begin|beginning|debut|demarrage|end|fin|due|deadline|echeance|created|opened|cree|ouvert|ouverture)\b/;

/**
 * True where a row is a thing that begins or ends on its date, a task or a ticket, and not the state of a day: each has a
 * budget of its own, and there is no last one that stands for all.
 */
export const rowsAreThings = (table: DetectedTable): boolean => {
  const dates = table.columns.find(({ column }) => column === table.dateColumn);
  return table.kind === 'events' || (dates !== undefined && STARTS.test(plainText(dates.header)));
};

/** The measure of a column; of names, identifiers and rates, the one that their header says and nothing more. */
const measureOf = (column: DetectedColumn): string | null => {
  if (column.measure !== undefined) return column.measure;
  const named = measureOfHeader(column.header);
  return named?.exact ? named.measure : null;
};

/** Measures of a table: its columns by what their headers name, and for event logs what counting rows gives. */
export const measuresOf = (table: DetectedTable, domain: Domain | null): MeasureRules => {
  const events = table.kind === 'events';
  const counted = events ? eventMeasure(table) : null;
  const summable = (candidate: DetectedColumn): boolean =>
    candidate.measure !== undefined && !(candidate.average && !events) && candidate.type !== 'rate';
  const column = (measure: string): DetectedColumn | null => {
    // `Call number` names each call: it is not the number of calls, which counting the rows gives.
    const isName = ({ type }: DetectedColumn): boolean => type === 'identifier' && measure === counted;
    const all = table.columns.filter(
      (candidate) =>
        candidate.type !== 'empty' && measureOf(candidate) === measure && !isName(candidate) && !lacksUnit(candidate),
    );
    const best = all.some(summable) ? all.filter(summable) : all;
    return best.reduce<DetectedColumn | null>((most, next) => (most && most.confidence >= next.confidence ? most : next), null);
  };
  const factor = (measure: string): number => {
    const [unit, wanted] = [column(measure)?.duration, secondsIn(measure)];
    return unit === undefined || wanted === null ? 1 : SECONDS[unit] / wanted;
  };

  const ofColumn = (measure: string): Rule | null => {
    const found = column(measure);
    // Numbers given to calls, and names, are counted and never added up.
    if (found && ['identifier', 'person', 'text'].includes(found.type)) return null;
    const rule = found && ruleOfColumn(found);
    return rule && (rule.kind === 'countWhere' ? rule : scaled(rule, factor(measure)));
  };

  const sum = (measure: string): Rule | null => {
    if (measure === counted) return { kind: 'count' };
    const direct = ofColumn(measure);
    if (direct) return direct;
    // `Calls` alone are calls made where the rest of the table speaks of contacts and sales.
    if (measure === 'appels_emis' && domain === 'outbound')
      return ofColumn('appels_recus') ?? (counted === 'appels_recus' ? { kind: 'count' } : null);
    if (!events || counted !== 'appels_recus') return null;
    const answered = ofColumn('appels_traites');
    if (measure === 'contacts_mesures') return answered ?? { kind: 'count' };
    if (measure === 'appels_abandonnes' && answered)
      return {
        kind: 'combination',
        terms: [
          { factor: 1, rule: { kind: 'count' } },
          { factor: -1, rule: answered },
        ],
      };
    return null;
  };
  return { sum, column, factor };
};
