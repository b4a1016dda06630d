import { periodOf } from '../../src/core/period/calendar';
import { serialOf } from '../../src/core/period/serial';
import {
  compare,
  consolidateCommand,
  consolidated,
  detected,
  removeReports,
  truthOf,
  untouched,
  whenShared,
  type Expected,
  type Values,
} from './reports';

afterAll(removeReports);

/** A period for which the expected values show 0 and the file holds no figure at all has no value here. */
const blankWhere = (expected: Expected, isBlank: (period: string) => boolean): Expected =>
  Object.fromEntries(
    Object.entries(expected).map(([measure, periods]) => [
      measure,
      Object.fromEntries(Object.entries(periods).map(([period, value]) => [period, isBlank(period) ? null : value])),
    ]),
  );

describe('R15: months of a state’s accounts', () => {
  const FILE = 'R15_Indicateurs.xlsx';
  type Truth = { n_months: number; yearly: Expected; quarterly: Expected };

  /** Sums of three months, `2016Q1`; null when none of them has a figure. */
  const quarters = (month: Values): Values => {
    const sums: Values = {};
    for (const [key, measures] of Object.entries(month)) {
      const quarter = `${key.slice(0, 4)}Q${String(Math.ceil(Number(key.slice(5)) / 3))}`;
      const sum = (sums[quarter] ??= {});
      for (const [name, value] of Object.entries(measures)) if (value !== null) sum[name] = (sum[name] ?? 0) + value;
    }
    return sums;
  };

  whenShared('every year and quarter; one without a figure stays blank', async () => {
    const truth = truthOf<Truth>('R15');
    const { month, year } = await consolidated(
      FILE,
      ...['--sheet', 'Mensuelle', '--by', 'month,year'],
      ...['--measure', 'Recettes et dons=sum:Recettes et dons', '--measure', 'Dépenses totales=sum:Dépenses totales'],
    );
    compare(
      year,
      blankWhere(truth.yearly, (key) => key === '2022'),
    );
    compare(
      quarters(month),
      blankWhere(truth.quarterly, (key) => key === '2022Q1'),
    );
    untouched(FILE);
  });

  whenShared('its running totals are raised: their last value counts, not their sum', async () => {
    const { tables, problems } = await detected(FILE);
    expect(tables.find(({ sheet }) => sheet === 'Mensuelle')).toMatchObject({ kind: 'periods', headerRow: 1, dateColumn: 'A' });
    expect(problems).toContainEqual(
      expect.objectContaining({
        code: 'cumulative-columns',
        sheet: 'Mensuelle',
        cell: 'T1',
        facts: { column: 'Cumul Recettes et dons', count: 17 },
      }),
    );
  });
});

describe('R16: weeks across the columns, KPIs in rows', () => {
  const FILE = 'R16_KPI Dashboard.xlsx';
  type Row = {
    weekly: Expected[string];
    monthly_sum_by_week_start?: Expected[string];
    monthly_mean_by_week_start?: Expected[string];
  };
  type Truth = Record<string, Row> & { monthly_sheet_ED_Oak_row6: Record<string, number> };

  const weekOf = (monday: string): string => {
    const [year = 0, month = 0, day = 0] = monday.split('-').map(Number);
    return periodOf(serialOf({ year, month, day }), 'week').key;
  };
  const byWeek = (row: Row | undefined): Expected[string] =>
    Object.fromEntries(Object.entries(row?.weekly ?? {}).map(([monday, value]) => [weekOf(monday), value]));
  const noJuly = (values: Expected[string] | undefined): Expected[string] =>
    Object.fromEntries(Object.entries(values ?? {}).map(([month, value]) => [month, month === '2020-07' ? null : value]));

  whenShared('every week and month of three rows, by facility and name or by row number', async () => {
    const truth = truthOf<Truth>('R16');
    const visits = truth['Oak Hospital / ED Visits (ligne 4)'];
    const ambulatory = truth['Physician Enterprise / Ambulatory Visits (ligne 3)'];
    const stay = truth['Oak Hospital / Average ED LOS (Minutes) (ligne 7)'];
    const { week, month } = await consolidated(
      FILE,
      ...['--sheet', 'Weekly', '--by', 'week,month'],
      ...['--measure', 'visits=sum:Oak Hospital / ED Visits', '--measure', 'ambulatory=sum:3'],
      ...['--measure', 'stay=mean:Oak Hospital / Average ED LOS (Minutes)'],
    );
    compare(week, { visits: byWeek(visits), ambulatory: byWeek(ambulatory), stay: byWeek(stay) });
    compare(month, {
      visits: noJuly(visits?.monthly_sum_by_week_start),
      ambulatory: noJuly(ambulatory?.monthly_sum_by_week_start),
      stay: noJuly(stay?.monthly_mean_by_week_start),
    });
    untouched(FILE);
  });

  whenShared('figures pasted under another KPI for one week are raised at their cells', async () => {
    const { problems } = await detected(FILE);
    expect(problems).toContainEqual(expect.objectContaining({ code: 'figures-copied', sheet: 'Weekly', cell: 'D17:D19' }));
  });

  whenShared('months whose years stand in another row are raised, and their figures are those of their names', async () => {
    const { problems } = await detected(FILE);
    expect(problems).toContainEqual(
      expect.objectContaining({ code: 'dates-without-year', sheet: 'Monthly', cell: 'D3', facts: { sample: 'November' } }),
    );
    const byDate = await consolidateCommand(FILE, '--sheet', 'Monthly', '--by', 'month', '--measure', 'visits=sum:6');
    expect(byDate).toMatchObject({ status: 1 });
    const { monthly_sheet_ED_Oak_row6: expected } = truthOf<Truth>('R16');
    const { group } = await consolidated(FILE, '--sheet', 'Monthly', '--group', 'Month of', '--measure', 'visits=sum:6');
    compare(group, { visits: expected });
  });

  whenShared('the table is found with its dates across', async () => {
    const { tables } = await detected(FILE);
    expect(tables.find(({ sheet }) => sheet === 'Weekly')).toMatchObject({ kind: 'across', dateWriting: 'real' });
  });
});
