import { cellName } from '../../../src/core/sheet/address';
import { TypedSheet } from './book';
import { ANSWERED, DATE, FollowUp, MINUTES, OFFERED, RATE, TEAM } from './layouts';
import type { Scenario } from './scenario';

const pick = <T>(list: readonly [T, ...T[]], index: number): T => list[index % list.length] ?? list[0];

/** Cells one by one: `F2,F5,F9`. */
const cells = (book: FollowUp, days: readonly number[]): string => days.map((day) => book.cell(RATE, day)).join(',');

const averageOfRates: Scenario = {
  kind: 'average-of-rates',
  plant: (layout, index) => {
    const book = new FollowUp(layout, 10 + index);
    const few = [0, 4, 9];
    const planted = pick<{ formula: string; expected: number }>(
      [
        { formula: `=AVERAGE(${book.ref(RATE)})`, expected: book.exactRate() },
        { formula: `=IFERROR(ROUND(AVERAGE(${book.ref(RATE)}),6),"")`, expected: Math.round(book.exactRate() * 1e6) / 1e6 },
        { formula: `=AVERAGE(${book.ref(RATE)})*100`, expected: book.exactRate() * 100 },
        { formula: `=SUM(${book.ref(RATE)})/COUNT(${book.ref(RATE)})`, expected: book.exactRate() },
        {
          formula: `=(${cells(book, few).replaceAll(',', '+')})/3`,
          expected: book.exactRate((_, day) => few.includes(day)),
        },
      ],
      index,
    );
    return { sheets: book.sheets, ...book.say('Taux', planted.formula), expected: planted.expected };
  },
  clean: (layout, index) => {
    const book = new FollowUp(layout, 10 + index);
    book.say('Taux', `=SUM(${book.ref(ANSWERED)})/SUM(${book.ref(OFFERED)})`);
    book.say('Appels par jour', `=AVERAGE(${book.ref(OFFERED)})`, 1);
    book.say('Durée moyenne', `=AVERAGE(${book.ref(MINUTES)})`, 2);
    book.say('Taux max', `=MAX(${book.ref(RATE)})`, 3);
    book.say('Taux pondéré', `=SUMPRODUCT(${book.ref(RATE)},${book.ref(OFFERED)})/SUM(${book.ref(OFFERED)})`, 4);
    return book.sheets;
  },
};

const conditional: Scenario = {
  kind: 'conditional-average-of-rates',
  plant: (layout, index) => {
    const book = new FollowUp(layout, 20 + index);
    const from = book.figures[3]?.date ?? 0;
    const planted = pick<{ formula: string; expected: number }>(
      [
        {
          formula: `=AVERAGEIF(${book.ref(TEAM)},"Nord",${book.ref(RATE)})`,
          expected: book.exactRate(({ team }) => team === 'Nord'),
        },
        {
          formula: `=AVERAGEIFS(${book.ref(RATE)},${book.ref(TEAM)},"Sud")`,
          expected: book.exactRate(({ team }) => team === 'Sud'),
        },
        {
          formula: `=AVERAGEIFS(${book.ref(RATE)},${book.ref(TEAM)},"Est",${book.ref(DATE)},">=${from}")`,
          expected: book.exactRate(({ team, date }) => team === 'Est' && date >= from),
        },
        {
          formula: `=IFERROR(AVERAGEIF(${book.ref(DATE)},">"&${from},${book.ref(RATE)}),0)`,
          expected: book.exactRate(({ date }) => date > from),
        },
        {
          formula: `=AVERAGEIF(${book.ref(RATE)},">0.7")`,
          expected: book.exactRate(({ answered, offered }) => answered / offered > 0.7),
        },
      ],
      index,
    );
    return { sheets: book.sheets, ...book.say('Taux', planted.formula), expected: planted.expected };
  },
  clean: (layout, index) => {
    const book = new FollowUp(layout, 20 + index);
    book.say(
      'Taux',
      `=SUMIF(${book.ref(TEAM)},"Nord",${book.ref(ANSWERED)})/SUMIF(${book.ref(TEAM)},"Nord",${book.ref(OFFERED)})`,
    );
    book.say('Appels', `=AVERAGEIFS(${book.ref(OFFERED)},${book.ref(TEAM)},"Sud")`, 1);
    book.say('Nombre sous 70 %', `=COUNTIF(${book.ref(RATE)},"<0.7")`, 2);
    return book.sheets;
  },
};

