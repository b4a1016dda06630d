/** A drawing as the PDF and the preview need it: straight lines and cubic curves, in points or in any other unit. */
export type PathStep =
  | { kind: 'move'; x: number; y: number }
  | { kind: 'line'; x: number; y: number }
  | { kind: 'curve'; x1: number; y1: number; x2: number; y2: number; x: number; y: number }
  | { kind: 'close' };

/** A path with what is to be done with it: an outline that is not filled has `filled` false. */
export type ShapePath = { steps: readonly PathStep[]; filled: boolean };

/** Angles of DrawingML: sixtieths of a thousandth of a degree, clockwise. */
const ANGLE_UNITS = 60_000;
const FULL_TURN = 2 * Math.PI;
const QUARTER_TURN = Math.PI / 2;

/** An ellipse's own parameter for a direction seen from its centre (the two differ when the radii do). */
const parameterOf = (angle: number, radiusX: number, radiusY: number): number => {
  const direction = ((angle / ANGLE_UNITS) * Math.PI) / 180;
  const parameter = Math.atan2(Math.sin(direction) * radiusX, Math.cos(direction) * radiusY);
  return parameter + Math.round((direction - parameter) / FULL_TURN) * FULL_TURN;
};

/** Builds a path by the drawing commands of DrawingML (ECMA-376 part 1, 20.1.9). */
export class PathBuilder {
  readonly steps: PathStep[] = [];
  private x = 0;
  private y = 0;

  move(x: number, y: number): this {
    return this.at(x, y, { kind: 'move', x, y });
  }

  line(x: number, y: number): this {
    return this.at(x, y, { kind: 'line', x, y });
  }

  curve(x1: number, y1: number, x2: number, y2: number, x: number, y: number): this {
    return this.at(x, y, { kind: 'curve', x1, y1, x2, y2, x, y });
  }

  /** A quadratic curve with one control point, raised to a cubic one. */
  quadratic(controlX: number, controlY: number, x: number, y: number): this {
    const toward = (from: number, to: number): number => from + (2 / 3) * (to - from);
    return this.curve(toward(this.x, controlX), toward(this.y, controlY), toward(x, controlX), toward(y, controlY), x, y);
  }

  /**
   * `arcTo`: goes on along an ellipse with these radii, of which the present point is the one at angle `start`, through
   * the angle `sweep`. Drawn as cubic curves of a quarter turn at most (error below 0.03 % of the radius).
   */
  arc(radiusX: number, radiusY: number, start: number, sweep: number): this {
    const from = parameterOf(start, radiusX, radiusY);
    const to =
      Math.abs(sweep) >= 360 * ANGLE_UNITS ? from + Math.sign(sweep) * FULL_TURN : parameterOf(start + sweep, radiusX, radiusY);
    const centreX = this.x - radiusX * Math.cos(from);
    const centreY = this.y - radiusY * Math.sin(from);
    const pieces = Math.max(1, Math.ceil(Math.abs(to - from) / QUARTER_TURN - 1e-9));
    const step = (to - from) / pieces;
    const handle = (4 / 3) * Math.tan(step / 4);
    for (let piece = 0; piece < pieces; piece++) {
      const a = from + piece * step;
      const b = a + step;
      this.curve(
        centreX + radiusX * (Math.cos(a) - handle * Math.sin(a)),
        centreY + radiusY * (Math.sin(a) + handle * Math.cos(a)),
        centreX + radiusX * (Math.cos(b) + handle * Math.sin(b)),
        centreY + radiusY * (Math.sin(b) - handle * Math.cos(b)),
        centreX + radiusX * Math.cos(b),
        centreY + radiusY * Math.sin(b),
      );
    }
    return this;
  }

  close(): this {
    this.steps.push({ kind: 'close' });
    return this;
  }

  private at(x: number, y: number, step: PathStep): this {
    this.steps.push(step);
    this.x = x;
    this.y = y;
    return this;
  }
}

type Point = { x: number; y: number };

/** Every point of a path moved by the same rule. */
export const mapSteps = (steps: readonly PathStep[], move: (point: Point) => Point): PathStep[] =>
  steps.map((step) => {
    if (step.kind === 'close') return step;
    const { x, y } = move(step);
    if (step.kind !== 'curve') return { kind: step.kind, x, y };
    const first = move({ x: step.x1, y: step.y1 });
    const second = move({ x: step.x2, y: step.y2 });
    return { kind: 'curve', x1: first.x, y1: first.y, x2: second.x, y2: second.y, x, y };
  });

/** Turns a path clockwise about a point, in degrees. */
export const rotateSteps = (steps: readonly PathStep[], degrees: number, centre: Point): PathStep[] => {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return mapSteps(steps, ({ x, y }) => ({
    x: centre.x + (x - centre.x) * cos - (y - centre.y) * sin,
    y: centre.y + (x - centre.x) * sin + (y - centre.y) * cos,
  }));
};
