import { cellName, type Area } from '../core/sheet/address';
import type { WorkbookDraft } from '../core/sheet/draft';
import { valueAt, type CellValue, type Grid, type SheetSnapshot, type WorkbookSnapshot } from '../core/sheet/snapshot';
import type { AddedSheet, RewrittenSheet, UndoReceipt } from '../core/sheet/undo';
import type { Steps } from '../core/steps';
import { askLook, type AskedLook } from './captureLook';
import { addedSheet, askAdded, blockArea, cellBytes, type AskedSheet } from './captureSheet';
import { rangeOf } from './range';
import { inSteps } from './writeCells';
import type { NotesToWrite } from './writeNotes';
import type { SheetPlan } from './writePlan';

/** Bytes of cells that are remembered at most: what is read back rides in the answer of the write, which may hold 5 MB. */
export const MOST_BYTES = 2_500_000;

type AskedCells = {
  sheet: string;
  area: Area;
  written: Grid<boolean>;
  before: Excel.Range;
  after: Excel.Range | null;
  snapshot: SheetSnapshot;
};
/** What a draft does to a sheet that is there and that nothing here can put back. */
const cannotRestore = ({ draft, before, tables }: Rewriting): boolean =>
  draft.owner === 'own' ||
  draft.name !== before?.name ||
  tables.some(({ kept }) => !kept) ||
  [draft.removedRows, draft.merges, draft.rows, draft.columns, draft.links, draft.charts, draft.shapes].some(
    (list) => list !== undefined && list.length > 0,
  ) ||
  [draft.page, draft.freeze, draft.tabColor, draft.showGridlines, draft.visibility].some((setting) => setting !== undefined);

/** A write over a sheet that is there. */
type Rewriting = SheetPlan & { before: SheetSnapshot };

/** Is it rewritten as a whole, and known what it was? */
const isKnown = ({ draft, before }: Rewriting): boolean =>
  draft.owner === 'own' && draft.undo !== undefined && draft.name === before.name;

/** Excel's words for cells that differ in what they accept. */
const MIXED_RULES: readonly string[] = ['Inconsistent', 'MixedCriteria'];

/**
 * What a write finds and what it leaves, asked for in its own round trips: `before` at the head of the first, `after` at the
 * end of the last. A write that empties a sheet of the add-in's, or is larger than can be remembered, has none: it cannot be
 * undone exactly.
 */
export class Capture {
  private readonly cells: AskedCells[] = [];
  private readonly looks: AskedLook[] = [];
  private readonly formats: {
    sheet: string;
    area: Area;
    count: OfficeExtension.ClientResult<number>;
    now: Excel.ConditionalFormatCollection | null;
  }[] = [];
  private readonly validations: { sheet: string; area: Area; validation: Excel.DataValidation }[] = [];
  private added: AskedSheet[] = [];
  /** What has become of the sheets that were rewritten, in their order. */
  private readonly became: AskedSheet[] = [];
  private shown: Excel.Worksheet | null = null;

  private constructor(
    private readonly draft: WorkbookDraft,
    private readonly changed: readonly Rewriting[],
    private readonly rewritten: readonly Rewriting[],
    private readonly fresh: readonly SheetPlan[],
    private readonly snapshot: WorkbookSnapshot,
    private readonly notes: NotesToWrite,
  ) {}

  /** `isNew`: sheets that the write adds, or puts in the place of a new workbook's empty one. */
  static *of(
    draft: WorkbookDraft,
    plans: readonly SheetPlan[],
    isNew: (plan: SheetPlan) => boolean,
    snapshot: WorkbookSnapshot,
    notes: NotesToWrite,
  ): Steps<Capture | null> {
    const there = plans.filter((plan): plan is Rewriting => !isNew(plan) && Boolean(plan.before));
    const changed = there.filter((plan) => !isKnown(plan));
    const isFresh = new Set(plans.filter(isNew).map((plan) => plan.draft));
    let bytes = 0;
    for (const sheet of draft.sheets) bytes += yield* cellBytes(sheet, isFresh.has(sheet));
    if (bytes > MOST_BYTES || changed.some(cannotRestore)) return null;
    return new Capture(draft, changed, there.filter(isKnown), plans.filter(isNew), snapshot, notes);
  }

