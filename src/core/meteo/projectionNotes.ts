import { holidaysAmong, seasonalitySteps } from '../forecast/seasonality';
import type { Kpi } from '../kpi/kpi';
import { periodLabel } from '../period/label';
import { atOnce, eachInSteps, type Steps } from '../steps';
import { explainedText } from '../words/explained-text';
import { seasonStatements } from '../words/season-text';
import { recordText, type RecordText } from '../words/track-record-text';
import { typeset, upperFirst } from '../words/typography';
import { volumeOf } from './composeReadings';
import type { MeteoInput } from './input';
import { pageSeasonsSteps } from './pageSeasons';
import type { Standing } from './standing';
import { projectionRecordsSteps } from './trackRecord';

/** What is said of a KPI's projection, each text ready to be shown. */
export type KpiNotes = {
  kpi: Pick<Kpi, 'id' | 'label'>;
  /** How much history, what carried weight, what was cleaned. */
  explained: string;
  /** Seasons that its days show for certain, one sentence each. */
  seasons: readonly string[];
  /** How the printed projections have done; null for a KPI of which none was printed. */
  record: RecordText | null;
  /** Printed projections that could be checked, and those of them inside their interval. */
  checked: number;
  inside: number;
};

function* seasonsSteps(standing: Standing, input: MeteoInput): Steps<readonly string[]> {
  const { series, since, weeks } = standing;
  const end = weeks.at(-1)?.end ?? 0;
  const days = input.coverage.days.flatMap((serial) => {
    const value = serial >= (since ?? 0) && serial < end ? series.valueOf({ start: serial, end: serial + 1 }) : null;
    return value === null ? [] : [{ serial, value }];
  });
  yield undefined;
  // Rows of weeks or months are no days: their dates would make a rhythm of their own.
  const found =
    input.coverage.step === 'day'
      ? yield* seasonalitySteps(days, { holidays: holidaysAmong(days, input.settings.holidayRegion) })
      : yield* pageSeasonsSteps(input, standing);
  return seasonStatements(found, input.language).map((text) => typeset(`${upperFirst(text)}.`, input.language));
}

/**
 * What there is to say of each projected KPI, in the dictionary's order; seasons of the volume alone, as on the page.
 *
 * @example
 * projectionNotes(input, standings)[0]?.explained // 'Établie sur 104 semaines connues, …'
 */
export const projectionNotes = (input: MeteoInput, standings: readonly Standing[]): readonly KpiNotes[] =>
  atOnce(projectionNotesSteps(input, standings));

/** `projectionNotes` in slices. */
export function* projectionNotesSteps(input: MeteoInput, standings: readonly Standing[]): Steps<readonly KpiNotes[]> {
  const { language } = input;
  const records = yield* projectionRecordsSteps(input);
  const volume = volumeOf(standings);
  return yield* eachInSteps(
    standings.filter(({ projection }) => projection !== null),
    function* (standing) {
      const { kpi, weeks, forecast } = standing;
      // The engine saw the weeks from the first one that is known.
      const offset = weeks.length - forecast.fitted.length;
      const weekOf = (index: number): string => {
        const week = weeks[offset + index];
        return week ? periodLabel(week, language) : '';
      };
      const found = records.find((record) => record.kpi.id === kpi.id);
      return {
        kpi: { id: kpi.id, label: kpi.label },
        explained: explainedText(forecast, weekOf, language),
        seasons: standing === volume ? yield* seasonsSteps(standing, input) : [],
        record: found ? recordText(found, language) : null,
        checked: found?.record.checked ?? 0,
        inside: found?.record.inside ?? 0,
      };
    },
  );
}
