import { readRowsSteps } from '../../../src/core/consolidation/rows';
import { detect } from '../../../src/core/detect/detect';
import type { DetectedTable } from '../../../src/core/detect/detected';
import { twoMeasuresSteps } from '../../../src/core/kpi/complements';
import { dictionaryOf } from '../../../src/core/kpi/dictionary-read';
import type { Kpi } from '../../../src/core/kpi/kpi';
import { proposeKpis } from '../../../src/core/kpi/propose';
import { statusOf } from '../../../src/core/kpi/status';
import type { CellValue, WorkbookSnapshot } from '../../../src/core/sheet/snapshot';
import { atOnce } from '../../../src/core/steps';
import { problemText } from '../../../src/core/words/problem-text';
import { sheetOf, workbookOf } from '../grid';

const MONDAY = 46_027;

type Book = { workbook: WorkbookSnapshot; table: DetectedTable };

const read = (headers: readonly string[], rows: CellValue[][]): Book => {
  const workbook = workbookOf(sheetOf('Suivi', [[...headers], ...rows], { formats: { 0: 'dd/mm/yyyy' } }));
  const [table] = detect(workbook).tables;
  if (!table) throw new Error('no table');
  return { workbook, table };
};

/** Days of 100 calls or so; `lost` says how many of those not answered are counted as abandoned. */
const calls = (days: number, lost: (day: number, left: number) => number): Book =>
  read(
    ['Date', 'Appels reçus', 'Décrochés', 'Abandons'],
    Array.from({ length: days }, (_, day): CellValue[] => {
      const [offered, answered] = [100 + (day % 9), 80 + (day % 5)];
      return [MONDAY + day, offered, answered, lost(day, offered - answered)];
    }),
  );

const proposedIn = ({ workbook, table }: Book): readonly Kpi[] => dictionaryOf(workbook, table, 'fr').kpis;
const held = (kpis: readonly Kpi[], id: string) => kpis.find((kpi) => kpi.id === id)?.thresholds;

describe('thresholds proposed for calls answered and abandoned', () => {
  test('are one measure where the figures say that no call is neither', () => {
    const kpis = proposedIn(calls(30, (_, left) => left));
    expect(held(kpis, 'in_qs')).toEqual({ green: 0.9, amber: 0.8 });
    expect(held(kpis, 'in_abandon_rate')).toEqual({ green: 0.1, amber: 0.2 });
    const [answered, abandoned] = ['in_qs', 'in_abandon_rate'].map((id) => kpis.find((kpi) => kpi.id === id));
    expect(abandoned).toMatchObject({ objective: 0.1, thresholdsProposed: true });
    for (const share of [0.95, 0.83, 0.62])
      expect(answered && statusOf(share, answered)).toBe(abandoned && statusOf(1 - share, abandoned));
  });

  test('are one measure where the one is defined as what the other leaves', () => {
    const log = read(
      ['Date', 'Call Id', 'Answered'],
      Array.from({ length: 40 }, (_, call): CellValue[] => [
        MONDAY + Math.floor(call / 8),
        `ID${String(call)}`,
        call % 5 ? 'Y' : 'N',
      ]),
    );
    expect(held(proposedIn(log), 'in_abandon_rate')).toEqual({ green: 0.1, amber: 0.2 });
  });

  test.each<[string, Book]>([
    ['one day has a call that is neither', calls(30, (day, left) => (day === 17 ? left - 2 : left))],
    ['calls overflow to a mailbox every day', calls(30, (_, left) => left - 3)],
    ['too few days say so', calls(7, (_, left) => left)],
  ])('are those of the field where %s', (_, book) => {
    expect(held(proposedIn(book), 'in_abandon_rate')).toEqual({ green: 0.05, amber: 0.08 });
  });
});

describe('a dictionary that judges one fact by two measures', () => {
  const book = calls(30, (_, left) => left);
  const remarks = (kpis: readonly Kpi[]) => atOnce(twoMeasuresSteps(kpis, readRowsSteps(book.workbook, book.table)));
  const written = proposeKpis(book.table, 'fr');

  test('is told so, with what the first thresholds come down to for the second', () => {
    const [found, ...others] = remarks(written);
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      code: 'one-fact-twice',
      params: { green: 0.1, amber: 0.2, otherGreen: 0.05, otherAmber: 0.08 },
    });
    const french = found && problemText(found, 'fr').body.replace(/\s/g, ' ');
    expect(french).toContain('conforme jusqu’à 10 % et alerte au-dessus de 20 % ; ce sont 5 % et 8 % qui y sont');
    expect(found && problemText(found, 'en').body).toContain('on target up to 10% and alert above 20%');
  });

  test('is told so of thresholds that were confirmed too', () => {
    expect(remarks(written.map((kpi) => ({ ...kpi, thresholdsProposed: false })))).toHaveLength(1);
  });

  test('says nothing where the thresholds agree', () => {
    expect(remarks(proposedIn(book))).toEqual([]);
  });

  test('says nothing where one of the two has no threshold', () => {
    expect(remarks(written.map((kpi) => (kpi.id === 'in_qs' ? { ...kpi, thresholds: null } : kpi)))).toEqual([]);
  });

  test('says nothing where the first is held to more than the whole', () => {
    const thresholds = { green: 10, amber: 9 };
    expect(remarks(written.map((kpi) => (kpi.id === 'in_qs' ? { ...kpi, thresholds } : kpi)))).toEqual([]);
  });
});
