import type { Changes } from './changes';
import { plain, type Context, type Environment } from './context';
import type { Fill } from './fill';
import type { FormulaNode } from './graph';
import { NotReady } from './not-ready';
import { ERROR, Matrix } from './values';
import { cellValue, put } from './write';

/**
 * Evaluates the cells of a fill that wait, one after the other: what their formula names is up to date. Gives what a cell has to
 * wait for that shows only when it is evaluated; what was evaluated before stays so.
 */
export const evaluateFill = (fill: Fill, environment: Environment, changed: Changes): FormulaNode | Fill | undefined => {
  const { sheet, area, formula } = fill;
  const { reader } = environment;
  // One for all cells: nothing that a formula gives keeps it.
  const context: Context = { environment, sheet, row: area.row, column: area.column, scope: null };
  reader.hasPrecedents = true;
  for (let index = 0; index < fill.size; index++) {
    if (!fill.isWaiting(index)) continue;
    context.row = fill.rowOf(index);
    context.column = fill.columnOf(index);
    let result;
    try {
      result = plain(formula.evaluate(context), context, false);
    } catch (thrown) {
      if (thrown instanceof NotReady) return thrown.node;
      // A LAMBDA that calls itself without end is #NUM! in Excel.
      if (!(thrown instanceof RangeError)) throw thrown;
      result = ERROR.number;
    }
    fill.settle(index);
    put(
      sheet,
      context.row,
      context.column,
      cellValue(result instanceof Matrix ? (result.values[0] ?? null) : result),
      reader,
      changed,
    );
  }
  fill.state = 'clean';
  return undefined;
};
