import type { WorkbookDraft } from '../../src/core/sheet/draft';
import { createEmbeddedExcel, type EmbeddedExcel } from '../../src/embedded';
import { WireCounter } from '../../src/embedded/host/wireObserver';
import type { Pace } from '../../src/excel/compute';
import { excelWorkbook } from '../../src/excel/workbook';
import { valueOf } from '../core/grid';

jest.setTimeout(60_000);

/** A clock by which every slice is over as soon as it begins, and a count of the turns that the page got. */
const hurried = (): Pace & { turns: () => number } => {
  let time = 0;
  let turns = 0;
  return {
    now: () => (time += 100),
    breathe: () => {
      turns++;
      return Promise.resolve();
    },
    turns: () => turns,
  };
};

const numbers = (rows: number, columns: number): WorkbookDraft => ({
  sheets: [
    {
      name: 'Suivi',
      owner: 'user',
      blocks: [
        {
          row: 0,
          column: 0,
          cells: Array.from({ length: rows }, (_, row) =>
            Array.from({ length: columns }, (_unused, column) => ({ number: row * columns + column })),
          ),
        },
      ],
    },
  ],
  names: [],
});

let excel: EmbeddedExcel;
beforeEach(async () => {
  excel = await createEmbeddedExcel({ excelApi: '1.14' });
});
afterEach(() => excel.close());

const turnsOf = async (work: (pace: Pace) => Promise<unknown>): Promise<number> => {
  const pace = hurried();
  await work(pace);
  return pace.turns();
};

const writing = (draft: WorkbookDraft) => async (pace: Pace) => {
  const port = excelWorkbook(excel, pace);
  valueOf(await port.write(draft));
};

const reading = async (pace: Pace): Promise<void> => {
  valueOf(await excelWorkbook(excel, pace).read());
};

test('a large sheet is read with turns of the page between its parts, a small one with those of the round trips', async () => {
  await writing(numbers(20, 3))(hurried());
  const small = await turnsOf(reading);
  await writing(numbers(4_000, 60))(hurried());
  const large = await turnsOf(reading);
  expect(small).toBeGreaterThanOrEqual(4);
  // 240,000 cells, in two trips that are put together 50,000 cells at a time.
  expect(large - small).toBeGreaterThanOrEqual(2 * Math.ceil(240_000 / 50_000));
});

test('a large block is written with turns of the page between its parts', async () => {
  const small = await turnsOf(writing(numbers(20, 3)));
  const large = await turnsOf(writing(numbers(4_000, 20)));
  // 80,000 cells are looked at in steps of 2,000, more than once.
  expect(large - small).toBeGreaterThanOrEqual(2 * (80_000 / 2_000));
});

test('formats, links and conditional formats are written with turns of the page between them', async () => {
  const plain = numbers(30, 3);
  const area = { row: 0, column: 0, rows: 1, columns: 1 };
  const many = 50;
  const each = <Made>(make: (row: number) => Made): Made[] => Array.from({ length: many }, (_, row) => make(row));
  const formatted: WorkbookDraft = {
    ...plain,
    sheets: plain.sheets.map((sheet) => ({
      ...sheet,
      styles: each((row) => ({ area: { ...area, row }, style: { fill: '#F2F2F2' } })),
      links: each((row) => ({ row, column: 1, to: { sheet: 'Suivi', cell: 'A1' } })),
      conditionalFormats: each((row) => ({ area: { ...area, row }, formula: '=A1>20', style: { bold: true } })),
    })),
  };
  const without = await turnsOf(writing(plain));
  expect((await turnsOf(writing(formatted))) - without).toBeGreaterThanOrEqual(3 * many);
});

test('a writing that is cancelled while it is put together is not sent', async () => {
  const abort = new AbortController();
  const pace = hurried();
  let last = Infinity;
  const cancelling: Pace = {
    now: pace.now,
    breathe: () => {
      if (pace.turns() === last) abort.abort();
      return pace.breathe();
    },
  };
  const wire = new WireCounter();
  const port = excelWorkbook(excel, cancelling).with({ signal: abort.signal });
  const before = valueOf(await port.read());
  last = pace.turns() + 20;
  const stop = excel.host.observe(wire.observe);
  expect(await port.write(numbers(4_000, 20))).toEqual({ ok: false, problem: { code: 'cancelled', params: {} } });
  stop();
  expect(abort.signal.aborted).toBe(true);
  expect([wire.reads, wire.writes]).toEqual([0, 0]);
  expect(valueOf(await excelWorkbook(excel).read())).toEqual(before);
});
