import type { Book } from '../book/book';
import { cellKey, keyColumn, keyRow, type Area, type Value } from '../book/cell';
import type { Sheet } from '../book/sheet';
import { holds, isWithin, overlap } from './areas';
import type { Changes } from './changes';
import { compileFormula, type Formula } from './compile';
import { CompiledShapes } from './compiled-shapes';
import { plain, type Context, type Environment, type Place } from './context';
import { Fill } from './fill';
import { Graph, type FormulaNode } from './graph';
import { Pass, type Refused } from './pass';
import { Reader } from './reader';
import { resolveReference, resolveStructured } from './resolve';
import { changedMentions, mentionsOf } from './structure';
import { ERROR, Matrix, type Result } from './values';

/** Spilled arrays that change one another's size settle in a few rounds or never. */
const MOST_ROUNDS = 20;

/** What a recalculation did. */
export type CalculatedCells = {
  /** Cells whose value is another one than before. */
  readonly changed: Place[];
  /** Cells that depend on themselves: they show 0. */
  circular: Place[];
  /** Cells that could not be evaluated, and why: they keep the value the file has, a new formula shows #NAME?. */
  frozen: Refused[];
};

/**
 * Keeps a book's formulas calculated. Tell it what changed; it evaluates what depends on that and leaves every other formula
 * with the value it has, read from the file or calculated before.
 */
export class Calculation {
  private readonly environment: Environment;
  private readonly reader = new Reader();
  private graph: Graph | null = null;
  private pending: Change[] = [];
  private mentions: Map<string, string>;
  private isStructureChanged = false;
  private passes = 0;
  private readonly shapes: CompiledShapes;

  constructor(
    private readonly book: Book,
    options: { now?: () => Date; random?: () => number } = {},
  ) {
    this.shapes = new CompiledShapes(book);
    this.mentions = mentionsOf(book);
    this.environment = {
      book,
      reader: this.reader,
      now: options.now ?? (() => new Date()),
      random: options.random ?? Math.random,
      referenceFromText: (text, at) => this.referenceFromText(text, at),
    };
  }

  /**
   * Values or formulas of an area were written.
   * @param fill the formulas, row by row, where all its cells got one, moved along: it is compiled once, without each of them
   * being read.
   */
  changed(sheet: Sheet, area: Area, fill: readonly string[] | null = null): void {
    for (const change of this.pending) if (change.sheet === sheet && overlap(change.area, area)) change.fill = null;
    this.pending.push({ sheet, area, fill });
    this.reader.clear();
  }

  /** Sheets, names or tables were added, renamed, changed or deleted, or cells moved: formulas that this concerns are found by comparison. */
  structureChanged(): void {
    this.isStructureChanged = true;
    for (const change of this.pending) change.fill = null;
    this.shapes.clear();
    this.reader.clear();
  }

  /** Evaluates every formula that depends on what changed, and the volatile ones (TODAY, OFFSET …). */
  recalculate(): CalculatedCells {
    if (this.pending.length === 0 && !this.isStructureChanged) return { changed: [], circular: [], frozen: [] };
    const written = this.writtenFormulas();
    return this.run((pass, graph) => {
      for (const node of written.nodes) pass.mark(node);
      for (const fill of written.fills) pass.markFill(fill, fill.area);
      for (const { sheet, area } of this.pending) pass.markDependents(sheet, area);
      for (const node of graph.volatile) pass.mark(node);
    }, written);
  }

  /** Evaluates every formula of the book. */
  recalculateAll(): CalculatedCells {
    const written = this.writtenFormulas();
    return this.run((pass, graph) => {
      for (const node of graph.all()) pass.mark(node);
      for (const fill of graph.fills.all()) pass.markFill(fill, fill.area);
    }, written);
  }

  /**
   * Value of a formula (without `=`) as if it stood in a cell, always as an array formula; the book is not changed. Several cells
   * give rows of values. What cannot be evaluated gives #NAME?.
   * @param origin cell that the formula was written for when that is another one: relative references move along, as in a
   * conditional format. `evaluate('A1>5', {sheet, row: 3, column: 0}, {row: 0, column: 0})` looks at A4.
   */
  evaluate(formula: string, at: Place, origin?: { row: number; column: number }): Value | Value[][] {
    const shift = origin ? { rows: at.row - origin.row, columns: at.column - origin.column } : undefined;
    const compiled = compileFormula(this.book, formula, at, true, shift);
    if (compiled.refusal !== null) return ERROR.name;
    const context: Context = { environment: this.environment, ...at, scope: null };
    const result = plain(compiled.evaluate(context), context, true);
    if (!(result instanceof Matrix)) return result;
    return result.rows === 1 && result.columns === 1 ? (result.values[0] ?? null) : result.toRows();
  }

