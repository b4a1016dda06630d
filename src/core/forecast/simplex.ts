/** A function of a few parameters that is to be made small. */
export type Cost = (parameters: readonly number[]) => number;

type Vertex = { parameters: readonly number[]; cost: number };

/** The search ends when the vertices' costs agree to this share. */
const TOLERANCE = 1e-3;

/**
 * Finds parameters of a small cost by the simplex method of Nelder and Mead (1965): no derivative, the same path on every
 * platform. `steps` are the first simplex's sides, `rounds` the most moves it makes.
 *
 * @example minimise(([x = 0]) => (x - 3) * (x - 3), [0], [1], 60) // near [3]
 */
export const minimise = (cost: Cost, start: readonly number[], steps: readonly number[], rounds: number): readonly number[] => {
  const at = (parameters: readonly number[]): Vertex => ({ parameters, cost: cost(parameters) });
  const size = start.length;
  let vertices = [at(start), ...steps.map((step, side) => at(start.map((value, i) => (i === side ? value + step : value))))];
  for (let round = 0; ; round++) {
    vertices.sort((a, b) => a.cost - b.cost);
    const best = vertices[0];
    const worst = vertices[size];
    const second = vertices[size - 1];
    if (!best || !worst || !second) return start;
    const spread = worst.cost - best.cost;
    // Written so that costs that are not numbers end the search too.
    if (round >= rounds || !(spread > TOLERANCE * (Math.abs(best.cost) + 1e-12))) return best.parameters;
    const centre = start.map(
      (_, i) => vertices.slice(0, size).reduce((total, { parameters }) => total + (parameters[i] ?? 0), 0) / size,
    );
    const moved = (factor: number): Vertex =>
      at(centre.map((middle, i) => middle + factor * ((worst.parameters[i] ?? 0) - middle)));
    const reflected = moved(-1);
    if (reflected.cost < best.cost) {
      const expanded = moved(-2);
      vertices[size] = expanded.cost < reflected.cost ? expanded : reflected;
    } else if (reflected.cost < second.cost) vertices[size] = reflected;
    else {
      const contracted = moved(reflected.cost < worst.cost ? -0.5 : 0.5);
      if (contracted.cost < Math.min(reflected.cost, worst.cost)) vertices[size] = contracted;
      else
        vertices = vertices.map((vertex) =>
          vertex === best ? vertex : at(vertex.parameters.map((value, i) => ((best.parameters[i] ?? 0) + value) / 2)),
        );
    }
  }
};

/** Keeps a free parameter between two limits without a wall, by a curve that bends like the logistic one but needs only a root. */
export const between = (low: number, high: number, free: number): number => {
  const bent = free / Math.sqrt(4 + free * free);
  return low + ((high - low) * (1 + bent)) / 2;
};

/** The free parameter of a value between the limits: the inverse of `between`. */
export const freeOf = (low: number, high: number, value: number): number => {
  const bent = (2 * (value - low)) / (high - low) - 1;
  return (2 * bent) / Math.sqrt(1 - bent * bent);
};
