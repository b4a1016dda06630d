import type { Area } from '../book/cell';
import { ApiError } from '../richapi/apiError';
import { containsArea, intersection } from './address';
import { flag, list, oneOf, record, text } from './checks';
import { ConditionalFormatCollection } from './conditionalFormatCollection';
import { copyCells } from './copying';
import { DataValidation } from './dataValidation';
import type { ExcelApi } from './excelApi';
import { autoFill, FILL_TYPES } from './filling';
import { hyperlinkOf, removeHyperlinks, setHyperlink } from './hyperlinks';
import { mergeCells, unmergeCells } from './merging';
import { removeNotes } from './notes';
import { notFound } from './notFound';
import { rangeArgument } from './places';
import { requireEditable, requireFormattable } from './protectionRules';
import { RangeAreas } from './rangeAreas';
import { RangeContents } from './rangeContents';
import { RangeFormat } from './rangeFormat';
import { RangeSort, RemoveDuplicatesResult } from './rangeSort';
import { findCells, replacements, type SearchCriteria } from './searching';
import { specialCells } from './specialCells';
import { shiftCells } from './structure';
import { resetStyle } from './styling';
import { TableScopedCollection } from './tableCollection';
import { clearContents, removeConditionalFormats, removeValidations, writeGrid } from './writing';
import { Worksheet } from './worksheet';

const DIRECTIONS = { insert: ['Down', 'Right'], delete: ['Up', 'Left'] } as const;

/** A rectangle of cells. */
export class Range extends RangeContents {
  static readonly api = {
    name: 'Range',
    scalars: [
      'address',
      'addressLocal',
      'cellCount',
      'columnCount',
      'columnHidden',
      'columnIndex',
      'formulas',
      'formulasLocal',
      'height',
      'hidden',
      'isEntireColumn',
      'isEntireRow',
      'left',
      'numberFormat',
      'numberFormatLocal',
      'rowCount',
      'rowHidden',
      'rowIndex',
      'text',
      'top',
      'valueTypes',
      'values',
      'width',
    ],
    onDemand: ['formulasR1C1', 'hasSpill', 'hyperlink', 'numberFormatCategories'],
    navigation: ['conditionalFormats', 'dataValidation', 'format', 'sort', 'worksheet'],
    methods: [
      'autoFill',
      'calculate',
      'clear',
      'copyFrom',
      'delete',
      'find',
      'findOrNullObject',
      'getAbsoluteResizedRange',
      'getBoundingRect',
      'getCell',
      'getColumn',
      'getColumnsAfter',
      'getColumnsBefore',
      'getEntireColumn',
      'getEntireRow',
      'getExtendedRange',
      'getIntersection',
      'getIntersectionOrNullObject',
      'getLastCell',
      'getLastColumn',
      'getLastRow',
      'getMergedAreasOrNullObject',
      'getOffsetRange',
      'getRangeEdge',
      'getResizedRange',
      'getRow',
      'getRowsAbove',
      'getRowsBelow',
      'getSpecialCells',
      'getSpecialCellsOrNullObject',
      'getSurroundingRegion',
      'getTables',
      'getUsedRange',
      'getUsedRangeOrNullObject',
      'insert',
      'merge',
      'removeDuplicates',
      'replaceAll',
      'select',
      'unmerge',
    ],
    internalMethods: ['validateArraySize'],
    reference: true,
  } satisfies ExcelApi<'Range'>;

  override at(area: Area): Range {
    return new Range(this.session, this.sheet, area);
  }

  get format(): RangeFormat {
    return new RangeFormat({ session: this.session, sheet: this.sheet, areas: [this.area] });
  }
  get worksheet(): Worksheet {
    return new Worksheet(this.session, this.sheet);
  }
  get conditionalFormats(): ConditionalFormatCollection {
    return new ConditionalFormatCollection(this.session, this.sheet, [this.area]);
  }
  get dataValidation(): DataValidation {
    return new DataValidation(this.session, this.sheet, [this.area]);
  }
  get sort(): RangeSort {
    return new RangeSort(this);
  }

  /** Link of the first cell; setting one links every cell of the range. */
  get hyperlink(): Record<string, string> | null {
    this.requireSheet();
    return hyperlinkOf(this.session, this.sheet, this.area);
  }
  set hyperlink(value: unknown) {
    this.requireSheet();
    setHyperlink(this.session, this.sheet, this.area, value);
  }

  select(): void {
    this.requireSheet();
    if (this.sheet.visibility !== 'Visible') throw new ApiError('InvalidOperation');
    this.session.select(this.sheet, this.area);
  }
  calculate(): void {
    this.session.recalculate();
  }

  clear(applyTo: unknown): void {
    this.requireSheet();
    const what = oneOf(applyTo, ['All', 'Formats', 'Contents', 'Hyperlinks', 'RemoveHyperlinks', 'ResetContents'], 'All');
    if (what === 'ResetContents') throw ApiError.notImplemented('Range', `clear("${what}")`);
    if (what !== 'Formats') {
      // Before anything goes: what is refused leaves links and contents alike.
      requireEditable(this.session, this.sheet, this.area);
      if (what === 'All' || what === 'RemoveHyperlinks') requireFormattable(this.session, this.sheet);
      removeHyperlinks(this.sheet, this.area);
    }
    if (what === 'Hyperlinks') return;
    if (what === 'RemoveHyperlinks') {
      resetStyle(this.session, this.sheet, this.area);
      return;
    }
    if (what !== 'Contents') {
      resetStyle(this.session, this.sheet, this.area);
      removeConditionalFormats(this.sheet, this.area);
      this.unmerge();
    }
    if (what === 'All') {
      removeValidations(this.sheet, this.area);
      removeNotes(this.sheet, this.area);
    }
    if (what !== 'Formats') clearContents(this.session, this.sheet, this.area);
  }

