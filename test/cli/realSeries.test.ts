import { compare, consolidated, detected, removeReports, scaled, seriesTruthOf, whenShared, type Expected } from './reports';

afterAll(removeReports);

type Periods = { weekly: Expected; monthly: Expected };

const SECONDS_PER_DAY = 86_400;

describe('S01: semicolons, decimal commas, serials for dates, 26 rows a day', () => {
  const FILE = 'S01_call-center-data_fr-locale_dates-serie.csv';

  whenShared('every week and month', async () => {
    const truth = seriesTruthOf<Periods>('S01');
    const { week, month } = await consolidated(
      FILE,
      ...['--by', 'week,month'],
      ...['--measure', 'incoming=sum:Incoming Calls', '--measure', 'answered=sum:Answered Calls'],
      ...['--measure', 'answer_rate=ratio:Answered Calls/Incoming Calls', '--measure', 'abandoned=sum:Abandoned Calls'],
      ...['--measure', 'service_mean=mean:I', '--measure', 'service_weighted=wmean:I*B', '--measure', 'talk=wmean:G*C'],
    );
    const names = {
      'answer_rate=Σanswered/Σincoming': 'answer_rate',
      'service_level_pct moyenne simple': 'service_mean',
      'service_level_pct pondéré incoming': 'service_weighted',
      'talk_avg_s pondéré answered': 'talk',
    };
    // Talk times are clock times, that is fractions of a day; they are expected in seconds, to the hundredth.
    const { 'talk_avg_s pondéré answered': weeklyTalk = {}, ...weekly } = truth.weekly;
    const { 'talk_avg_s pondéré answered': monthlyTalk = {}, ...monthly } = truth.monthly;
    compare(week, weekly, names);
    compare(month, monthly, names);
    for (const [values, talk] of [
      [week, weeklyTalk],
      [month, monthlyTalk],
    ] as const)
      for (const [period, seconds] of Object.entries(talk))
        expect(scaled(values, 'talk', SECONDS_PER_DAY)[period]?.['talk']).toBeCloseTo(seconds ?? NaN, 2);
  });

  whenShared('numbers, durations and dates are what they are', async () => {
    const { tables } = await detected(FILE);
    expect(tables[0]).toMatchObject({ area: 'A1:J1252', dateColumn: 'J', dateWriting: 'serial' });
    const types = Object.fromEntries((tables[0]?.columns ?? []).map(({ column, type }) => [column, type]));
    expect(types).toMatchObject({ B: 'count', C: 'count', D: 'rate', E: 'count', F: 'duration', G: 'duration', H: 'duration' });
  });
});

describe('S03: one row a day', () => {
  const FILE = 'S03_nhs-24-calls_quotidien.csv';

  whenShared('every week and month', async () => {
    const truth = seriesTruthOf<Periods>('S03');
    const { week, month, day } = await consolidated(
      FILE,
      ...['--by', 'day,week,month'],
      ...['--measure', 'Calls - NHS24 111=sum:B', '--measure', 'Calls - Coronavirus helpline=sum:C'],
    );
    compare(week, truth.weekly);
    compare(month, truth.monthly);
    expect(Object.keys(day)).toHaveLength(seriesTruthOf<{ n: number }>('S03').n);
  });
});

describe('S04: months such as Apr-15, which may be days as well', () => {
  const FILE = 'S04_NHS-111_offered-answered60s_mensuel.csv';
  const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
  /** `2015-04` of `Apr-15`. */
  const isoMonth = (month: string): string =>
    `20${month.slice(4)}-${String(MONTHS.indexOf(month.slice(0, 3)) + 1).padStart(2, '0')}`;

  whenShared('every month', async () => {
    const truth = seriesTruthOf<{ monthly: Expected }>('S04');
    const monthly = Object.fromEntries(
      Object.entries(truth.monthly).map(([measure, months]) => [
        measure,
        Object.fromEntries(Object.entries(months).map(([month, value]) => [isoMonth(month), value])),
      ]),
    );
    const { month } = await consolidated(
      FILE,
      ...['--by', 'month', '--date', 'Periodname'],
      ...['--measure', 'offered=sum:Nhs1 Number Calls Offered SUM', '--measure', 'answered=sum:Nhs1 Answered Calls SUM'],
      ...['--measure', 'in60=ratio:Nhs1 Answered 60sec SUM/Nhs1 Answered Calls SUM'],
      ...['--measure', 'abandoned=ratio:Nhs1 Abandoned Calls SUM/Nhs1 Number Calls Offered SUM'],
    );
    compare(month, monthly, { answered_60s_rate: 'in60', 'abandon_rate=abandoned/offered': 'abandoned' });
  });

  whenShared('the months are read as text', async () => {
    const { tables } = await detected(FILE);
    expect(tables[0]).toMatchObject({ dateColumn: 'B', dateWriting: 'month-name' });
  });
});

describe('S07: months, a rate by line, one of them blank', () => {
  const FILE = 'S07_ponctualite-mensuelle-transilien.csv';

  whenShared('every month’s mean', async () => {
    const truth = seriesTruthOf<{ monthly_mean_taux: Expected[string] }>('S07');
    const { month } = await consolidated(FILE, '--by', 'month', '--measure', 'taux=mean:Taux de ponctualité');
    // The expected means are rounded to three decimals.
    const wrong = Object.entries(truth.monthly_mean_taux).filter(
      ([key, value]) => !(Math.abs((month[key]?.['taux'] ?? NaN) - (value ?? NaN)) <= 6e-4),
    );
    expect(wrong).toEqual([]);
  });

  whenShared('the months are read as text', async () => {
    const { tables } = await detected(FILE);
    expect(tables[0]).toMatchObject({ dateColumn: 'A', dateWriting: 'year-month' });
  });
});
