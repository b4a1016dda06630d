import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbookFile } from '../../src/cli/workbookFile';
import type { ColumnType, TableKind } from '../../src/core/detect/detected';
import type { LabelledWorkbook, TableLabel } from './label';

const ROOT = join(__dirname, '../..');
const SHARED = join(ROOT, '../shared/data');

/**
 * Types of columns from the first one on, in words: `date count*3 amount|number -` is a date, three counts, a column that
 * is an amount or a number as one likes, and one that nobody could name.
 */
const typesOf = (first: number, words: string): Map<number, readonly ColumnType[]> => {
  const types = new Map<number, readonly ColumnType[]>();
  let place = first;
  for (const word of words.split(' ')) {
    const [names = '', times = '1'] = word.split('*');
    for (let count = 0; count < Number(times); count++, place++)
      if (names !== '-') types.set(place, names.split('|') as ColumnType[]);
  }
  return types;
};

/** A label: sheet, kind, header row and date column (0-based, -1 for none), first column, types in words. */
const label = (
  sheet: string,
  kind: TableKind,
  headerRow: number,
  dateColumn: number,
  first: number,
  words: string,
): TableLabel => ({
  sheet,
  kind,
  headerRow,
  dateColumn: dateColumn < 0 ? null : dateColumn,
  columns: typesOf(first, words),
});

const read = async (path: string, tables: readonly TableLabel[]): Promise<LabelledWorkbook> => {
  const opened = await openWorkbookFile(path);
  if (!opened.ok) throw new Error(`${path}: ${opened.problem.code}`);
  const workbook = await opened.value.port.read();
  opened.value.close();
  if (!workbook.ok) throw new Error(`${path}: ${workbook.problem.code}`);
  return { name: path.slice(path.lastIndexOf('/') + 1), workbook: workbook.value, tables };
};

/** The workbook that the demonstration runs on. Its journal is the add-in's own table, which detection leaves out. */
export const sampleWorkbook = async (): Promise<readonly LabelledWorkbook[]> => [
  await read(join(ROOT, 'assets/exemple-centre-appels.xlsx'), [
    label('Suivi quotidien', 'daily', 5, 1, 1, 'date category count*5 duration*2 rate count*6 text'),
    label('Synthèse', 'periods', 2, 0, 0, 'date count*3 rate'),
    label('Équipe', 'periods', 2, 0, 0, 'date count|number*3 text'),
    label('Ancien suivi 2024', 'daily', 0, 0, 0, 'date count*2 text|empty'),
  ]),
];

const PERSON = 'category|text count*3 number|rate*2';
const TRACKER = 'date number|count|empty*11';

