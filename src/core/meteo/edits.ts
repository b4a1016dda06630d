import type { Weather } from './content';
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
const KINDS = Object.keys(journalWords.en.kinds);
const READINGS: readonly ReadingKind[] = ['seasonality', 'anticipation', 'check'];

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isSerial = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isOptional = <T>(value: unknown, holds: (value: unknown) => value is T): value is T | undefined =>
  value === undefined || holds(value);

const isWeather = (value: unknown): value is WeatherOverride =>
  isFields(value) && WEATHERS.some((weather) => weather === value.weather) && isText(value.reason);
const isFact = (value: unknown): value is FactEdit =>
  isFields(value) && typeof value.kept === 'boolean' && isOptional(value.text, isText);
const isHorizon = (value: unknown): value is JournalHorizon => value === 'short' || value === 'medium';
const isAdded = (value: unknown): value is AddedFact =>
  isFields(value) &&
  isText(value.kind) &&
  KINDS.includes(value.kind) &&
  value.kind !== 'action' &&
  isText(value.text) &&
  isSerial(value.date) &&
  isOptional(value.horizon, isHorizon);
const isAction = (value: unknown): value is ActionEdit =>
  isFields(value) &&
  isText(value.text) &&
  isText(value.role) &&
  isOptional(value.effect, isText) &&
  (value.due === null || isSerial(value.due));
const isRecord =
  <T>(holds: (value: unknown) => value is T) =>
  (value: unknown): value is Readonly<Record<string, T>> =>
    isFields(value) && Object.values(value).every(holds);
const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';
const isList = (value: unknown): value is readonly AddedFact[] => Array.isArray(value) && value.every(isAdded);
const isReadings = (value: unknown): value is Readonly<Partial<Record<ReadingKind, string>>> =>
  isRecord(isText)(value) && Object.keys(value).every((kind) => READINGS.some((known) => known === kind));

/** What each field has to be; one that is otherwise makes the whole unreadable, rather than half applied. */
const FIELDS: Readonly<Record<keyof MeteoEdits, (value: unknown) => boolean>> = {
  message: isText,
  weather: isWeather,
  keyTitle: isText,
  chartTitle: isText,
  readings: isReadings,
  facts: isRecord(isFact),
  added: isList,
  action: isAction,
  planned: isRecord(isBoolean),
};

const isEdits = (value: unknown): value is MeteoEdits =>
  isFields(value) && Object.entries(value).every(([name, field]) => FIELDS[name as keyof MeteoEdits]?.(field) === true);

/** Edits kept as JSON, as a draft or in the history; null for a text that is none. */
export const readEdits = (text: string): MeteoEdits | null => {
  if (text.trim() === '') return null;
  try {
    const value: unknown = JSON.parse(text);
    return isEdits(value) ? value : null;
  } catch {
    return null;
  }
};
