import type { Result } from '../../src/core/problem';
import type { CellDraft } from '../../src/core/sheet/draft';
import { openEmbedded, type Embedded } from '../excel/embedded';

/** Monday 06/01/2025, on which the data begin. */
export const MONDAY = 45_663;

export const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
};

/** A workbook with a daily sheet of calls, typed by somebody: busy Mondays, a little more each week. */
export const callsBook = async (days: number): Promise<Embedded> => {
  const book = await openEmbedded();
  const calls = (day: number): number => 200 + 30 * ((6 - (day % 7)) % 7) + Math.floor(day / 7);
  const header = ['Date', 'Appels reçus', 'Décrochés', 'Abandons'].map((text): CellDraft => ({ text }));
  const rows = Array.from({ length: days }, (_, day): CellDraft[] => [
    { number: MONDAY + day },
    { number: calls(day) },
    { number: Math.round(calls(day) * 0.93) },
    { number: Math.round(calls(day) * 0.04) },
  ]);
  valueOf(
    await book.port.write({
      sheets: [
        {
          name: 'Suivi',
          owner: 'user',
          blocks: [{ row: 0, column: 0, cells: [header, ...rows] }],
          styles: [{ area: { row: 1, column: 0, rows: days, columns: 1 }, style: { numberFormat: 'dd/mm/yyyy' } }],
        },
      ],
      names: [],
    }),
  );
  return book;
};
