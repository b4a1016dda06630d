import type { Weather } from './content';
import { list, nullable, number, oneOf, optional, record, shape, text, truth, type Check, type ShapeFault } from './jsonShape';
import { journalWords, type JournalHorizon, type JournalKind } from './journalWords';
import type { WeatherOverride } from './weather';

/** A proposed fact as a person left it: printed or not, in the drafted words or in theirs. */
export type FactEdit = { kept: boolean; text?: string };

/** A fact that a person added: it is printed, and goes to the journal when the météo is generated. */
export type AddedFact = {
  kind: Exclude<JournalKind, 'action'>;
  text: string;
  /** Serial of its day. */
  date: number;
  /** For something planned; told from the date when absent. */
  horizon?: JournalHorizon;
};

/** The action that bad weather asks for. `due` is a serial, null until it is chosen. */
export type ActionEdit = { text: string; effect?: string; role: string; due: number | null };

export type ReadingKind = 'seasonality' | 'anticipation' | 'check';

/**
 * What a person changed in a drafted météo; what is absent is as drafted. A new draft never overwrites it. JSON as it is:
 * `{ message: 'Éclaircies : …', facts: { 'threshold.in_qs': { kept: false } } }`.
 */
export type MeteoEdits = {
  /** Blank is as drafted: the page always has a message. */
  message?: string;
  /** Another level than the computed one, with the reason that is printed. */
  weather?: WeatherOverride;
  /** Title of the key figure; an empty text leaves it out. */
  keyTitle?: string;
  /** First sentence above the chart; what its scale and its stars mean is always printed after it. An empty text leaves it out. */
  chartTitle?: string;
  /** Lines under the table; an empty text leaves the line out. */
  readings?: Readonly<Partial<Record<ReadingKind, string>>>;
  /** By the id of a proposal. */
  facts?: Readonly<Record<string, FactEdit>>;
  added?: readonly AddedFact[];
  action?: ActionEdit;
  /** Planned activities by id: printed or not. */
  planned?: Readonly<Record<string, boolean>>;
};

/** Where an editor of the page finds each text; `facts` stand under their proposals. */
export type EditField = 'message' | 'keyTitle' | 'chartTitle' | ReadingKind;

/** The texts as drafted, whatever a person changed: what a field shows first, and goes back to. */
export type DraftedTexts = Readonly<Record<EditField, string>>;

/** Every level, from best to worst, then the one of missing data. */
export const WEATHERS: readonly Weather[] = ['sun', 'bright', 'cloudy', 'rain', 'storm', 'fog'];
const KINDS = Object.keys(journalWords.en.kinds).filter((kind) => kind !== 'action');
const READINGS: readonly ReadingKind[] = ['seasonality', 'anticipation', 'check'];

/** What each field has to be; one that is otherwise makes the whole unreadable, rather than half applied. */
const FIELDS: Readonly<Record<keyof MeteoEdits, Check>> = {
  message: text,
  weather: shape({ weather: oneOf(WEATHERS), reason: text }),
  keyTitle: text,
  chartTitle: text,
  readings: record(text, READINGS),
  facts: record(shape({ kept: truth, text: optional(text) })),
  added: list(shape({ kind: oneOf(KINDS), text, date: number, horizon: optional(oneOf(['short', 'medium'])) })),
  action: shape({ text, role: text, effect: optional(text), due: nullable(number) }),
  planned: record(truth),
};

const edits = shape(Object.fromEntries(Object.entries(FIELDS).map(([name, check]) => [name, optional(check)])), true);

const isEdits = (value: unknown): value is MeteoEdits => edits(value) === null;

const parsed = (json: string): { value: unknown } | null => {
  try {
    return { value: JSON.parse(json) as unknown };
  } catch {
    return null;
  }
};

/** Edits kept as JSON, as a draft or in the history; null for a text that is none. */
export const readEdits = (json: string): MeteoEdits | null => {
  const found = parsed(json);
  return found && isEdits(found.value) ? found.value : null;
};

/**
 * Where a text stops being edits: the first key that is unknown, missing or of another kind, by its path, and what belongs
 * there. null for edits, and for a text that is no JSON at all.
 *
 * @example editsFault('{"facts":{"record.in_offered":{"kept":"no"}}}') // { key: 'facts["record.in_offered"].kept', expected: 'true-false' }
 */
export const editsFault = (json: string): ShapeFault | null => {
  const found = parsed(json);
  return found && edits(found.value);
};
