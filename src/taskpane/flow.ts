import type { DetectedTable, Detection } from '../core/detect/detected';
import type { SourceView } from '../core/detect/source-view';
import type { Kpi } from '../core/kpi/kpi';
import type { KpiDraft } from '../core/kpi/kpi-draft';
import type { Finding } from '../core/lint/finding';
import type { MeteoPage } from '../core/meteo/page';
import type { KpiNotes } from '../core/meteo/projectionNotes';
import type { Problem, Result } from '../core/problem';
import type { Area } from '../core/sheet/address';
import type { TemplateDomain } from '../core/template/domains';

/** What the pane can do, in the order a newcomer does it. */
export type Step = 'confirm' | 'consolidate' | 'thresholds' | 'generate' | 'pdf';
export const STEPS: readonly Step[] = ['confirm', 'consolidate', 'thresholds', 'generate', 'pdf'];

/** Sheets an action wrote, to open from its message, and what the user should know. */
export type StepOutcome = {
  sheets: readonly string[];
  problems: readonly Problem[];
  /** Of a generated météo. */ page?: MeteoPage;
  /** The page as SVG. */ preview?: string;
  /** Of a saved PDF. */ file?: string;
};

/** A step that the dock's button runs; the first one is a page of its own. */
export type RunStep = Exclude<Step, 'confirm'>;

/** What is in the workbook, and whether its user has confirmed what its columns are. */
type Found = {
  detection: Detection;
  confirmed: boolean;
  /** Example rows of a template that nobody has changed. */
  examples: number;
};

/** The KPIs that a table gives, as the dictionary has them or as they are proposed. */
export type KpiView = { table: DetectedTable; kpis: readonly Kpi[] };

/** What the pane asks of the workbook; the composition root implements it over the actions. */
export type PaneActions = {
  read(): Promise<Result<Found>>;
  run(step: RunStep, page: MeteoPage | null): Promise<Result<StepOutcome>>;
  /** Opens a sheet. */
  select(sheet: string): Promise<void>;
  /** Selects cells. */
  show(sheet: string, area: Area): Promise<void>;
  /** One of the tables found, by its place, with what is to be asked about it. */
  source(index: number): Promise<Result<SourceView>>;
  /** Stores what the user says the columns of a table are. */
  confirm(table: DetectedTable): Promise<Result<StepOutcome>>;
  kpis(): Promise<Result<KpiView>>;
  /** Writes a KPI of the user's into the dictionary. */
  defineKpi(draft: KpiDraft): Promise<Result<StepOutcome>>;
  /** What is doubtful in the workbook's own calculations. */
  findings(): Promise<Result<readonly Finding[]>>;
  /** Writes a finding's formula beside its cell, and says in which. */
  propose(finding: Finding): Promise<Result<{ sheet: string; cell: string }>>;
  /** What is said of each projected KPI; none with too little history. */
  projections(): Promise<Result<readonly KpiNotes[]>>;
  /** Writes the sheet of projections. */
  writeProjections(): Promise<Result<StepOutcome>>;
  addTemplate(domain: TemplateDomain, examples: boolean): Promise<Result<StepOutcome>>;
  removeExamples(): Promise<Result<StepOutcome>>;
};

export type Reading =
  { kind: 'loading' } | { kind: 'found'; detection: Detection; examples: number } | { kind: 'problem'; problem: Problem };

/** The dock shows one of these at a time. */
type Dock =
  | { kind: 'ready' }
  | { kind: 'running'; step: Step }
  | { kind: 'done'; step: Step; outcome: StepOutcome }
  | { kind: 'problem'; step: Step; problem: Problem };

export type PaneState = {
  reading: Reading;
  dock: Dock;
  finished: readonly Step[];
  page: MeteoPage | null;
  preview: string | null;
};

export type PaneEvent =
  | { type: 'reading' }
  | { type: 'read'; result: Result<Found> }
  | { type: 'started'; step: Step }
  | { type: 'ended'; step: Step; result: Result<StepOutcome> };

export const initialState: PaneState = {
  reading: { kind: 'loading' },
  dock: { kind: 'ready' },
  finished: [],
  page: null,
  preview: null,
};

/** The step that the dock's button does: the first that is not done; the météo again when all are. */
export const nextStep = (state: PaneState): Step => {
  if (state.dock.kind === 'running' || state.dock.kind === 'problem') return state.dock.step;
  return STEPS.find((step) => !state.finished.includes(step)) ?? 'generate';
};

export const reduce = (state: PaneState, event: PaneEvent): PaneState => {
  switch (event.type) {
    case 'reading':
      return { ...state, reading: { kind: 'loading' }, dock: { kind: 'ready' } };
    case 'read':
      if (!event.result.ok) return { ...state, reading: { kind: 'problem', problem: event.result.problem } };
      return {
        ...state,
        reading: { kind: 'found', detection: event.result.value.detection, examples: event.result.value.examples },
        finished: event.result.value.confirmed ? [...new Set<Step>(['confirm', ...state.finished])] : state.finished,
      };
    case 'started':
      return { ...state, dock: { kind: 'running', step: event.step } };
    case 'ended': {
      if (!event.result.ok) return { ...state, dock: { kind: 'problem', step: event.step, problem: event.result.problem } };
      const outcome = event.result.value;
      // A new météo makes the PDF of the previous one out of date.
      const kept = event.step === 'generate' ? state.finished.filter((step) => step !== 'pdf') : state.finished;
      return {
        ...state,
        dock: { kind: 'done', step: event.step, outcome },
        finished: kept.includes(event.step) ? kept : [...kept, event.step],
        page: outcome.page ?? state.page,
        preview: outcome.preview ?? state.preview,
      };
    }
  }
};
