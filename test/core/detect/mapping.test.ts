import { proposeColumns } from '../../../src/core/consolidation/propose';
import { detect } from '../../../src/core/detect/detect';
import type { DetectedColumn, DetectedTable } from '../../../src/core/detect/detected';
import { readMapping } from '../../../src/core/detect/mapping';
import { applyMapping, type MappedDetection } from '../../../src/core/detect/mapping-apply';
import { choiceOf, withChoice } from '../../../src/core/detect/column-choice';
import { dateReadings, decided } from '../../../src/core/detect/mapping-decide';
import { mappingRows } from '../../../src/core/detect/mapping-rows';
import type { Language } from '../../../src/core/meteo/content';
import type { CellValue, SheetSnapshot, WorkbookSnapshot } from '../../../src/core/sheet/snapshot';
import { sheetOf, workbookOf } from '../grid';

const MONDAY = 46_027; // 05/01/2026
const HEADERS = ['Date', 'Appels reçus', 'Décrochés', 'Note', 'Commentaire'];
const day = (index: number): CellValue[] => [
  MONDAY + index,
  100 + index,
  90 + index,
  (index % 5) + 1,
  `commentaire libre du jour ${String(index)}`,
];
const rows = (headers: readonly CellValue[] = HEADERS): CellValue[][] => [
  [...headers],
  ...Array.from({ length: 60 }, (_, index) => day(index)),
];
const FORMATS = { 0: 'dd/mm/yyyy' };
const daily = (name = 'Suivi', headers?: readonly CellValue[]): SheetSnapshot =>
  sheetOf(name, rows(headers), { formats: FORMATS });

/** The sheet Sources that a table's mapping makes, and its names, as they are read back. */
const stored = (workbook: WorkbookSnapshot, table: DetectedTable, language: Language = 'fr', used: readonly number[] = []) => {
  const { cells, names } = mappingRows(workbook, table, used, language);
  const grid = cells.map((line) => line.map((cell) => (cell && 'text' in cell ? cell.text : '')));
  const area = `A1:K${String(grid.length)}`;
  return { sheet: sheetOf('Sources', grid, { tables: { tblSources: area } }), names };
};

const firstTable = (workbook: WorkbookSnapshot): DetectedTable => {
  const [table] = detect(workbook).tables;
  if (!table) throw new Error('no table');
  return table;
};

/** A workbook whose sheet was confirmed, perhaps with corrections, and then replaced by another; `names` moved with it. */
const confirmedThen = (
  after: SheetSnapshot,
  moved: (formula: string) => string = (formula) => formula,
  correct: (table: DetectedTable) => DetectedTable = (table) => table,
): MappedDetection => {
  const before = workbookOf(daily());
  const { sheet, names } = stored(before, decided(correct(firstTable(before))));
  const workbook = {
    ...workbookOf(after, sheet),
    names: names.map(({ name, formula }) => ({ name, formula: moved(formula) })),
  };
  return applyMapping(workbook, detect(workbook));
};

const column = (table: DetectedTable | null, header: string): DetectedColumn => {
  const found = table?.columns.find((candidate) => candidate.header === header);
  if (!found) throw new Error(`no column ${header}`);
  return found;
};
const corrected =
  (header: string, change: (column: DetectedColumn) => DetectedColumn) =>
  (table: DetectedTable): DetectedTable => ({
    ...table,
    columns: table.columns.map((candidate) => (candidate.header === header ? change(candidate) : candidate)),
  });

test('what is written is read back, in either language', () => {
  const workbook = workbookOf(daily());
  for (const language of ['fr', 'en'] as const) {
    const { sheet, names } = stored(workbook, decided(firstTable(workbook)), language);
    const [source, ...others] = readMapping({ ...workbookOf(daily(), sheet), names });
    expect(others).toEqual([]);
    expect(source).toMatchObject({ sheet: 'Suivi', range: 'A1:E61', confirmed: true });
    expect(source?.columns.map(({ header, measure, rule, type, place }) => [header, measure, rule, type, place?.column])).toEqual(
      [
        ['Date', 'date', 'date', 'date', 0],
        ['Appels reçus', 'appels_recus', 'sum', 'count', 1],
        ['Décrochés', 'appels_traites', 'sum', 'count', 2],
        ['Note', '', 'level', 'number', 3],
      ],
    );
    expect(source?.columns[0]?.writing).toBe('real');
  }
});

