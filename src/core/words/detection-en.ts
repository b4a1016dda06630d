import { civilOf } from '../period/serial';
import { monthName } from './dates';
import { formatNumber } from './numbers';
import type { DetectionCode, ProblemTexts } from './problem-text';
import { textToColumns } from './text-to-columns';
import { plural, quoted } from './typography';

const q = (name: string): string => quoted(name, 'en');
const n = (count: number): string => formatNumber(count, 'en');
const s = (count: number, one: string, many: string): string => plural(count, one, many, 'en');

/** A day whose month is written out, so that it cannot be read two ways. */
const day = (serial: number): string => {
  const { year, month, day: date } = civilOf(serial);
  return `${String(date)} ${monthName(month, 'en')} ${String(year)}`;
};

/** A place inside a sentence, with the space that precedes it; nothing when the sheet is not known. */
const onSheet = (sheet: string | undefined): string => (sheet === undefined ? '' : ` on sheet ${q(sheet)}`);
const cellsOf = (cell: string | undefined, otherwise: string): string => cell ?? otherwise;

/** What detection finds odd in a workbook, in English. */
export const englishDetection: Pick<ProblemTexts, DetectionCode> = {
  'day-month-swap': ({ read, other }, { cell }) => ({
    title: 'Day and month may be exchanged.',
    body: `${cellsOf(cell, 'The first date')} is read as ${day(read)}; if day and month were exchanged, it is ${day(other)}. Figures are computed with the dates as they are read. If they are exchanged, say so (Data › Source).`,
  }),
  'dates-not-exchanged': ({ read }, { cell }) => ({
    title: 'Day and month are not exchanged.',
    body: `${cellsOf(cell, 'A date')} is ${day(read)}: its day is after the 12th and cannot have changed places with the month. Nothing was written. Keep the dates as they are, or correct this cell.`,
  }),
  'dates-without-year': ({ sample }, { cell }) => ({
    title: 'The dates leave their year out.',
    body: `${cellsOf(cell, 'The date column')}: ${q(sample)} does not say its year, and nothing was guessed. Write the year with the month (${q('January 2026')}), or in the title of the table, then read again.`,
  }),
  'duration-without-unit': ({ column }, { cell }) => ({
    title: 'A duration without a unit.',
    body: `${q(column)}${cell === undefined ? '' : ` (${cell})`} does not say whether it counts seconds, minutes or hours: no KPI is made of it. Say it (Data › Source), or write the unit in the header: ${q(`${column} (min)`)}.`,
  }),
  'snapshot-without-dates': (_, { cell, sheet }) => ({
    title: 'A table without dates.',
    body: `The table${cell === undefined ? '' : ` at ${cell}`}${onSheet(sheet)} does not say which day its figures are from. It can be grouped by a column (project, product…), but not by week or month. To follow it over time, add a column of dates and keep one row a day.`,
  }),
  'rows-without-figures': ({ count }, { cell, sheet }) => ({
    title: `${n(count)} ${s(count, 'row', 'rows')} prepared in advance.`,
    body: `${cellsOf(cell, 'The end of the table')}${onSheet(sheet)}: ${s(count, 'this row has a date but no figure yet, and is not counted. It will be as soon as it is filled in', 'these rows have a date but no figure yet, and are not counted. They will be as soon as they are filled in')}.`,
  }),
  'sum-rows': ({ count, cells }, { sheet }) => ({
    title: `${n(count)} ${s(count, 'row adds', 'rows add')} up the others.`,
    body: `${cells}${onSheet(sheet)}: ${s(count, 'this row is a total or a mean', 'these rows are totals or means')} of the others. Without a date ${s(count, 'it counts', 'they count')} in no period; do not add ${s(count, 'it', 'them')} to the others.`,
  }),
  'sum-rows-dated': ({ count, cells }, { sheet }) => ({
    title: `${n(count)} dated ${s(count, 'row looks like a total', 'rows look like totals')}.`,
    body: `${cells}${onSheet(sheet)}: ${s(count, 'this row has a date, so it is counted', 'these rows have dates, so they are counted')}, but ${s(count, 'it equals', 'they equal')} exactly the sum of the rows above. If ${s(count, 'it is a total, remove its date', 'they are totals, remove their dates')}.`,
  }),
  'rows-repeated': ({ count }, { cell, sheet }) => ({
    title: `${n(count)} repeated ${s(count, 'row', 'rows')}.`,
    body: `${cellsOf(cell, 'The table')}${onSheet(sheet)}: ${s(count, 'this row repeats another one in all of its columns, and is counted. Remove it', 'these rows repeat others in all of their columns, and are counted. Remove them')} (Data › Remove Duplicates) if that is a mistake.`,
  }),
  'figures-copied': ({ count, column, other }, { cell, sheet }) => ({
    title: `${n(count)} figures may be pasted by mistake.`,
    body: `${cellsOf(cell, 'One period')}${onSheet(sheet)} (${q(column)}) repeats, for this period alone, the figures of ${q(other)}. They are counted as they are. Check them and correct them in the sheet.`,
  }),
  'done-with-remaining': ({ count, status, column }, { cell, sheet }) => ({
    title: `${n(count)} ${s(count, 'task done with work left', 'tasks done with work left')}.`,
    body: `${cellsOf(cell, 'A row')}${onSheet(sheet)} is ${q(status)} and its ${q(column)} is not 0. The two contradict each other: correct the status or the remaining work.`,
  }),
  'label-variants': ({ column, usual, usualCell, other, count }, { cell }) => ({
    title: 'Two spellings of one label.',
    body: `Column ${q(column)}: ${q(usual)} in ${usualCell}, ${q(other)} in ${cellsOf(cell, 'another cell')}${count > 1 ? ` and ${n(count - 1)} other ${s(count - 1, 'cell', 'cells')}` : ''}. Keep one spelling (Home › Find & Select › Replace), without a space at its end.`,
  }),
  'header-missing': ({ count }, { cell, sheet }) => ({
    title: `${n(count)} ${s(count, 'column', 'columns')} without a header.`,
    body: `${cellsOf(cell, 'A header cell')}${onSheet(sheet)} is empty above values. Name ${s(count, 'this column', 'these columns')}, so that ${s(count, 'it', 'they')} can be chosen.`,
  }),
  'headers-repeated': ({ header, count }, { cell, sheet }) => ({
    title: `${n(count)} columns of one name.`,
    body: `${cellsOf(cell, 'The table')}${onSheet(sheet)}: ${q(header)} is repeated. The columns are numbered from left to right, ${q(`${header} (2)`)} for the second. Give them different names (month, year to date) to rule out confusion.`,
  }),
  'text-among-figures': ({ column, count, sample, blank }, { cell }) => ({
    title: `${n(count)} ${s(count, 'text', 'texts')} among figures.`,
    body: `Column ${q(column)}${cell === undefined ? '' : `, ${cell}`}: ${q(sample)} ${blank ? 'is read as a missing figure' : 'is no number and is not counted'}. Leave the cell empty where there is no figure, otherwise type the number.`,
  }),
  'figures-as-text': ({ column, count, sample }, { cell }) => ({
    title: `${n(count)} ${s(count, 'value', 'values')} written as text.`,
    body: `Column ${q(column)}${cell === undefined ? '' : `, ${cell}`}: ${q(sample)} is no number to Excel, which does not add it up. Type the value alone, and put its unit in the header or in the number format.`,
  }),
  'decimal-mark-unsure': ({ column, sample, value }, { cell }) => ({
    title: 'Thousands or decimals: not sure.',
    body: `Column ${q(column)}${cell === undefined ? '' : `, ${cell}`}: ${q(sample)} is read as ${formatNumber(value, 'en', Number.isInteger(value) ? 0 : 3)}, but could be read otherwise. Check a total that you know, or convert the column to numbers (Data › Text to Columns).`,
  }),
  'rate-scales-mixed': ({ column, count }, { cell }) => ({
    title: 'Two scales in one rate.',
    body: `Column ${q(column)}${cell === undefined ? '' : `, ${cell}`}: ${n(count)} ${s(count, 'value seems', 'values seem')} to lie between 0 and 1 where the others go from 0 to 100. Write the whole column in one way.`,
  }),
  'cumulative-columns': ({ column, count }, { cell }) => ({
    title: `${n(count)} running ${s(count, 'total', 'totals')}.`,
    body: `${q(column)}${cell === undefined ? '' : ` (${cell})`}${count > 1 ? ` and ${n(count - 1)} ${s(count - 1, 'other', 'others')}` : ''}: the last value counts, the sum means nothing. ${s(count, 'It is', 'They are')} never added up.`,
  }),
  'dates-mixed': ({ texts, dates }, { cell }) => ({
    title: 'Text dates among real dates.',
    body: `${cellsOf(cell, 'The date column')}: ${n(texts)} ${s(texts, 'text', 'texts')} and ${n(dates)} ${s(dates, 'real date', 'real dates')}. Convert the texts (Data › Text to Columns), or check that they are read as you mean.`,
  }),
  'dates-unread': ({ count, sample }, { cell }) => ({
    title: `${n(count)} ${s(count, 'date', 'dates')} not understood.`,
    body: `${cellsOf(cell, 'In the date column')}: ${q(sample)} is not a date that can be read; ${s(count, 'this row is', 'these rows are')} not counted. Correct the ${s(count, 'cell', 'cells')}, then read again.`,
  }),
  'numbers-as-text': ({ column, count, decimal }, { cell }) => ({
    title: `${n(count)} ${s(count, 'number', 'numbers')} stored as text.`,
    body: `Column ${q(column)}${cell === undefined ? '' : `, ${cell}`}: Excel does not add ${s(count, 'it', 'them')} up. Select the column, then ${textToColumns(decimal, 'en')}.`,
  }),
  'totals-row': (_, { cell, sheet }) => ({
    title: 'Totals row left out.',
    body: `${cellsOf(cell, 'The last row')}${onSheet(sheet)} adds up the others: it is not counted again. If it holds data of its own, give it a date.`,
  }),
  'duplicate-table': ({ visible }, { sheet }) => ({
    title: 'The same table was found twice.',
    body: `${sheet === undefined ? 'Another sheet' : `Sheet ${q(sheet)}`} repeats the data of ${q(visible)}, which is used. Choose the other one if it is the reference.`,
  }),
  'lone-year': ({ year, count }, { cell }) => ({
    title: `${n(count)} lone ${s(count, 'date', 'dates')} in ${year}.`,
    body: `${cellsOf(cell, 'The date column')}: ${s(count, 'this date is', 'these dates are')} far from the others, probably a typing mistake. Check the year, then read again.`,
  }),
  'error-cells': ({ count }, { cell, sheet }) => ({
    title: `${n(count)} ${s(count, 'cell', 'cells')} in error.`,
    body: `${cellsOf(cell, 'The table')}${onSheet(sheet)}: ${s(count, 'an error such as #N/A or #DIV/0! is', 'errors such as #N/A or #DIV/0! are')} not counted. Correct the formula, or clear the ${s(count, 'cell', 'cells')}.`,
  }),
  'dates-unordered': (_, { cell, sheet }) => ({
    title: 'The dates are not in order.',
    body: `${cellsOf(cell, 'The date column')}${onSheet(sheet)} goes back in time or repeats a day. Sort the table by date, or delete the duplicate row.`,
  }),
};
