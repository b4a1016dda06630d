import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { saveFlash } from '../../src/actions/flash';
import { readFlash } from '../../src/actions/readFlash';
import { readWatch } from '../../src/actions/watch';
import { addTemplate } from '../../src/actions/template';
import { serialOf } from '../../src/core/period/serial';
import type { Result } from '../../src/core/problem';
import type { CellDraft } from '../../src/core/sheet/draft';
import { findTable, valueAt, type CellValue, type WorkbookSnapshot } from '../../src/core/sheet/snapshot';
import { openEmbedded, type Embedded } from '../excel/embedded';

const SAMPLE = join(__dirname, '../../assets/exemple-centre-appels.xlsx');
const MONDAY = serialOf({ year: 2026, month: 11, day: 23 });
const at = (hour: number, day = MONDAY): number => day + hour / 24;
const COUNTS = [
  { name: 'appels_recus', value: 812 },
  { name: 'Décrochés', value: 714 },
  { name: 'appels_traites_sous_seuil', value: 559 },
];

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
};

const withBook = async (bytes: Uint8Array | null, work: (book: Embedded) => Promise<void>): Promise<void> => {
  const book = await (bytes ? openEmbedded(bytes) : openEmbedded());
  try {
    await work(book);
  } finally {
    book.close();
  }
};

const sample = (work: (book: Embedded) => Promise<void>): Promise<void> => withBook(readFileSync(SAMPLE), work);

const read = async (book: Embedded): Promise<WorkbookSnapshot> => value(await book.port.read());

/** The rows of the flash points, header first. */
const rowsOf = (workbook: WorkbookSnapshot): CellValue[][] => {
  const found = findTable(workbook, 'tblFlash');
  if (!found) return [];
  const { row, column, rows, columns } = found.table.area;
  return Array.from({ length: rows }, (_, down) =>
    Array.from({ length: columns }, (_unused, right) => valueAt(found.sheet, row + down, column + right)),
  );
};

const flash = (book: Embedded, more: Partial<Parameters<typeof saveFlash>[1]> = {}) =>
  saveFlash(book.port, { language: 'fr', moment: at(15), values: COUNTS, ...more });

test('the sample: text, a sheet made for it, the row again for the same minute', () =>
  sample(async (book) => {
    const made = value(await flash(book, { action: 'Renfort de trois personnes' }));
    expect(made.made).toEqual(['Flash']);
    expect(plain(made.text).split('\n')).toEqual([
      'Mutuelle du Littoral, lundi 23/11, point de 15 h',
      expect.stringMatching(/^Appels reçus 812 \(prévu au prorata de l’heure 1 \d{3}, \d\d %\)$/),
      expect.stringMatching(/^Taux de décroché 87,9 % ▲ seuil proposé 90 %, il faut 9\d,\d % des \d{3} à venir$/),
      expect.stringMatching(/^Niveau de service 68,8 % ✖ seuil proposé 80 %, hors d’atteinte \(7\d,\d % au mieux\)$/),
      'Action : Renfort de trois personnes',
      'Prochain point : 17 h',
    ]);
    const first = rowsOf(await read(book));
    expect(first).toHaveLength(2);
    expect(first[1]?.slice(1, 4)).toEqual([812, 714, 559]);
    expect(first[1]?.[4]).toBeCloseTo(714 / 812, 9);
    expect(first[1]?.[5]).toBeCloseTo(559 / 812, 9);
    expect(first[1]?.[0]).toBeCloseTo(at(15), 6);
    const again = value(await flash(book));
    expect(again.text).toBe(made.text);
    expect(rowsOf(await read(book))).toEqual(first);
  }));

test('three points of a day: each has its row, its rates and its last slot', () =>
  sample(async (book) => {
    value(
      await flash(book, {
        moment: at(10.5),
        values: [
          { name: 'appels_recus', value: 400 },
          { name: 'appels_traites', value: 380 },
          { name: 'appels_traites_sous_seuil', value: 330 },
        ],
      }),
    );
    const second = value(await flash(book));
    expect(plain(second.text)).toContain('Depuis 10 h 30 : Taux de décroché 81,1 %, Niveau de service 55,6 %');
    const rows = rowsOf(await read(book));
    expect(rows).toHaveLength(3);
    expect(rows[2]?.[4]).toBeCloseTo(714 / 812, 9);
    // The forecast of the day is the same at every point.
    expect(rows[2]?.[6]).toBe(rows[1]?.[6]);
  }));

