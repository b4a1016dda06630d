import { CellError, type Area, type Value } from '../../book/cell';
import type { Sheet } from '../../book/sheet';
import { parseArea } from '../reference';
import { encodeSpreadsheetText, encodeText } from '../xml/text';
import { element } from '../xml/write';
import type { Save } from './context';

/** Values that a chart shows, kept in its part so that a viewer that computes nothing draws it too. */

type Source = { sheet: Sheet; area: Area };

/** The cells that a formula such as `'Suivi 2026'!$B$2:$B$9` names; undefined for unions, names and what does not exist. */
const cellsOf = (save: Save, formula: string): Source | undefined => {
  const [, quoted, plain, reference] = /^=?(?:'((?:[^']|'')+)'|([^'!]+))!([^!,]+)$/.exec(formula.trim()) ?? [];
  const sheet = save.book.sheet(quoted?.replace(/''/g, "'") ?? plain ?? '');
  const area = parseArea(reference ?? '');
  return sheet && area ? { sheet, area } : undefined;
};

const valuesOf = ({ sheet, area }: Source): Value[] => {
  const values: Value[] = [];
  for (let row = area.row; row < area.row + area.rows; row++)
    for (let column = area.column; column < area.column + area.columns; column++)
      values.push(sheet.cell(row, column)?.value ?? null);
  return values;
};

const pointXml = (index: number, text: string): string =>
  element('c:pt', { idx: index }, element('c:v', {}, encodeText(encodeSpreadsheetText(text))));

const textOf = (value: Value): string => (value === null ? '' : value instanceof CellError ? value.code : String(value));

const textCache = (values: readonly Value[]): string =>
  element(
    'c:strCache',
    {},
    element('c:ptCount', { val: values.length }),
    ...values.map((value, index) => (value === null ? '' : pointXml(index, textOf(value)))),
  );

const numberCache = (save: Save, { sheet, area }: Source, values: readonly Value[]): string => {
  const style = sheet.cell(area.row, area.column)?.style ?? 0;
  return element(
    'c:numCache',
    {},
    element('c:formatCode', {}, encodeText(save.book.styles.get(style).numberFormat)),
    element('c:ptCount', { val: values.length }),
    ...values.map((value, index) => (typeof value === 'number' ? pointXml(index, String(value)) : '')),
  );
};

/** Numbers of a series with their cache. */
export const numbersXml = (save: Save, formula: string): string => {
  const source = cellsOf(save, formula);
  return element(
    'c:numRef',
    {},
    element('c:f', {}, encodeText(formula)),
    source ? numberCache(save, source, valuesOf(source)) : '',
  );
};

/** Categories: a numeric reference where the cells hold numbers only, else texts. */
export const categoriesXml = (save: Save, formula: string): string => {
  const source = cellsOf(save, formula);
  const values = source ? valuesOf(source) : [];
  if (
    source &&
    values.some((value) => typeof value === 'number') &&
    values.every((value) => value === null || typeof value === 'number')
  )
    return numbersXml(save, formula);
  return textReference(formula, values);
};

const textReference = (formula: string, values: readonly Value[]): string =>
  element('c:strRef', {}, element('c:f', {}, encodeText(formula)), textCache(values));

/** Text that a cell gives, such as a series' name. */
export const cellTextXml = (save: Save, formula: string, usual: string): string => {
  const source = cellsOf(save, formula);
  return textReference(formula, source ? valuesOf(source) : [usual]);
};
