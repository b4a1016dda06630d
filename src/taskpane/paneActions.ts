import type { Language } from '../core/meteo/content';
import type { MeteoPage } from '../core/meteo/page';
import { serialOf } from '../core/period/serial';
import { done, problem, refused, unexpected, type Problem, type Result } from '../core/problem';
import type { WorkbookPort } from '../core/sheet/workbook';
import type { PaneActions, Step, StepOutcome } from './flow';
import type { Preparation } from './preparation';

/** Serial of a date's day, where the user is. */
const dayOf = (date: Date): number => serialOf({ year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() });

const A1 = { row: 0, column: 0, rows: 1, columns: 1 };

/** The pane always gets an answer: what is thrown becomes the problem that says so. */
const answered = async <T>(work: () => Promise<Result<T>>): Promise<Result<T>> => {
  try {
    return await work();
  } catch (thrown) {
    return refused(unexpected(thrown));
  }
};

/** The pane's actions over a workbook, each loaded when it is first asked for. `now` is the clock. */
export const paneActions = (port: WorkbookPort, language: Language, now: () => Date, preparation: Preparation): PaneActions => {
  const generate = async (): Promise<Result<StepOutcome>> => {
    const [{ generateMeteo }, { previewSvg }] = await Promise.all([
      import('../actions/generateMeteo'),
      import('../core/meteo/preview'),
    ]);
    const started = await preparation.started();
    const minutes = Math.max(1, Math.round((now().getTime() - started.getTime()) / 60_000));
    const made = await generateMeteo(port, { language, issued: dayOf(now()), minutes });
    if (!made.ok) return made;
    await preparation.finished();
    const { page, problems } = made.value;
    return done({ sheets: [page.content.sheetName], problems, page, preview: previewSvg(page) });
  };

  const pdf = async (page: MeteoPage | null): Promise<Result<StepOutcome>> => {
    if (!page) return refused(problem('no-key-kpi', {}));
    const { savePdf } = await import('./savePdf');
    return done({ sheets: [], problems: [], file: await savePdf(page, now()) });
  };

  const consolidate = async () => {
    const { consolidateWorkbook } = await import('../actions/consolidate');
    return consolidateWorkbook(port, { language, today: dayOf(now()) });
  };

  const thresholds = async () => {
    const { showThresholds } = await import('../actions/thresholds');
    return showThresholds(port, { language });
  };

  const written = async (
    work: Promise<Result<{ made: readonly string[]; problems: readonly Problem[] }>>,
  ): Promise<Result<StepOutcome>> => {
    const outcome = await work;
    return outcome.ok ? done({ sheets: outcome.value.made, problems: outcome.value.problems }) : outcome;
  };

  const read = async () => {
    // Preparing a météo begins when the workbook is read.
    const [{ detect }, workbook] = await Promise.all([import('../core/detect/detect'), port.read(), preparation.started()]);
    if (!workbook.ok) return workbook;
    const detection = detect(workbook.value);
    const reason = detection.tables.length === 0 ? detection.problems[0] : undefined;
    return reason ? refused(reason) : done(detection);
  };

  const perform = (step: Step, page: MeteoPage | null): Promise<Result<StepOutcome>> => {
    switch (step) {
      case 'consolidate':
        return written(consolidate());
      case 'thresholds':
        return written(thresholds());
      case 'generate':
        return generate();
      case 'pdf':
        return pdf(page);
    }
  };

  return {
    read: () => answered(read),
    run: (step, page) => answered(() => perform(step, page)),
    select: async (sheet) => {
      await port.select(sheet, A1);
    },
  };
};