test('what somebody typed over a point stays: cause, forecast, next time', () =>
  sample(async (book) => {
    value(await flash(book));
    const workbook = await read(book);
    const found = findTable(workbook, 'tblFlash');
    if (!found) throw new Error('no table');
    const { row, column } = found.table.area;
    const typed: CellDraft[] = [{ number: 900 }, { text: 'panne du menu vocal' }, null, { number: at(16) }];
    value(
      await book.port.write({
        sheets: [{ name: found.sheet.name, owner: 'user', blocks: [{ row: row + 1, column: column + 6, cells: [typed] }] }],
        names: [],
      }),
    );
    const made = value(await flash(book));
    expect(plain(made.text)).toContain('Cause : panne du menu vocal');
    expect(plain(made.text)).toContain('Prochain point : 16 h');
    // 900 in the day, 7 hours of 10 gone.
    expect(plain(made.text)).toContain('prévu au prorata de l’heure 630, 129 %');
    const after = rowsOf(await read(book))[1];
    expect(after?.slice(6, 8)).toEqual([900, 'panne du menu vocal']);
    expect(after?.[9]).toBeCloseTo(at(16), 9);
  }));

test('past points of the same time tell what share of a day is over, and then a cause is told', () =>
  sample(async (book) => {
    const friday = MONDAY - 3;
    for (const ago of [0, 1, 2, 3]) {
      value(
        await flash(book, {
          moment: at(15, friday - ago),
          values: COUNTS.map(({ name }, index) => ({ name, value: 600 - 20 * index })),
        }),
      );
    }
    const made = value(await flash(book, { values: COUNTS.map(({ name, value: typed }) => ({ name, value: typed + 400 })) }));
    expect(made.point.context.basis).toBe('points');
    const { expected, rest } = made.point.context.counts[0] ?? {};
    const share = (expected ?? 0) / ((expected ?? 0) + (rest ?? 0));
    // 600 calls at 15:00 of the 950 to 1,050 that those days had.
    expect(share).toBeGreaterThan(0.5);
    expect(share).toBeLessThan(0.65);
    expect(made.point.cause).toBe('volume');
    expect(plain(made.text)).toMatch(/Cause : volume à 1\d\d % de la prévision, pas un problème d’organisation/);
  }));

test('a template: its own table and formulas, its examples are no points', () =>
  withBook(null, async (book) => {
    value(await addTemplate(book.port, { domain: 'inbound', language: 'en', today: MONDAY, examples: true }));
    const before = rowsOf(await read(book)).length;
    const made = value(
      await flash(book, {
        language: 'en',
        values: [
          { name: 'Calls offered', value: 400 },
          { name: 'appels_traites', value: 380 },
          { name: 'appels_traites_sous_seuil', value: 330 },
        ],
      }),
    );
    expect(made.point.context.since).toBeNull();
    const rows = rowsOf(await read(book));
    expect(rows).toHaveLength(before + 1);
    expect(rows.at(-1)?.[4]).toBeCloseTo(0.95, 9);
    expect(plain(made.text)).toContain('Monday 23 Nov, 15:00 point');
  }));

describe('rows that say their time', () => {
  const HOURS = [9, 10, 11, 12, 13, 14, 15, 16, 17];
  /** Four weeks of hourly rows, 50 calls an hour, 80 from noon on; today twice as many until 13:00. */
  const slots = async (book: Embedded): Promise<void> => {
    const header = ['Date', 'Appels reçus', 'Appels traités', 'Traités sous 20 s'].map((text): CellDraft => ({ text }));
    const rows: CellDraft[][] = [];
    for (let day = MONDAY - 28; day <= MONDAY; day++)
      for (const hour of HOURS) {
        if ((day - MONDAY) % 7 === -1 || (day - MONDAY) % 7 === -2 || (day === MONDAY && hour >= 13)) continue;
        const calls = (hour >= 12 ? 80 : 50) * (day === MONDAY ? 2 : 1);
        rows.push(
          [day + hour / 24, calls, Math.round(calls * 0.9), Math.round(calls * 0.8)].map((number): CellDraft => ({ number })),
        );
      }
    value(
      await book.port.write({
        sheets: [
          {
            name: 'Créneaux',
            owner: 'user',
            blocks: [{ row: 0, column: 0, cells: [header, ...rows] }],
            styles: [{ area: { row: 1, column: 0, rows: rows.length, columns: 1 }, style: { numberFormat: 'dd/mm/yyyy hh:mm' } }],
          },
        ],
        names: [],
      }),
    );
  };

  test('nothing is typed: counts, the last hour and what is to come are theirs', () =>
    withBook(null, async (book) => {
      await slots(book);
      const made = value(await flash(book, { moment: at(13), values: [] }));
      // 9 to 12 at 100 an hour, 12 to 13 at 160; expected half of it.
      expect(made.point.values).toEqual([460, 414, 368]);
      const [volume] = made.point.context.counts;
      expect(volume?.expected).toBeCloseTo(230, 0);
      expect(made.point.pace).toBeCloseTo(2, 1);
      expect(made.point.context).toMatchObject({ basis: 'slots', opening: 9 / 24 });
      expect(made.point.context.since).toBeCloseTo(at(12), 9);
      expect(volume?.before).toBe(300);
      // 13 to 18 is 400 on a usual day, and this one brings more.
      expect(volume?.rest).toBeGreaterThan(420);
      expect(volume?.rest).toBeLessThan(820);
    }));

  test('an hour that is not over counts by its part', () =>
    withBook(null, async (book) => {
      await slots(book);
      const { context } = value(await readFlash(book.port, { language: 'fr', moment: at(11.5) }));
      expect(context.counts[0]?.expected).toBeCloseTo(125, 0);
    }));
});