const subtotal: Scenario = {
  kind: 'subtotal-average-of-rates',
  plant: (layout, index) => {
    const book = new FollowUp(layout, 30 + index);
    const formula = pick<string>(
      [
        `=SUBTOTAL(1,${book.ref(RATE)})`,
        `=SUBTOTAL(101,${book.ref(RATE)})`,
        `=SUBTOTAL(101,${book.ref(RATE)})`,
        `=AGGREGATE(1,6,${book.ref(RATE)})`,
        `=ROUND(SUBTOTAL(1,${book.ref(RATE)}),9)`,
      ],
      index,
    );
    const exact = book.exactRate();
    const expected = index === 4 ? Math.round(exact * 1e9) / 1e9 : exact;
    return { sheets: book.sheets, ...book.say('Ensemble', formula), expected };
  },
  clean: (layout, index) => {
    const book = new FollowUp(layout, 30 + index);
    book.say('Ensemble', `=SUBTOTAL(9,${book.ref(ANSWERED)})/SUBTOTAL(9,${book.ref(OFFERED)})`);
    book.say('Nombre', `=SUBTOTAL(103,${book.ref(RATE)})`, 1);
    book.say('Par jour', `=SUBTOTAL(1,${book.ref(OFFERED)})`, 2);
    return book.sheets;
  },
};

/** A pivot as Excel shows it: a title, one line for each team, a grand total. */
const pivot = (book: FollowUp, by: 'average' | 'sum', field: string, title: string): { sheet: TypedSheet; cell: string } => {
  const sheet = new TypedSheet('TCD');
  const teams = ['Nord', 'Sud', 'Est'];
  const value = (keep: (team: string) => boolean): number => {
    const rows = book.figures.filter(({ team }) => keep(team));
    const rates = rows.map(({ answered, offered }) => answered / offered);
    if (by === 'average') return rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
    if (field === book.layout.headers[RATE]) return rates.reduce((sum, rate) => sum + rate, 0);
    return rows.reduce((sum, { offered }) => sum + offered, 0);
  };
  sheet.put(2, 0, 'Étiquettes de lignes', title);
  teams.forEach((team, index) =>
    sheet.put(
      3 + index,
      0,
      team,
      value((one) => one === team),
    ),
  );
  sheet.put(
    6,
    0,
    'Total général',
    value(() => true),
  );
  sheet.pivots = [
    { name: 'TCD appels', area: { row: 2, column: 0, rows: 5, columns: 2 }, figures: [{ name: title, field, by }] },
  ];
  return { sheet, cell: cellName(2, 1) };
};

const pivotAverage: Scenario = {
  kind: 'pivot-average-of-rates',
  plant: (layout, index) => {
    const book = new FollowUp(layout, 40 + index);
    const field = layout.headers[RATE];
    const summed = index === 1;
    const { sheet, cell } = pivot(book, summed ? 'sum' : 'average', field, `${summed ? 'Somme' : 'Moyenne'} de ${field}`);
    return { sheets: [...book.sheets, sheet], sheet: sheet.name, cell, expected: book.exactRate() };
  },
  clean: (layout, index) => {
    const book = new FollowUp(layout, 40 + index);
    return [...book.sheets, pivot(book, 'sum', layout.headers[OFFERED], `Somme de ${layout.headers[OFFERED]}`).sheet];
  },
};

const sumOfRates: Scenario = {
  kind: 'sum-of-rates',
  plant: (layout, index) => {
    const book = new FollowUp(layout, 50 + index);
    const planted = pick<{ formula: string; expected: number }>(
      [
        { formula: `=SUM(${book.ref(RATE)})`, expected: book.exactRate() },
        {
          formula: `=SUMIF(${book.ref(TEAM)},"Nord",${book.ref(RATE)})`,
          expected: book.exactRate(({ team }) => team === 'Nord'),
        },
        { formula: `=SUMIFS(${book.ref(RATE)},${book.ref(TEAM)},"Est")`, expected: book.exactRate(({ team }) => team === 'Est') },
        {
          formula: `=${cells(book, [1, 2, 3]).replaceAll(',', '+')}`,
          expected: book.exactRate((_, day) => day >= 1 && day <= 3),
        },
        { formula: `=ROUND(SUM(${book.ref(RATE)}),8)`, expected: Math.round(book.exactRate() * 1e8) / 1e8 },
      ],
      index,
    );
    return { sheets: book.sheets, ...book.say('Taux', planted.formula), expected: planted.expected };
  },
  // Shares of one whole add up to it, and amounts converted by a rate of exchange are amounts.
  clean: (layout, index) => {
    const book = new FollowUp(layout, 50 + index);
    const shares = new TypedSheet('Parts');
    shares.put(0, 0, 'Motif', 'Appels', 'Part');
    const counts = [120, 80, 45, 30, 5 + index];
    counts.forEach((count, line) => shares.put(1 + line, 0, `Motif ${line + 1}`, count, `=B${line + 2}/SUM($B$2:$B$6)`));
    shares.put(6, 0, 'Total', '=SUM(B2:B6)', '=SUM(C2:C6)');
    shares.format(1, 2, 6, '0.0%');
    const amounts = new TypedSheet('Achats');
    amounts.put(0, 0, 'Facture', 'Montant USD', 'Cours', 'Montant EUR');
    counts.forEach((count, line) =>
      amounts.put(1 + line, 0, `F-${line}`, count * 10, 1.05 + line / 100, `=B${line + 2}/C${line + 2}`),
    );
    amounts.put(6, 0, 'Total', '=SUM(B2:B6)', null, '=SUM(D2:D6)');
    book.say('Moyenne des montants', '=AVERAGE(Achats!D2:D6)');
    return [...book.sheets, shares, amounts];
  },
};

