import type { CellValue } from '../../../src/core/sheet/snapshot';
import { calculated, findingsOf, placesOf } from './sheet';

type Row = (CellValue | null | readonly [string, CellValue])[];

const lines = (count: number, make: (line: number, row: number) => Row): Row[] =>
  Array.from({ length: count }, (_, line) => make(line, line + 2));

describe('what people usually write, and what nothing is said of', () => {
  test('growth from one month to the next, and its mean', () => {
    const grid: Row[] = [
      ['Mois', 'CA', 'Évolution'],
      ...lines(8, (line, row): Row => {
        const amount = 100 + 13 * line + (line % 3) * 7;
        const before = 100 + 13 * (line - 1) + ((line - 1) % 3) * 7;
        return [`M${line}`, amount, line === 0 ? null : [`=B${row}/B${row - 1}-1`, amount / before - 1]];
      }),
      ['Moyenne', null, ['=AVERAGE(C3:C9)', 0.12]],
    ];
    expect(placesOf(calculated('Ventes', grid, { 2: '0.0%' }))).toEqual([]);
  });

  test('a share of a fixed total, and its sum', () => {
    const grid: Row[] = [
      ['Motif', 'Appels', 'Part'],
      ...lines(4, (line, row): Row => [`Motif ${line}`, 10 * (line + 1), [`=B${row}/B$6`, (line + 1) / 10]]),
      ['Total', ['=SUM(B2:B5)', 100], ['=SUM(C2:C5)', 1]],
    ];
    expect(placesOf(calculated('Motifs', grid, { 2: '0%' }))).toEqual([]);
  });

  test.each([
    ['of numbers', (line: number): CellValue => 50 - line, '9.9E+307'],
    ['of numbers, by a power', (line: number): CellValue => 50 - line, '1E+300'],
    ['of texts', (line: number): CellValue => `Motif ${'dbca'[line % 4] ?? ''}`, '"zzz"'],
    ['of texts, by a letter repeated', (line: number): CellValue => `Motif ${'dbca'[line % 4] ?? ''}`, 'REPT("z",255)'],
  ])('the last entry of a column %s, whatever their order', (_, entry, sought) => {
    const grid: Row[] = [
      ['Entrée', 'Appels'],
      ...lines(12, (line): Row => [entry(line), 10 + line]),
      [null, null, [`=MATCH(${sought},A2:A13)`, 12]],
    ];
    expect(placesOf(calculated('Liste', grid))).toEqual([]);
  });

  test.each(['=LOOKUP(2,1/(B2:B13<>""),B2:B13)', '=LOOKUP(9.9E+307,B2:B13)', '=LOOKUP("zzz",A2:A13)'])(
    'the last entry by %s, whatever the order',
    (formula) => {
      const grid: Row[] = [
        ['Entrée', 'Appels'],
        ...lines(12, (line): Row => [`Motif ${'dbca'[line % 4] ?? ''}`, 50 - 3 * line]),
        [null, null, null, [formula, 17]],
      ];
      expect(placesOf(calculated('Liste', grid))).toEqual([]);
    },
  );

  test('another formula each Sunday is a habit', () => {
    const grid: Row[] = [
      ['Jour', 'Prévu', 'Réel', 'Écart'],
      ...lines(28, (line, row): Row =>
        line % 7 === 6
          ? [`J${line}`, 10, 12, [`=C${row}`, 12]]
          : [`J${line}`, 10, 12 + (line % 4), [`=C${row}-B${row}`, 2 + (line % 4)]],
      ),
    ];
    expect(placesOf(calculated('Écarts', grid))).toEqual([]);
  });

  test('a month under its date, and a year under its number', () => {
    const data: Row[] = [['Jour', 'Appels'], ...lines(40, (line): Row => [45_663 + line, 50 + ((line * 17) % 23)])];
    const sum = (from: number, to: number): number =>
      Array.from({ length: to - from + 1 }, (_, index) => 50 + (((from - 2 + index) * 17) % 23)).reduce(
        (one, other) => one + other,
        0,
      );
    const report: Row[] = [
      ['Indicateur', 45_658],
      ['Appels', ['=SUM(Jours!B2:B27)', sum(2, 27)]],
    ];
    expect(placesOf(calculated('Jours', data, { 0: 'dd/mm/yyyy' }), calculated('Bilan', report, { 1: 'mmm yyyy' }))).toEqual([]);
  });

  test('years as headers over figures, summed without them', () => {
    const grid: Row[] = [
      ['Poste', 2024, 2025],
      ...lines(5, (line): Row => [`Poste ${line}`, 100 + line, 120 + line]),
      ['Total', ['=SUM(B2:B6)', 510], ['=SUM(C2:C6)', 610]],
    ];
    expect(placesOf(calculated('Budget', grid))).toEqual([]);
  });

  test('a profit and loss account: totals of parts, differences, shares of turnover', () => {
    const grid: Row[] = [
      ['Poste', 'Montant', 'Part du CA'],
      ['CA', 1000, ['=B2/B$2', 1]],
      ['Salaires', 400, ['=B3/B$2', 0.4]],
      ['Locaux', 150, ['=B4/B$2', 0.15]],
      ['Énergie', 50, ['=B5/B$2', 0.05]],
      ['Total charges', ['=SUM(B3:B5)', 600], ['=B6/B$2', 0.6]],
      ['Résultat', ['=B2-B6', 400], ['=B7/B$2', 0.4]],
    ];
    expect(placesOf(calculated('Compte', grid, { 2: '0%' }))).toEqual([]);
  });
});

