import type { SheetSnapshot, WorkbookSnapshot } from '../sheet/snapshot';

/** Tables that the add-in writes and never reads as a source. `tblDonnees` is one to read. */
const OWN_TABLES: readonly string[] = [
  'tblParam',
  'tblKpi',
  'tblSources',
  'tblLecture',
  'tblSynthese',
  'tblLectureSynthese',
  'tblJour',
  'tblSemaine',
  'tblMois',
  'tblAnnee',
  'tblFlash',
  'tblJournal',
  'tblMeteo',
  'tblProjections',
  'tblRetours',
  'tblFactures',
  'tblReferences',
  'tblPortefeuille',
];

const own = new Set(OWN_TABLES.map((name) => name.toLowerCase()));

/** Does a name's formula point into a sheet? Excel writes the sheet's name with and without quotes. */
const pointsInto = (formula: string, sheet: string): boolean =>
  formula.startsWith(`=${sheet}!`) || formula.startsWith(`='${sheet.replaceAll("'", "''")}'!`);

const isDrawn = (name: string): boolean => name.startsWith('meteo.');

/**
 * True for a sheet that the add-in made: it holds one of its tables, or a printed météo (a name `meteo.…` points at it, or
 * what is drawn on it is called so: the names follow the latest page only).
 */
export const isOwnSheet = (sheet: SheetSnapshot, workbook: WorkbookSnapshot): boolean =>
  sheet.tables.some((table) => own.has(table.name.toLowerCase())) ||
  (sheet.shapes ?? []).some(isDrawn) ||
  (sheet.charts ?? []).some(isDrawn) ||
  workbook.names.some(
    (name) => name.name.toLowerCase().startsWith('meteo.') && (name.sheet === sheet.name || pointsInto(name.formula, sheet.name)),
  );