/** Means, or quotients of totals, by stretch of days, on a sheet of their own: unequal stretches. */
const stretches = (
  book: FollowUp,
  formula: (from: number, to: number) => string,
  format: string,
): { sheet: TypedSheet; rows: number } => {
  const sheet = new TypedSheet('Étapes');
  const cuts = [0, 3, 8, book.figures.length];
  sheet.put(0, 0, 'Lot', 'Valeur').format(1, 1, 3, format);
  for (let index = 0; index < 3; index++)
    sheet.put(
      1 + index,
      0,
      `Lot ${'ABC'[index]}`,
      formula(book.first + (cuts[index] ?? 0), book.first + (cuts[index + 1] ?? 0) - 1),
    );
  return { sheet, rows: 3 };
};

const averageOfAverages: Scenario = {
  kind: 'average-of-averages',
  plant: (layout, index) => {
    const book = new FollowUp(layout, 60 + index);
    const { sheet } = stretches(
      book,
      (from, to) => `=AVERAGE(${book.data.range(new TypedSheet('Étapes'), layout.column + OFFERED, from, to)})`,
      '0.00',
    );
    const formula = pick<string>(
      ['=AVERAGE(B2:B4)', '=ROUND(AVERAGE(B2:B4),9)', '=AVERAGE(B2,B3,B4)', '=IFERROR(AVERAGE(B2:B4),"")', '=AVERAGE(B2:B4)'],
      index,
    );
    sheet.put(5, 0, 'Ensemble des lots', formula);
    const exact = book.sum(({ offered }) => offered) / book.figures.length;
    return {
      sheets: [...book.sheets, sheet],
      sheet: sheet.name,
      cell: 'B6',
      expected: index === 1 ? Math.round(exact * 1e9) / 1e9 : exact,
    };
  },
  clean: (layout, index) => {
    const book = new FollowUp(layout, 60 + index);
    const { sheet } = stretches(
      book,
      (from, to) => `=SUM(${book.data.range(new TypedSheet('Étapes'), layout.column + OFFERED, from, to)})`,
      '0',
    );
    sheet.put(5, 0, 'Moyenne des lots', '=AVERAGE(B2:B4)');
    return [...book.sheets, sheet];
  },
};

const averageOfTotals: Scenario = {
  kind: 'average-of-rates',
  plant: (layout, index) => {
    const book = new FollowUp(layout, 70 + index);
    const other = new TypedSheet('Étapes');
    const part = (place: number, from: number, to: number): string =>
      `SUM(${book.data.range(other, layout.column + place, from, to)})`;
    const { sheet } = stretches(book, (from, to) => `=${part(ANSWERED, from, to)}/${part(OFFERED, from, to)}`, '0.0%');
    sheet.put(5, 0, 'Taux des lots', '=AVERAGE(B2:B4)');
    return { sheets: [...book.sheets, sheet], sheet: sheet.name, cell: 'B6', expected: book.exactRate() };
  },
  clean: (layout, index) => {
    const book = new FollowUp(layout, 70 + index);
    const other = new TypedSheet('Étapes');
    const part = (place: number, from: number, to: number): string =>
      `SUM(${book.data.range(other, layout.column + place, from, to)})`;
    const { sheet } = stretches(book, (from, to) => `=${part(ANSWERED, from, to)}/${part(OFFERED, from, to)}`, '0.0%');
    sheet.put(5, 0, 'Meilleur lot', '=MAX(B2:B4)');
    return [...book.sheets, sheet];
  },
};

export const RATE_SCENARIOS: readonly Scenario[] = [
  averageOfRates,
  conditional,
  subtotal,
  pivotAverage,
  sumOfRates,
  averageOfAverages,
  averageOfTotals,
];
