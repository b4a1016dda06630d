import { applyMapping } from '../../../src/core/detect/mapping-apply';
import { decided } from '../../../src/core/detect/mapping-decide';
import { mappingRows } from '../../../src/core/detect/mapping-rows';
import { detect } from '../../../src/core/detect/detect';
import type { DetectedColumn, DetectedTable } from '../../../src/core/detect/detected';
import { sourceView } from '../../../src/core/detect/source-view';
import { proposeKpis } from '../../../src/core/kpi/propose';
import type { CellValue, WorkbookSnapshot } from '../../../src/core/sheet/snapshot';
import { sheetOf, workbookOf } from '../grid';

type Written = { header?: string; format?: string; least?: number; step?: number; label?: (value: number) => string };

/** A log of 120 calls, three a day, each with how long it lasted and perhaps a label of that. */
const log = ({ header = 'Duration', format = 'General', least = 20, step = 9, label }: Written): WorkbookSnapshot => {
  const rows = Array.from({ length: 120 }, (_, row): CellValue[] => {
    const lasted = least + ((row * 7) % 17) * step;
    return [`Call_${String(1000 + row)}`, 45_000 + Math.floor(row / 3), lasted, label ? label(lasted) : `R0${String(row % 5)}`];
  });
  const headers = ['Call ID', 'Date of Call', header, label ? 'Bucket' : 'Queue'];
  return workbookOf(sheetOf('Data', [headers, ...rows], { formats: { 1: 'dd/mm/yyyy', 2: format } }));
};

const tableOf = (workbook: WorkbookSnapshot): DetectedTable => {
  const [table] = detect(workbook).tables;
  if (!table) throw new Error('no table');
  return table;
};
const columnOf = (workbook: WorkbookSnapshot): DetectedColumn | undefined => tableOf(workbook).columns[2];
const handlingTime = (workbook: WorkbookSnapshot) => proposeKpis(tableOf(workbook), 'en').find(({ id }) => id === 'in_aht')?.rule;

const inMinutes = (value: number): string => (value < 60 ? 'Under 60 mins' : value <= 120 ? '1 to 2 hours' : 'More than 2 hours');
const enMinutes = (value: number): string => (value < 60 ? 'moins de 60 min' : value < 120 ? '1h à 2h' : 'plus de 2 heures');
const bands = (value: number): string => (value < 60 ? '< 60 s' : value < 120 ? '60-120 s' : '> 120 s');

describe('the unit of the calls of a log is certain', () => {
  test.each<[string, Written, DetectedColumn['duration']]>([
    ['by its header', { header: 'Call duration (min)' }, 'minutes'],
    ['by its number format', { format: '[h]:mm:ss', least: 0.001, step: 0.0001 }, 'day-fraction'],
    ['by values below a day', { least: 0.001, step: 0.0001 }, 'day-fraction'],
    ['by labels beside it', { label: inMinutes }, 'minutes'],
    ['by labels in French', { header: 'Durée de l’appel', label: enMinutes }, 'minutes'],
    ['by labels with signs', { label: bands }, 'seconds'],
    ['by a size that no call has in minutes', { least: 700, step: 40 }, 'seconds'],
  ])('%s', (_how, written, duration) => {
    const workbook = log(written);
    expect(columnOf(workbook)).toMatchObject({ type: 'duration', measure: 'traitement_s', duration });
    expect(handlingTime(workbook)).toBeDefined();
    expect(detect(workbook).problems).toEqual([]);
  });

  test('minutes count 60 seconds each in the mean of the calls', () => {
    expect(handlingTime(log({ label: inMinutes }))).toEqual({
      kind: 'combination',
      terms: [{ factor: 60, rule: { kind: 'mean', column: 2 } }],
    });
  });
});

describe('nothing says the unit', () => {
  test.each<[string, Written]>([
    ['no label', {}],
    ['labels of no duration', { label: (value) => (value < 60 ? 'short' : 'long') }],
    ['labels that contradict the figures', { label: (value) => (value < 60 ? '1 to 2 hours' : 'Under 10 mins') }],
    ['one label for all', { label: () => 'more than 1 s' }],
  ])('%s: a problem at its header, a question on the page Source, and no KPI until it is answered', (_name, written) => {
    const workbook = log(written);
    expect(columnOf(workbook)).toMatchObject({ type: 'duration', measure: 'traitement_s' });
    expect(columnOf(workbook)?.duration).toBeUndefined();
    expect(handlingTime(workbook)).toBeUndefined();
    const raised = {
      code: 'duration-without-unit',
      params: { column: 'Duration' },
      place: { sheet: 'Data', cell: 'C1' },
    };
    expect(detect(workbook).problems).toMatchObject([raised]);
  });

  test('the question says what the middle call would last in each unit', () => {
    const workbook = log({});
    const view = sourceView(workbook, detect(workbook), 0);
    expect(view?.durations).toEqual([
      {
        column: 2,
        header: 'Duration',
        readings: [
          { unit: 'seconds', seconds: 92 },
          { unit: 'minutes', seconds: 5520 },
          { unit: 'hours', seconds: 331_200 },
        ],
      },
    ]);
    expect(view?.remarks).toEqual([]);
  });

  test('answered and confirmed, it is read so from then on, and asked no more', () => {
    const workbook = log({});
    const table = tableOf(workbook);
    const answered = {
      ...table,
      columns: table.columns.map((column) => (column.column === 2 ? { ...column, duration: 'minutes' as const } : column)),
    };
    const { cells, names } = mappingRows(workbook, decided(answered), [], 'en');
    const grid = cells.map((line) => line.map((cell) => (cell && 'text' in cell ? cell.text : '')));
    const sources = sheetOf('Sources', grid, { tables: { tblSources: `A1:K${String(grid.length)}` } });
    const confirmed = { ...workbook, sheets: [...workbook.sheets, sources], names };
    const applied = applyMapping(confirmed, detect(confirmed));
    expect(applied.mapped?.columns[2]).toMatchObject({ measure: 'traitement_s', duration: 'minutes' });
    expect(applied.problems).toEqual([]);
    expect(sourceView(confirmed, detect(confirmed), 0)?.durations).toEqual([]);
  });
});

test.each([
  ['a part of the call', ['Duration', 'Talk time (s)']],
  ['two of them', ['Duration', 'Call duration']],
])('beside %s, a duration is not the handling time', (_name, headers) => {
  const rows = Array.from({ length: 60 }, (_, row): CellValue[] => [`Call_${String(row)}`, 45_000 + Math.floor(row / 3), 90, 80]);
  const sheet = sheetOf('Data', [['Call ID', 'Date of Call', ...headers], ...rows], { formats: { 1: 'dd/mm/yyyy' } });
  expect(tableOf(workbookOf(sheet)).columns[2]?.measure).toBeUndefined();
});

test('a task’s duration is no call’s', () => {
  const rows = Array.from({ length: 60 }, (_, row): CellValue[] => [`T${String(row)}`, 45_000 + Math.floor(row / 3), 8, 'Done']);
  const sheet = sheetOf('Data', [['Task ID', 'Start', 'Duration', 'Status'], ...rows], { formats: { 1: 'dd/mm/yyyy' } });
  expect(tableOf(workbookOf(sheet)).columns[2]).toMatchObject({ type: 'duration' });
  expect(tableOf(workbookOf(sheet)).columns[2]?.measure).toBeUndefined();
});
