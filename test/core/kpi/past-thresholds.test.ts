import { detect } from '../../../src/core/detect/detect';
import type { DetectedTable } from '../../../src/core/detect/detected';
import { dictionaryOf } from '../../../src/core/kpi/dictionary-read';
import { lackingKey } from '../../../src/core/kpi/past-thresholds';
import { proposeKpis } from '../../../src/core/kpi/propose';
import type { CellValue, WorkbookSnapshot } from '../../../src/core/sheet/snapshot';
import { colourRemarks } from '../../../src/core/watch/colour-remarks';
import { problemText } from '../../../src/core/words/problem-text';
import { sheetOf, workbookOf } from '../grid';

const MONDAY = 46_027;

const read = (headers: readonly string[], rows: CellValue[][]): { workbook: WorkbookSnapshot; table: DetectedTable } => {
  const workbook = workbookOf(sheetOf('Ventes', [[...headers], ...rows], { formats: { 0: 'dd/mm/yyyy' } }));
  const [table] = detect(workbook).tables;
  if (!table) throw new Error('no table');
  return { workbook, table };
};

/** Days of some weeks, each with 100 contacts a day and one conversion the whole week: `week` gives it in points. */
const sales = (weeks: number, week: (index: number) => number) =>
  read(
    ['Date', 'Total Calls', 'Calls Reached', 'Deals Closed'],
    Array.from({ length: weeks * 7 }, (_, day): CellValue[] => [MONDAY + day, 400 + (day % 5), 100, week(Math.floor(day / 7))]),
  );

/** Twenty weeks from 21 to 40 %, one each, in no order. */
const TWENTY = (index: number): number => 21 + ((index * 7) % 20);

describe('a rate that no usual threshold exists for', () => {
  test('is held to what the past has held, as a proposal that says so', () => {
    const { workbook, table } = sales(20, TWENTY);
    const { kpis, problems } = dictionaryOf(workbook, table, 'fr');
    expect(kpis.filter(({ key }) => key)).toMatchObject([
      { id: 'out_conv', thresholds: { green: 0.26, amber: 0.22 }, objective: 0.26, thresholdsProposed: true },
    ]);
    expect(problems).toMatchObject([
      { code: 'thresholds-from-past', params: { green: 0.26, amber: 0.22, periods: 20, held: 15, step: 'week', higher: true } },
    ]);
    const [from] = problems;
    const fr = from && problemText(from, 'fr');
    expect(`${fr?.title ?? ''} ${fr?.body ?? ''}`.replace(/\s/g, ' ')).toMatch(
      /Taux de transformation » proposés d’après le passé\. .*vos 20 semaines : conforme à partir de 26 % \(15 semaines sur 20 l’ont tenu\), alerte sous 22 %/,
    );
    expect(from && problemText(from, 'en').body).toContain('on target from 26% (15 of 20 weeks held it), alert below 22%');
  });

  test('says how many periods held the bound in whole points, which is under what three out of four held', () => {
    const { workbook, table } = sales(12, (index) => [34.5, 35.02, 35.1, 35.49][index] ?? 36 + index);
    const [from] = dictionaryOf(workbook, table, 'fr').problems;
    expect(from?.params).toMatchObject({ green: 0.35, periods: 12, held: 11 });
    expect(from && problemText(from, 'fr').body.replace(/\s/g, ' ')).toContain('35 % (11 semaines sur 12 l’ont tenu)');
  });

  test('keeps two thresholds apart where every week is alike', () => {
    const { workbook, table } = sales(12, () => 30);
    expect(dictionaryOf(workbook, table, 'fr').kpis.find(({ key }) => key)?.thresholds).toEqual({ green: 0.3, amber: 0.29 });
  });

  test('is not held to a past of a few weeks', () => {
    const { workbook, table } = sales(7, TWENTY);
    const { kpis, problems } = dictionaryOf(workbook, table, 'fr');
    expect(kpis.some(({ key }) => key)).toBe(false);
    expect(problems).toEqual([]);
  });

  test('reads months where each row is one', () => {
    const months = Array.from({ length: 12 }, (_, month): CellValue[] => [
      [46_023, 46_054, 46_082, 46_113, 46_143, 46_174, 46_204, 46_235, 46_266, 46_296, 46_327, 46_357][month] ?? 0,
      4000 + month,
      1000,
      300 + 10 * ((month * 5) % 12),
    ]);
    const { workbook, table } = read(['Date', 'Total Calls', 'Calls Reached', 'Deals Closed'], months);
    expect(dictionaryOf(workbook, table, 'fr').problems).toMatchObject([
      { code: 'thresholds-from-past', params: { step: 'month', periods: 12 } },
    ]);
  });

  test('is left alone where another indicator has thresholds of its own', () => {
    const { workbook, table } = read(
      ['Date', 'Appels reçus', 'Décrochés'],
      Array.from({ length: 70 }, (_, day): CellValue[] => [MONDAY + day, 100, 91]),
    );
    const { kpis, problems } = dictionaryOf(workbook, table, 'fr');
    expect(kpis.filter(({ key }) => key).map(({ id, thresholds }) => [id, thresholds?.green])).toEqual([['in_qs', 0.9]]);
    expect(problems).toEqual([]);
  });
});

