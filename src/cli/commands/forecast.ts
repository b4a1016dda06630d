import { forecastWorkbook } from '../../actions/forecast';
import type { DateAnswer } from '../../core/detect/detected';
import type { StepForecast } from '../../core/forecast/figure-step';
import { agreementOf } from '../../core/forecast/agreement';
import type { FigureForecast } from '../../core/forecast/figures';
import type { Language } from '../../core/meteo/content';
import type { PeriodKind } from '../../core/period/period';
import { problem } from '../../core/problem';
import { agreementText } from '../../core/words/agreement-text';
import { isoDate } from '../../core/words/dates';
import { forecastText } from '../../core/words/forecast-text';
import { seasonalityReport } from '../../core/words/season-text';
import { measureColumns } from '../measureColumns';
import type { MeasureText } from '../ruleText';
import { withWorkbook, type CommonOptions } from '../session';
import { DONE, problemJson, sayProblem, writeJson, type Terminal } from '../terminal';

export type ForecastOptions = CommonOptions & {
  horizon?: number;
  by?: readonly PeriodKind[];
  sheet?: string;
  table?: string;
  date?: string;
  dates?: DateAnswer;
  measure?: readonly MeasureText[];
  series?: string;
};

const stepJson = (step: StepForecast, language: Language): Record<string, unknown> => {
  const { by, periods, point, lo80, hi80, lo95, hi95, intervals, members, period, history, cleaned, backtest, known, closed } =
    step;
  return {
    by,
    periods,
    point,
    lo80,
    hi80,
    lo95,
    hi95,
    intervals,
    members,
    period,
    history,
    cleaned,
    backtest,
    actual: Object.fromEntries(known.map(({ period: name, actual }) => [name, actual])),
    ...(closed && { closed }),
    ...(step.special && { special: step.special.map(({ serial, ...why }) => ({ day: isoDate(serial), ...why })) }),
    fitted: Object.fromEntries(known.map(({ period: name, fitted }) => [name, fitted])),
    ...(point.length === 0 && { problem: problemJson(problem('series-empty', {}), language) }),
  };
};

/** A figure as the JSON has it: its finest step, and each coarser one under its own name. */
const figureJson = ({ column, seasonality, steps }: FigureForecast, language: Language): Record<string, unknown> => {
  const [finest, ...coarser] = steps;
  const agreement = agreementOf(column);
  return {
    id: column.id,
    ...(finest && stepJson(finest, language)),
    ...(finest?.by === 'day' && coarser.length > 0 && { agreement: { ...agreement, text: agreementText(agreement, language) } }),
    seasonality: { period: finest?.period ?? 1, ...seasonalityReport(seasonality, language) },
    ...Object.fromEntries(coarser.map((step) => [step.by, stepJson(step, language)])),
  };
};

/** Figures by the label that a consolidation gives them; one that is there already gets its number. */
const byLabel = (figures: readonly FigureForecast[], language: Language): Record<string, unknown> => {
  const named = new Map<string, unknown>();
  for (const figure of figures) {
    let name = figure.column.label;
    for (let copy = 2; named.has(name); copy++) name = `${figure.column.label} (${String(copy)})`;
    named.set(name, figureJson(figure, language));
  }
  return Object.fromEntries(named);
};

/** `forecast CSV|IN`: projects the figures of the file's table by its days, weeks and months. The file is only read. */
export const runForecast = (terminal: Terminal, input: string, options: ForecastOptions): Promise<number> =>
  withWorkbook(terminal, input, options, async ({ port, language, json, fail }) => {
    const { by, sheet, table, date, dates, measure, horizon } = options;
    const projected = await forecastWorkbook(port, {
      language,
      ...(by && { kinds: by }),
      ...(horizon !== undefined && { horizon }),
      ...(sheet !== undefined && { sheet }),
      ...(table !== undefined && { table }),
      ...(date !== undefined && { date }),
      ...(dates && { dates }),
      ...(measure && { columns: measureColumns(measure, language), explicit: true }),
    });
    if (!projected.ok) return fail(projected.problem);
    for (const item of projected.problems) sayProblem(terminal, item, language);
    if (json) writeJson(terminal, byLabel(projected.value, language));
    else terminal.out(`${projected.value.map((figure) => forecastText(figure, language)).join('\n\n')}\n`);
    return DONE;
  });