const SHARED_LABELS: Readonly<Record<string, readonly TableLabel[]>> = {
  'workbooks/reports/R06_Call Center Data.xlsx': [
    label(
      'Data',
      'events',
      2,
      5,
      1,
      'identifier identifier|category duration person|category date amount number category*3 number|category',
    ),
    label('Data', 'snapshot', 2, -1, 16, 'identifier category number|count category'),
  ],
  'workbooks/reports/R09_Call Center Dashboard.xlsx': [
    label('Raw Data ', 'daily', 0, 2, 0, 'person category date count*2 duration count rate amount number|category|count rate'),
    label('Data', 'daily', 0, 1, 0, 'person date count*2 duration count rate amount rate'),
  ],
  'workbooks/reports/R10_Dataset.xlsx': [
    label('Sheet1', 'events', 0, 2, 0, 'identifier person date time category*3 duration*2 number'),
  ],
  'workbooks/reports/R12_Project Management Dashboard.xlsx': [
    label(
      'Data',
      'events',
      0,
      3,
      0,
      'category text|identifier|category person date duration|count date duration|count rate amount*2',
    ),
    label(
      'Dashboard',
      'events',
      4,
      3,
      0,
      'category text|identifier|category person date*2 duration|count duration|count rate amount*2',
    ),
  ],
  'workbooks/reports/R13_Gestion de projet.xlsx': [
    label('avancement de pilotage', 'snapshot', 2, -1, 0, 'category text category duration|number|amount*3 rate'),
    label('recensement des tâches', 'snapshot', 0, -1, 0, 'identifier|count|category text duration - text*3'),
  ],
  'workbooks/reports/R15_Indicateurs.xlsx': [
    label('Mensuelle', 'periods', 0, 0, 0, 'date amount*15 rate amount|number*2 amount*17'),
    label('Annuelle', 'periods', 0, 0, 0, 'date amount|number rate*2 amount*5'),
    label('Change', 'periods', 0, 0, 0, 'date category*2 - number'),
    label('Matieres Premieres', 'periods', 0, 2, 0, 'category*2 date amount|number*12'),
    label('MFR', 'periods', 0, 0, 0, 'date amount|number|count rate|number amount|number rate|number'),
    label('BRVM', 'periods', 0, 0, 0, 'date number rate|number number rate|number'),
    label('POPULATION', 'periods', 0, 0, 0, 'date count*3 rate*2 number|count number|duration*2'),
  ],
  'workbooks/reports/R16_KPI Dashboard.xlsx': [
    label('Weekly', 'across', 2, 0, 2, 'count*4 duration*10 count|number*3 count*4 amount|number*4'),
    label('Monthly', 'across', 2, 2, 4, 'count*4 duration*7 count*7 count|empty amount|number*4'),
    label('Ambulatory Visits ', 'periods', 0, 2, 0, 'category*2 date number|count|amount'),
  ],
  'workbooks/reports/R17_suivi.xlsx': [
    label(
      'AGADIR',
      'snapshot',
      0,
      -1,
      0,
      'category person category amount*3 rate - amount rate amount*2 rate amount rate amount*2 -',
    ),
    label('QUALI NV', 'snapshot', 0, -1, 0, 'category*2 - person'),
    label('SOM', 'snapshot', 6, -1, 0, 'category category|text person|text category'),
    label('VMM', 'snapshot', 6, -1, 0, 'category category|text person|text category'),
  ],
  'workbooks/reports/R19_Historique.xlsx': [label('Sheet1', 'events', 0, 4, 0, 'count*3 - date*2 duration*3 count*3')],
  'workbooks/reports/R22_KPI.xlsx': [
    ...['Mr Pink', 'Mr Black', 'Mr White', 'Mr Brown', 'Mr Blue', 'Miss G'].map((sheet) =>
      label(sheet, 'snapshot', 37, -1, 1, PERSON),
    ),
    ...['Mr Pink1', 'Mr Black1', 'Miss G1'].map((sheet) => label(sheet, 'daily', 0, 0, 0, TRACKER)),
  ],
  'series/S01_call-center-data_fr-locale_dates-serie.csv': [
    label('S01_call-center-data_fr-locale_', 'daily', 0, 9, 0, 'identifier|category count*2 rate count duration*3 rate date'),
  ],
  'series/S03_nhs-24-calls_quotidien.csv': [label('S03_nhs-24-calls_quotidien', 'daily', 0, 0, 0, 'date count*2')],
  'series/S04_NHS-111_offered-answered60s_mensuel.csv': [
    label(
      'S04_NHS-111_offered-answered60s',
      'periods',
      0,
      1,
      0,
      'category date identifier|category category|text identifier|category category|text count*10',
    ),
  ],
  'series/S07_ponctualite-mensuelle-transilien.csv': [
    label('S07_ponctualite-mensuelle-trans', 'periods', 0, 0, 0, 'date category*3 rate number'),
  ],
};

/** Reports that people made for themselves, where the folder that holds them is at hand. */
export const sharedWorkbooks = async (): Promise<readonly LabelledWorkbook[]> => {
  const present = Object.entries(SHARED_LABELS).filter(([path]) => existsSync(join(SHARED, path)));
  if (present.length === 0) console.log(`Shared reports are not at ${SHARED}: they are left out.`);
  const set: LabelledWorkbook[] = [];
  for (const [path, tables] of present) set.push(await read(join(SHARED, path), tables));
  return set;
};
