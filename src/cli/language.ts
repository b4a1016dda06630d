import type { Language } from '../core/meteo/content';
import { findTable, type SheetSnapshot, type WorkbookSnapshot } from '../core/sheet/snapshot';

/** Rows at a sheet's top in which its language shows: titles and headers. */
const TOP_ROWS = 12;

const FRENCH =
  /[éèêëàâçùûîïôœ]|\b(le|la|les|des|du|de|jour|jours|date d|mois|semaine|appels?|taux|nombre|total des|durée|suivi)\b/i;
const ENGLISH = /\b(the|of|and|day|week|month|year|calls?|rate|number|time|duration|average|name|status)\b/i;

const topTexts = (sheet: SheetSnapshot): string[] =>
  sheet.values
    .slice(0, TOP_ROWS)
    .flatMap((line) => line.filter((value): value is string => typeof value === 'string' && value !== ''));

const written = (workbook: WorkbookSnapshot): Language | null => {
  const settings = findTable(workbook, 'tblParam');
  if (!settings) return null;
  const row = settings.sheet.values.find((line) => /^(langue|language)$/i.test(String(line[0] ?? '')));
  return row?.[1] === 'fr' || row?.[1] === 'en' ? row[1] : null;
};

/** Language of a workbook: what its settings say, else what its titles and headers are written in; null when neither tells. */
export const workbookLanguage = (workbook: WorkbookSnapshot): Language | null => {
  const said = written(workbook);
  if (said) return said;
  const texts = workbook.sheets.filter(({ visibility }) => visibility === 'visible').flatMap(topTexts);
  const french = texts.filter((text) => FRENCH.test(text)).length;
  const english = texts.filter((text) => ENGLISH.test(text)).length;
  if (french === english) return null;
  return french > english ? 'fr' : 'en';
};

/** Language of the system, from the variables that POSIX names for messages, in their order. */
export const systemLanguage = (environment: Readonly<Record<string, string | undefined>>): Language => {
  const locale =
    environment.LC_ALL ?? environment.LC_MESSAGES ?? environment.LANG ?? Intl.DateTimeFormat().resolvedOptions().locale;
  return /^fr/i.test(locale) ? 'fr' : 'en';
};