test('a workbook without a mapping stays as it was detected', () => {
  const workbook = workbookOf(daily());
  const detection = detect(workbook);
  expect(applyMapping(workbook, detection)).toEqual({ ...detection, mapped: null, questions: [] });
});

test('a mapping that nobody confirmed changes nothing', () => {
  const workbook = workbookOf(daily());
  const { sheet, names } = stored(workbook, firstTable(workbook), 'fr', [1, 2]);
  const again = { ...workbookOf(daily(), sheet), names };
  expect(readMapping(again)[0]).toMatchObject({ confirmed: false });
  expect(applyMapping(again, detect(again)).mapped).toBeNull();
});

describe('what the user corrected stands', () => {
  test.each<[string, Parameters<typeof withChoice>[1], Partial<DetectedColumn>]>([
    ['another measure', { kind: 'measure', measure: 'mails_traites' }, { measure: 'mails_traites', type: 'count' }],
    [
      'a duration',
      { kind: 'measure', measure: 'conversation_s' },
      { measure: 'conversation_s', type: 'duration', duration: 'seconds' },
    ],
    ['kept as an amount', { kind: 'type', type: 'amount' }, { type: 'amount', measure: undefined }],
    ['left out', { kind: 'left-out' }, { type: 'text', measure: undefined, reason: 'left-out' }],
  ])('%s', (_name, choice, expected) => {
    const { mapped } = confirmedThen(
      daily(),
      undefined,
      corrected('Décrochés', (found) => withChoice(found, choice)),
    );
    const found = column(mapped, 'Décrochés');
    for (const [key, value] of Object.entries(expected)) expect(found[key as keyof DetectedColumn]).toBe(value);
    expect(found.confidence).toBe(1);
  });

  test('a level that was confirmed is still never added up', () => {
    expect(column(confirmedThen(daily()).mapped, 'Note')).toMatchObject({ type: 'number', score: true, reason: 'confirmed' });
  });
});

