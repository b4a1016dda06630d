import type { Fill } from './fill';
import type { FormulaNode } from './graph';

/** Thrown while a formula runs when it reads a cell that has to be evaluated first. */
export class NotReady {
  constructor(readonly node: FormulaNode | Fill) {}
}
