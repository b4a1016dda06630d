import { cadenceIn } from './cadence';
import { readDays, readEvents, type FaultyPart } from './planned-days';
import type { SettingKey } from './settings-words';

/** Settings that are edited as a form, in its order. */
export const FORM_KEYS = [
  'client',
  'provider',
  'contract',
  'cadence',
  'closedDays',
  'plannedEvents',
  'orientation',
  'printMinutes',
  'language',
] as const satisfies readonly SettingKey[];
export type FormKey = (typeof FORM_KEYS)[number];

/** The settings as they stand, to edit: texts as they are typed, choices by their code (`fr`, `portrait`, `yes`). */
export type SettingsForm = {
  /** Sheet that holds them; null where the first one saved makes it. */
  sheet: string | null;
  texts: Readonly<Record<FormKey, string>>;
  /** Texts that nobody typed and that may be wrong: a client named after its sheet. */
  toConfirm: readonly FormKey[];
  /** What cannot be read, by setting. */
  faults: Readonly<Partial<Record<FormKey, FaultyPart>>>;
};

/** What a setting is to become: what was typed, or the code of a choice. */
export type SettingChange = { key: FormKey; typed: string };

const CODES: Readonly<Partial<Record<FormKey, readonly string[]>>> = {
  orientation: ['portrait', 'landscape'],
  language: ['fr', 'en'],
  printMinutes: ['yes', 'no'],
};

/** What is wrong with what was typed; null when it can be read. An empty text is always right: it says nothing. */
export const settingFault = ({ key, typed }: SettingChange): FaultyPart | null => {
  const text = typed.trim();
  if (text === '') return null;
  if (key === 'closedDays') return readDays(text, false).faults[0] ?? null;
  if (key === 'plannedEvents') return readEvents(text, false).faults[0] ?? null;
  if (key === 'cadence') return cadenceIn(text) === undefined ? { text, fault: 'cadence' } : null;
  const codes = CODES[key];
  return codes && !codes.includes(text) ? { text, fault: 'choice' } : null;
};
