import type { FlashBasis } from '../../core/flash/expected';
import type { Status } from '../../core/kpi/kpi';
import type { Language } from '../../core/meteo/content';
import { plural } from '../../core/words/typography';

/** Every text of the flash point's page, but for what the figures say, which is the core's. */
export type FlashStrings = {
  loading: string;
  counts: string;
  actual: string;
  expected: string;
  /** How what was expected is known. */
  basis: Readonly<Record<FlashBasis, string>>;
  unknown: string;
  /** Under a field that holds no number, or nothing when it is to be saved. */
  notNumber: string;
  missing: string;
  /** Under a count that is above what it is a part of, and how many there are of that. */
  aboveWhole: (whole: string, most: string) => string;
  /** A field's name for who cannot see its column. */
  field: (label: string) => string;
  results: string;
  status: Readonly<Record<Exclude<Status, 'none'>, string>>;
  action: string;
  actionHint: string;
  text: string;
  save: string;
  /** Where nothing can be saved. */
  copy: string;
  textCopied: string;
  saving: string;
  copied: (sheet: string) => string;
  toCopy: (sheet: string) => string;
  open: string;
  note: string;
  /** In its place once somebody tried to save without all counts. */
  toType: (count: number) => string;
  back: string;
};

const fr: FlashStrings = {
  loading: 'Lecture du point flash…',
  counts: 'Cumul',
  actual: 'Réel',
  expected: 'Prévu',
  basis: {
    slots: 'Prévu d’après les heures des jours passés.',
    points: 'Prévu d’après vos points flash de la même heure.',
    clock: 'Prévu au prorata de l’heure, de 8\u202fh à\u00a018\u202fh\u00a0: trois points flash à cette heure l’affineront.',
  },
  unknown: '–',
  notNumber: 'Tapez un nombre, 0 ou plus.',
  missing: 'Ce cumul manque.',
  aboveWhole: (whole, most) => `Plus que «\u202f${whole}\u202f» (${most})\u00a0: vérifiez.`,
  field: (label) => `${label}, réel`,
  results: 'Résultat',
  status: { green: 'Conforme', amber: 'Vigilance', red: 'Alerte' },
  action: 'Action',
  actionHint: 'Ce qui est fait, et par quel rôle',
  text: 'Texte à coller',
  save: 'Enregistrer et copier le texte',
  copy: 'Copier le texte',
  textCopied: 'Texte copié.',
  saving: 'Écriture du point flash…',
  copied: (sheet) => `Point écrit dans la feuille ${sheet}, texte copié.`,
  toCopy: (sheet) => `Point écrit dans la feuille ${sheet}. Le texte est sélectionné\u00a0: Ctrl + C pour copier.`,
  open: 'Ouvrir',
  note: 'Une ligne est écrite dans la feuille Flash.',
  toType: (count) => `Il reste ${String(count)}\u00a0${plural(count, 'cumul', 'cumuls', 'fr')} à saisir.`,
  back: 'Retour\u00a0: Suivi',
};

const en: FlashStrings = {
  loading: 'Reading the flash point…',
  counts: 'Total',
  actual: 'Actual',
  expected: 'Forecast',
  basis: {
    slots: 'Forecast from the hours of past days.',
    points: 'Forecast from your flash points at this time of day.',
    clock: 'Forecast by the clock, from 8:00 to 18:00: three flash points at this time of day will refine it.',
  },
  unknown: '–',
  notNumber: 'Type a number, 0 or more.',
  missing: 'This total is missing.',
  aboveWhole: (whole, most) => `More than “${whole}” (${most}): check.`,
  field: (label) => `${label}, actual`,
  results: 'Result',
  status: { green: 'On target', amber: 'Watch', red: 'Alert' },
  action: 'Action',
  actionHint: 'What is being done, and by which role',
  text: 'Text to paste',
  save: 'Save and copy the text',
  copy: 'Copy the text',
  textCopied: 'Text copied.',
  saving: 'Writing the flash point…',
  copied: (sheet) => `Flash point added to the ${sheet} sheet, text copied.`,
  toCopy: (sheet) => `Flash point added to the ${sheet} sheet. The text is selected: press Ctrl + C to copy it.`,
  open: 'Open',
  note: 'Adds a row to the Flash sheet.',
  toType: (count) => `${String(count)} ${plural(count, 'count', 'counts', 'en')} left to enter.`,
  back: 'Back: Watch',
};

export const flashStrings: Readonly<Record<Language, FlashStrings>> = { fr, en };
