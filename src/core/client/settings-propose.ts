import { readRows } from '../consolidation/rows';
import type { DetectedTable } from '../detect/detected';
import { tableArea } from '../detect/places';
import type { Language } from '../meteo/content';
import { USUAL_RULES } from '../period/planned';
import { valueAt, type WorkbookSnapshot } from '../sheet/snapshot';
import { USUAL_CADENCE, type Settings } from './settings';

const CLOSED = /férié|fermé|ferie|ferme\b|closed|holiday/i;

/** Days of the table that have no figure and a text that says closed. */
const closedDaysOf = (workbook: WorkbookSnapshot, table: DetectedTable): number[] => {
  const rows = readRows(workbook, table);
  const figures = table.columns.filter(({ type }) => ['count', 'amount', 'duration', 'number'].includes(type));
  const texts = table.columns.filter(({ type }) => ['text', 'category'].includes(type));
  return (rows?.dates ?? []).flatMap((date, row) => {
    const closed = figures.every(({ column }) => rows?.number(row, column) === null);
    const said = texts.some(({ column }) => CLOSED.test(String(rows?.value(row, column) ?? '')));
    return date !== null && closed && said ? [Math.floor(date)] : [];
  });
};

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

/**
 * Settings to begin with, from the titles above the table: `Mutuelle du Littoral – Service adhérents` names the client and
 * the contract, `(prestataire : Atlantique Relation Client)` the provider. A proposal for the user to correct in the sheet;
 * the sheet's own name stands for a client that no title names.
 */
export const proposeSettings = (workbook: WorkbookSnapshot, table: DetectedTable, language: Language): Settings => {
  const titles = titlesAbove(workbook, table);
  const [client = '', ...contract] = (titles[0] ?? table.sheet).split(/\s+[–—-]\s+/);
  const provider =
    titles.map((title) => /(?:prestataire|provider)\s*:\s*([^,;)]+)/i.exec(title)?.[1]?.trim()).find(Boolean) ?? '';
  return {
    ...usualSettings(language),
    client,
    provider,
    contract: contract.join(' – '),
    closedDays: closedDaysOf(workbook, table),
  };
};
