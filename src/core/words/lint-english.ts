import type { RateFacts } from '../lint/finding';
import type { FindingFigures, FindingTexts } from './finding-text';
import { formatNumber } from './numbers';
import { textToColumns } from './text-to-columns';
import { plural, quoted } from './typography';

const q = (name: string): string => quoted(name, 'en');
const n = (number: number): string => formatNumber(number, 'en', Number.isInteger(number) ? 0 : 2);
const s = (count: number, one: string, many: string): string => `${n(count)} ${plural(count, one, many, 'en')}`;

const figures = ({ shown, exact }: FindingFigures): string =>
  shown === null
    ? exact === null
      ? ''
      : ` Exact value: ${exact}.`
    : ` Shown: ${shown}${exact === null ? '' : `; exact: ${exact}`}.`;

const others = ({ count }: FindingFigures): string =>
  count > 1 ? ` The same in ${s(count - 1, 'neighbouring cell', 'neighbouring cells')}.` : '';

const remedy = ({ numerator, denominator }: RateFacts): string =>
  numerator === null || denominator === null
    ? 'Add up what is above and what is below the line of the rate first, then divide.'
    : `Divide the sum of ${q(numerator)} by the sum of ${q(denominator)}.`;

const named = (rate: string): string => (rate === '' ? 'This rate' : q(rate));

const averaged = (facts: RateFacts, shown: FindingFigures): string =>
  `${named(facts.rate)} is averaged over ${s(facts.lines, 'row', 'rows')} that all weigh the same, whatever their volume.${figures(shown)} ${remedy(facts)}${others(shown)}`;

/** The English texts. Apostrophes are set by `typeset`. */
export const englishLint: FindingTexts = {
  'average-of-rates': (facts, shown) => ({ title: 'Average of rates', body: averaged(facts, shown) }),
  'conditional-average-of-rates': (facts, shown) => ({ title: 'Conditional average of rates', body: averaged(facts, shown) }),
  'subtotal-average-of-rates': (facts, shown) => ({ title: 'Subtotal that averages rates', body: averaged(facts, shown) }),
  'pivot-average-of-rates': (facts, shown) => ({
    title: facts.summed ? 'PivotTable that adds up rates' : 'PivotTable that averages rates',
    body: `The PivotTable ${q(facts.pivot)} ${facts.summed ? 'adds up' : 'averages'} ${named(facts.rate)}, ${facts.summed ? 'which does not add up' : 'where each row weighs the same, whatever its volume'}.${figures(shown)} ${remedy(facts)}`,
  }),
  'sum-of-rates': (facts, shown) => ({
    title: 'Sum of rates',
    body: `${named(facts.rate)} is added up over ${s(facts.lines, 'row', 'rows')}: rates do not add up.${figures(shown)} ${remedy(facts)}${others(shown)}`,
  }),
  'average-of-averages': ({ cells }, shown) => ({
    title: 'Average of averages',
    body: `${s(cells, 'average', 'averages')} of unequal numbers of rows all weigh the same.${figures(shown)} Average all the rows at once.${others(shown)}`,
  }),
  'total-leaves-out': ({ missing, lines, amount }, shown) => ({
    title: 'Incomplete total',
    body: `This total leaves out ${missing} (${s(lines, 'row', 'rows')}, ${n(amount)} in all).${figures(shown)} Extend its range to all the rows.${others(shown)}`,
  }),
  'total-counts-twice': ({ twice, amount }, shown) => ({
    title: 'Total that counts twice',
    body: `This total also takes ${twice}, made of the same rows already${amount === null ? '' : `: ${n(amount)} too many`}.${figures(shown)} Keep the rows only.${others(shown)}`,
  }),
  'hard-coded-number': ({ number }, shown) => ({
    title: 'Number typed into a formula',
    body: `The number ${n(number)} is typed into the calculation: nobody sees it or knows where it comes from, and it will not follow.${figures(shown)} Put it in a cell that names it, or take it out.${others(shown)}`,
  }),
  'typed-over-formula': ({ neighbour }, shown) => ({
    title: 'Number typed over a formula',
    body: `The cells around are calculated like ${neighbour}; this one is typed by hand and will no longer follow.${figures(shown)} Put the formula back, or note why this number differs.`,
  }),
  'inconsistent-formula': ({ neighbour }, shown) => ({
    title: 'Formula unlike its neighbours',
    body: `The cells around are calculated like ${neighbour}, this one is not.${figures(shown)} Copy the neighbouring formula, or note why it differs.`,
  }),
  'range-stops-short': ({ range, missing, lines }, shown) => ({
    title: 'Range too short',
    body: `The range ${range} ends before the data do: ${s(lines, 'row', 'rows')} (${missing}) ${plural(lines, 'is', 'are', 'en')} not in it.${figures(shown)} Extend it, or turn the data into a table, which grows by itself.${others(shown)}`,
  }),
  'text-numbers': ({ cells, count, sample, decimal }, shown) => ({
    title: 'Number written as text',
    body: `${s(count, 'cell looks like a number but is', 'cells look like numbers but are')} text (${cells}, for instance ${q(sample)}): sums pass over ${plural(count, 'it', 'them', 'en')}.${figures(shown)} Convert (${textToColumns(decimal, 'en')}).`,
  }),
  'volatile-function': ({ function: name }, shown) => ({
    title: 'Volatile function',
    body: `${name} recalculates at every change of the workbook: it is slow, and its result changes without anything having been typed. Point at a cell or a fixed range.${others(shown)}`,
  }),
  'mixed-periods': ({ one, other }, shown) => ({
    title: 'Mixed periods',
    body: `This calculation puts ${one} and ${other} together, which do not cover the same rows.${figures(shown)} Take the same rows everywhere.${others(shown)}`,
  }),
  'swallowed-error': ({ error, place }, shown) => ({
    title: 'Hidden error',
    body: `The error ${error} (${place}) is shown as a number: nobody sees it.${figures(shown)} Correct it at its source, or leave the cell empty.${others(shown)}`,
  }),
  'unsorted-lookup': ({ range }, shown) => ({
    title: 'Approximate lookup in an unsorted list',
    body: `The lookup takes the nearest value in ${range}, which is not sorted: it may answer with any row.${figures(shown)} Ask for the exact value.${others(shown)}`,
  }),
};
