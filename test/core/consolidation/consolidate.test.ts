import { consolidate, type ConsolidationRequest } from '../../../src/core/consolidation/consolidate';
import { periodValue } from '../../../src/core/consolidation/evaluate';
import { readConsolidated } from '../../../src/core/consolidation/read';
import { readRows } from '../../../src/core/consolidation/rows';
import type { ConsolidatedColumn, Rule } from '../../../src/core/consolidation/rule';
import { detect } from '../../../src/core/detect/detect';
import type { DetectedTable } from '../../../src/core/detect/detected';
import { parsePeriodKey } from '../../../src/core/period/calendar';
import type { CellDraft, WorkbookDraft } from '../../../src/core/sheet/draft';
import { valueAt, type WorkbookSnapshot } from '../../../src/core/sheet/snapshot';
import { openEmbedded, type Embedded } from '../../excel/embedded';
import { sheetOf, valueOf, workbookOf } from '../grid';

// Whole workbooks are written, calculated and read back through office.js.
jest.setTimeout(60_000);

let embedded: Embedded;
beforeEach(async () => {
  embedded = await openEmbedded();
});
afterEach(() => embedded.close());

type Row = (number | string)[];

/** Writes rows on a sheet of the user's and reads the workbook back, as it would be read in Excel. */
const typed = async (name: string, rows: readonly Row[], options: { at?: number; format?: string; table?: string } = {}) => {
  const top = options.at ?? 0;
  const cells = rows.map((row) =>
    row.map((value): CellDraft => (typeof value === 'number' ? { number: value } : { text: value })),
  );
  const width = rows[0]?.length ?? 0;
  await write({
    sheets: [
      {
        name,
        owner: 'own',
        blocks: [{ row: top, column: 1, cells }],
        ...(options.format && {
          styles: [{ area: { row: top + 1, column: 1, rows: rows.length, columns: 1 }, style: { numberFormat: options.format } }],
        }),
        ...(options.table && {
          tables: [{ name: options.table, area: { row: top, column: 1, rows: rows.length, columns: width } }],
        }),
      },
    ],
    names: [],
  });
  return read();
};
const write = async (draft: WorkbookDraft): Promise<void> => {
  valueOf(await embedded.port.write(draft));
};
const read = async (): Promise<WorkbookSnapshot> => valueOf(await embedded.port.read());

const tableOf = (workbook: WorkbookSnapshot): DetectedTable => {
  const [table] = detect(workbook).tables;
  if (!table) throw new Error('no table');
  return table;
};

const column = (label: string, rule: Rule): ConsolidatedColumn => ({ id: label, label, rule, numberFormat: 'General' });

const ALL: ConsolidationRequest['kinds'] = ['day', 'week', 'month', 'year'];

/** Every rule over the columns of `ROWS`. */
const EVERY_RULE: readonly ConsolidatedColumn[] = [
  column('somme', { kind: 'sum', column: 2 }),
  column('lignes', { kind: 'count' }),
  column('oui', { kind: 'countWhere', column: 6, text: 'Oui' }),
  column('étoile', { kind: 'countWhere', column: 6, text: 'O*i' }),
  column('agents', { kind: 'distinct', column: 5 }),
  column('moyenne', { kind: 'mean', column: 4 }),
  column('pondérée', { kind: 'weightedMean', value: 4, weight: 3 }),
  column('dernier', { kind: 'last', column: 3 }),
  column('minimum', { kind: 'min', column: 4 }),
  column('maximum', { kind: 'max', column: 4 }),
  column('taux', { kind: 'ratio', numerator: { kind: 'sum', column: 3 }, denominator: { kind: 'sum', column: 2 } }),
  column('part', { kind: 'ratio', numerator: { kind: 'countWhere', column: 6, text: 'oui' }, denominator: { kind: 'count' } }),
  column('produit', { kind: 'product', columns: [2, 4] }),
  column('état', {
    kind: 'atLast',
    columns: [2, 3],
    rule: { kind: 'ratio', numerator: { kind: 'sum', column: 3 }, denominator: { kind: 'sum', column: 2 } },
  }),
  column('écart', {
    kind: 'combination',
    terms: [
      { factor: 1, rule: { kind: 'sum', column: 2 } },
      { factor: -2, rule: { kind: 'sum', column: 3 } },
    ],
  }),
];