  /** Asks for what is there. To be called before anything of the write is. */
  *before({ worksheets }: Excel.Workbook): Steps<void> {
    this.shown = this.draft.sheets.some(({ activate }) => activate) ? worksheets.getActiveWorksheet().load('id') : null;
    for (const { draft, before } of this.changed) {
      const sheet = worksheets.getItem(draft.name);
      const ask = (area: Area, written: Grid<boolean>): void => {
        const range = rangeOf(sheet, area).load('formulas,values,numberFormat');
        this.cells.push({ sheet: draft.name, area, written, before: range, after: null, snapshot: before });
      };
      for (const block of draft.blocks ?? []) {
        const area = blockArea(block);
        const mask = block.cells.map((line) => Array.from({ length: area.columns }, (_, at) => (line[at] ?? null) !== null));
        if (area.rows > 0 && area.columns > 0) ask(area, mask);
        yield undefined;
      }
      for (const { area } of draft.fills ?? []) {
        ask(
          area,
          Array.from({ length: area.rows }, () => new Array<boolean>(area.columns).fill(true)),
        );
        yield undefined;
      }
      for (const { area, style } of draft.styles ?? []) {
        this.looks.push(askLook(sheet, draft.name, area, style));
        yield undefined;
      }
      for (const { area } of draft.conditionalFormats ?? []) {
        const count = rangeOf(sheet, area).conditionalFormats.getCount();
        this.formats.push({ sheet: draft.name, area, count, now: null });
        yield undefined;
      }
      for (const { area } of draft.validations ?? []) {
        this.validations.push({
          sheet: draft.name,
          area,
          validation: rangeOf(sheet, area).dataValidation.load('type,rule,prompt,errorAlert,ignoreBlanks'),
        });
        yield undefined;
      }
    }
  }

  /** Asks for what has become of it. To be called after everything of the write is. */
  *after({ worksheets }: Excel.Workbook): Steps<void> {
    for (const asked of this.cells) {
      asked.after = rangeOf(worksheets.getItem(asked.sheet), asked.area).load('formulas');
      yield undefined;
    }
    for (const asked of this.formats) {
      asked.now = rangeOf(worksheets.getItem(asked.sheet), asked.area).conditionalFormats.load('items/id');
      yield undefined;
    }
    const added: AskedSheet[] = [];
    for (const { draft } of this.fresh) added.push(yield* askAdded(worksheets.getItem(draft.name), draft));
    this.added = added;
    for (const { draft } of this.rewritten) this.became.push(yield* askAdded(worksheets.getItem(draft.name), draft));
  }

  /**
   * Cells that the write goes over and that are not what they were when the workbook was read: somebody else's, meanwhile. Results
   * of formulas are left out, since those change by themselves.
   */
  *changedMeanwhile(): Steps<{ sheet: string; cells: string[] } | null> {
    for (const { sheet, area, written, before, snapshot } of this.cells) {
      const read = (row: number, column: number): boolean =>
        !snapshot.used ||
        row < snapshot.used.row ||
        row >= snapshot.used.row + snapshot.used.rows ||
        column - snapshot.used.column < (snapshot.values[0]?.length ?? 0);
      const cells: string[] = [];
      yield* inSteps(written, (line, row) => {
        for (const [column, isWritten] of line.entries()) {
          const formula: unknown = before.formulas[row]?.[column];
          const value: unknown = before.values[row]?.[column];
          const at = [area.row + row, area.column + column] as const;
          if (!isWritten || formula !== value || !read(...at)) continue;
          if (value !== valueAt(snapshot, ...at)) cells.push(cellName(...at));
        }
      });
      if (cells.length > 0) return { sheet, cells };
    }
    return null;
  }

