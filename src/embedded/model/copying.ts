import type { Area, Cell } from '../book/cell';
import type { ConditionalFormat, Sheet, Validation } from '../book/sheet';
import { ApiError } from '../richapi/apiError';
import { boundingArea, containsArea, intersection, isInsideSheet } from './address';
import { clipToUsed, styleAt } from './cells';
import { copyFormula } from './formulaText';
import type { Place } from './places';
import { requireEditable, requireFormattable } from './protectionRules';
import type { Session } from './session';
import { resetStyle } from './styling';
import { headersChanged } from './tableHeaders';
import { removeConditionalFormats, removeValidations, requireWholeArrays } from './writing';

type CopyType = 'All' | 'Formulas' | 'Values' | 'Formats';
export type CopyOptions = { type: CopyType; skipBlanks: boolean; transpose: boolean };

type Picture = { rows: number; columns: number; cells: (Cell & { row: number; column: number })[][] };

/** A copy of the source's cells, taken before anything is written: source and target may overlap. */
const pictureOf = ({ sheet, area }: Place, transpose: boolean): Picture => {
  const cells = Array.from({ length: area.rows }, (_, row) =>
    Array.from({ length: area.columns }, (__, column) => {
      const at = { row: area.row + row, column: area.column + column };
      const cell = sheet.cell(at.row, at.column);
      return { ...(cell ?? { value: null }), style: styleAt(sheet, at.row, at.column), ...at };
    }),
  );
  if (!transpose) return { rows: area.rows, columns: area.columns, cells };
  const turned = Array.from({ length: area.columns }, (_, row) =>
    cells.map((line) => line[row]).filter((cell) => cell !== undefined),
  );
  return { rows: area.columns, columns: area.rows, cells: turned };
};

/** The target as Excel extends it: at least the source's size, repeated where it is a whole multiple of it. */
const copiedArea = (source: Area, target: Area, transpose: boolean): Area => {
  const [rows, columns] = transpose ? [source.columns, source.rows] : [source.rows, source.columns];
  const tiled = (wanted: number, unit: number): number => (wanted % unit === 0 ? wanted : unit);
  return { ...target, rows: tiled(target.rows, rows), columns: tiled(target.columns, columns) };
};

const copyCell = (sheet: Sheet, row: number, column: number, from: Picture['cells'][number][number], type: CopyType): void => {
  const style = type === 'All' || type === 'Formats' ? from.style : styleAt(sheet, row, column);
  const kept = sheet.cell(row, column);
  if (type === 'Formats') {
    sheet.setCell(row, column, { ...(kept ?? { value: null }), style });
    return;
  }
  const quote = from.quotePrefix ? { quotePrefix: true } : {};
  if (type === 'Values' || from.formula === undefined) {
    sheet.setCell(row, column, { value: from.value, style, ...quote });
    return;
  }
  sheet.setCell(row, column, { value: null, formula: copyFormula(from.formula, row - from.row, column - from.column), style });
};

const movedBy = (area: Area, rows: number, columns: number): Area => ({
  ...area,
  row: area.row + rows,
  column: area.column + columns,
});

const anchorOf = (areas: readonly Area[]): Area => areas.reduce(boundingArea);

/** Conditional formats and validations come along with formats. */
const copyRules = (source: Place, sheet: Sheet, target: Area, type: CopyType): void => {
  const rows = target.row - source.area.row;
  const columns = target.column - source.area.column;
  const sameCells = source.sheet === sheet && rows === 0 && columns === 0;
  if (sameCells) return;
  const formats = source.sheet.conditionalFormats.flatMap((format): ConditionalFormat[] => {
    const common = format.areas.map((area) => intersection(area, source.area)).filter((area) => area !== null);
    if (common.length === 0) return [];
    const areas = common.map((area) => movedBy(area, rows, columns));
    const from = anchorOf(format.areas);
    const to = anchorOf(areas);
    const move = (formula: string): string => copyFormula(formula, to.row - from.row, to.column - from.column);
    const { rule } = format;
    const moved =
      'formula' in rule
        ? { ...rule, formula: move(rule.formula) }
        : 'formulas' in rule
          ? { ...rule, formulas: rule.formulas.map(move) }
          : rule;
    return [{ ...format, id: crypto.randomUUID(), areas, rule: moved, format: { ...format.format } }];
  });
  if (formats.length > 0) {
    removeConditionalFormats(sheet, target);
    sheet.conditionalFormats.push(...formats);
    sheet.touch('conditionalFormats');
  }
  if (type !== 'All') return;
  const validations = source.sheet.validations.flatMap((validation): Validation[] => {
    const areas = validation.areas.map((area) => intersection(area, source.area)).filter((area) => area !== null);
    return areas.length === 0 ? [] : [{ ...validation, areas: areas.map((area) => movedBy(area, rows, columns)) }];
  });
  if (validations.length > 0) {
    removeValidations(sheet, target);
    for (const validation of validations) delete validation.source;
    sheet.validations.push(...validations);
    sheet.touch('validations');
  }
};

const copyMerges = (source: Place, sheet: Sheet, target: Area): void => {
  const merges = source.sheet.merges.filter((merge) => containsArea(source.area, merge));
  if (merges.length === 0) return;
  const rows = target.row - source.area.row;
  const columns = target.column - source.area.column;
  const moved = merges.map((merge) => movedBy(merge, rows, columns));
  sheet.merges = [...sheet.merges.filter((merge) => !moved.some((other) => intersection(merge, other))), ...moved];
  sheet.touch('merges');
};

/** Copies cells as `Range.copyFrom` does; returns the area that was filled. */
export const copyCells = (session: Session, source: Place, sheet: Sheet, given: Area, options: CopyOptions): Area => {
  const clipped = clipToUsed(source.sheet, source.area);
  const whole = source.area.rows * source.area.columns > 1_000_000;
  const from = whole && clipped ? { ...source, area: clipped } : source;
  if (whole && !clipped) throw new ApiError('RangeExceedsLimit');
  const start = whole ? movedBy(clipped ?? given, given.row - source.area.row, given.column - source.area.column) : given;
  const target = copiedArea(from.area, start, options.transpose);
  if (!isInsideSheet(target)) throw new ApiError('InvalidArgument');
  if (options.type === 'Formats') requireFormattable(session, sheet);
  else requireEditable(session, sheet, target);
  requireWholeArrays(session, sheet, target);
  const picture = pictureOf(from, options.transpose);
  if (options.type === 'All' && !options.skipBlanks) resetStyle(session, sheet, target);
  for (let row = 0; row < target.rows; row++)
    for (let column = 0; column < target.columns; column++) {
      const cell = picture.cells[row % picture.rows]?.[column % picture.columns];
      if (!cell || (options.skipBlanks && cell.value === null && cell.formula === undefined)) continue;
      copyCell(sheet, target.row + row, target.column + column, cell, options.type);
    }
  const copiesLook = options.type === 'All' || options.type === 'Formats';
  if (copiesLook && !options.transpose)
    for (let row = 0; row < target.rows; row += picture.rows)
      for (let column = 0; column < target.columns; column += picture.columns) {
        const tile = { row: target.row + row, column: target.column + column, rows: picture.rows, columns: picture.columns };
        copyRules(from, sheet, tile, options.type);
        copyMerges(from, sheet, tile);
      }
  headersChanged(session, sheet, target);
  session.cellsChanged(sheet, target);
  return target;
};