const HEADERS: Row = ['Date', 'Appels', 'Décrochés', 'Note', 'Agent', 'Clos'];

/** Rows over the turn of 2020, on B:G: out of order, with blanks, negatives, a zero day and a week without rows. */
const DAYS: readonly (readonly [serial: number, ...rest: Row])[] = Array.from({ length: 70 }, (_, index) => {
  const serial = 44_180 + ((index * 23) % 61);
  const blank = index % 11 === 5;
  if (serial >= 44_200 && serial < 44_207) return [44_190, 1, 0, '', 'Zoé', 'O*i'];
  return [
    serial,
    blank ? '' : index % 13 === 2 ? 0 : 40 + index,
    blank ? '' : index % 13 === 2 ? 0 : 30 + (index % 9),
    index % 7 === 3 ? '' : (index % 10) - 4,
    ['Léa', 'Marc', 'Zoé', ''][index % 4] ?? '',
    ['Oui', 'Non', 'oui'][index % 3] ?? '',
  ];
});

const days = (date: (serial: number) => number | string): Row[] => [
  HEADERS,
  ...DAYS.map(([serial, ...rest]): Row => [date(serial), ...rest]),
];
/** The same in order of date, several rows on many days. */
const sorted = (date: (serial: number) => number | string): Row[] => [
  HEADERS,
  ...[...DAYS].sort(([one], [other]) => one - other).map(([serial, ...rest]): Row => [date(serial), ...rest]),
];

const real = (serial: number): number => serial;
/** A time of day for each row, later than that of the row before on the same day. */
const hours = (): ((serial: number) => number) => {
  const held = new Map<number, number>();
  return (serial) => {
    const count = held.get(serial) ?? 0;
    held.set(serial, count + 1);
    return serial + Math.min(count * 0.25, 1 - 1 / 86_400);
  };
};
const iso = (serial: number): string => {
  const date = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000);
  return date.toISOString().slice(0, 10);
};
const french = (serial: number): string => {
  const [year, month, day] = iso(serial).split('-').map(Number);
  return `${String(day)}/${String(month)}/${String(year)} ${String(8 + (serial % 10))}:05`;
};

describe('every formula gives what the rows give', () => {
  test.each<[string, Row[], Parameters<typeof typed>[2]]>([
    ['over a range of real dates', days(real), { at: 3, format: 'dd/mm/yyyy' }],
    ['over a native table', days(real), { format: 'dd/mm/yyyy', table: 'tblAppels' }],
    ['over ISO texts', days(iso), {}],
    ['over French texts without leading zeros, with hours', days(french), { at: 2 }],
    ['over a native table of texts', days(iso), { table: 'tblAppels' }],
    ['over a range in order of date', sorted(real), { at: 3, format: 'dd/mm/yyyy' }],
    ['over a range in order of date and hour', sorted(hours()), { format: 'dd/mm/yyyy hh:mm' }],
    ['over a native table in order', sorted(real), { format: 'dd/mm/yyyy', table: 'tblAppels' }],
    ['over ISO texts in order', sorted(iso), {}],
    ['over a native table of texts in order', sorted(french), { table: 'tblAppels' }],
  ])('%s', async (_, typedRows, options) => {
    const workbook = await typed('Suivi', typedRows, options);
    const table = tableOf(workbook);
    const rows = readRows(workbook, table);
    await write(valueOf(consolidate({ workbook, table, columns: EVERY_RULE, kinds: ALL, language: 'fr' })));
    const shown = readConsolidated(await read());
    expect(Object.keys(shown.week ?? {})).toContain('2020-S53');
    const wrong: string[] = [];
    let compared = 0;
    for (const periods of Object.values(shown))
      for (const [key, values] of Object.entries(periods))
        for (const { label, rule } of EVERY_RULE) {
          const period = parsePeriodKey(key);
          const expected = period && rows ? periodValue(rule, rows, period) : null;
          const found = values[label] ?? null;
          compared++;
          if (
            expected === null || found === null
              ? expected !== found
              : Math.abs(expected - found) > 1e-9 * Math.max(1, Math.abs(expected))
          )
            wrong.push(`${key} ${label}: ${String(found)} instead of ${String(expected)}`);
        }
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(500);
  });
});