describe('where nothing can make the weather', () => {
  const { table } = sales(3, TWENTY);
  const kpis = proposeKpis(table, 'fr');

  test('the indicators that wait for an objective are named, with what to do', () => {
    const lacking = lackingKey(kpis, true);
    expect(lacking).toMatchObject({ code: 'no-key-kpi', params: { written: true } });
    const { body } = problemText(lacking ?? { code: 'no-key-kpi', params: {} }, 'fr');
    expect(body).toContain('Taux de transformation');
    expect(body.replace(/\s/g, ' ')).toContain('« oui » dans la colonne « Clé ? »');
    expect(body).not.toContain('Colorez d’abord');
    expect(problemText(lackingKey(kpis, false) ?? { code: 'no-key-kpi', params: {} }, 'fr').body).toContain('Colorez d’abord');
  });

  test('volumes alone ask for an indicator that says what is good', () => {
    const volumes = kpis.map((kpi) => ({ ...kpi, direction: 'neutral' as const }));
    expect(lackingKey(volumes, true)?.params).toEqual({ written: true });
    expect(problemText({ code: 'no-key-kpi', params: { written: true } }, 'en').body).toContain(
      'None of the recognised indicators',
    );
  });

  test('showing the thresholds says it at once', () => {
    expect(colourRemarks(kpis, { sheets: [], names: [] }).map(({ code }) => code)).toEqual(['no-key-kpi', 'nothing-to-colour']);
  });
});

describe('names and thresholds say no more than the table', () => {
  const inFrench = (of: DetectedTable) => proposeKpis(of, 'fr').map(({ id, label }) => [id, label]);

  test('calls of which nothing tells who made them keep the name of their column', () => {
    expect(inFrench(sales(3, TWENTY).table)[0]).toEqual(['out_dials', 'Total Calls']);
  });

  test('calls that were made are said so', () => {
    const { table } = read(
      ['Date', 'Appels émis', 'Contacts argumentés', 'Ventes'],
      Array.from({ length: 30 }, (_, day): CellValue[] => [MONDAY + day, 400, 100, 20]),
    );
    expect(inFrench(table)[0]).toEqual(['out_dials', 'Appels émis']);
  });

  const log = (headers: readonly string[], cells: (index: number) => CellValue[]) =>
    read(
      ['Call number', 'Date of Call', ...headers],
      Array.from({ length: 60 }, (_, index): CellValue[] => [
        `Call_${String(7000 + index)}`,
        MONDAY + Math.floor(index / 2),
        ...cells(index),
      ]),
    ).table;

  test('a log of calls that says no more is of calls, counted by its rows and not by their numbers', () => {
    const table = log(['Representative', 'Satisfaction Rating'], (index) => [`R0${String(index % 5)}`, 3.1 + (index % 9) / 5]);
    const [calls] = proposeKpis(table, 'fr');
    expect(calls).toMatchObject({ id: 'in_offered', label: 'Appels', rule: { kind: 'count' } });
  });

  test('what calls bring in stands beside them, without a currency where none is said', () => {
    const table = log(['Purchase Amount', 'Satisfaction Rating'], (index) => [20 + index, 3.1 + (index % 9) / 5]);
    const kpis = proposeKpis(table, 'fr');
    expect(kpis.map(({ id, unit, currency }) => [id, unit, currency])).toEqual([
      ['in_offered', 'count', undefined],
      ['in_csat_mean', 'score', undefined],
      ['out_revenue', 'currency', undefined],
    ]);
  });

  test.each([
    ['out of five are held to the thresholds of marks out of five', 4.7, { green: 4.2, amber: 3.8 }],
    ['out of ten are not', 9.4, null],
  ])('marks %s', (_, best, thresholds) => {
    const table = log(['Satisfaction Rating'], (index) => [Math.round(10 * (best - (index % 7) / 10)) / 10]);
    expect(proposeKpis(table, 'fr').find(({ id }) => id === 'in_csat_mean')?.thresholds).toEqual(thresholds);
  });
});
