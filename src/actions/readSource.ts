import { detectSteps } from '../core/detect/detect';
import { sourceViewSteps, type SourceView } from '../core/detect/source-view';
import { done, problem, refused, type Result } from '../core/problem';
import type { WorkbookSnapshot } from '../core/sheet/snapshot';
import type { WorkbookPort } from '../core/sheet/workbook';
import type { Steps } from '../core/steps';

/** One of the tables found, by its place, with what is to be asked about it. Nothing is written. */
export const readSource = async (port: WorkbookPort, index: number): Promise<Result<SourceView>> => {
  const read = await port.read();
  return read.ok ? port.compute(looking(read.value, index)) : read;
};

function* looking(workbook: WorkbookSnapshot, index: number): Steps<Result<SourceView>> {
  const detection = yield* detectSteps(workbook);
  const view = yield* sourceViewSteps(workbook, detection, index);
  return view ? done(view) : refused(detection.problems[0] ?? problem('workbook-empty', {}));
}
