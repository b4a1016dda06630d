import { eventMeasure, HANDLING, HANDLING_PARTS } from '../kpi/measures';
import type { Steps } from '../steps';
import type { Block } from './block';
import type { DetectedColumn, TableKind } from './detected';
import { labelledUnit, longCalls, middleOf } from './duration-unit';
import { plainText } from './words';

/** What a header says of its figures behind what they are: `Duration (min)`. */
const UNIT = / (s|secs?|seconds?|secondes?|mins?|mn|minutes?|h|hours?|heures?|hh mm ss|h mm ss|mm ss)$/;
/** A header that says how long a call lasts and no part of it: `Duration`, `Durée de l’appel`. */
const WHOLE_CALL =
  /^(total )?(calls? )?(duration|length)( of (the |each )?calls?)?$|^duree( totale)?( (de |d |de l |des |de la )?(appels?|communications?))?$/;

/** Its header may name the measure for itself; it must be read with more care than one that says seconds. */
const CONFIDENCE = 0.75;

/**
 * In a log of calls, a column that says how long each lasted is its handling time, unless other columns tell its parts:
 * `Duration` beside `Call ID` becomes `traitement_s`. Its unit is taken from its header or number format, from a column of
 * labels that puts each duration in a class (`30 to 60 mins`), or from its size where only seconds are possible; else it has
 * none, and the user is asked.
 */
export function* withCallDuration(
  block: Block,
  kind: TableKind,
  columns: readonly DetectedColumn[],
): Steps<readonly DetectedColumn[]> {
  const found = columns.filter(
    ({ type, measure, header, average, unread }) =>
      type === 'duration' && measure === undefined && !average && !unread && WHOLE_CALL.test(plainText(header).replace(UNIT, '')),
  );
  const [call, ...others] = found;
  const parts = HANDLING_PARTS.split('+');
  const told = columns.some(({ measure = '' }) => measure === HANDLING || parts.includes(measure));
  if (!call || others.length > 0 || told || kind !== 'events' || eventMeasure({ columns }) !== 'appels_recus') return columns;
  yield undefined;
  const unit = call.duration ?? labelledUnit(block, call, columns) ?? longCalls(middleOf(block.sheet, block, call.column));
  const handled: DetectedColumn = {
    ...call,
    measure: HANDLING,
    confidence: CONFIDENCE,
    reason: 'header',
    ...(unit && { duration: unit }),
  };
  return columns.map((column) => (column === call ? handled : column));
}
