import type { Weather } from '../meteo/content';
import { kpiIssueText } from './kpi-issues';
import { englishDetection } from './detection-en';
import { englishFeedback } from './feedback-problems';
import { englishMeteo } from './meteo-problems';
import { englishFlash } from './flash-problems';
import { englishKpis } from './kpi-problems';
import { formatNumber } from './numbers';
import type { ProblemTexts } from './problem-text';
import { settingFaultText } from './setting-faults';
import { englishSeries } from './series-problems';
import { countedPeriods } from './periodNouns';
import { plural, quoted } from './typography';
import { vocabulary } from './vocabulary';

const q = (name: string): string => quoted(name, 'en');
const n = (count: number): string => formatNumber(count, 'en');
const s = (count: number, one: string, many: string): string => plural(count, one, many, 'en');

const w = (weather: Weather): string => vocabulary('en').weather[weather];

/** A place inside a sentence, with the space that precedes it; nothing when the sheet is not known. */
const onSheet = (sheet: string | undefined): string => (sheet === undefined ? '' : ` on sheet ${q(sheet)}`);
const cellsOf = (cell: string | undefined, otherwise: string): string => cell ?? otherwise;

/** The English texts. Apostrophes are set by `typeset`. */
export const englishProblems: ProblemTexts = {
  ...englishDetection,
  ...englishSeries,
  ...englishFeedback,
  ...englishMeteo,
  ...englishFlash,
  ...englishKpis,
  'file-encrypted': ({ file }) => ({
    title: 'Encrypted file: nothing was read.',
    body: `${q(file)} asks for a password. Open it in Excel, remove the password (File › Info › Protect Workbook), save, then try again.`,
  }),
  'file-not-workbook': ({ file }) => ({
    title: 'This file is not an Excel workbook.',
    body: `${q(file)} does not have the structure of an .xlsx or .xlsm workbook. Open it in Excel, save it as “Excel Workbook (.xlsx)”, then try again.`,
  }),
  'file-unsupported': ({ file, format }) => ({
    title: `Format ${format} is not supported.`,
    body: `${q(file)} cannot be read in this form. Open it in Excel, save it as “Excel Workbook (.xlsx)”, then try again.`,
  }),
  'file-damaged': ({ file, part }) => ({
    title: 'Damaged file: nothing was written.',
    body: `In ${q(file)}, the part ${part} cannot be read. Open the file in Excel, accept the repair, save, then try again.`,
  }),
  'file-unreadable': ({ file, reason }) => ({
    title: 'The file cannot be opened.',
    body: `${q(file)} could not be read or written (${reason}). Check the path and the access rights, close the file if it is open elsewhere, then try again.`,
  }),
  'file-signed': ({ file }) => ({
    title: 'Signed file: nothing was written.',
    body: `${q(file)} carries a digital signature that any change would break. Work on a copy without the signature, or ask to go ahead (option --allow-signed).`,
  }),
  'csv-not-text': ({ file }) => ({
    title: 'This file is not a text file.',
    body: `${q(file)} cannot be read as a table in text. Save your data as CSV UTF-8 or as “Excel Workbook (.xlsx)”, then try again.`,
  }),
  'csv-quote': ({ file, row }) => ({
    title: `Quotation marks are not closed in row ${row}.`,
    body: `In ${q(file)}, a text begins with a quotation mark that is never closed: what follows would be read wrong. Mend that row (a quotation mark inside a text is doubled), then try again.`,
  }),
  'csv-ragged': ({ file, row, fields, expected }) => ({
    title: `Row ${row} has ${fields} fields instead of ${expected}.`,
    body: `In ${q(file)}, one separator too many moves the values of that row. Put the text that holds it in quotation marks, then try again.`,
  }),
  'csv-too-large': ({ file, rows, columns }) => ({
    title: 'This file does not fit in an Excel sheet.',
    body: `${q(file)} has ${rows} rows and ${columns} columns; Excel ends at 1,048,576 rows and 16,384 columns. Cut it into several, then try again.`,
  }),
  'output-is-input': ({ file }) => ({
    title: 'The original file is left as it is.',
    body: `${q(file)} is both the input and the output. Name another output, or add the option --in-place to replace it.`,
  }),
  'output-exists': ({ file }) => ({
    title: 'This file exists: nothing was written.',
    body: `${q(file)} was not replaced. Name another file, or add the sheets to that one: --from and --in-place.`,
  }),
  'workbook-protected': ({ sheets }) => ({
    title: 'Workbook protected: nothing was written.',
    body: `Its structure is locked, so ${sheets} cannot be added. Remove the protection (Review › Protect Workbook), then try again.`,
  }),
  'sheet-protected': (_, { sheet }) => ({
    title: `${sheet === undefined ? 'Sheet' : q(sheet)} is protected: nothing was written.`,
    body: 'Unprotect this sheet (Review › Unprotect Sheet), then try again.',
  }),
  'workbook-empty': () => ({
    title: 'This workbook is empty.',
    body: 'No sheet holds any data. Open your report, or start from a template.',
  }),
  'read-only': () => ({
    title: 'Read-only workbook.',
    body: 'All can be read. To write: File › Save a Copy.',
  }),
  'cell-editing': () => ({
    title: 'Excel is waiting for your entry.',
    body: 'Press Enter or Esc: generation resumes at once.',
  }),
  'host-refused': ({ code, message, location }) => ({
    title: 'Excel refused the operation.',
    body: `Excel answers “${message}” (${code}${location === '' ? '' : `, ${location}`}). Save the workbook and try again; if it happens again, copy this detail for your support.`,
  }),
  'host-too-old': ({ needed }) => ({
    title: 'This Excel is too old.',
    body: `Excel 2021, Microsoft 365 or Excel for the web is needed (${needed}).`,
  }),
  'stopped-halfway': ({ written, total, cause }, { sheet }) => ({
    title: `Writing stopped after ${n(written)} of ${n(total)} ${s(total, 'step', 'steps')}.`,
    body: `${sheet === undefined ? 'The rest' : q(sheet)} was refused: ${cause}. Run the action again: it rewrites its sheets as a whole.`,
  }),
  'changed-while-reading': ({ cells }, { sheet }) => ({
    title: 'Data changed: nothing was written.',
    body: `A co-author edited ${cells}${onSheet(sheet)} during the reading. Run the action again: it reads the workbook first.`,
  }),
  'changed-since-read': ({ name }, { sheet }) => ({
    title: 'Changed elsewhere: nothing was written.',
    body: `Somebody has changed ${q(name)}${onSheet(sheet)} since the pane read it. Take the other version, or keep yours: nothing is replaced until you choose.`,
  }),
  'host-silent': () => ({
    title: 'Excel is connected again.',
    body: 'What it was asked has had no answer. Your texts are kept in this pane: look at the workbook, then try again.',
  }),
  cancelled: () => ({
    title: 'Cancelled: the workbook is as before.',
    body: 'Run the action again whenever you like: it starts from the beginning.',
  }),
  'undo-too-late': ({ cells }) => ({
    title: 'Cannot undo.',
    body: `Changed since: ${cells}. Nothing was undone, so what was typed there is kept. Correct it by hand.`,
  }),
  'undo-stopped': ({ cause }) => ({
    title: 'The undo stopped on its way.',
    body: `Excel refused the rest: ${cause}. Undo again: what is undone stays so, and the rest is done.`,
  }),
  'pdf-parts-missing': () => ({
    title: 'The PDF was not made.',
    body: 'Its fonts could not be loaded; the météo’s sheet is written. Check the connection, then save again, or print the sheet (Ctrl + P).',
  }),
  'pane-part-missing': () => ({
    title: 'A part of the pane could not be loaded.',
    body: 'The action was not done. Check the connection, then try again.',
  }),
  unexpected: ({ message }) => ({
    title: 'An unexpected error stopped the action.',
    body: `Detail: “${message}”. Save the workbook and try again; if it happens again, copy this detail for your support.`,
  }),
  'no-dates': ({ sheets }) => ({
    title: 'No date column found.',
    body: `${n(sheets)} ${s(sheets, 'sheet', 'sheets')} read. Give the table a column of dates, one row a day, then read again; or start from a template.`,
  }),
  'no-measures': (_, { sheet }) => ({
    title: 'No indicator recognised.',
    body: `The table${onSheet(sheet)} has dates, but its columns of numbers have no known header (calls offered, answered, tickets…). Give them such headers, or say what they measure (Data › Source).`,
  }),
  'sheet-not-found': ({ name }) => ({
    title: 'Sheet not found.',
    body: `No sheet is called ${q(name)}. Check the tab's name: it may have been renamed.`,
  }),
  'table-not-found': ({ name }) => ({
    title: 'Table not found.',
    body: `No table is called ${q(name)} in this workbook. Check its name (Table Design › Table Name).`,
  }),
  'column-not-found': ({ name }, { sheet }) => ({
    title: 'Column not found.',
    body: `No column${onSheet(sheet)} has ${q(name)} as its header or its letter. Check the header, or give the column's letter.`,
  }),
  'rule-invalid': ({ rule }) => ({
    title: 'Calculation rule not understood.',
    body: `${q(rule)} follows no known form: sum:COL, count, countif:COL=TEXT, ratio:COL/COL, mean:COL, wmean:COL*COL, last:COL, min:COL, max:COL or distinct:COL. Correct it, then try again.`,
  }),
  'rate-without-parts': ({ rate }) => ({
    title: `${q(rate)} cannot be consolidated.`,
    body: 'It has no numerator or denominator in the file. Add them, or choose a weighting column.',
  }),
  'formula-too-long': ({ kpi }, { sheet }) => ({
    title: 'Formula too long for Excel.',
    body: `${q(kpi)} is not written: a formula has at most ${n(8192)} characters, and this calculation names columns with long headers several times. Shorten the headers${onSheet(sheet)}, or add a column that adds them up and compute the figure from it.`,
  }),
  'too-many-groups': ({ column, count, most }, { sheet }) => ({
    title: 'Too many values: nothing was written.',
    body: `Column ${q(column)}${onSheet(sheet)} has ${n(count)} different values, more than the ${n(most)} rows of a summary. Choose a column that groups: a project, a family, a team.`,
  }),
  'measure-without-numbers': ({ column }, { sheet }) => ({
    title: `"${column}" holds no number.`,
    body: `Column "${column}"${onSheet(sheet)} holds text only: no sum, mean, least or most. Count its rows (count, countif) or its distinct values (distinct), or choose another column.`,
  }),
  'period-too-fine': ({ asked, step }, { sheet }) => ({
    title: `No consolidation by ${asked}.`,
    body: `The data${onSheet(sheet)} have one row a ${step}: they cannot be split further. Choose a longer period.`,
  }),
  'nothing-to-propose': (_, { sheet, cell }) => ({
    title: 'Nothing was written.',
    body: `For ${cell ?? 'this cell'}${onSheet(sheet)}, there is no formula to propose or no free cell beside it. Free two cells on its right, or correct the cell yourself.`,
  }),
  'cell-changed': (_, { sheet, cell }) => ({
    title: 'The cell has changed: nothing was written.',
    body: `What was found in ${cell ?? 'this cell'}${onSheet(sheet)} is no longer so, or its formula is another one. Run the check again.`,
  }),
  'nothing-to-colour': () => ({
    title: 'Nothing to colour yet.',
    body: 'No consolidated sheet shows a KPI of the dictionary. Consolidate first, then show the thresholds again.',
  }),
  'kpi-cell': ({ kpi, issue, leftOut }, { cell }) => ({
    title: leftOut ? 'A KPI is not computed.' : 'A cell of the dictionary needs attention.',
    body: `${kpi === '' ? 'KPI without a name' : q(kpi)}, ${cellsOf(cell, 'in the dictionary')}: ${kpiIssueText(issue, 'en')}${leftOut ? ' It is left out meanwhile.' : ''}`,
  }),
  'kpi-refused': ({ kpi, issue }) => ({
    title: 'KPI to correct: nothing was written.',
    body: `${kpi === '' ? 'KPI without a name' : q(kpi)}: ${kpiIssueText(issue, 'en')}`,
  }),
  'internal-left-out': ({ count, labels }) => ({
    title: `${n(count)} internal ${s(count, 'KPI', 'KPIs')} kept apart.`,
    body: `${labels}: neither ${s(count, 'it', 'they')} nor the columns that only ${s(count, 'it uses', 'they use')} are in the consolidated sheets, which the client may read. To have ${s(count, 'it', 'them')} there, write “no” in the dictionary's column “Internal?”.`,
  }),
  'setting-fault': ({ setting, text, fault }, { cell }) => ({
    title: 'A setting needs attention.',
    body: `${q(setting)}${cell === undefined ? '' : `, ${cell}`}: ${settingFaultText(text, fault, 'en')} The rest is taken into account.`,
  }),
  'setting-row-missing': ({ setting }) => ({
    title: 'Setting missing: nothing was written.',
    body: `Put the row ${q(setting)} back into the table of settings, then try again.`,
  }),
  'header-changed': ({ before, after, column }, { sheet }) => ({
    title: `The header “${before}” is gone.`,
    body: `Column ${column}${onSheet(sheet)} is now called “${after}”. Is it the same measure? Answer in Data › Source, or put the old header back.`,
  }),
  'column-lost': ({ column }, { sheet }) => ({
    title: `The column “${column}” is gone.`,
    body: `It was confirmed as a source${onSheet(sheet)}. Put it back, or say in Data › Source which column replaces it.`,
  }),
  'source-lost': ({ name }) => ({
    title: 'The confirmed data cannot be found.',
    body: `${q(name)} no longer holds the confirmed columns. Put them back, or confirm other data in Data › Source.`,
  }),
  'template-source-kept': ({ name }) => ({
    title: 'Your data stays the source.',
    body: `Sheet ${q(name)} already gives this domain's figures: no sheet to type into was added. Go on typing your days there, then consolidate.`,
  }),
  'template-no-room': ({ name }) => ({
    title: "No room for this domain's columns.",
    body: `On ${q(name)}, something stands right of the table, the table was moved, or it shows a total row. Clear the columns at its right, hide the total, then try again.`,
  }),
  'examples-present': ({ count }, { cell, sheet }) => ({
    title: `${n(count)} example ${s(count, 'row is', 'rows are')} still there.`,
    body: `${cellsOf(cell, 'The table')}${onSheet(sheet)}: ${s(count, 'it is read like a row of yours', 'they are read like rows of yours')}. Delete the examples, or replace the word “Example” if the row is yours.`,
  }),
  'columns-dropped': ({ labels }) => ({
    title: 'Some figures are no longer computed.',
    body: `They were on these sheets and are not any more: ${labels}. To have them back, add them to the Dictionary or give their column its name back.`,
  }),
  'other-dated-table': ({ taken, other }) => ({
    title: 'There is another dated table.',
    body: `The figures come from ${q(taken)}; ${q(other)} has dates and measures too. To use it, choose it (Data › Source).`,
  }),
  'kpi-row-outside': ({ kpi }, { cell }) => ({
    title: 'A KPI stands below the table.',
    body: `${q(kpi)} is outside the table of the Dictionary${cell === undefined ? '' : `, in ${cell}`}: it is not read. Extend the table down to this row, then try again.`,
  }),
  'table-without-rows': ({ table }, { sheet, cell }) => ({
    title: 'The template has no rows yet.',
    body: `Type your data in ${sheet === undefined ? `the table ${q(table)}` : `the sheet ${q(sheet)}`}, from ${cell ?? 'its first row'} on: a date, then its figures. Then try again.`,
  }),
  'little-history': ({ have, need, step = 'week' }) => ({
    title: 'No projection yet.',
    body: `${countedPeriods(have, step, 'en')} complete of ${n(need)}. The page will say “not enough history”.`,
  }),
  'signs-not-printed': ({ signs }) => ({
    title: 'Some signs are not printed.',
    body: `The PDF shows a diamond in place of: ${signs}. The sheet shows them where the computer has a font that holds them. Write what the client must read in another way.`,
  }),
  'old-data': ({ weeks }) => ({
    title: 'The data are too old.',
    body: `The data end ${n(weeks)} ${s(weeks, 'week', 'weeks')} before the period of the page: no projection is printed. Complete the table with the days that are missing.`,
  }),
  fog: ({ days, fog, step = 'day' }, { cell }) => ({
    title: `Missing data: ${countedPeriods(days, step, 'en')}.`,
    body: `${fog ? 'The météo is Fog while data is missing' : `The météo stands without ${s(days, 'it', 'them')}`}. Fill in ${cellsOf(cell, step === 'day' ? s(days, 'this day', 'these days') : s(days, 'this row', 'these rows'))}.`,
  }),
  'does-not-fit': ({ items }) => ({
    title: 'The page does not fit on one A4.',
    body: `To shorten: ${items.replaceAll('« ', '“').replaceAll(' »', '”')}. Nothing is generated until all fits, and nothing is cut.`,
  }),
  'sheet-name-taken': ({ name }) => ({
    title: 'This sheet name is already taken.',
    body: `A sheet of yours is called ${q(name)}: it was not touched. Rename it, then try again.`,
  }),
  'action-missing': ({ weather }) => ({
    title: 'No action beside the problem.',
    body: `The météo is ${w(weather)}. Add an “action” row to the Journal, with the owner's role and a due date.`,
  }),
};
