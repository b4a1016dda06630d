/**
 * Solves A·x = b for a symmetric positive definite matrix by Cholesky's decomposition (Golub and Van Loan, Matrix
 * Computations, 4.2): `solvePositive([[2, 1], [1, 3]], [3, 5])` is `[0.8, 1.4]`. Null where the matrix is not positive
 * definite. Square roots, products and sums alone, which every platform rounds alike.
 */
export const solvePositive = (matrix: readonly (readonly number[])[], right: readonly number[]): number[] | null => {
  const size = right.length;
  const lower: number[][] = matrix.map(() => new Array<number>(size).fill(0));
  const at = (row: number, column: number): number => lower[row]?.[column] ?? 0;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let rest = matrix[row]?.[column] ?? 0;
      for (let k = 0; k < column; k++) rest -= at(row, k) * at(column, k);
      if (row === column && !(rest > 0)) return null;
      const line = lower[row];
      if (line) line[column] = row === column ? Math.sqrt(rest) : rest / at(column, column);
    }
  }
  const half: number[] = [];
  for (let row = 0; row < size; row++) {
    let rest = right[row] ?? 0;
    for (let k = 0; k < row; k++) rest -= at(row, k) * (half[k] ?? 0);
    half.push(rest / at(row, row));
  }
  const solution = new Array<number>(size).fill(0);
  for (let row = size - 1; row >= 0; row--) {
    let rest = half[row] ?? 0;
    for (let k = row + 1; k < size; k++) rest -= at(k, row) * (solution[k] ?? 0);
    solution[row] = rest / at(row, row);
  }
  return solution;
};
