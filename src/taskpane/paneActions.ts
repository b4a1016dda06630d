import type { DetectedTable } from '../core/detect/detected';
import type { KpiDraft } from '../core/kpi/kpi-draft';
import type { Finding } from '../core/lint/finding';
import type { Language } from '../core/meteo/content';
import type { MeteoPage } from '../core/meteo/page';
import { serialOf } from '../core/period/serial';
import { done, problem, refused, unexpected, type Problem, type Result } from '../core/problem';
import type { WorkbookPort } from '../core/sheet/workbook';
import type { TemplateDomain } from '../core/template/domains';
import type { PaneActions, RunStep, StepOutcome } from './flow';
import type { Preparation } from './preparation';

/** Serial of a date's day, where the user is. */
const dayOf = (date: Date): number => serialOf({ year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() });

const A1 = { row: 0, column: 0, rows: 1, columns: 1 };

type Ready = <Value>(result: Result<Value>) => Promise<Result<Value>>;

/**
 * The pane's actions over a workbook, each loaded when it is first asked for. `now` is the clock; each result passes
 * `ready`, which fetches the words it may need.
 */
export const paneActions = (
  port: WorkbookPort,
  language: Language,
  now: () => Date,
  preparation: Preparation,
  ready: Ready = (result) => Promise.resolve(result),
): PaneActions => {
  /** The pane always gets an answer: what is thrown becomes the problem that says so. */
  const answered = async <T>(work: () => Promise<Result<T>>): Promise<Result<T>> => {
    try {
      return await ready(await work());
    } catch (thrown) {
      return ready(refused(unexpected(thrown)));
    }
  };

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
    const [{ detect }, { applyMapping }, { withoutExamples }, workbook] = await Promise.all([
      import('../core/detect/detect'),
      import('../core/detect/mapping-apply'),
      import('../core/template/examples'),
      port.read(),
      preparation.started(),
    ]);
    if (!workbook.ok) return workbook;
    const { mapped, questions, ...detection } = applyMapping(workbook.value, detect(workbook.value));
    const examples = withoutExamples(workbook.value).count;
    const reason = detection.tables.length === 0 ? detection.problems[0] : undefined;
    return reason ? refused(reason) : done({ detection, confirmed: mapped !== null && questions.length === 0, examples });
  };

  const source = async (index: number) => {
    const [{ detect }, { sourceView }, workbook] = await Promise.all([
      import('../core/detect/detect'),
      import('../core/detect/source-view'),
      port.read(),
    ]);
    if (!workbook.ok) return workbook;
    const detection = detect(workbook.value);
    const view = sourceView(workbook.value, detection, index);
    return view ? done(view) : refused(detection.problems[0] ?? problem('workbook-empty', {}));
  };

  const kpis = async () => {
    const [{ detect }, { chooseTable }, { dictionaryOf }, workbook] = await Promise.all([
      import('../core/detect/detect'),
      import('../actions/chooseTable'),
      import('../core/kpi/dictionary-read'),
      port.read(),
    ]);
    if (!workbook.ok) return workbook;
    const table = chooseTable(workbook.value, detect(workbook.value));
    if (!table.ok) return table;
    return done({ table: table.value, kpis: dictionaryOf(workbook.value, table.value, language).kpis });
  };

  const defineKpi = async (draft: KpiDraft) => {
    const actions = await import('../actions/defineKpi');
    return actions.defineKpi(port, { draft, language, today: dayOf(now()) });
  };

  const findings = async () => {
    const { lintWorkbook } = await import('../actions/lint');
    const found = await lintWorkbook(port);
    return found.ok ? done(found.value.findings) : found;
  };

  const propose = async (finding: Finding) => {
    const { writeProposal } = await import('../actions/writeProposal');
    return writeProposal(port, finding, { language });
  };

  const projections = async () => {
    const [{ detect }, { chooseTable }, { meteoSources }, { standingsOf }, { projectionNotes }, workbook] = await Promise.all([
      import('../core/detect/detect'),
      import('../actions/chooseTable'),
      import('../core/meteo/sources'),
      import('../core/meteo/standing'),
      import('../core/meteo/projectionNotes'),
      port.read(),
    ]);
    if (!workbook.ok) return workbook;
    const table = chooseTable(workbook.value, detect(workbook.value));
    if (!table.ok) return table;
    const sources = meteoSources(workbook.value, table.value, { language, issued: dayOf(now()), minutes: null });
    if (!sources.ok) return sources;
    const input = { ...sources.value.input, language };
    return done(projectionNotes(input, standingsOf(input).standings));
  };

  const writeProjections = async () => {
    const actions = await import('../actions/projections');
    return actions.writeProjections(port, { language, issued: dayOf(now()) });
  };

  const addTemplate = async (domain: TemplateDomain, examples: boolean) => {
    const actions = await import('../actions/template');
    return actions.addTemplate(port, { domain, language, today: dayOf(now()), examples });
  };

  const removeExamples = async () => {
    const actions = await import('../actions/removeExamples');
    return actions.removeExamples(port);
  };

  const confirm = async (table: DetectedTable) => {
    const { confirmMapping } = await import('../actions/confirmMapping');
    return confirmMapping(port, { table, language });
  };

  const perform = (step: RunStep, page: MeteoPage | null): Promise<Result<StepOutcome>> => {
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
    source: (index) => answered(() => source(index)),
    kpis: () => answered(kpis),
    defineKpi: (draft) => answered(() => written(defineKpi(draft))),
    findings: () => answered(findings),
    propose: (finding) => answered(() => propose(finding)),
    projections: () => answered(projections),
    writeProjections: () => answered(() => written(writeProjections())),
    addTemplate: (domain, examples) => answered(() => written(addTemplate(domain, examples))),
    removeExamples: () => answered(() => written(removeExamples())),
    confirm: (table) => answered(() => written(confirm(table))),
    select: async (sheet) => {
      await port.select(sheet, A1);
    },
    show: async (sheet, area) => {
      await port.select(sheet, area);
    },
  };
};
