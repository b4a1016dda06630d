import type { FormKey } from '../core/client/settings-form';
import type { DetectedTable } from '../core/detect/detected';
import type { KpiDraft } from '../core/kpi/kpi-draft';
import type { Finding } from '../core/lint/finding';
import type { Language } from '../core/meteo/content';
import type { PeriodKind } from '../core/period/period';
import { serialOf } from '../core/period/serial';
import { done, refused, type Problem, type Result } from '../core/problem';
import type { AbandonablePort } from '../core/sheet/workbook';
import type { TemplateDomain } from '../core/template/domains';
import { clientActions } from './client/clientActions';
import { watchActions } from './watch/watchActions';
import type { PaneActions, StepOutcome } from './flow';
import type { MeteoSession } from './meteo/session';
import { faultOf } from './parts/fault';
import { startingOver } from './parts/startingOver';
import type { Preparation } from './preparation';

/** Serial of a date's day, where the user is. */
const dayOf = (date: Date): number => serialOf({ year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() });

const MINUTES_PER_DAY = 1440;
const A1 = { row: 0, column: 0, rows: 1, columns: 1 };

type Ready = <Value>(result: Result<Value>) => Promise<Result<Value>>;

/**
 * The pane's actions over a workbook, each loaded when it is first asked for. `now` is the clock; each result passes
 * `ready`, which fetches the words it may need. `workbook` is its address, which drafts are kept under.
 */
export const paneActions = (
  port: AbandonablePort,
  language: Language,
  now: () => Date,
  preparation: Preparation,
  ready: Ready = (result) => Promise.resolve(result),
  workbook = '',
): PaneActions => {
  /** The pane always gets an answer: what is thrown becomes the problem that says so. */
  const answered = async <T>(work: () => Promise<Result<T>>): Promise<Result<T>> => {
    try {
      return await ready(await startingOver(work));
    } catch (thrown) {
      return ready(refused(faultOf(thrown)));
    }
  };

  /** One météo is written at a time: its pages come and go, what was typed stays. */
  let writing: Promise<MeteoSession> | null = null;
  const writeMeteo = async (): Promise<MeteoSession> => {
    try {
      const { openMeteo } = await import('./meteo/openMeteo');
      return await openMeteo({ port, language, today: () => dayOf(now()), now, preparation, ready }, workbook);
    } catch (thrown) {
      // Its code is fetched again the next time.
      writing = null;
      throw thrown;
    }
  };

  const consolidate = async (kinds: readonly PeriodKind[]) => {
    const { consolidateWorkbook } = await import('../actions/consolidate');
    return consolidateWorkbook(port, { language, today: dayOf(now()), kinds });
  };

  const consolidation = async () => {
    const { readConsolidation } = await import('../actions/readConsolidation');
    return readConsolidation(port, { language, today: dayOf(now()) });
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
    const { readOverview } = await import('../actions/readOverview');
    const moment = now();
    const time = (moment.getHours() * 60 + moment.getMinutes()) / MINUTES_PER_DAY;
    return readOverview(port, { language, now: dayOf(moment) + time });
  };

  const settings = async () => {
    const { readSettingsForm } = await import('../actions/readSettingsForm');
    return readSettingsForm(port, language);
  };

  const saveSetting = async (key: FormKey, typed: string, before: string | null) => {
    const actions = await import('../actions/saveSetting');
    return actions.saveSetting(port, { key, typed, language, ...(before !== null && { before }) });
  };

  const source = async (index: number) => {
    const { readSource } = await import('../actions/readSource');
    return readSource(port, index);
  };

  const kpis = async () => {
    const { readKpis } = await import('../actions/readKpis');
    return readKpis(port, language);
  };

  const confirmThresholds = async () => {
    const actions = await import('../actions/confirmThresholds');
    return actions.confirmThresholds(port, { language });
  };

  const defineKpi = async (draft: KpiDraft, before: KpiDraft | null) => {
    const actions = await import('../actions/defineKpi');
    return actions.defineKpi(port, { draft, language, today: dayOf(now()), ...(before && { before }) });
  };

  const findings = async (shown: AbortSignal) => {
    const { lintWorkbook } = await import('../actions/lint');
    const found = await lintWorkbook(port.with({ signal: shown }));
    return found.ok ? done(found.value.findings) : found;
  };

  const propose = async (finding: Finding) => {
    const { writeProposal } = await import('../actions/writeProposal');
    return writeProposal(port, finding, { language });
  };

  const projections = async (shown: AbortSignal) => {
    const { readProjections } = await import('../actions/readProjections');
    return readProjections(port.with({ signal: shown }), { language, today: dayOf(now()) });
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

  return {
    workbook,
    read: () => answered(read),
    thresholds: () => answered(() => written(thresholds())),
    consolidation: () => answered(consolidation),
    consolidate: (kinds) => answered(() => written(consolidate(kinds))),
    source: (index) => answered(() => source(index)),
    kpis: () => answered(kpis),
    defineKpi: (draft, before) => answered(() => written(defineKpi(draft, before))),
    confirmThresholds: () => answered(() => written(confirmThresholds())),
    findings: (shown) => answered(() => findings(shown)),
    propose: (finding) => answered(() => propose(finding)),
    projections: (shown) => answered(() => projections(shown)),
    writeProjections: () => answered(() => written(writeProjections())),
    meteo: () => (writing ??= writeMeteo()),
    watch: watchActions({ port, language, now }, answered),
    client: clientActions({ port, language, today: () => dayOf(now()) }, answered),
    settings: () => answered(settings),
    saveSetting: (key, typed, before) => answered(() => saveSetting(key, typed, before)),
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