  /** What undoes the write once its answers are there; null where something that was there cannot be put back as it was. */
  *receipt(): Steps<UndoReceipt | null> {
    const found = this.foundBefore();
    if (!found) return null;
    const added: AddedSheet[] = [];
    for (const asked of this.added) added.push(yield* addedSheet(asked));
    const rewritten: RewrittenSheet[] = [];
    for (const [index, one] of found.rewritten.entries()) {
      const asked = this.became[index];
      rewritten.push(asked ? { ...one, after: yield* addedSheet(asked) } : one);
    }
    return {
      ...found,
      added,
      rewritten,
      blank: this.fresh.find(({ before }) => before)?.before?.name ?? null,
      cells: found.cells.map((cells, index) => ({
        ...cells,
        after: (this.cells[index]?.after?.formulas ?? cells.formulas) as CellValue[][],
      })),
      conditionalFormats: this.formats.map(({ sheet, area, now }) => ({
        sheet,
        area,
        ids: now?.items.map(({ id }) => id) ?? null,
      })),
      names: this.draft.names.map(({ name }) => ({ name, formula: this.formulaOf(name) })),
    };
  }

  /** The part of the receipt that is about what was there, known once the first round trip has been answered. */
  foundBefore(): UndoReceipt | null {
    const unanswered = this.cells.some(({ before }) => before.toJSON().formulas === undefined);
    if (unanswered || (this.shown && this.shown.toJSON().id === undefined)) return null;
    const looks = this.looks.map(({ sheet, area, before }) => ({ sheet, area, look: before() }));
    const told = looks.flatMap(({ look, ...place }) => (look ? [{ ...place, look }] : []));
    if (told.length < looks.length || this.formats.some(({ count }) => count.value > 0)) return null;
    if (this.validations.some(({ validation: { type } }) => MIXED_RULES.includes(type))) return null;
    return {
      shown: this.shown?.id ?? null,
      added: [],
      rewritten: this.rewritten.flatMap(({ draft, before }) =>
        draft.undo
          ? [{ before: draft.undo, read: before, tables: (draft.tables ?? []).map(({ name }) => name), after: null }]
          : [],
      ),
      blank: null,
      cells: this.cells.map(({ sheet, area, written, before }) => ({
        sheet,
        area,
        written,
        formulas: before.formulas as CellValue[][],
        values: before.values as CellValue[][],
        numberFormats: before.numberFormat as string[][],
        after: before.formulas as CellValue[][],
      })),
      looks: told,
      tables: this.changed.flatMap(({ draft, tables }) =>
        tables.flatMap(({ kept, draft: { area } }) =>
          kept && (kept.area.rows !== area.rows || kept.area.columns !== area.columns)
            ? [{ sheet: draft.name, name: kept.name, area: kept.area }]
            : [],
        ),
      ),
      conditionalFormats: this.formats.map(({ sheet, area }) => ({ sheet, area, ids: null })),
      validations: this.validations.map(({ sheet, area, validation }) => ({ sheet, area, before: ruleBefore(validation) })),
      notes: this.changed.flatMap(({ draft }) =>
        (this.notes.get(draft) ?? []).map(({ row, column }) => ({ sheet: draft.name, cell: cellName(row, column) })),
      ),
      names: this.draft.names.flatMap(({ name }) => {
        const formula = this.formulaOf(name);
        return formula === null ? [] : [{ name, formula }];
      }),
    };
  }

  private formulaOf(name: string): string | null {
    return this.snapshot.names.find((known) => known.name.toLowerCase() === name.toLowerCase())?.formula ?? null;
  }
}

/** What cells accepted, to be set again as a whole; null where they accepted everything. */
const ruleBefore = ({ type, rule, prompt, errorAlert, ignoreBlanks }: Excel.DataValidation): object | null =>
  type === 'None' ? null : { rule, prompt, errorAlert, ignoreBlanks };
