import type { Rule } from '../consolidation/rule';
import type { DetectedColumn, DetectedTable } from '../detect/detected';
import type { Domain } from './catalogue';
import { plainText } from '../detect/words';

/** How a table gives a measure over a period, in the unit that the catalogue counts in. */
export type MeasureRules = {
  /** Sum over the period, or null when the table does not hold the measure. */
  sum: (measure: string) => Rule | null;
  /** The column that holds it as one value a row. */
  column: (measure: string) => DetectedColumn | null;
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
const eventMeasure = (table: DetectedTable): string | null => {
  const headers = plainText(table.columns.map((column) => column.header).join(' '));
  if (/\b(tickets?|incidents?|demandes?|requests?)\b/.test(headers)) return 'tickets_crees';
  if (/\b(calls?|appels?|call id|answered|decroche)\b/.test(headers)) return 'appels_recus';
  return null;
};

/** Measures of a table: its columns by what their headers name, and for event logs what counting rows gives. */
export const measuresOf = (table: DetectedTable, domain: Domain | null): MeasureRules => {
  const events = table.kind === 'events';
  const counted = events ? eventMeasure(table) : null;
  const column = (measure: string): DetectedColumn | null =>
    table.columns
      .filter((candidate) => candidate.measure === measure && !(candidate.average && !events) && candidate.type !== 'rate')
      .reduce<DetectedColumn | null>((best, next) => (best && best.confidence >= next.confidence ? best : next), null);

  const ofColumn = (measure: string): Rule | null => {
    const found = column(measure);
    if (!found) return null;
    if (found.type === 'category')
      return found.affirmative === undefined ? null : { kind: 'countWhere', column: found.column, text: found.affirmative };
    const wanted = secondsIn(measure);
    const factor = wanted === null ? 1 : SECONDS[found.duration ?? 'seconds'] / wanted;
    if (found.cumulative) return scaled({ kind: 'last', column: found.column }, factor);
    return scaled({ kind: 'sum', column: found.column }, factor);
  };

  const sum = (measure: string): Rule | null => {
    if (measure === counted) return { kind: 'count' };
    const direct = ofColumn(measure);
    if (direct) return direct;
    // `Calls` alone are calls made where the rest of the table speaks of contacts and sales.
    if (measure === 'appels_emis' && domain === 'outbound') return ofColumn('appels_recus');
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
  return { sum, column };
};
