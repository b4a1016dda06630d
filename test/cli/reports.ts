import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { meteo, workFolder, type Said } from './terminal';

/**
 * Reports and series that people made for themselves, with values computed independently of this project. They are read
 * where they are at hand and skipped, with a message, where they are not.
 */
const SHARED = join(__dirname, '../../../shared/data');
const present = existsSync(SHARED);
if (!present) console.warn(`Real reports are not at ${SHARED}: their tests do not run.`);

/** A test over a real report, and how long it may take. */
export const whenShared = (name: string, run: () => Promise<void>): void => (present ? test : test.skip)(name, run, 240_000);

/** Values by period (or by label), then by measure. */
export type Values = Record<string, Record<string, number | null>>;
/** Expected values by measure, then by period. */
export type Expected = Readonly<Record<string, Readonly<Record<string, number | null>>>>;

/** A problem as `--json` prints it. */
type Raised = { code: string; sheet?: string; cell?: string; facts: Record<string, unknown> };

export type Consolidated = {
  day: Values;
  week: Values;
  month: Values;
  year: Values;
  group: Values;
  total: Record<string, number | null>;
  problems: Raised[];
};

const parsed = <T>(file: string): T => JSON.parse(readFileSync(join(SHARED, file), 'utf8')) as T;

/** What the values of a report are, as `truth.json` says. */
export const truthOf = <T>(report: string): T => parsed<Record<string, T>>('workbooks/truth.json')[report] as T;
export const seriesTruthOf = <T>(series: string): T => parsed<Record<string, T>>('series/truth.json')[series] as T;

/** Path of a report (`R06_Call Center Data.xlsx`) or of a series (`S03_….csv`). */
export const pathOf = (file: string): string =>
  existsSync(join(SHARED, 'workbooks/reports', file)) ? join(SHARED, 'workbooks/reports', file) : join(SHARED, 'series', file);

const folder = workFolder();
/** Removes what the tests of a file have written. */
export const removeReports = (): void => folder.remove();

const outputOf = (file: string): string => folder.path(`${file.replace(/\.[a-z]+$/, '')}.xlsx`);

/** Runs `consolidate FILE OUT --json …`. */
export const consolidateCommand = (file: string, ...words: string[]): Promise<Said> =>
  meteo('consolidate', pathOf(file), outputOf(file), '--json', ...words);

/** What `consolidate FILE OUT --json …` prints, once it has done its work. */
export const consolidated = async (file: string, ...words: string[]): Promise<Consolidated> => {
  const said = await consolidateCommand(file, ...words);
  expect({ status: said.status, ...(said.status !== 0 && { err: said.err }) }).toEqual({ status: 0 });
  return JSON.parse(said.out) as Consolidated;
};

export type DetectedJson = {
  tables: {
    sheet: string;
    kind: string;
    area: string;
    headerRow: number;
    lastRow: number;
    dateColumn: string | null;
    dateWriting: string | null;
    columns: { column: string; header: string; type: string }[];
  }[];
  problems: Raised[];
};

/** Runs `detect FILE --json` and gives what it prints. */
export const detected = async (file: string): Promise<DetectedJson> =>
  JSON.parse((await meteo('detect', pathOf(file), '--json')).out) as DetectedJson;

/** Expected values are rounded to four decimals, or to as many figures as make a difference of 6e-5 of ten thousand. */
const near = (got: number | null | undefined, value: number): boolean =>
  typeof got === 'number' && Math.abs(got - value) <= 6e-5 * Math.max(1, Math.abs(value) / 1e4);

/**
 * Compares every expected value of every measure; `names` says what a measure is called here where that differs. An expected
 * null is a period without any figure, which has no value here.
 */
export const compare = (values: Values, expected: Expected, names: Readonly<Record<string, string>> = {}): void => {
  expect(Object.keys(expected)).not.toEqual([]);
  const wrong = Object.entries(expected).flatMap(([measure, periods]) =>
    Object.entries(periods).flatMap(([period, value]) => {
      const got = values[period]?.[names[measure] ?? measure];
      return (value === null ? (got ?? null) === null : near(got, value)) ? [] : { measure, period, got, value };
    }),
  );
  expect(wrong).toEqual([]);
};

/** Values by measure and period with each of them changed: day fractions as seconds, say. */
export const scaled = (values: Values, measure: string, factor: number): Values =>
  Object.fromEntries(
    Object.entries(values).map(([period, measures]) => {
      const value = measures[measure];
      return [period, { ...measures, [measure]: typeof value === 'number' ? value * factor : (value ?? null) }];
    }),
  );

/** Parts that every added sheet has to change, or that the calculation drops. */
const EXPECTED_CHANGES =
  /^(\[Content_Types\]\.xml|xl\/workbook\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/styles\.xml|xl\/sharedStrings\.xml|xl\/calcChain\.xml|docProps\/app\.xml)$/;

/** Every part of the report that nothing had to change is in the output, byte for byte; `but` are parts that show today's date. */
export const untouched = (file: string, but?: RegExp): void => {
  const before = unzipSync(new Uint8Array(readFileSync(pathOf(file))));
  const after = unzipSync(new Uint8Array(readFileSync(outputOf(file))));
  const changed = Object.keys(before).filter(
    (part) => !after[part] || Buffer.compare(Buffer.from(before[part] ?? []), Buffer.from(after[part])) !== 0,
  );
  expect(changed.filter((part) => !EXPECTED_CHANGES.test(part) && but?.test(part) !== true)).toEqual([]);
};
