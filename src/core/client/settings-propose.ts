import { readRows, type SourceRows } from '../consolidation/rows';
import type { DetectedTable } from '../detect/detected';
import { tableArea } from '../detect/places';
import type { Language } from '../meteo/content';
import { expectsEveryDay } from '../period/coverage';
import { holidaysOf, type HolidayId, type HolidayRegion } from '../period/holidays';
import { USUAL_RULES } from '../period/planned';
import { civilOf, weekdayOf } from '../period/serial';
import { valueAt, type WorkbookSnapshot } from '../sheet/snapshot';
import { problem, type Problem } from '../problem';
import { isGenericName } from './generic-names';
import { USUAL_CADENCE } from './cadence';
import { readSettings, type Settings } from './settings';

const CLOSED = /férié|fermé|ferie|ferme\b|closed|holiday/i;

/** Days of the table that have no figure and a text that says closed. */
const closedDaysOf = (table: DetectedTable, rows: SourceRows | null): number[] => {
  const figures = table.columns.filter(({ type }) => ['count', 'amount', 'duration', 'number'].includes(type));
  const texts = table.columns.filter(({ type }) => ['text', 'category'].includes(type));
  return (rows?.dates ?? []).flatMap((date, row) => {
    const closed = figures.every(({ column }) => rows?.number(row, column) === null);
    const said = texts.some(({ column }) => CLOSED.test(String(rows?.value(row, column) ?? '')));
    return date !== null && closed && said ? [Math.floor(date)] : [];
  });
};

/** Holidays that a service outside France works on, so that rows of these days tell where it is. */
const FRENCH_ALONE: ReadonlySet<HolidayId> = new Set([
  'victory-1945',
  'ascension',
  'national-day',
  'assumption',
  'all-saints',
  'armistice-1918',
]);

/**
 * Whose public holidays count until somebody says: those of France, unless the workbook is in another language and does
 * not keep them itself. Only days that are France's own tell, and only where a row is a day: then most of them have none.
 */
const regionOf = (rows: SourceRows | null, language: Language): HolidayRegion => {
  const coverage = rows?.coverage;
  if (language === 'fr') return 'france';
  if (!coverage || !expectsEveryDay(coverage)) return 'none';
  const known = new Set(coverage.days);
  const [first, last] = [civilOf(coverage.first).year, civilOf(coverage.last).year];
  const holidays = Array.from({ length: last - first + 1 }, (_, index) => holidaysOf(first + index)).flat();
  const telling = holidays.filter(
    ({ id, serial }) =>
      FRENCH_ALONE.has(id) &&
      serial >= coverage.first &&
      serial <= coverage.last &&
      coverage.openWeekdays.includes(weekdayOf(serial)),
  );
  const kept = telling.filter(({ serial }) => !known.has(serial)).length;
  return kept > 0 && 2 * kept > telling.length ? 'france' : 'none';
};

const oneSpaced = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Texts above a table's header, from the top: a workbook's titles. */
const titlesAbove = (workbook: WorkbookSnapshot, table: DetectedTable): string[] => {
  const sheet = workbook.sheets.find(({ name }) => name === table.sheet);
  if (!sheet) return [];
  const { row: top, column, columns } = tableArea(table);
  const titles: string[] = [];
  for (let row = 0; row < top; row++)
    for (let offset = 0; offset < columns; offset++) {
      const value = valueAt(sheet, row, column + offset);
      if (typeof value === 'string' && value.trim() !== '') titles.push(value.trim());
    }
  return titles;
};

/** Settings of which nothing is known yet. */
export const usualSettings = (language: Language): Settings => ({
  client: '',
  provider: '',
  contract: '',
  language,
  cadence: USUAL_CADENCE,
  orientation: 'portrait',
  keyFigure: '',
  ...USUAL_RULES,
  printMinutes: true,
});

/** The client as a workbook seems to name it, and whether only its sheet does; an empty name where nothing does. */
export type ClientProposal = { client: string; contract: string; fromSheet: boolean };

/**
 * Who the figures are for: the first title that names somebody (`Mutuelle du Littoral – Service adhérents`), else the sheet,
 * unless its name could be anybody's (`Feuil1`, `Raw Data`).
 */
export const proposedClient = (workbook: WorkbookSnapshot, table: DetectedTable): ClientProposal => {
  const title = titlesAbove(workbook, table).find((text) => !isGenericName(text));
  const sheet = isGenericName(table.sheet) ? '' : table.sheet;
  const [client = '', ...contract] = oneSpaced(title ?? sheet).split(/\s+[–—-]\s+/);
  return { client, contract: contract.join(' – '), fromSheet: title === undefined && client !== '' };
};

/**
 * What to say of the client of a workbook: that a sheet's name may be its name, once somebody confirms it, or that it has
 * none. Nothing where the settings, or a title, name one.
 */
export const clientProblems = (workbook: WorkbookSnapshot, table: DetectedTable): readonly Problem[] => {
  const settings = readSettings(workbook, 'fr');
  const { client, fromSheet } = settings ? { client: settings.client, fromSheet: false } : proposedClient(workbook, table);
  if (client.trim() === '') return [problem('client-missing', {})];
  return fromSheet ? [problem('client-proposed', { client }, { sheet: table.sheet })] : [];
};

/**
 * Settings to begin with, from the titles above the table: `Mutuelle du Littoral – Service adhérents` names the client and
 * the contract, `(prestataire : Atlantique Relation Client)` the provider. A proposal for the user to correct in the sheet. A
 * client that only the sheet's name tells of is left out, since a page would print it as if somebody had confirmed it.
 */
export const proposeSettings = (workbook: WorkbookSnapshot, table: DetectedTable, language: Language): Settings => {
  const titles = titlesAbove(workbook, table);
  const rows = readRows(workbook, table);
  const { client, contract, fromSheet } = proposedClient(workbook, table);
  const provider =
    titles.map((title) => /(?:prestataire|provider)\s*:\s*([^,;)]+)/i.exec(title)?.[1]?.trim()).find(Boolean) ?? '';
  return {
    ...usualSettings(language),
    ...(!fromSheet && { client, contract }),
    provider,
    closedDays: closedDaysOf(table, rows),
    holidayRegion: regionOf(rows, language),
  };
};