test.each<[string, Partial<Parameters<typeof saveFlash>[1]>, string]>([
  ['a count that is missing', { values: COUNTS.slice(0, 2) }, 'flash-counts-missing'],
  ['a name that is none', { values: [...COUNTS, { name: 'chats', value: 3 }] }, 'flash-count-unknown'],
  [
    'a part above its whole',
    { values: [...COUNTS.slice(0, 1), { name: 'appels_traites', value: 900 }, ...COUNTS.slice(2)] },
    'flash-part-above-whole',
  ],
])('refused, and nothing written: %s', (_, more, code) =>
  sample(async (book) => {
    const before = await read(book);
    const made = await flash(book, more);
    expect(made).toMatchObject({ ok: false, problem: { code } });
    expect(await read(book)).toEqual(before);
  }),
);

test('a table without calls, contacts or tickets has no flash points', () =>
  withBook(null, async (book) => {
    const cells = [
      ['Date', 'Budget', 'Consommé'].map((text): CellDraft => ({ text })),
      ...Array.from({ length: 30 }, (_, day) => [MONDAY - 30 + day, 100, day].map((number): CellDraft => ({ number }))),
    ];
    const styles = [{ area: { row: 1, column: 0, rows: 30, columns: 1 }, style: { numberFormat: 'dd/mm/yyyy' } }];
    value(
      await book.port.write({
        sheets: [{ name: 'S', owner: 'user', blocks: [{ row: 0, column: 0, cells }], styles }],
        names: [],
      }),
    );
    expect(await readFlash(book.port, { language: 'fr', moment: at(15) })).toMatchObject({
      ok: false,
      problem: { code: 'flash-no-counts', place: { sheet: 'S' } },
    });
  }));

test('watch: the sample on its worst Monday, with causes and cells', () =>
  sample(async (book) => {
    const watch = value(await readWatch(book.port, { language: 'fr', today: MONDAY - 6 }));
    expect(watch.last?.key).toBe('2026-11-16');
    expect(watch.alerts.map(({ kpi, status }) => [kpi.id, status])).toEqual([
      ['in_sl', 'red'],
      ['in_abandon_rate', 'red'],
      ['in_qp', 'red'],
      ['in_qs', 'amber'],
      ['in_csat', 'amber'],
    ]);
    const [level] = watch.alerts;
    // 1,265 ÷ 633 of 1,063 ÷ 856 on eight Mondays: volume and performance.
    expect((level?.cause?.volume.share ?? 0) + (level?.cause?.performance.share ?? 0)).toBe(1);
    expect(level?.place?.sheet).toBe('Suivi quotidien');
    expect(watch.kind).toBe('week');
    expect(watch.multiples.every(({ values }) => values.length === 24)).toBe(true);
  }));

describe('two people make the point of one minute', () => {
  const others = [
    { name: 'appels_recus', value: 900 },
    { name: 'Décrochés', value: 800 },
    { name: 'appels_traites_sous_seuil', value: 700 },
  ];
  const keptOf = async (book: Embedded) => value(await readFlash(book.port, { language: 'fr', moment: at(15) })).context.kept;

  test('whoever opened the form before the other saved is refused, and nothing is written over or doubled', () =>
    sample(async (book) => {
      const before = await keptOf(book);
      expect(before).toEqual({ values: null, cause: '', action: '' });
      value(await flash(book, { before }));
      const second = await flash(book, { values: others, before });
      expect(second).toMatchObject({
        ok: false,
        problem: { code: 'changed-since-read', params: { name: 'Point flash de 15\u202fh' } },
      });
      const rows = rowsOf(await read(book)).slice(1);
      expect(rows.filter((row) => row.includes(812))).toHaveLength(1);
      expect(rows.some((row) => row.includes(900))).toBe(false);
    }));

  test('who has seen it, or insists, writes in the same row; the same point again is no conflict', () =>
    sample(async (book) => {
      const before = await keptOf(book);
      value(await flash(book, { before }));
      value(await flash(book, { before }));
      value(await flash(book, { values: others, before: await keptOf(book) }));
      value(await flash(book, { values: COUNTS }));
      const rows = rowsOf(await read(book)).slice(1);
      expect(rows.filter((row) => row.includes(812) || row.includes(900))).toHaveLength(1);
      expect(rows.some((row) => row.includes(812))).toBe(true);
    }));
});
