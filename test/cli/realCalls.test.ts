import {
  compare,
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

type Periods = { weekly: Expected; monthly: Expected };

const sumOf = (values: Values, measure: string): number =>
  Object.values(values).reduce((sum, measures) => sum + (measures[measure] ?? 0), 0);

describe('R06: an event log under a title, beside another table', () => {
  const FILE = 'R06_Call Center Data.xlsx';

  whenShared('every week and month', async () => {
    const truth = truthOf<Periods & { n: number; total_purchase: number; avg_rating: number }>('R06');
    const { week, month, year } = await consolidated(
      FILE,
      ...['--by', 'week,month,year'],
      ...['--measure', 'calls=count', '--measure', 'purchase_sum=sum:G'],
      ...['--measure', 'rating_mean=mean:H', '--measure', 'duration_mean_min=mean:D'],
    );
    compare(week, truth.weekly);
    compare(month, truth.monthly);
    expect(year['2023']?.['rating_mean']).toBeCloseTo(truth.avg_rating, 4);
    expect(sumOf(year, 'purchase_sum')).toBe(truth.total_purchase);
    expect(sumOf(year, 'calls')).toBe(truth.n);
    untouched(FILE);
  });

  whenShared('the log is found, and the customers beside it are a table of their own', async () => {
    const { tables } = await detected(FILE);
    expect(tables[0]).toMatchObject({ sheet: 'Data', kind: 'events', area: 'B3:L1003', headerRow: 3, dateColumn: 'F' });
    expect(tables.map(({ area }) => area)).toContain('Q3:T18');
  });
});

describe('R09: rows per agent, a hidden duplicate, dates of which no day passes the 12th', () => {
  const FILE = 'R09_Call Center Dashboard.xlsx';
  const MEASURES = [
    ...['--measure', 'total_calls=sum:D', '--measure', 'calls_reached=sum:E', '--measure', 'reach_rate=ratio:E/D'],
    ...['--measure', 'deals=sum:G', '--measure', 'deal_value=sum:I', '--measure', 'drop_rate_mean=mean:K'],
  ];

  whenShared('the exchange of day and month is asked about, at the first date that it would change', async () => {
    const { tables, problems } = await detected(FILE);
    expect(tables[0]).toMatchObject({ sheet: 'Raw Data ', kind: 'daily', area: 'A1:K313', dateColumn: 'C' });
    expect(problems).toContainEqual(expect.objectContaining({ code: 'day-month-swap', sheet: 'Raw Data ', cell: 'C28' }));
    expect(problems).toContainEqual(expect.objectContaining({ code: 'duplicate-table', sheet: 'Data', cell: 'A1' }));
  });

  whenShared('every week and month, when the answer is that the dates are as they are', async () => {
    const truth = truthOf<Periods & { total_calls: number; reached: number; deals: number }>('R09');
    const { week, month, problems } = await consolidated(FILE, '--by', 'week,month', '--dates', 'as-is', ...MEASURES);
    compare(week, truth.weekly);
    compare(month, truth.monthly);
    expect(sumOf(month, 'total_calls')).toBe(truth.total_calls);
    expect(sumOf(month, 'calls_reached')).toBe(truth.reached);
    expect(sumOf(month, 'deals')).toBe(truth.deals);
    expect(problems.map(({ code }) => code)).not.toContain('day-month-swap');
    untouched(FILE);
  });

  whenShared('the same values while nobody has answered, with the question', async () => {
    const { month, problems } = await consolidated(FILE, '--by', 'month', ...MEASURES);
    compare(month, truthOf<Periods>('R09').monthly);
    expect(problems).toContainEqual(expect.objectContaining({ code: 'day-month-swap', sheet: 'Raw Data ' }));
  });

  whenShared('each row in the month that was its day, when the answer is that they are exchanged', async () => {
    const truth = truthOf<{ total_calls: number }>('R09');
    const { month } = await consolidated(FILE, '--by', 'month', '--dates', 'swapped', ...MEASURES);
    // 2024-01-01 to 2024-12-01, 26 rows each, become the first twelve days of January 2024.
    expect(Object.keys(month)).toEqual(['2024-01']);
    expect(month['2024-01']?.['total_calls']).toBe(truth.total_calls);
  });
});

describe('R10: ISO dates typed as text, weeks across the turn of the year', () => {
  const FILE = 'R10_Dataset.xlsx';

  whenShared('every week and month', async () => {
    const truth = truthOf<Periods & { n: number }>('R10');
    const { week, month } = await consolidated(
      FILE,
      ...['--by', 'week,month'],
      ...['--measure', 'calls=count', '--measure', 'answered=countif:F=Y', '--measure', 'answer_rate=ratio:countif(F=Y)/count'],
      ...['--measure', 'abandon_rate=ratio:countif(F=N)/count'],
      ...['--measure', 'speed=mean:H', '--measure', 'satisfaction_mean=mean:J'],
    );
    const names = { 'avg_speed_answer_s(answered only)': 'speed' };
    compare(week, truth.weekly, names);
    compare(month, truth.monthly, names);
    expect(sumOf(month, 'calls')).toBe(truth.n);
    untouched(FILE);
  });

  whenShared('the dates are read as text', async () => {
    const { tables } = await detected(FILE);
    expect(tables[0]).toMatchObject({ kind: 'events', area: 'A1:J5001', dateColumn: 'C', dateWriting: 'iso' });
  });
});

describe('R19: 25,753 orders, dates and minutes as texts', () => {
  const FILE = 'R19_Historique.xlsx';

  whenShared('every week and month', async () => {
    const truth = truthOf<Periods & { n: number }>('R19');
    const { week, month, problems } = await consolidated(
      FILE,
      ...['--by', 'week,month', '--date', 'E'],
      ...['--measure', 'quantity=sum:B', '--measure', 'good_rate=ratio:C/B', '--measure', 'prod_time_min=sum:H'],
      ...['--measure', 'orders=count'],
    );
    compare(week, truth.weekly);
    compare(month, truth.monthly);
    expect(sumOf(month, 'orders')).toBe(truth.n);
    expect(problems).toContainEqual(expect.objectContaining({ code: 'numbers-as-text', sheet: 'Sheet1', cell: 'H2' }));
  });
});
