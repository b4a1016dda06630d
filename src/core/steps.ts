/**
 * Work that can be paused: a generator that yields every few milliseconds, and returns its result. Whoever drives it decides
 * when it goes on, so that a page stays alive meanwhile, or drops it. Between two yields at most some 10 ms of work.
 */
export type Steps<Value> = Generator<undefined, Value, undefined>;

/**
 * Does work in one go, for whoever has time.
 *
 * @example
 * export const detect = (workbook: WorkbookSnapshot): Detection => atOnce(detectSteps(workbook));
 */
export const atOnce = <Value>(work: Steps<Value>): Value => {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
};

/**
 * What `change` makes of each item, with a pause after each.
 *
 * @example
 * const projected = yield* eachInSteps(kpis, (kpi) => projectedSteps(kpi));
 */
export function* eachInSteps<Item, Made>(
  items: readonly Item[],
  change: (item: Item, index: number) => Steps<Made>,
): Steps<Made[]> {
  const made: Made[] = [];
  for (const [index, item] of items.entries()) {
    made.push(yield* change(item, index));
    yield undefined;
  }
  return made;
}

/**
 * The same of a change that is quick itself, some milliseconds at most.
 *
 * @example
 * const cells = yield* mapInSteps(groups, (group) => formulasOf(group));
 */
export function* mapInSteps<Item, Made>(items: readonly Item[], change: (item: Item, index: number) => Made): Steps<Made[]> {
  const made: Made[] = [];
  for (const [index, item] of items.entries()) {
    made.push(change(item, index));
    yield undefined;
  }
  return made;
}