describe('the sheet changes under the mapping', () => {
  const inserted = rows().map((line, index) => [line[0] ?? '', index === 0 ? 'Jour férié' : 'non', ...line.slice(1)]);
  const right = (formula: string) =>
    formula.replace(/\$([B-E])\$/, (_, letter: string) => `$${String.fromCharCode(letter.charCodeAt(0) + 1)}$`);

  test('a column inserted: the measures move with their headers', () => {
    const { mapped, questions } = confirmedThen(sheetOf('Suivi', inserted, { formats: FORMATS }), right);
    expect(questions).toEqual([]);
    expect(column(mapped, 'Appels reçus')).toMatchObject({ column: 2, measure: 'appels_recus', reason: 'confirmed' });
  });

  test('rows inserted above: the same', () => {
    const titled = sheetOf('Suivi', [['Suivi 2026'], [], ...rows()], { formats: FORMATS });
    const { mapped, questions } = confirmedThen(titled, (formula) => formula.replace('$1', '$3'));
    expect([mapped?.headerRow, questions]).toEqual([2, []]);
    expect(column(mapped, 'Décrochés').reason).toBe('confirmed');
  });

  test('the sheet renamed: found by the names', () => {
    const { mapped, questions } = confirmedThen(daily("Suivi d'avril"), (formula) =>
      formula.replace("'Suivi'", "'Suivi d''avril'"),
    );
    expect([mapped?.sheet, questions]).toEqual(["Suivi d'avril", []]);
  });

  test('a header that was corrected by an accent or a capital is the same', () => {
    const { questions, mapped } = confirmedThen(daily('Suivi', ['Date', 'APPELS  RECUS', ...HEADERS.slice(2)]));
    expect(questions).toEqual([]);
    expect(column(mapped, 'APPELS  RECUS').measure).toBe('appels_recus');
  });

  test('a header that changed is asked about, and no measure meanwhile', () => {
    const { questions, mapped } = confirmedThen(daily('Suivi', ['Date', 'Contacts', ...HEADERS.slice(2)]));
    expect(questions).toEqual([
      {
        code: 'header-changed',
        params: { before: 'Appels reçus', after: 'Contacts', column: 'B' },
        place: { sheet: 'Suivi', cell: 'B1' },
      },
    ]);
    expect(column(mapped, 'Contacts').measure).toBeUndefined();
  });

  test('two headers exchanged by a new export: each measure goes with its header', () => {
    const { questions, mapped } = confirmedThen(daily('Suivi', ['Date', 'Décrochés', 'Appels reçus', 'Note', 'Commentaire']));
    expect(questions).toEqual([]);
    expect([column(mapped, 'Décrochés').measure, column(mapped, 'Appels reçus').measure]).toEqual([
      'appels_traites',
      'appels_recus',
    ]);
  });

  test('a column deleted is asked about', () => {
    const without = rows().map((line) => [line[0] ?? '', ...line.slice(2)]);
    const { questions } = confirmedThen(sheetOf('Suivi', without, { formats: FORMATS }), (formula) =>
      formula.includes('$B$')
        ? '=#REF!'
        : formula.replace(/\$([C-E])\$/, (_, letter: string) => `$${String.fromCharCode(letter.charCodeAt(0) - 1)}$`),
    );
    expect(questions).toEqual([{ code: 'column-lost', params: { column: 'Appels reçus' }, place: { sheet: 'Suivi' } }]);
  });

  test('a column that was left out may go or change its name', () => {
    const leave = corrected('Décrochés', (found) => withChoice(found, { kind: 'left-out' }));
    const { questions } = confirmedThen(
      daily('Suivi', ['Date', 'Appels reçus', 'Autre', 'Note', 'Commentaire']),
      undefined,
      leave,
    );
    expect(questions).toEqual([]);
  });

  test('without its names (a sheet pasted over it) the headers are enough', () => {
    const { mapped, questions } = confirmedThen(daily(), () => '=#REF!');
    expect(questions).toEqual([]);
    expect(column(mapped, 'Décrochés').reason).toBe('confirmed');
  });

  test('other data in its place: nothing is taken for it', () => {
    const other = sheetOf('Autre', rows(['Jour', 'Ventes', 'Budget', 'Prix', 'Client']), { formats: FORMATS });
    const { questions, mapped } = confirmedThen(other, () => '=#REF!');
    expect([mapped, questions[0]?.code]).toEqual([null, 'source-lost']);
  });
});

test('a native table is found by its name when its sheet and the names are gone', () => {
  const native = (sheet: string) => sheetOf(sheet, rows(), { formats: FORMATS, tables: { tblAppels: 'A1:E61' } });
  const before = workbookOf(native('Suivi'));
  const { sheet } = stored(before, decided(firstTable(before)));
  const workbook = workbookOf(native('Copie'), sheet);
  expect(applyMapping(workbook, detect(workbook)).mapped).toMatchObject({ sheet: 'Copie', table: 'tblAppels' });
});

test('rows confirmed for another table are kept, once', () => {
  const two = workbookOf(daily('Suivi'), daily('Ventes', ['Date', 'Ventes', 'Budget', 'Note', 'Avis']));
  const tables = detect(two).tables;
  const suivi = tables.find(({ sheet }) => sheet === 'Suivi');
  const ventes = tables.find(({ sheet }) => sheet === 'Ventes');
  if (!suivi || !ventes) throw new Error('two tables');
  const first = stored(two, decided(suivi));
  const second = { ...workbookOf(...two.sheets, first.sheet), names: first.names };
  const next = stored(second, decided(ventes));
  const third = { ...workbookOf(...two.sheets, next.sheet), names: [...first.names, ...next.names] };
  expect(readMapping(third).map(({ sheet, columns }) => [sheet, columns.length])).toEqual([
    ['Ventes', 4],
    ['Suivi', 4],
  ]);
  expect(new Set(third.names.map(({ name }) => name)).size).toBe(third.names.length);
  const again = stored(third, decided(ventes));
  expect(again.sheet.values).toEqual(next.sheet.values);
});