  private run(mark: (pass: Pass, graph: Graph) => void, { nodes: fresh }: Written): CalculatedCells {
    const graph = this.graph ?? new Graph();
    const changes: Changes[] = [];
    const outcome: CalculatedCells = {
      get changed() {
        return changes.flatMap((part) => part.places());
      },
      circular: [],
      frozen: [],
    };
    let next = mark;
    // Dynamic arrays that fill other cells than before are followed by what reads those cells.
    for (let round = 0; round < MOST_ROUNDS; round++) {
      this.reader.clear();
      const pass = new Pass(graph, this.environment, ++this.passes, fresh);
      next(pass, graph);
      this.pending = [];
      pass.run();
      // Not by spreading: an engine takes some 100,000 arguments at most.
      changes.push(pass.changed);
      outcome.circular = outcome.circular.concat(pass.circular);
      outcome.frozen = outcome.frozen.concat(pass.frozen);
      const { resized } = pass;
      if (resized.length === 0) break;
      next = (following) => {
        for (const { node, area } of resized) {
          const { sheet, array } = node;
          graph.own(node, area);
          if (array) following.markDependents(sheet, array);
          following.markDependents(sheet, area);
        }
      };
    }
    return outcome;
  }

  /** Brings the graph up to date with the book and gives the formulas that have to be evaluated because they are new or concerned. */
  private writtenFormulas(): Written {
    const written: Written = { nodes: new Set(), fills: new Set() };
    const mentions = this.isStructureChanged ? mentionsOf(this.book) : this.mentions;
    const concerned = changedMentions(this.mentions, mentions);
    const isFirst = this.graph === null;
    const graph = (this.graph ??= new Graph());
    const areas = [...this.pending];
    for (const { sheet, area } of areas) this.forget(graph, sheet, area, written);
    // Fills first: no cell of theirs was written since, so that other areas over them have nothing to add.
    const others = areas.filter((change) => !this.registerFill(graph, change, written));
    for (const change of others) this.registerWithin(graph, change, written);
    if (isFirst) this.registerAll(graph, concerned, written);
    else if (this.isStructureChanged) this.compare(graph, concerned, written);
    // Room may have been made for arrays that found none.
    for (const node of graph.arrays) if (node.sheet.cell(node.row, node.column)?.value === ERROR.spill) written.nodes.add(node);
    this.mentions = mentions;
    this.isStructureChanged = false;
    return written;
  }

  /** Takes the formulas of the whole book in, as they were opened: those without a value, and those that a change concerns, are evaluated. */
  private registerAll(graph: Graph, concerned: ReadonlySet<string>, written: Written): void {
    for (const sheet of this.book.sheets)
      for (const [key, cell] of sheet.cells) {
        if (cell.formula === undefined || graph.has(sheet, keyRow(key), keyColumn(key))) continue;
        const node = this.register(graph, { sheet, row: keyRow(key), column: keyColumn(key) }, cell.formula);
        if (isConcerned(node.formula, concerned) || (cell.value === null && !cell.frozen)) written.nodes.add(node);
      }
  }

  private register(graph: Graph, place: Place, text: string, isNew = false): FormulaNode {
    const { sheet, row, column } = place;
    const cell = sheet.cell(row, column);
    let formula = this.shapes.compile(text, place, cell?.array !== undefined, isNew);
    if (cell && formula.isArray && formula.refusal === null) {
      // As Excel does since it has dynamic arrays; cells of a file that are none stay what they are.
      cell.array = { row, column, rows: 1, columns: 1, isDynamic: true };
      formula = this.shapes.compile(text, place, true, false);
    }
    const node = graph.add(sheet, row, column, text, formula, cell?.array ?? null);
    if (cell && formula.refusal !== null && cell.value !== null && !isNew) cell.frozen = true;
    return node;
  }

  /** Formulas whose text, place or surroundings are not what the graph knows. */
  private compare(graph: Graph, concerned: ReadonlySet<string>, written: Written): void {
    const sheets = new Set(this.book.sheets);
    for (const fill of [...graph.fills.all()]) {
      if (written.fills.has(fill)) continue;
      if (!sheets.has(fill.sheet) || !fill.isAsWritten()) graph.dissolve(fill);
      else if (isConcerned(fill.formula, concerned)) {
        // What cannot be a fill any more is found below, where formulas that the graph does not know are taken in.
        graph.removeFill(fill);
        this.registerFill(graph, { sheet: fill.sheet, area: fill.area, fill: fill.texts }, written);
      }
    }
    for (const node of [...graph.all()]) {
      if (written.nodes.has(node)) continue;
      const text = sheets.has(node.sheet) ? node.sheet.cell(node.row, node.column)?.formula : undefined;
      if (text === node.text && !isConcerned(node.formula, concerned)) continue;
      graph.remove(node);
      if (text !== undefined) written.nodes.add(this.register(graph, node, text));
    }
    for (const sheet of this.book.sheets)
      for (const [key, cell] of sheet.cells)
        if (cell.formula !== undefined && !graph.has(sheet, keyRow(key), keyColumn(key)))
          written.nodes.add(this.register(graph, { sheet, row: keyRow(key), column: keyColumn(key) }, cell.formula));
  }

