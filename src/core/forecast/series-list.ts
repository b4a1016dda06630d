import { done, problem, refused, type Problem, type Result } from '../problem';
import type { FigureKind } from './forecast';
import type { Series } from './series';

/** One series of a list to forecast. */
export type SeriesEntry = {
  id: string;
  /** Oldest first; null for a period without a figure. */
  values: Series;
  /** Periods to project. */
  horizon: number;
  /** Periods in a cycle; 1 for none. */
  season: number;
  kind?: FigureKind;
};

/** Periods that may be projected of one series. */
export const MOST_HORIZON = 1000;
/** Periods in a cycle at most: half a year of hours. */
const MOST_SEASON = 5000;

/** Periods that are projected when nobody says how many, by the length of the cycle: 28 days, 4 weeks, 3 months. */
const usualHorizon = (season: number): number => (season === 12 || season === 4 ? 3 : season >= 5 && season <= 7 ? 28 : 4);

const KINDS: readonly FigureKind[] = ['count', 'amount', 'duration', 'rate'];

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value as a sentence quotes it, cut where it is long. */
const said = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
};

const idOf = ({ id }: Fields): string | null =>
  typeof id === 'number' ? String(id) : typeof id === 'string' && id.trim() !== '' ? id : null;

/** A whole number of a field from 1 to `most`; `otherwise` where the field is not there. */
const wholeOf = (fields: Fields, field: 'h' | 'ms', id: string, most: number, otherwise: number): Result<number> => {
  const value = fields[field] ?? null;
  if (value === null) return done(otherwise);
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most
    ? done(value)
    : refused(problem('series-field', { id, field, value: said(value), most }));
};

const valuesOf = (list: readonly unknown[], id: string): Result<Series> => {
  const index = list.findIndex((value) => value !== null && !(typeof value === 'number' && Number.isFinite(value)));
  if (index >= 0) return refused(problem('series-value', { id, index, value: said(list[index]) }));
  return done(list as Series);
};

const isKind = (value: unknown): value is FigureKind => KINDS.some((kind) => kind === value);

const entryOf = (fields: unknown, position: number, horizon: number | undefined): Result<SeriesEntry> => {
  const id = isFields(fields) ? idOf(fields) : null;
  if (!isFields(fields) || id === null) return refused(problem('series-entry', { position, field: 'id' }));
  if (!Array.isArray(fields.x)) return refused(problem('series-entry', { position, field: 'x' }));
  const values = valuesOf(fields.x, id);
  if (!values.ok) return values;
  const season = wholeOf(fields, 'ms', id, MOST_SEASON, 1);
  if (!season.ok) return season;
  const ahead = wholeOf(fields, 'h', id, MOST_HORIZON, horizon ?? usualHorizon(season.value));
  if (!ahead.ok) return ahead;
  const { kind } = fields;
  const entry = { id, values: values.value, horizon: ahead.value, season: season.value };
  if (isKind(kind)) return done({ ...entry, kind });
  return done(entry, kind === undefined || kind === null ? [] : [problem('series-kind', { id, kind: said(kind) })]);
};

/**
 * Reads a list of series to forecast: `[{ id, x, h, ms, kind }, …]`, where `x` holds the figures with null for a gap, `h` is
 * how many periods to project (`horizon` where it is left out), `ms` the periods in a cycle (1), `kind` what they measure
 * (`count`, `amount`, `duration`, `rate`); any other field is left alone. Ids are texts or numbers, each once.
 *
 * Refuses by value, naming the series and what is wrong in it; an unknown `kind` is only a remark.
 *
 * @example
 * readSeriesList([{ id: 'calls', x: [12, null, 15], ms: 7, h: 2 }]) // one entry: values [12, null, 15], horizon 2, season 7
 */
export const readSeriesList = (list: unknown, horizon?: number): Result<readonly SeriesEntry[]> => {
  if (!Array.isArray(list)) return refused(problem('series-not-list', {}));
  const entries: SeriesEntry[] = [];
  const remarks: Problem[] = [];
  const seen = new Set<string>();
  for (const [index, fields] of list.entries()) {
    const entry = entryOf(fields, index + 1, horizon);
    if (!entry.ok) return entry;
    const { id } = entry.value;
    if (seen.has(id)) return refused(problem('series-twice', { id }));
    seen.add(id);
    entries.push(entry.value);
    remarks.push(...entry.problems);
  }
  return done(entries, remarks);
};
