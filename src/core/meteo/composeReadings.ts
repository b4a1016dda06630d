import { changeStyle } from '../words/pairs';
import { isAdditive } from '../consolidation/rule';
import { shiftPeriod } from '../period/calendar';
import type { Steps } from '../steps';
import { formatDayMonth, weekLabel } from '../words/dates';
import { projectedAs } from '../words/numbers';
import { meteoWords } from '../words/meteoWords';
import { countedPeriods } from '../words/periodNouns';
import { countedNoun, shortLabel } from '../words/phrases';
import { seasonStatements } from '../words/season-text';
import { typeset, upperFirst } from '../words/typography';
import { valueStyle } from '../words/units';
import type { MeteoContent } from './content';
import type { HistoryRow, PrintedProjection } from './history';
import type { MeteoInput } from './input';
import { spanOf, type PagePeriods } from './pagePeriods';
import { pageSeasonsSteps } from './pageSeasons';
import { daysOf } from '../period/expectedDays';
import { neededFor, type Standing } from './standing';
import { knownSpan } from './weekUnderWay';

/** Statements that the line of seasonality has room for. */
const STATEMENTS = 2;

type Reading = MeteoContent['green']['readings'][number];

/** The volume that seasonality and anticipation speak of: the first count of the dictionary that adds up. */
export const volumeOf = (standings: readonly Standing[]): Standing | null =>
  standings.find(({ kpi }) => kpi.unit === 'count' && kpi.direction !== 'lower' && isAdditive(kpi.rule)) ??
  standings.find(({ kpi }) => kpi.unit === 'count' && isAdditive(kpi.rule)) ??
  null;

function* seasonality(input: MeteoInput, volume: Standing): Steps<Reading | null> {
  const { language } = input;
  const words = meteoWords(language);
  yield undefined;
  const statements = seasonStatements(yield* pageSeasonsSteps(input, volume), language).slice(0, STATEMENTS);
  if (statements.length === 0) return null;
  const text = words.seasonality(shortLabel(volume.kpi.label), statements);
  return { kind: 'seasonality', label: words.readings.seasonality, text: typeset(text, language) };
}

const anticipation = (volume: Standing, periods: PagePeriods, input: MeteoInput): Reading => {
  const { language } = input;
  const words = meteoWords(language);
  const label = words.readings.anticipation;
  const next = volume.forecast.points[periods.toCome];
  const week = shiftPeriod(periods.last, periods.toCome + 1);
  if (!volume.projection || !next) {
    const known = countedPeriods(volume.knownWeeks, periods.last.kind, language);
    const text = upperFirst(
      volume.silent
        ? words.silentSince(weekLabel(periods.last.key, language))
        : words.notEnoughHistory(known, neededFor(input.coverage)),
    );
    return { kind: 'anticipation', label, text: typeset(`${text}.`, language) };
  }
  const style = valueStyle(volume.kpi, next.value, language, true);
  const said = (value: number): number => projectedAs(volume.kpi.unit, value);
  const counted = countedNoun(volume.kpi.label, language);
  const known = knownSpan(volume.series, week, input);
  const so = known && volume.series.valueOf(known);
  const text = words.anticipation(
    shortLabel(volume.kpi.label),
    counted?.noun ?? null,
    counted?.feminine ?? false,
    style.text(said(next.value)),
    weekLabel(week.key, language),
    style.bare(said(next.low)),
    style.text(said(next.high)),
    so && known ? [style.text(so), formatDayMonth(known.end - 1, language)] : null,
  );
  return { kind: 'anticipation', label, text: typeset(text, language) };
};

/** The météo that projected exactly this page's weeks. */
const projectedBy = (history: readonly HistoryRow[], start: number): HistoryRow | undefined =>
  history.filter((row) => row.last + 1 === start).at(-1);

/** A projection of the last page beside what came; `inside` when that lies in the interval that was printed. */
type Checked = { standing: Standing; value: number; expected: PrintedProjection; inside: boolean };

/** Those projections of the last page that this page's figures can check, in the order of the standings. */
const checkedOf = (input: MeteoInput, standings: readonly Standing[], periods: PagePeriods): readonly Checked[] => {
  const before = projectedBy(input.history, spanOf(periods.current).start);
  const isPartial = daysOf(spanOf(periods.current), input.coverage, input.settings.closedDays).missing.length > 0;
  return standings.flatMap((standing) => {
    const { kpi, value, since } = standing;
    const expected = before?.projections[kpi.id];
    if (!before || !expected || value === null) return [];
    // A sum over part of the days was not what was projected.
    if (isPartial && isAdditive(kpi.rule)) return [];
    // What was projected of another definition is not checked against this one.
    if (since !== null && since > before.start) return [];
    return [{ standing, value, expected, inside: value >= expected.low && value <= expected.high }];
  });
};

/**
 * What the last page projected beside what came: of the key figure, else the volume, in full; of all of them, how many lay
 * outside their interval, so that one hit does not hide the misses.
 */
const check = (input: MeteoInput, keyFigure: Standing, standings: readonly Standing[], periods: PagePeriods): Reading | null => {
  const { language } = input;
  const words = meteoWords(language);
  const checked = checkedOf(input, standings, periods);
  const of = (about: Standing | null): Checked | undefined => checked.find(({ standing }) => standing.kpi === about?.kpi);
  const shown = of(keyFigure) ?? of(volumeOf(standings)) ?? checked[0];
  if (!shown) return null;
  const { value, expected, inside } = shown;
  const { kpi } = shown.standing;
  const style = changeStyle(kpi, value, expected.value, language, kpi === keyFigure.kpi);
  const text = words.check(
    shortLabel(kpi.label),
    style.text(expected.value),
    style.text(value),
    style.change(value, expected.value).text,
    inside,
    style.bare(expected.low),
    style.text(expected.high),
    { checked: checked.length, outside: checked.filter((one) => !one.inside).length },
  );
  return { kind: 'check', label: words.readings.check, text: typeset(text, language) };
};

/**
 * One line of seasonality, one of anticipation, one that checks the previous projection: each only when it has something to say.
 * In slices, for the tests of seasonality take time.
 */
export function* readingsSteps(
  input: MeteoInput,
  keyFigure: Standing,
  standings: readonly Standing[],
  periods: PagePeriods,
): Steps<readonly Reading[]> {
  const volume = volumeOf(standings);
  const about = volume ?? keyFigure;
  const seasons = volume && (yield* seasonality(input, volume));
  return [seasons, anticipation(about, periods, input), check(input, keyFigure, standings, periods)].filter(
    (reading): reading is Reading => reading !== null,
  );
}