/** Five weeks of calls from Monday 2 November 2026, week-ends closed. */
const WEEKDAYS: Row[] = [
  ['Date', 'Appels', 'Décrochés'],
  ...Array.from({ length: 33 }, (_, index) => 46_328 + index)
    .filter((serial) => (serial - 46_328) % 7 < 5)
    .map((serial, index): Row => [serial, 100 + index, 90 + (index % 5)]),
];
const CALLS = [
  column('Appels', { kind: 'sum', column: 2 }),
  column('QS', { kind: 'ratio', numerator: { kind: 'sum', column: 3 }, denominator: { kind: 'sum', column: 2 } }),
];

/** The texts or numbers of a consolidated sheet's row that begins with a key. */
const shownRow = (workbook: WorkbookSnapshot, sheetName: string, key: string): (string | number | boolean)[] => {
  const sheet = workbook.sheets.find(({ name }) => name === sheetName);
  const row = sheet?.values.findIndex((values) => values[0] === key) ?? -1;
  return sheet && row >= 0 ? [...(sheet.values[row] ?? [])] : [];
};

describe('a consolidated workbook lives on', () => {
  const consolidated = async (request: Partial<ConsolidationRequest> = {}): Promise<WorkbookSnapshot> => {
    const workbook = await read();
    await write(
      valueOf(consolidate({ workbook, table: tableOf(workbook), columns: CALLS, kinds: ALL, language: 'fr', ...request })),
    );
    return read();
  };

  test('a row typed under the data counts at once, and outside the periods turns the gap', async () => {
    await typed('Suivi', WEEKDAYS, { format: 'dd/mm/yyyy' });
    const before = await consolidated();
    expect(shownRow(before, 'Mois', 'Écart')[4]).toBe(0);
    const total = Number(shownRow(before, 'Mois', '2026-12')[4]);
    await embedded.run(async (context) => {
      context.workbook.worksheets.getItem('Suivi').getRange('B27:D28').values = [
        [46_361, 7, 7],
        [46_478, 5, 5],
      ];
      await context.sync();
    });
    const after = await read();
    expect(shownRow(after, 'Mois', '2026-12')[4]).toBe(total + 7);
    expect(shownRow(after, 'Mois', 'Écart')[4]).toBe(-5);
  });

  test('a row inserted right under the header counts too', async () => {
    await typed('Suivi', WEEKDAYS, { format: 'dd/mm/yyyy' });
    const before = await consolidated();
    await embedded.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Suivi');
      sheet.getRange('B2:D2').insert('Down');
      sheet.getRange('B2:D2').values = [[46_328, 1000, 1000]];
      await context.sync();
    });
    expect(shownRow(await read(), 'Année', '2026')[4]).toBe(Number(shownRow(before, 'Année', '2026')[4]) + 1000);
  });

  test('the week of closed days is complete, the one of today is not, nor the month just begun', async () => {
    await typed('Suivi', WEEKDAYS, { format: 'dd/mm/yyyy' });
    const shown = await consolidated();
    expect(shownRow(shown, 'Semaine', '2026-S49')[3]).toBe('oui');
    expect(shownRow(shown, 'Mois', '2026-11')[3]).toBe('oui');
    expect(shownRow(shown, 'Mois', '2026-12')[3]).toBe('non');
    expect(shownRow(await consolidated({ today: 46_360 }), 'Semaine', '2026-S49')[3]).toBe('non');
  });

  test('days of a calendar without figures make no period complete, at its end or at its beginning', async () => {
    const rows = WEEKDAYS.map((row, index): Row => [...row, index === 0 ? 'Prévisions' : 100]);
    const blank = Array.from({ length: 9 }, (_, day): Row => [46_361 + day, '', '', 100]);
    await typed('Suivi', [...rows, ...blank], { format: 'dd/mm/yyyy' });
    const weeks = (shown: WorkbookSnapshot) =>
      ['2026-S45', '2026-S46', '2026-S49', '2026-S50'].map((week) => shownRow(shown, 'Semaine', week)[3]);
    expect(weeks(await consolidated())).toEqual(['oui', 'oui', 'oui', 'non']);
    await embedded.run(async (context) => {
      context.workbook.worksheets.getItem('Suivi').getRange('C2:D6').clear('Contents');
      await context.sync();
    });
    expect(weeks(await read())).toEqual(['non', 'oui', 'oui', 'non']);
  });

  test('run twice it is the same, on sheets renamed in between too', async () => {
    await typed('Suivi', WEEKDAYS, { format: 'dd/mm/yyyy' });
    const first = await consolidated();
    expect(await consolidated()).toEqual(first);
    await embedded.run(async (context) => {
      context.workbook.worksheets.getItem('Semaine').name = 'Hebdo';
      await context.sync();
    });
    expect((await consolidated()).sheets.map(({ name }) => name)).toEqual(
      first.sheets.map(({ name }) => (name === 'Semaine' ? 'Hebdo' : name)),
    );
  });

  test("a sheet of the user's of the same name stays theirs", async () => {
    await write({
      sheets: [{ name: 'Mois', owner: 'own', blocks: [{ row: 0, column: 0, cells: [[{ text: 'à moi' }]] }] }],
      names: [],
    });
    await typed('Suivi', WEEKDAYS, { format: 'dd/mm/yyyy' });
    const shown = await consolidated();
    const mine = shown.sheets.find(({ name }) => name === 'Mois');
    expect(mine && valueAt(mine, 0, 0)).toBe('à moi');
    expect(Object.keys(readConsolidated(shown).month ?? {})).toEqual(['2026-11', '2026-12']);
  });
});