  /** Takes the formulas that stood in an area out of the graph. */
  private forget(graph: Graph, sheet: Sheet, area: Area, written: Written): void {
    for (const fill of graph.fills.meeting(sheet, area))
      if (holds(area, fill.area)) graph.removeFill(fill);
      else graph.dissolve(fill);
    for (const node of [...graph.within(sheet, area)]) {
      this.release(node);
      written.nodes.delete(node);
      graph.remove(node);
    }
    for (const node of graph.arraysOver(sheet, area)) {
      const cell = sheet.cell(node.row, node.column);
      if (cell?.array?.isDynamic !== true) continue;
      // What is written into a dynamic array is in its way.
      cell.array = { row: node.row, column: node.column, rows: 1, columns: 1, isDynamic: true };
      this.release(node);
      graph.own(node, cell.array);
      written.nodes.add(node);
    }
  }

  /** Takes the formulas of an area in, those that another area brought already left out. */
  private registerWithin(graph: Graph, { sheet, area }: Change, written: Written): void {
    const register = (row: number, column: number): void => {
      const cell = sheet.cell(row, column);
      if (cell?.formula === undefined || graph.has(sheet, row, column)) return;
      delete cell.frozen;
      written.nodes.add(this.register(graph, { sheet, row, column }, cell.formula, true));
    };
    if (area.rows * area.columns > sheet.cells.size) {
      for (const key of [...sheet.cells.keys()]) if (isWithin(key, area)) register(keyRow(key), keyColumn(key));
      return;
    }
    for (let row = area.row; row < area.row + area.rows; row++)
      for (let column = area.column; column < area.column + area.columns; column++) register(row, column);
  }

  /** Takes an area whose cells got one formula in as a whole; false where its cells have to be looked at one by one. */
  private registerFill(graph: Graph, { sheet, area, fill }: Change, written: Written): boolean {
    const first = fill?.[0];
    if (!fill || first === undefined) return false;
    const formula = this.shapes.compile(first, { sheet, row: area.row, column: area.column }, false, true);
    if (!Fill.canHold(sheet, area, formula)) return false;
    written.fills.add(graph.addFill(sheet, area, formula, fill));
    return true;
  }

  /** Empties the cells that an array formula filled, unless it still does or they were written themselves. */
  private release({ sheet, row, column, array }: FormulaNode): void {
    if (!array || array.rows * array.columns === 1) return;
    const now = sheet.cell(row, column)?.array;
    if (now && now.rows === array.rows && now.columns === array.columns) return;
    const written = this.pending.filter((entry) => entry.sheet === sheet).map(({ area }) => area);
    for (let i = array.row; i < array.row + array.rows; i++)
      for (let j = array.column; j < array.column + array.columns; j++) {
        const isAnchor = i === row && j === column;
        if (!isAnchor && !written.some((area) => isWithin(cellKey(i, j), area))) sheet.setCalculated(i, j, null);
      }
    this.pending.push({ sheet, area: array, fill: null });
  }

  private referenceFromText(text: string, at: Place): Result {
    const resolution = text.includes('[') ? resolveStructured(this.book, text, at) : resolveReference(this.book, text, at);
    if (resolution.kind === 'reference') return resolution.reference;
    if (resolution.kind !== 'name') return ERROR.reference;
    const compiled = compileFormula(this.book, resolution.name.formula, at, true, { rows: at.row, columns: at.column });
    return compiled.refusal === null ? compiled.evaluate({ environment: this.environment, ...at, scope: null }) : ERROR.reference;
  }
}

/** An area that was written. */
type Change = { sheet: Sheet; area: Area; fill: readonly string[] | null };

/** Formulas to be evaluated because they are new or concerned. */
type Written = { nodes: Set<FormulaNode>; fills: Set<Fill> };

const isConcerned = ({ mentions }: Formula, concerned: ReadonlySet<string>): boolean => {
  if (concerned.size > 0) for (const mention of mentions) if (concerned.has(mention)) return true;
  return false;
};