describe('day and month', () => {
  // Days 1 to 90 of 2026 as a spreadsheet of the other language read them: up to the 12th exchanged, the others left as text.
  const serials = Array.from({ length: 90 }, (_, index) => 46_023 + index);
  const exchanged = (serial: number): CellValue => {
    const date = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000);
    const [month, dayOfMonth] = [date.getUTCMonth() + 1, date.getUTCDate()];
    if (dayOfMonth > 12) return `${String(dayOfMonth)}/${String(month).padStart(2, '0')}/2026`;
    return Math.round((Date.UTC(2026, dayOfMonth - 1, month) - Date.UTC(1899, 11, 30)) / 86_400_000);
  };
  const swappedRows = [['Date', 'Appels reçus', 'Décrochés'], ...serials.map((serial) => [exchanged(serial), 100, 90])];

  test('each answer comes with its consequence, the likelier first', () => {
    const workbook = workbookOf(sheetOf('Suivi', swappedRows, { formats: FORMATS }));
    const [likely, other] = dateReadings(workbook, firstTable(workbook));
    expect(likely).toMatchObject({ answer: 'swapped', first: 46_023, last: 46_112, missing: 0, duplicates: 0 });
    expect(other?.answer).toBe('as-is');
    expect(other?.missing).toBeGreaterThan(50);
  });

  test('the answer is stored, and the question is not raised again', () => {
    const before = workbookOf(sheetOf('Suivi', swappedRows, { formats: FORMATS }));
    const { sheet, names } = stored(before, decided({ ...firstTable(before), dateAnswer: 'swapped' }));
    const workbook = { ...workbookOf(...before.sheets, sheet), names };
    const detection = detect(workbook);
    expect(detection.problems.map(({ code }) => code)).toContain('day-month-swap');
    const { mapped, problems } = applyMapping(workbook, detection);
    expect(mapped?.dateAnswer).toBe('swapped');
    expect(problems.map(({ code }) => code)).not.toContain('day-month-swap');
  });
});

test.each<[string, Partial<DetectedColumn>, ReturnType<typeof choiceOf>]>([
  ['a measure', { type: 'count', measure: 'appels_recus' }, { kind: 'measure', measure: 'appels_recus' }],
  ['a figure under its own header', { type: 'amount' }, { kind: 'type', type: 'amount' }],
  ['a comment', { type: 'text' }, { kind: 'left-out' }],
  ['a name', { type: 'person' }, { kind: 'left-out' }],
])('%s is offered as what it is taken for', (_name, found, choice) => {
  expect(choiceOf({ column: 1, header: 'X', confidence: 0.7, reason: 'header', sample: '', type: 'count', ...found })).toEqual(
    choice,
  );
});

test('a handling time that was made of two columns still is once it is confirmed: it is no rate without its parts', () => {
  const made = Array.from({ length: 40 }, (_, index) => {
    const [answered, seconds] = [90 + (index % 9), 300 + 7 * (index % 11)];
    return [MONDAY + index, 100 + (index % 9), answered, answered * seconds, seconds];
  });
  const headers = ['Date', 'Appels reçus', 'Appels traités', 'Durée de traitement (s)', 'DMT (s)'];
  const workbook = workbookOf(sheetOf('Suivi', [headers, ...made], { formats: FORMATS }));
  const parts = { numerator: 3, denominator: 2 };
  const found = column(firstTable(workbook), 'DMT (s)');
  expect(found).toMatchObject({ average: true, parts });
  expect(withChoice(found, choiceOf(found))).toMatchObject({ average: true, parts });
  expect(withChoice(found, { kind: 'type', type: 'text' }).parts).toBeUndefined();
  const { sheet, names } = stored(workbook, decided(firstTable(workbook)));
  const confirmed = { ...workbookOf(...workbook.sheets, sheet), names };
  const table = applyMapping(confirmed, detect(confirmed)).mapped;
  expect(column(table, 'DMT (s)')).toMatchObject({ reason: 'confirmed', parts });
  if (!table) throw new Error('no table');
  expect(proposeColumns(table, 'fr').problems).toEqual([]);
});
