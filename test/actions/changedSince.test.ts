import { defineKpi } from '../../src/actions/defineKpi';
import { generateMeteo } from '../../src/actions/generateMeteo';
import { prepareMeteo } from '../../src/actions/prepareMeteo';
import { saveSetting } from '../../src/actions/saveSetting';
import { showThresholds } from '../../src/actions/thresholds';
import { settingsForm } from '../../src/core/client/settings-save';
import { detect } from '../../src/core/detect/detect';
import { dictionaryOf } from '../../src/core/kpi/dictionary-read';
import { kpiDraftOf, type KpiDraft } from '../../src/core/kpi/kpi-draft';
import type { ExpectedMeteo } from '../../src/core/meteo/changed-meteo';
import { readHistory } from '../../src/core/meteo/history';
import type { CellDraft } from '../../src/core/sheet/draft';
import { chooseTable } from '../../src/actions/chooseTable';
import { valueOf } from '../core/grid';
import { openEmbedded, type Embedded } from '../excel/embedded';

const MONDAY = 46_118; // 06/04/2026
const DAYS = 42;
const ISSUED = MONDAY + DAYS;

let book: Embedded;
beforeEach(async () => {
  book = await openEmbedded();
  const rows = Array.from({ length: DAYS }, (_, day): CellDraft[] =>
    [MONDAY + day, 200 + (day % 7), 180 + (day % 5)].map((number) => ({ number })),
  );
  const headers = ['Date', 'Appels reçus', 'Décrochés'].map((text): CellDraft => ({ text }));
  valueOf(
    await book.port.write({
      sheets: [
        {
          name: 'Suivi',
          owner: 'user',
          blocks: [{ row: 0, column: 0, cells: [headers, ...rows] }],
          styles: [{ area: { row: 1, column: 0, rows: DAYS, columns: 1 }, style: { numberFormat: 'dd/mm/yyyy' } }],
        },
      ],
      names: [],
    }),
  );
});
afterEach(() => book.close());

const refusal = (sheet: string) => ({
  ok: false,
  problem: { code: 'changed-since-read', place: expect.objectContaining({ sheet }) as unknown },
});
const read = async () => valueOf(await book.port.read());

describe('a setting', () => {
  const client = async (): Promise<string> => settingsForm(await read(), null, 'fr').texts.client;
  const save = (typed: string, before?: string) =>
    saveSetting(book.port, { key: 'client', typed, language: 'fr', ...(before !== undefined && { before }) });

  test('that nobody has changed is written, the first one too', async () => {
    valueOf(await save('Hexalis', ''));
    valueOf(await save('Mutuelle', ' Hexalis '));
    expect(await client()).toBe('Mutuelle');
  });

  test('that somebody has changed since is not gone over, unless one insists', async () => {
    valueOf(await save('Hexalis'));
    valueOf(await save('Mutuelle'));
    expect(await save('Autre', 'Hexalis')).toMatchObject(refusal('Paramètres'));
    expect(await client()).toBe('Mutuelle');
    valueOf(await save('Autre'));
    expect(await client()).toBe('Autre');
  });
});

describe('a KPI', () => {
  /** The KPI of an id as its form shows it; without one, the first. */
  const draftOf = async (id?: string): Promise<KpiDraft> => {
    const workbook = await read();
    const table = valueOf(chooseTable(workbook, detect(workbook)));
    const first = dictionaryOf(workbook, table, 'fr').kpis.find((kpi) => id === undefined || kpi.id === id);
    if (!first) throw new Error('no KPI');
    return kpiDraftOf(first, table, 'fr');
  };
  const define = (draft: KpiDraft, before?: KpiDraft) =>
    defineKpi(book.port, { draft, language: 'fr', today: ISSUED, ...(before && { before }) });

  test('that no dictionary has yet is written', async () => {
    const before = await draftOf();
    valueOf(await define({ ...before, label: 'Le mien' }, before));
    expect((await draftOf(before.id)).label).toBe('Le mien');
  });

  test('that somebody has changed since its form was opened is not gone over, unless one insists', async () => {
    valueOf(await showThresholds(book.port, { language: 'fr' }));
    const before = await draftOf();
    valueOf(await define({ ...before, label: 'Le leur' }, before));
    expect(await define({ ...before, label: 'Le mien' }, before)).toMatchObject(refusal('Dictionnaire'));
    expect((await draftOf(before.id)).label).toBe('Le leur');
    valueOf(await define({ ...before, label: 'Le mien' }));
    expect((await draftOf(before.id)).label).toBe('Le mien');
  });

  test('that somebody has taken out is not written again', async () => {
    valueOf(await showThresholds(book.port, { language: 'fr' }));
    const before = await draftOf();
    expect(await define({ ...before, id: before.id }, { ...before, id: 'partie' })).toMatchObject(refusal('Dictionnaire'));
  });
});

describe('a météo', () => {
  const request = { language: 'fr', issued: ISSUED } as const;
  const prepare = async (): Promise<ExpectedMeteo> => {
    const { number, draft } = valueOf(await prepareMeteo(book.port, request));
    return { number, row: draft.input.history.find((row) => row.number === number) ?? null };
  };
  const generate = (message: string, expected?: ExpectedMeteo) =>
    generateMeteo(book.port, { ...request, minutes: 5, edits: { message }, ...(expected && { expected }) });
  const written = async () => readHistory(await read()).map(({ edits }) => edits?.message);

  test('that somebody has written meanwhile is not gone over, unless one insists', async () => {
    const expected = await prepare();
    const { row } = valueOf(await generate('La leur', await prepare()));
    expect(await generate('La mienne', expected)).toMatchObject(refusal(row.sheet));
    expect(await written()).toEqual(['La leur']);
    valueOf(await generate('La mienne'));
    expect(await written()).toEqual(['La mienne']);
  });

  test('read again after it was written is written again', async () => {
    valueOf(await generate('Une fois', await prepare()));
    valueOf(await generate('Deux fois', await prepare()));
    expect(await written()).toEqual(['Deux fois']);
  });
});
