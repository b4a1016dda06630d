import type { KpiView } from '../actions/readKpis';
import type { FormKey, SettingsForm } from '../core/client/settings-form';
import type { DetectedTable } from '../core/detect/detected';
import type { SourceView } from '../core/detect/source-view';
import type { KpiDraft } from '../core/kpi/kpi-draft';
import type { Finding } from '../core/lint/finding';
import type { MeteoPage } from '../core/meteo/page';
import type { KpiNotes } from '../core/meteo/projectionNotes';
import type { ConsolidationView } from '../core/overview/consolidationView';
import type { Overview } from '../core/overview/overview';
import type { PeriodKind } from '../core/period/period';
import type { Problem, Result } from '../core/problem';
import type { Area } from '../core/sheet/address';
import type { TemplateDomain } from '../core/template/domains';
import type { ClientActions } from './client/clientActions';
import type { WatchActions } from './watch/watchActions';
import type { MeteoSession } from './meteo/session';

/** Sheets an action wrote, to open from its message, and what the user should know. */
export type StepOutcome = {
  sheets: readonly string[];
  problems: readonly Problem[];
  /** Of a generated météo. */ page?: MeteoPage;
  /** The page as SVG. */ preview?: string;
  /** Of a saved PDF. */ file?: string;
};

/** What the pane asks of the workbook; the composition root implements it over the actions. */
export type PaneActions = {
  /** The workbook's address, which drafts are kept under. */
  workbook: string;
  /** What the workbook holds and what there is to do with it. */
  read(): Promise<Result<Overview>>;
  /** Colours the sheets by the dictionary, which is written where there is none. */
  thresholds(): Promise<Result<StepOutcome>>;
  /** What a consolidation would compute, and what there is of it already. */
  consolidation(): Promise<Result<ConsolidationView>>;
  consolidate(kinds: readonly PeriodKind[]): Promise<Result<StepOutcome>>;
  /** Opens a sheet. */
  select(sheet: string): Promise<void>;
  /** Selects cells. */
  show(sheet: string, area: Area): Promise<void>;
  /** One of the tables found, by its place, with what is to be asked about it. */
  source(index: number): Promise<Result<SourceView>>;
  /** Stores what the user says the columns of a table are. */
  confirm(table: DetectedTable): Promise<Result<StepOutcome>>;
  kpis(): Promise<Result<KpiView>>;
  /** Writes a KPI of the user's into the dictionary; `before`: as its form was opened with it, null to write it whatever it is. */
  defineKpi(draft: KpiDraft, before: KpiDraft | null): Promise<Result<StepOutcome>>;
  /** Marks every proposed threshold of the dictionary as the user's. */
  confirmThresholds(): Promise<Result<StepOutcome>>;
  /** What is doubtful in the workbook's own calculations. Seconds of work: `shown` is aborted when nobody looks at it any more. */
  findings(shown: AbortSignal): Promise<Result<readonly Finding[]>>;
  /** Writes a finding's formula beside its cell, and says in which. */
  propose(finding: Finding): Promise<Result<{ sheet: string; cell: string }>>;
  /** What is said of each projected KPI; none with too little history. Seconds of work as well. */
  projections(shown: AbortSignal): Promise<Result<readonly KpiNotes[]>>;
  /** Writes the sheet of projections. */
  writeProjections(): Promise<Result<StepOutcome>>;
  settings(): Promise<Result<SettingsForm>>;
  /** Writes one setting, and says into which cell; `before`: what it was when it was read, null to write it whatever it is. */
  saveSetting(key: FormKey, typed: string, before: string | null): Promise<Result<{ sheet: string; cell: string }>>;
  /** The météo being written, the same one as long as the pane is open. */
  meteo(): Promise<MeteoSession>;
  /** The client's feedback, and what is done with it. */
  client: ClientActions;
  /** What the pages of the watch and of flash points ask. */
  watch: WatchActions;
  addTemplate(domain: TemplateDomain, examples: boolean): Promise<Result<StepOutcome>>;
  removeExamples(): Promise<Result<StepOutcome>>;
};

type Reading = { kind: 'loading' } | { kind: 'found'; overview: Overview; at: Date } | { kind: 'problem'; problem: Problem };

/** What the pages share: the workbook as it was last read. */
export type PaneState = {
  reading: Reading;
  /** The workbook can only be read; as it was last known. */
  readOnly: boolean;
  /** How many times it was read again because somebody else had changed it: pages then look at their own part again. */
  followed: number;
};

export type PaneEvent = { type: 'reading' } | { type: 'read'; result: Result<Overview>; at: Date; followed?: boolean };

export const initialState: PaneState = { reading: { kind: 'loading' }, readOnly: false, followed: 0 };

export const reduce = (state: PaneState, event: PaneEvent): PaneState => {
  if (event.type === 'reading') return { ...state, reading: { kind: 'loading' } };
  const { result, at, followed = false } = event;
  // Nobody has asked for it: what is shown stays.
  if (followed && !result.ok) return state;
  return {
    ...state,
    reading: result.ok ? { kind: 'found', overview: result.value, at } : { kind: 'problem', problem: result.problem },
    readOnly: result.ok ? result.value.readOnly : state.readOnly,
    followed: state.followed + (followed ? 1 : 0),
  };
};

/** Steps of a first use, in order; the last one is the météo itself. */
export const STAGES = ['source', 'kpis', 'consolidation', 'meteo'] as const;
export type Stage = (typeof STAGES)[number];

/**
 * Where a first use stands: what to do next. null once there is something to come back to every day, a consolidation or a
 * météo, however it was made.
 */
export const stageOf = ({ source, kpis, consolidated, meteo }: Overview): Exclude<Stage, 'meteo'> | null => {
  if (meteo.last !== null || consolidated.kinds.length > 0) return null;
  if (!source?.confirmed || source.questions > 0) return 'source';
  return kpis.kept ? 'consolidation' : 'kpis';
};
