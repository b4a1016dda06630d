import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { meteo, workFolder } from './terminal';

const SHARED = join(__dirname, '../../../shared/data/workbooks');
const present = existsSync(SHARED);
if (!present) console.warn(`Real workbooks are not at ${SHARED}: their tests do not run.`);
const whenShared = present ? test : test.skip;

type Values = Record<string, Record<string, number | null>>;
type Truth = Record<
  string,
  {
    weekly?: Record<string, Record<string, number>>;
    monthly?: Record<string, Record<string, number>>;
    yearly?: Record<string, Record<string, number>>;
  }
>;

const truth = (): Truth => JSON.parse(readFileSync(join(SHARED, 'truth.json'), 'utf8')) as Truth;
const folder = workFolder();
afterAll(() => folder.remove());

/** Expected values are rounded to four decimals. */
const compare = (values: Values, expected: Record<string, Record<string, number>>, names: Record<string, string>): void => {
  expect(Object.keys(expected)).not.toEqual([]);
  for (const [measure, periods] of Object.entries(expected)) {
    const name = names[measure] ?? measure;
    for (const [period, value] of Object.entries(periods)) {
      const got = values[period]?.[name];
      expect({
        measure,
        period,
        near: got !== null && got !== undefined && Math.abs(got - value) <= 6e-5 * Math.max(1, Math.abs(value) / 1e4),
        got,
        value,
      }).toMatchObject({ near: true });
    }
  }
};

const consolidated = async (file: string, ...words: string[]): Promise<{ week: Values; month: Values; year: Values }> => {
  const said = await meteo('consolidate', join(SHARED, 'reports', file), folder.path(file), '--json', ...words);
  expect(said).toMatchObject({ status: 0 });
  return JSON.parse(said.out) as { week: Values; month: Values; year: Values };
};

/** Parts of the input that the output lacks or holds changed. */
const changedParts = (file: string): string[] => {
  const before = unzipSync(new Uint8Array(readFileSync(join(SHARED, 'reports', file))));
  const after = unzipSync(new Uint8Array(readFileSync(folder.path(file))));
  return Object.keys(before).filter(
    (part) => !after[part] || Buffer.compare(Buffer.from(before[part] ?? []), Buffer.from(after[part])) !== 0,
  );
};

/** Parts that every added sheet has to change, or that the calculation drops. */
const EXPECTED_CHANGES =
  /^(\[Content_Types\]\.xml|xl\/workbook\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/styles\.xml|xl\/sharedStrings\.xml|xl\/calcChain\.xml|docProps\/app\.xml)$/;
const untouched = (file: string): void => expect(changedParts(file).filter((part) => !EXPECTED_CHANGES.test(part))).toEqual([]);

whenShared(
  'R06: an event log under a title, beside another table',
  async () => {
    const file = 'R06_Call Center Data.xlsx';
    const { week, month } = await consolidated(
      file,
      ...['--by', 'week,month'],
      ...['--measure', 'calls=count', '--measure', 'purchase_sum=sum:G'],
      ...['--measure', 'rating_mean=mean:H', '--measure', 'duration_mean_min=mean:D'],
    );
    compare(week, truth()['R06']?.weekly ?? {}, {});
    compare(month, truth()['R06']?.monthly ?? {}, {});
    untouched(file);
  },
  120_000,
);

whenShared(
  'R09: rows per agent, a hidden duplicate',
  async () => {
    const file = 'R09_Call Center Dashboard.xlsx';
    const { week, month } = await consolidated(
      file,
      ...['--by', 'week,month'],
      ...['--measure', 'total_calls=sum:D', '--measure', 'calls_reached=sum:E', '--measure', 'reach_rate=ratio:E/D'],
      ...['--measure', 'deals=sum:G', '--measure', 'deal_value=sum:I', '--measure', 'drop_rate_mean=mean:K'],
    );
    compare(week, truth()['R09']?.weekly ?? {}, {});
    compare(month, truth()['R09']?.monthly ?? {}, {});
    untouched(file);
  },
  120_000,
);

whenShared(
  'R10: ISO dates typed as text, weeks across the turn of the year',
  async () => {
    const file = 'R10_Dataset.xlsx';
    const { week, month } = await consolidated(
      file,
      ...['--by', 'week,month'],
      ...['--measure', 'calls=count', '--measure', 'answered=countif:F=Y', '--measure', 'answer_rate=ratio:countif(F=Y)/count'],
      ...[
        '--measure',
        'abandon_rate=ratio:countif(F=N)/count',
        '--measure',
        'speed=mean:H',
        '--measure',
        'satisfaction_mean=mean:J',
      ],
    );
    const names = { 'avg_speed_answer_s(answered only)': 'speed' };
    compare(week, truth()['R10']?.weekly ?? {}, names);
    compare(month, truth()['R10']?.monthly ?? {}, names);
    untouched(file);
  },
  120_000,
);

whenShared(
  'R15: months, consolidated by year; a year without a figure stays blank',
  async () => {
    const file = 'R15_Indicateurs.xlsx';
    const { year } = await consolidated(
      file,
      ...['--by', 'year', '--sheet', 'Mensuelle'],
      ...['--measure', 'Recettes et dons=sum:Recettes et dons', '--measure', 'Dépenses totales=sum:Dépenses totales'],
    );
    const known = Object.fromEntries(
      Object.entries(truth()['R15']?.yearly ?? {}).map(([measure, years]) => [
        measure,
        Object.fromEntries(Object.entries(years).filter(([key]) => key !== '2022')),
      ]),
    );
    compare(year, known, {});
    expect(year['2022']?.['Recettes et dons'] ?? null).toBeNull();
    untouched(file);
  },
  120_000,
);