  /** Shifts cells to make room; gives the new blank range, while this one goes along with its cells. Without a direction the range's shape decides, as in Excel. */
  insert(shift: unknown): Range {
    this.requireSheet();
    const byShape = this.area.rows > this.area.columns && !this.isEntireRow ? 'Right' : 'Down';
    const direction = oneOf(shift, DIRECTIONS.insert, this.isEntireColumn ? 'Right' : byShape);
    const { area } = this;
    shiftCells(this.session, { sheet: this.sheet, area, axis: direction === 'Down' ? 'rows' : 'columns', insert: true });
    return this.at(area);
  }
  delete(shift: unknown): void {
    this.requireSheet();
    const direction = oneOf(shift, DIRECTIONS.delete, this.isEntireColumn ? 'Left' : 'Up');
    shiftCells(this.session, {
      sheet: this.sheet,
      area: this.area,
      axis: direction === 'Up' ? 'rows' : 'columns',
      insert: false,
    });
  }

  /** `across` merges each row by itself. */
  merge(across: unknown): void {
    this.requireSheet();
    mergeCells(this.session, this.sheet, this.area, flag(across, false));
  }
  unmerge(): void {
    this.requireSheet();
    unmergeCells(this.session, this.sheet, this.area);
  }
  getMergedAreasOrNullObject(): RangeAreas | null {
    const merges = this.sheet.merges.filter((merge) => intersection(merge, this.area));
    return merges.length === 0 ? null : new RangeAreas(this.session, this.sheet, merges);
  }

  copyFrom(source: unknown, copyType: unknown, skipBlanks: unknown, transpose: unknown): void {
    this.requireSheet();
    if (source instanceof RangeAreas && source.areaCount > 1) throw ApiError.notImplemented('Range', 'copyFrom(RangeAreas)');
    const from = source instanceof RangeAreas ? source.place : rangeArgument(this.session, source, this.sheet);
    const type = oneOf(copyType, ['All', 'Formulas', 'Values', 'Formats', 'Link'], 'All');
    if (type === 'Link') throw ApiError.notImplemented('Range', 'copyFrom("Link")');
    if (type === 'Values') this.session.settle();
    const options = { type, skipBlanks: flag(skipBlanks, false), transpose: flag(transpose, false) };
    copyCells(this.session, from, this.sheet, this.area, options);
  }
  autoFill(destination: unknown, autoFillType: unknown): void {
    this.requireSheet();
    const type = oneOf(
      autoFillType,
      [...FILL_TYPES, 'FillDays', 'FillWeekdays', 'FillMonths', 'FillYears', 'LinearTrend', 'GrowthTrend', 'FlashFill'],
      'FillDefault',
    );
    const known = FILL_TYPES.find((name) => name === type);
    if (!known) throw ApiError.notImplemented('Range', `autoFill("${type}")`);
    this.session.settle();
    autoFill(this.session, this.sheet, this.area, this.areaOnThisSheet(destination), known);
  }

  find(wanted: unknown, criteria: unknown): Range {
    return this.findOrNullObject(wanted, criteria) ?? notFound();
  }
  findOrNullObject(wanted: unknown, criteria: unknown): Range | null {
    const direction = criteria === undefined ? undefined : record(criteria)['searchDirection'];
    const backwards = oneOf(direction, ['Forward', 'Backwards'], 'Forward') === 'Backwards';
    const found = this.findAreas(wanted, criteria);
    const area = backwards ? found.at(-1) : found[0];
    return area ? this.at(area) : null;
  }
  /** Every matching cell, row by row. */
  findAreas(wanted: unknown, criteria: unknown): Area[] {
    this.session.settle();
    return findCells(this.session, this.sheet, this.area, text(wanted), searchCriteria(criteria)).map((cell) => ({
      ...cell,
      rows: 1,
      columns: 1,
    }));
  }
  replaceAll(wanted: unknown, replacement: unknown, criteria: unknown): number {
    const changed = replacements(this.sheet, this.area, text(wanted), text(replacement), searchCriteria(criteria));
    for (const { row, column, content } of changed)
      writeGrid(this.session, this.sheet, { row, column, rows: 1, columns: 1 }, content);
    return changed.length;
  }

  getSpecialCells(cellType: unknown, cellValueType: unknown): RangeAreas {
    return this.getSpecialCellsOrNullObject(cellType, cellValueType) ?? notFound();
  }
  getSpecialCellsOrNullObject(cellType: unknown, cellValueType: unknown): RangeAreas | null {
    this.session.settle();
    const areas = specialCells(this.session, this.sheet, this.area, cellType, cellValueType, (row, column) =>
      this.isVisible(row, column),
    );
    return areas.length === 0 ? null : new RangeAreas(this.session, this.sheet, areas);
  }

  removeDuplicates(columns: unknown, includesHeader: unknown): RemoveDuplicatesResult {
    this.session.settle();
    return RemoveDuplicatesResult.apply(this, list(columns), flag(includesHeader));
  }

  getTables(fullyContained: unknown): TableScopedCollection {
    const whole = flag(fullyContained, false);
    return new TableScopedCollection(
      this.session,
      this.sheet.tables.filter((table) =>
        whole ? containsArea(this.area, table.area) : intersection(this.area, table.area) !== null,
      ),
      this.sheet,
    );
  }
}

const searchCriteria = (argument: unknown): SearchCriteria => {
  const options = argument === undefined ? {} : record(argument);
  return {
    completeMatch: flag(options['completeMatch'] ?? undefined, false),
    matchCase: flag(options['matchCase'] ?? undefined, false),
  };
};
