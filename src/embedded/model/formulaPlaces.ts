import type { Book } from '../book/book';
import { keyColumn, keyRow } from '../book/cell';
import type { Chart, Sheet } from '../book/sheet';

/** Where a formula stands; conditional formats, validations and charts have no cell. */
export type FormulaPlace = { sheet: Sheet | null; row?: number; column?: number };

const rewriteCells = (sheet: Sheet, rewrite: (formula: string, place: FormulaPlace) => string): void => {
  for (const [key, cell] of sheet.cells) {
    if (cell.formula === undefined) continue;
    const row = keyRow(key);
    const formula = rewrite(cell.formula, { sheet, row, column: keyColumn(key) });
    if (formula === cell.formula) continue;
    cell.formula = formula;
    sheet.touch('cells');
    sheet.touchedRows.add(row);
  }
};

const rewriteConditionalFormats = (sheet: Sheet, rewrite: (formula: string, place: FormulaPlace) => string): void => {
  for (const format of sheet.conditionalFormats) {
    const { rule } = format;
    const before = 'formula' in rule ? [rule.formula] : 'formulas' in rule ? rule.formulas : [];
    const after = before.map((formula) => rewrite(formula, { sheet }));
    if (after.every((formula, index) => formula === before[index])) continue;
    if ('formula' in rule) rule.formula = after[0] ?? '';
    else if ('formulas' in rule) rule.formulas = after;
    delete format.source;
    sheet.touch('conditionalFormats');
  }
};

const rewriteValidations = (sheet: Sheet, rewrite: (formula: string, place: FormulaPlace) => string): void => {
  for (const validation of sheet.validations)
    for (const part of ['formula1', 'formula2'] as const) {
      const formula = validation[part];
      if (formula === undefined || formula.startsWith('"')) continue;
      const rewritten = rewrite(formula, { sheet });
      if (rewritten === formula) continue;
      validation[part] = rewritten;
      delete validation.source;
      sheet.touch('validations');
    }
};

/** Rewrites the formulas of a chart's series; says whether any changed. */
const rewriteChart = (chart: Chart, rewrite: (formula: string) => string): boolean => {
  let changed = false;
  for (const series of chart.series) {
    const values = rewrite(series.values);
    const categories = series.categories === null ? null : rewrite(series.categories);
    const nameFormula = series.nameFormula === undefined ? undefined : rewrite(series.nameFormula);
    if (values === series.values && categories === series.categories && nameFormula === series.nameFormula) continue;
    Object.assign(series, { values, categories }, nameFormula === undefined ? {} : { nameFormula });
    changed = true;
  }
  return changed;
};

/**
 * Rewrites every formula of a workbook: cells, conditional formats, validations, charts, defined names. `rewrite` gets a
 * formula without `=` and gives it back, changed or not; what changed is touched.
 */
export const everyFormula = (book: Book, rewrite: (formula: string, place: FormulaPlace) => string): void => {
  for (const sheet of book.sheets) {
    rewriteCells(sheet, rewrite);
    rewriteConditionalFormats(sheet, rewrite);
    rewriteValidations(sheet, rewrite);
    for (const shape of sheet.shapes)
      if (shape.chart && rewriteChart(shape.chart, (formula) => rewrite(formula, { sheet }))) {
        shape.touched = true;
        sheet.touch('drawing');
      }
  }
  for (const name of book.names) {
    const formula = rewrite(name.formula, { sheet: name.sheet ?? null });
    if (formula === name.formula) continue;
    name.formula = formula;
    book.touched = true;
  }
};
