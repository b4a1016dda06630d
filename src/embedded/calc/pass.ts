import type { Area, Value } from '../book/cell';
import { Changes } from './changes';
import { plain, type Context, type Environment, type Place } from './context';
import { evaluateFill } from './evaluate-fill';
import { Fill } from './fill';
import type { DependentVisitor, FormulaGroup, FormulaNode, Graph } from './graph';
import { NotReady } from './not-ready';
import type { RangeNode } from './range-index';
import type { Sheet } from '../book/sheet';
import type { Matrix, Reference } from './values';
import { ERROR } from './values';
import { Waiting } from './waiting';
import { writeResult } from './write';

/** Formulas from which on columns are read whole. */
const BULK = 2_000;

export type Refused = Place & { reason: string };

/**
 * One recalculation: every marked formula is evaluated once, after those it reads. Works with a stack of its own, so that a
 * chain of formulas may be as long as it likes.
 */
export class Pass {
  readonly changed = new Changes();
  readonly circular: Place[] = [];
  readonly frozen: Refused[] = [];
  /** Array formulas that fill other cells than before. */
  readonly resized: { node: FormulaNode; area: Area }[] = [];
  private readonly marked: FormulaNode[] = [];
  private readonly markedFills: Fill[] = [];
  private waiting = new Waiting([], []);

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
    this.visitor.node(node);
    this.follow();
  }

  /** Marks a part of a fill and everything that depends on it. */
  markFill(fill: Fill, part: Area): void {
    this.visitor.fill(fill, part);
    this.follow();
  }

  /** Marks everything that depends on the cells of an area. */
  markDependents(sheet: Sheet, area: Area): void {
    this.graph.dependents(sheet, area, this.number, this.visitor);
    this.follow();
  }

  /** Areas whose dependents are still to be marked. */
  private readonly queue: { sheet: Sheet; area: Area }[] = [];

  private readonly visitor: DependentVisitor = {
    node: (node) => {
      if (node.state !== 'clean') return;
      node.state = 'waiting';
      this.marked.push(node);
      this.queue.push({ sheet: node.sheet, area: node.array ?? { row: node.row, column: node.column, rows: 1, columns: 1 } });
    },
    fill: (fill, part) => {
      const isFirst = fill.left === 0;
      if (!fill.mark(part)) return;
      if (isFirst) this.markedFills.push(fill);
      this.queue.push({ sheet: fill.sheet, area: part });
    },
  };

  private follow(): void {
    for (let next = this.queue.pop(); next; next = this.queue.pop())
      this.graph.dependents(next.sheet, next.area, this.number, this.visitor);
  }

  /** Evaluates what is marked. */
  run(): void {
    this.waiting = new Waiting(this.marked, this.markedFills);
    const { reader } = this.environment;
    reader.isBulk = this.markedFills.reduce((cells, fill) => cells + fill.left, this.marked.length) >= BULK;
    const require = (found: FormulaNode | Fill | undefined): void => {
      if (found) throw new NotReady(found);
    };
    reader.guard = {
      cell: (sheet, row, column) => require(this.waiting.at(sheet, row, column)),
      area: (reference: Reference) => require(this.waiting.within(reference)),
    };
    try {
      for (const fill of this.markedFills) this.settle(fill);
      // The cells of fills that lead back to themselves come to the marked ones' end while these are gone through.
      for (const node of this.marked) while (node.state !== 'clean') this.settle(node);
    } finally {
      reader.guard = null;
      reader.isBulk = false;
      reader.hasPrecedents = false;
      for (const fill of this.markedFills) fill.clear();
      for (const node of this.marked) {
        node.state = 'clean';
        node.isDirect = false;
      }
    }
  }

  private settle(root: FormulaNode | Fill): void {
    const stack: (FormulaNode | Fill)[] = [root];
    for (let top = stack[stack.length - 1]; top; top = stack[stack.length - 1]) {
      if (top.state === 'clean') {
        stack.pop();
        continue;
      }
      top.state = 'running';
      const blocker = top instanceof Fill ? this.attemptFill(top) : this.attemptNode(top);
      if (blocker?.state === 'waiting') stack.push(blocker);
      else if (blocker) this.breakCircle(stack, blocker);
    }
  }

  private attemptNode(node: FormulaNode): FormulaNode | Fill | undefined {
    return (node.isDirect ? undefined : (this.unreadyGroup(node.group) ?? this.firstWaiting(node.ranges))) ?? this.attempt(node);
  }

  /** Evaluates what waits of a fill; gives what it has to wait for, when there is something. */
  private attemptFill(fill: Fill): FormulaNode | Fill | undefined {
    const unready = this.unreadyGroup(fill.group);
    if (unready) return unready;
    for (const { whole } of fill.reads) {
      const found = this.waiting.within(whole);
      if (found) return found;
    }
    return evaluateFill(fill, this.environment, this.changed);
  }

  private unreadyGroup(group: FormulaGroup): FormulaNode | Fill | undefined {
    if (group.readyIn === this.number) return undefined;
    const unready = this.firstWaiting(group.ranges);
    if (!unready) group.readyIn = this.number;
    return unready;
  }

  private firstWaiting(ranges: readonly RangeNode[]): FormulaNode | Fill | undefined {
    for (const range of ranges) {
      if (range.readyIn === this.number) continue;
      const unready = this.waiting.within(range.reference);
      if (unready) return unready;
      range.readyIn = this.number;
    }
    return undefined;
  }

  /** Evaluates a formula; gives the one it has to wait for, when there is one. */
  private attempt(node: FormulaNode): FormulaNode | Fill | undefined {
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
  private breakCircle(stack: (FormulaNode | Fill)[], blocker: FormulaNode | Fill): void {
    const start = stack.indexOf(blocker);
    const members = stack.slice(start);
    const circle = members.filter((member): member is FormulaNode => !(member instanceof Fill));
    if (circle.length < members.length) {
      for (const member of members)
        if (member instanceof Fill) this.dissolve(member);
        else member.state = 'waiting';
      this.waiting = new Waiting(this.marked, this.markedFills);
      stack.length = start;
      return;
    }
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

  /** Has each cell of a fill stand for itself, so that those of its cells that wait for one another can be told apart. */
  private dissolve(fill: Fill): void {
    this.graph.dissolve(fill).forEach((node, index) => {
      if (!fill.isWaiting(index)) return;
      node.state = 'waiting';
      this.marked.push(node);
    });
    fill.clear();
  }
}
