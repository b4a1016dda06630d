import { forecast } from '../../core/forecast/forecast';
import { forecastReport } from '../../core/forecast/report';
import type { SeriesEntry } from '../../core/forecast/series-list';
import { seasonalityOfSeries } from '../../core/forecast/seasonality';
import type { Language } from '../../core/meteo/content';
import { problem } from '../../core/problem';
import { seasonalityReport } from '../../core/words/season-text';
import { systemLanguage } from '../language';
import { readSeriesFile } from '../seriesFile';
import type { CommonOptions } from '../session';
import { DONE, fail, problemJson, sayProblem, type Terminal } from '../terminal';

/** The projection of a series as the JSON has it; one with too little history has empty lists, and the problem that says so. */
const entryJson = ({ values, horizon, season, kind }: SeriesEntry, language: Language): Record<string, unknown> => {
  const projected = forecast(values, { horizon, season, ...(kind && { kind }) });
  const { point, lo80, hi80, lo95, hi95, period, ...rest } = forecastReport(projected, values);
  const seasonality = { period, ...seasonalityReport(seasonalityOfSeries(values, season), language) };
  const short = point.length === 0 ? problemJson(problem('series-empty', {}), language) : null;
  return { point, lo80, hi80, lo95, hi95, seasonality, ...rest, ...(short && { problem: short }) };
};

/**
 * `forecast --series FILE.json`: projects each series of a list (see `readSeriesList`) and prints `{ id: { point, … } }`, one
 * series a line; `horizon` is for those that do not say theirs.
 */
export const runForecastSeries = async (
  terminal: Terminal,
  path: string,
  options: CommonOptions & { horizon?: number },
): Promise<number> => {
  const language = options.lang ?? systemLanguage(terminal.environment);
  const entries = await readSeriesFile(path, options.horizon);
  if (!entries.ok) return fail(terminal, entries.problem, language, options.json === true);
  for (const remark of entries.problems) sayProblem(terminal, remark, language);
  const lines = entries.value.map((entry) => `${JSON.stringify(entry.id)}: ${JSON.stringify(entryJson(entry, language))}`);
  terminal.out(`{\n${lines.join(',\n')}\n}\n`);
  return DONE;
};