describe('rows of a period', () => {
  const draft = (rows: Row[], kinds: ConsolidationRequest['kinds'] = ALL, columns = CALLS) => {
    const workbook = workbookOf(sheetOf('Suivi', rows, { at: 'B1', formats: { 0: 'dd/mm/yyyy' } }));
    return consolidate({ workbook, table: tableOf(workbook), columns, kinds, language: 'fr' });
  };
  const keys = (made: WorkbookDraft, sheet: string): string[] => {
    const block = made.sheets.find(({ name }) => name === sheet)?.blocks?.[2];
    return (block?.cells ?? []).flatMap(([cell]) => (cell && 'text' in cell ? cell.text : []));
  };

  test('a missing open day has a blank row, a closed one none', () => {
    const rows = WEEKDAYS.filter(([serial]) => serial !== 46_337);
    const days = keys(valueOf(draft(rows)), 'Jour');
    expect(days).toContain('2026-11-11');
    expect(days).not.toContain('2026-11-14');
    expect(days).toHaveLength(25);
  });

  test('weeks run on over a week without data', () => {
    const rows = WEEKDAYS.filter(([serial]) => typeof serial !== 'number' || serial < 46_335 || serial > 46_341);
    expect(keys(valueOf(draft(rows)), 'Semaine')).toEqual(['2026-S45', '2026-S46', '2026-S47', '2026-S48', '2026-S49']);
  });

  const monthly: Row[] = [
    ['Mois', 'Recettes', 'Dépenses'],
    ...Array.from({ length: 14 }, (_, index): Row => [
      Math.round(Date.UTC(2024, index, 1) / 86_400_000) + 25_569,
      index < 12 ? 100 + index : '',
      index < 12 ? 50 : 7,
    ]),
  ];

  test('months are not split into weeks or days, and the others are written', () => {
    const made = draft(monthly);
    expect(valueOf(made).sheets.map(({ name }) => name)).toEqual(['Mois', 'Année', 'Sources']);
    expect(made.ok && made.problems.map((raised) => raised.params)).toEqual([
      { asked: 'day', step: 'month' },
      { asked: 'week', step: 'month' },
    ]);
  });

  test('nothing but finer periods is refused', () => {
    expect(draft(monthly, ['week'])).toMatchObject({ ok: false, problem: { code: 'period-too-fine' } });
  });

  test('two columns of one name are told apart', () => {
    const twice = draft(WEEKDAYS, ['week'], [...CALLS, column('appels', { kind: 'count' }), column('Fin', { kind: 'count' })]);
    const [week] = valueOf(twice).sheets;
    const headers = week?.blocks?.[1]?.cells[0]?.slice(4, 8).map((cell) => (cell && 'text' in cell ? cell.text : ''));
    expect(headers).toEqual(['Appels', 'QS', 'appels (2)', 'Fin (2)']);
  });

  test('in an English workbook sheets and headers are English, tables are called the same', () => {
    const workbook = workbookOf(sheetOf('Daily', WEEKDAYS, { at: 'B1', formats: { 0: 'dd/mm/yyyy' } }));
    const made = valueOf(
      consolidate({ workbook, table: tableOf(workbook), columns: CALLS, kinds: ['week', 'year'], language: 'en' }),
    );
    expect(made.sheets.map(({ name, tables }) => [name, tables?.[0]?.name])).toEqual([
      ['Week', 'tblSemaine'],
      ['Year', 'tblAnnee'],
      ['Sources', 'tblSources'],
    ]);
  });

  test('in a workbook of the 1904 system starts are that system’s', () => {
    const shifted = WEEKDAYS.map(([first, ...rest]): Row => [typeof first === 'number' ? first - 1462 : (first ?? ''), ...rest]);
    const workbook = { ...workbookOf(sheetOf('Suivi', shifted, { at: 'B1', formats: { 0: 'dd/mm/yyyy' } })), date1904: true };
    const made = valueOf(consolidate({ workbook, table: tableOf(workbook), columns: CALLS, kinds: ['week'], language: 'fr' }));
    const firstWeek = made.sheets[0]?.blocks?.[2]?.cells[0];
    expect(firstWeek?.slice(0, 3)).toEqual([{ text: '2026-S45' }, { number: 46_328 - 1462 }, { number: 46_334 - 1462 }]);
  });

  test('no formula needs more than Excel 2016, a volatile function or a locale', () => {
    const made = draft(WEEKDAYS, ALL, [
      ...EVERY_RULE.filter(({ rule }) => JSON.stringify(rule).includes('"column":2')),
      ...CALLS,
    ]);
    const formulas = JSON.stringify(valueOf(made)).match(/"formula":"=[^}]*"/g) ?? [];
    expect(formulas.length).toBeGreaterThan(100);
    const banned = /\b(OFFSET|INDIRECT|TODAY|NOW|RAND|TEXT|LET|FILTER|XLOOKUP|MAXIFS|MINIFS|UNIQUE|SORT|SEQUENCE|LAMBDA)\(/;
    expect(formulas.filter((formula) => banned.test(formula))).toEqual([]);
  });
});

describe('refused, with the reason', () => {
  test('a protected structure', () => {
    const workbook = { ...workbookOf(sheetOf('Suivi', WEEKDAYS, { formats: { 0: 'dd/mm/yyyy' } })), structureProtected: true };
    const made = consolidate({ workbook, table: tableOf(workbook), kinds: ALL, language: 'fr' });
    expect(made).toMatchObject({ ok: false, problem: { code: 'workbook-protected' } });
  });
  test('a table whose only figure is a rate', () => {
    const rows: Row[] = [['Date', 'Taux'], ...Array.from({ length: 20 }, (_, index): Row => [46_328 + index, 0.8 + index / 200])];
    const workbook = workbookOf(sheetOf('Suivi', rows, { formats: { 0: 'dd/mm/yyyy', 1: '0%' } }));
    const made = consolidate({ workbook, table: tableOf(workbook), kinds: ALL, language: 'fr' });
    expect(made).toMatchObject({ ok: false, problem: { code: 'rate-without-parts', params: { rate: 'Taux' } } });
  });
});

test.each<[string, (week: number) => string]>([
  ['2026-S05', (week) => `2026-S${String(week).padStart(2, '0')}`],
  ['2026 W5', (week) => `2026 W${String(week)}`],
  ['S05 2026', (week) => `S${String(week).padStart(2, '0')} 2026`],
  ['S5/2026', (week) => `S${String(week)}/2026`],
])('weeks written %s are read by the formulas', async (_, label) => {
  const rows = Array.from({ length: 20 }, (_row, index): Row => [label(index + 1), 100 + index, 90 + index]);
  const workbook = await typed('Hebdo', [['Semaine', 'Appels reçus', 'Décrochés'], ...rows]);
  const columns = [column('appels', { kind: 'sum', column: 2 })];
  await write(valueOf(consolidate({ workbook, table: tableOf(workbook), columns, kinds: ['week'], language: 'fr' })));
  const { week } = readConsolidated(await read());
  expect(week?.['2026-S05']?.['appels']).toBe(104);
  expect(Object.values(week ?? {}).map((shown) => shown['appels'])).toEqual(rows.map(([, calls]) => calls));
});
