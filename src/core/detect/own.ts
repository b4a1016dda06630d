import type { SheetSnapshot, WorkbookSnapshot } from '../sheet/snapshot';

/** Tables that the add-in writes and never reads as a source. `tblDonnees` is one to read. */
export const OWN_TABLES: readonly string[] = [
  'tblParam',
  'tblKpi',
  'tblSources',
  'tblOrigine',
  'tblLecture',
  'tblJour',
  'tblSemaine',
  'tblMois',
  'tblAnnee',
  'tblFlash',
  'tblJournal',
  'tblMeteo',
  'tblRetours',
  'tblFactures',
  'tblReferences',
  'tblPortefeuille',
];

const own = new Set(OWN_TABLES.map((name) => name.toLowerCase()));

/** True for a sheet that the add-in made: it holds one of its tables, or a printed météo (a name `meteo.…` points at it). */
export const isOwnSheet = (sheet: SheetSnapshot, workbook: WorkbookSnapshot): boolean =>
  sheet.tables.some((table) => own.has(table.name.toLowerCase())) ||
  workbook.names.some(
    (name) =>
      name.name.toLowerCase().startsWith('meteo.') &&
      (name.sheet === sheet.name || name.formula.replace(/^='?/, '').replaceAll("''", "'").startsWith(`${sheet.name}`)),
  );
