import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openEmbedded } from '../excel/embedded';
import { meteo, workFolder } from './terminal';

const SAMPLE = join(__dirname, '../../assets/exemple-centre-appels.xlsx');

type Live = { live: { cell: string; formula: string } | null };
type Said = { keyFigure: Live; values: Record<string, Live>; sheet: string };

const folder = workFolder();
afterAll(() => folder.remove());

test('generate --json says where each figure is computed and by what formula', async () => {
  const out = folder.path('reporting.xlsx');
  const said = await meteo('generate', SAMPLE, out, '--date', '2026-11-23', '--json');
  expect(said.status).toBe(0);
  const { keyFigure, values, sheet } = JSON.parse(said.out) as Said;
  const figures = [keyFigure, ...Object.values(values)];
  expect(figures.length).toBeGreaterThan(5);
  const book = await openEmbedded(new Uint8Array(readFileSync(out)));
  const formulas = await book.run(async (context) => {
    const worksheet = context.workbook.worksheets.getItem(sheet);
    const ranges = figures.map(({ live }) => worksheet.getRange(live?.cell.split('!')[1] ?? 'A1').load('formulas'));
    await context.sync();
    return ranges.map((range) => range.formulas[0]?.[0] as unknown);
  });
  book.close();
  expect(formulas).toEqual(figures.map(({ live }) => live?.formula));
}, 60_000);
