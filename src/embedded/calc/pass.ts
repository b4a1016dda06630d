import type { Area, Value } from '../book/cell';
import { plain, type Context, type Environment, type Place } from './context';
import type { FormulaNode, Graph, RangeNode } from './graph';
import type { Sheet } from '../book/sheet';
import type { Matrix, Reference } from './values';
import { ERROR } from './values';
import { Waiting } from './waiting';
import { writeResult } from './write';

/** Formulas from which on columns are read whole. */
const BULK = 2_000;

export type Refused = Place & { reason: string };

/** Thrown while a formula runs when it reads a cell that has to be evaluated first. */
class NotReady {
  constructor(readonly node: FormulaNode) {}
}

/**
 * One recalculation: every marked formula is evaluated once, after those it reads. Works with a stack of its own, so that a
 * chain of formulas may be as long as it likes.
 */
export class Pass {
  readonly changed: Place[] = [];
  readonly circular: Place[] = [];
  readonly frozen: Refused[] = [];
  /** Array formulas that fill other cells than before. */
  readonly resized: { node: FormulaNode; area: Area }[] = [];
  private readonly marked: FormulaNode[] = [];
  private waiting = new Waiting([]);

  constructor(
    private readonly graph: Graph,
    private readonly environment: Environment,
    /** Sets this pass apart from the ones before. */
    private readonly number: number,
    /** Formulas written since the last pass: they have no value worth keeping. */
    private readonly fresh: ReadonlySet<FormulaNode>,
  ) {}

  /** Marks a formula and everything that depends on it. */
  mark(node: FormulaNode): void {
    const queue: FormulaNode[] = [];
    const add = (found: FormulaNode): void => {
      if (found.state !== 'clean') return;
      found.state = 'waiting';
      queue.push(found);
    };
    add(node);
    for (let next = queue.pop(); next; next = queue.pop()) {
      this.marked.push(next);
      const area = next.array ?? { row: next.row, column: next.column, rows: 1, columns: 1 };
      this.graph.dependents(next.sheet, area, this.number, add);
    }
  }

  /** Marks everything that depends on the cells of an area. */
  markDependents(sheet: Sheet, area: Area): void {
    this.graph.dependents(sheet, area, this.number, (node) => this.mark(node));
  }

  /** Evaluates what is marked. */
  run(): void {
    this.waiting = new Waiting(this.marked);
    const { reader } = this.environment;
    reader.isBulk = this.marked.length >= BULK;
    const require = (node: FormulaNode | undefined): void => {
      if (node) throw new NotReady(node);
    };
    reader.guard = {
      cell: (sheet, row, column) => require(this.waiting.at(sheet, row, column)),
      area: (reference: Reference) => require(this.waiting.within(reference)),
    };
    try {
      for (const node of this.marked) this.settle(node);
    } finally {
      reader.guard = null;
      reader.isBulk = false;
      reader.hasPrecedents = false;
      for (const node of this.marked) {
        node.state = 'clean';
        node.isDirect = false;
      }
    }
  }

  private settle(root: FormulaNode): void {
    const stack = [root];
    for (let node = stack[stack.length - 1]; node; node = stack[stack.length - 1]) {
      if (node.state === 'clean') {
        stack.pop();
        continue;
      }
      node.state = 'running';
      const blocker = (node.isDirect ? undefined : this.firstUnready(node)) ?? this.attempt(node);
      if (blocker?.state === 'waiting') stack.push(blocker);
      else if (blocker) this.breakCircle(stack, blocker);
    }
  }

  private firstUnready(node: FormulaNode): FormulaNode | undefined {
    const { group } = node;
    if (group.readyIn !== this.number) {
      const unready = this.firstWaiting(group.ranges);
      if (unready) return unready;
      group.readyIn = this.number;
    }
    return this.firstWaiting(node.ranges);
  }

  private firstWaiting(ranges: readonly RangeNode[]): FormulaNode | undefined {
    for (const range of ranges) {
      if (range.readyIn === this.number) continue;
      const unready = this.waiting.within(range.reference);
      if (unready) return unready;
      range.readyIn = this.number;
    }
    return undefined;
  }

  /** Evaluates a formula; gives the one it has to wait for, when there is one. */
  private attempt(node: FormulaNode): FormulaNode | undefined {
    const context = this.contextOf(node);
    const { refusal } = node.formula;
    if (refusal !== null && this.keepsValue(node, refusal)) {
      node.state = 'clean';
      return undefined;
    }
    let result: Value | Matrix;
    this.environment.reader.hasPrecedents = !node.isDirect;
    try {
      result = plain(node.formula.evaluate(context), context, node.array !== null);
    } catch (thrown) {
      if (thrown instanceof NotReady) return thrown.node;
      // A LAMBDA that calls itself without end is #NUM! in Excel.
      if (!(thrown instanceof RangeError)) throw thrown;
      result = ERROR.number;
    }
    node.state = 'clean';
    this.write(node, refusal === null ? result : ERROR.name);
    return undefined;
  }

  private keepsValue(node: FormulaNode, reason: string): boolean {
    const cell = node.sheet.cell(node.row, node.column);
    const place = { sheet: node.sheet, row: node.row, column: node.column };
    this.frozen.push({ ...place, reason });
    if (!cell || cell.value === null || this.fresh.has(node)) return false;
    cell.frozen = true;
    return true;
  }

  private write(node: FormulaNode, result: Value | Matrix): void {
    const resized = writeResult(node, result, this.environment.reader, this.changed);
    if (resized) this.resized.push({ node, area: resized });
  }

  private contextOf(node: FormulaNode): Context {
    return { environment: this.environment, sheet: node.sheet, row: node.row, column: node.column, scope: null };
  }

  /**
   * Formulas that lead back to one another. First each is tried without its precedents being asked for beforehand, since
   * `IF(FALSE,A1,0)` in A1 is no circle; those that really read one another get 0, as in Excel without iteration.
   */
  private breakCircle(stack: FormulaNode[], blocker: FormulaNode): void {
    const start = stack.indexOf(blocker);
    const circle = stack.slice(start);
    if (circle.some((node) => !node.isDirect)) {
      for (const node of circle) {
        node.isDirect = true;
        node.state = 'waiting';
      }
      stack.length = start + 1;
      return;
    }
    const zero: Value = 0;
    for (const node of circle) {
      node.state = 'clean';
      this.circular.push({ sheet: node.sheet, row: node.row, column: node.column });
      this.write(node, zero);
    }
    stack.length = start;
  }
}