describe('how findings are told', () => {
  test('two means of different rates in one row are two findings', () => {
    const grid: Row[] = [
      ['Jour', 'Reçus', 'Décrochés', 'Taux', 'Ventes', 'Taux de vente'],
      ...lines(6, (line, row): Row => {
        const offered = 100 + 90 * (line % 3);
        const answered = 80 + 20 * (line % 3);
        const sales = 10 + line;
        return [
          `J${line}`,
          offered,
          answered,
          [`=C${row}/B${row}`, answered / offered],
          sales,
          [`=E${row}/C${row}`, sales / answered],
        ];
      }),
      ['Moyenne', null, null, ['=AVERAGE(D2:D7)', 0.63], null, ['=AVERAGE(F2:F7)', 0.12]],
    ];
    expect(placesOf(calculated('Suivi', grid, { 3: '0%', 5: '0%' }))).toEqual([
      'average-of-rates Suivi!D8',
      'average-of-rates Suivi!F8',
    ]);
  });

  test('a constant in every line of a column is one finding, with its count', () => {
    const grid: Row[] = [
      ['Article', 'Prix HT', 'TTC'],
      ...lines(6, (line, row): Row => [`A${line}`, 10 + line, [`=B${row}*(1+20%)`, (10 + line) * 1.2]]),
      ['Article', null, ['=B2*19.6%', 1.96]],
    ];
    expect(placesOf(calculated('Tarif', grid))).toEqual(['hard-coded-number Tarif!C2 ×6', 'hard-coded-number Tarif!C8']);
  });

  test('wrong figures come before what is only hard to follow', () => {
    const grid: Row[] = [
      ['Jour', 'Appels'],
      ...lines(6, (line): Row => [45_700 + line, 10 + line]),
      ['Total', ['=SUM(B2:B6)', 60]],
      [null, null, null, 'Le', ['=TODAY()', 45_800]],
    ];
    expect(findingsOf(calculated('Suivi', grid, { 0: 'dd/mm/yyyy' })).map(({ kind }) => kind)).toEqual([
      'total-leaves-out',
      'volatile-function',
    ]);
  });

  test('an exact value is not told where the sheet shows something else than its own formula gives: lines may be hidden', () => {
    const grid: Row[] = [
      ['Jour', 'Reçus', 'Décrochés', 'Taux'],
      ...lines(6, (line, row): Row => [
        `J${line}`,
        100 + 50 * (line % 3),
        60,
        [`=C${row}/B${row}`, 60 / (100 + 50 * (line % 3))],
      ]),
      ['Visible', null, null, ['=SUBTOTAL(101,D2:D7)', 0.3]],
    ];
    const [finding] = findingsOf(calculated('Suivi', grid, { 3: '0%' }));
    expect([finding?.kind, finding?.expected, finding?.proposal]).toEqual([
      'subtotal-average-of-rates',
      null,
      '=SUBTOTAL(109,C2:C7)/SUBTOTAL(109,B2:B7)',
    ]);
  });
});
