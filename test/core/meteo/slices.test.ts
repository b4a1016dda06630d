import { detect } from '../../../src/core/detect/detect';
import { dictionarySheet } from '../../../src/core/kpi/dictionary';
import type { Kpi } from '../../../src/core/kpi/kpi';
import { pageOf, preparationOf, preparationSteps } from '../../../src/core/meteo/preparation';
import { projectionNotes, projectionNotesSteps } from '../../../src/core/meteo/projectionNotes';
import { projectionSheetSteps } from '../../../src/core/meteo/projectionSheet';
import { meteoSources, meteoSourcesSteps } from '../../../src/core/meteo/sources';
import { standingsOf, standingsSteps } from '../../../src/core/meteo/standing';
import { madeMeteoSteps } from '../../../src/core/meteo/written';
import { atOnce } from '../../../src/core/steps';
import { watchSteps } from '../../../src/core/watch/watch';
import { sheetOf, valueOf, workbookOf } from '../grid';
import { longestStretch, type Stretch } from '../stretch';
import { sheetFromDraft } from './draftedSheet';

/** Ten years of days, open every day, and forty KPIs, every other one a ratio: what the pane has to stay alive with. */
const DAYS = 3_652;
const MEASURES = 40;
const FIRST_DAY = 42_370;
const WEEK = [1.3, 1.1, 1, 0.95, 0.9, 0.5, 0.4];

const data = sheetOf(
  'Suivi',
  [
    ['Date', ...Array.from({ length: MEASURES }, (_, index) => `Mesure ${String(index + 1)}`)],
    ...Array.from({ length: DAYS }, (_, day) => [
      FIRST_DAY + day,
      ...Array.from({ length: MEASURES }, (_measure, index) =>
        Math.round((100 + ((day * 37 + index * 101) % 97)) * (WEEK[day % 7] ?? 1) * (index % 2 === 0 ? 10 : 9)),
      ),
    ]),
  ],
  { formats: { 0: 'dd/mm/yyyy' } },
);
const [table] = detect(workbookOf(data)).tables;
if (!table) throw new Error('no table');

const sum = (column: number) => ({ kind: 'sum' as const, column });
const kpis = Array.from({ length: MEASURES }, (_, index): Kpi => {
  const base = { id: `k${String(index)}`, label: `Indicateur ${String(index)}`, internal: false, thresholdsProposed: false };
  return index % 2 === 0
    ? { ...base, unit: 'count', direction: 'neutral', rule: sum(index + 1), objective: null, thresholds: null, key: false }
    : {
        ...base,
        unit: 'percent',
        direction: 'higher',
        rule: { kind: 'ratio', numerator: sum(index + 1), denominator: sum(index) },
        objective: 0.9,
        thresholds: { green: 0.9, amber: 0.8 },
        key: index < 8,
      };
});
const workbook = workbookOf(data, sheetFromDraft(dictionarySheet(kpis, table, 'fr')));
const request = { language: 'fr' as const, issued: FIRST_DAY + DAYS, minutes: null };
const { input } = valueOf(meteoSources(workbook, table, request));
const { standings } = standingsOf(input, { alone: true });
/** Four of them, two a ratio, where each takes as long as the others. */
const few = { ...input, kpis: input.kpis.slice(0, 4) };

/** Many pauses, and none of the pieces between two more than a small part of the whole. */
const expectSmallPieces = ({ longest, pauses, all }: Stretch, least: number, part: number): void => {
  expect(pauses).toBeGreaterThan(least);
  expect(longest).toBeLessThan(Math.max(part * all, 10));
};

describe('ten years of forty KPIs', () => {
  test('are read by the dictionary that the test means', () => {
    expect(input.kpis.map(({ kpi }) => kpi.id)).toEqual(kpis.map(({ id }) => id));
  });

  test('a météo is prepared in thousands of pieces, and is the same', () => {
    expectSmallPieces(
      longestStretch(() => preparationSteps(input), 1),
      1_000,
      1 / 20,
    );
    const inSlices = valueOf(atOnce(preparationSteps(few)));
    const prepared = valueOf(preparationOf(few));
    const edits = { message: 'Tout va bien.' };
    expect(pageOf(inSlices, edits)).toEqual(pageOf(prepared, edits));
    expect(prepared.draft.standings.filter(({ projection }) => projection !== null)).toHaveLength(few.kpis.length);
  });

  test('a météo is made in pieces', () => {
    expectSmallPieces(
      longestStretch(() => madeMeteoSteps(workbook, table, request), 1),
      1_000,
      1 / 20,
    );
  });

  test('what a météo is made from is gathered in pieces', () => {
    expectSmallPieces(
      longestStretch(() => meteoSourcesSteps(workbook, table, request)),
      MEASURES,
      1 / 2,
    );
  });

  test('each is projected in pieces, with the same figures', () => {
    expectSmallPieces(
      longestStretch(() => standingsSteps(few), 2),
      100 * few.kpis.length,
      1 / 10,
    );
    const forecasts = (found: ReturnType<typeof standingsOf>) => found.standings.map(({ forecast }) => forecast);
    expect(forecasts(atOnce(standingsSteps(few)))).toEqual(forecasts(standingsOf(few)));
  });

  test('the sheet of projections is drawn in pieces', () => {
    expectSmallPieces(
      longestStretch(() => projectionSheetSteps(workbook, few), 2),
      100 * few.kpis.length,
      1 / 8,
    );
  });

  test('the watch is read in pieces', () => {
    expectSmallPieces(
      longestStretch(() => watchSteps(workbook, table, input)),
      MEASURES,
      1 / 4,
    );
  });

  test('what is said of projections is found in pieces, the same', () => {
    const shown = standingsOf(input, { printed: (all) => all.slice(0, 1), alone: true }).standings;
    expectSmallPieces(
      longestStretch(() => projectionNotesSteps(input, shown)),
      MEASURES,
      1 / 3,
    );
    expect(atOnce(projectionNotesSteps(input, shown))).toEqual(projectionNotes(input, shown));
    expect(atOnce(projectionNotesSteps(input, standings))).toEqual([]);
  });
});
