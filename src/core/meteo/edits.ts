import type { Language } from './content';
import type { JournalHorizon, JournalKind } from './journalWords';
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

/** The language that a set of edits was written in, kept with it in the history. */
export type KeptEdits = { language: Language; edits: MeteoEdits };
