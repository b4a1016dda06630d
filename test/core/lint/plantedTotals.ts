import { cellName, columnName } from '../../../src/core/sheet/address';
import { TypedSheet } from './book';
import { ANSWERED, FollowUp, MINUTES, OFFERED, TEAM, type Layout } from './layouts';
import type { Planted, Scenario } from './scenario';

/** A follow-up without native table, whose totals stand right under the columns. */
const listed = (layout: Layout, seed: number): FollowUp => new FollowUp({ ...layout, table: null }, seed, { table: false });

const under = (book: FollowUp, place: number, formula: string, gap = 0): { sheet: string; cell: string } => {
  const row = book.last + 1 + gap;
  book.data.put(row, book.layout.column, 'Total');
  book.data.put(row, book.layout.column + place, formula);
  return { sheet: book.data.name, cell: cellName(row, book.layout.column + place) };
};

const column = (book: FollowUp, place: number, from: number, to: number): string =>
  book.data.range(book.data, book.layout.column + place, from, to);

/** Months in columns, activities in rows: totals at the right. */
const months = (index: number): { sheet: TypedSheet; figures: number[][] } => {
  const sheet = new TypedSheet(['Mois', "L'année", 'Months', 'Par mois', 'Monthly'][index] ?? 'Mois');
  const names = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin'];
  sheet.put(0, 0, 'Activité', ...names, 'Total');
  const figures = [0, 1, 2, 3].map((line) => names.map((_, month) => 100 + 37 * line + 11 * ((month * 5 + line + index) % 7)));
  figures.forEach((row, line) => sheet.put(1 + line, 0, `Activité ${'ABCD'[line]}`, ...row, `=SUM(B${line + 2}:G${line + 2})`));
  return { sheet, figures };
};

const leavesOut: Scenario = {
  kind: 'total-leaves-out',
  plant: (layout, index): Planted => {
    if (index === 3) {
      const { sheet, figures } = months(index);
      sheet.put(3, 7, '=SUM(B4:F4)');
      return { sheets: [sheet], sheet: sheet.name, cell: 'H4', expected: (figures[2] ?? []).reduce((sum, one) => sum + one, 0) };
    }
    const book = listed(layout, 100 + index);
    const { first, last } = book;
    const formula =
      [
        `=SUM(${column(book, OFFERED, first, last - 2)})`,
        `=SUM(${column(book, OFFERED, first + 1, last)})`,
        `=SUM(${column(book, OFFERED, first, first + 7)},${column(book, OFFERED, first + 9, last)})`,
        '',
        `=SUBTOTAL(9,${column(book, OFFERED, first, last - 1)})`,
      ][index] ?? '';
    return {
      sheets: [book.data],
      ...under(book, OFFERED, formula, index === 2 ? 1 : 0),
      expected: book.sum(({ offered }) => offered),
    };
  },
  // Quarters that share the days out, a line "dont", totals of all the days, a running total.
  clean: (layout, index) => {
    const book = listed(layout, 100 + index);
    const { first, last } = book;
    under(book, OFFERED, `=SUM(${column(book, OFFERED, first, last)})`);
    under(book, ANSWERED, `=SUM(${column(book, ANSWERED, first, last)})`);
    book.data.put(last + 2, book.layout.column, 'dont 1re semaine');
    book.data.put(last + 2, book.layout.column + OFFERED, `=SUM(${column(book, OFFERED, first, first + 6)})`);
    const { sheet, figures } = months(index);
    figures.forEach((_, line) => sheet.put(1 + line, 9, `=SUM(B${line + 2}:D${line + 2})`, `=SUM(E${line + 2}:G${line + 2})`));
    sheet.put(0, 9, 'T1', 'T2');
    const shared = new TypedSheet('Trimestres');
    shared.put(0, 0, 'Mois', 'Appels');
    ['janvier', 'février', 'mars'].forEach((name, line) => shared.put(1 + line, 0, name, 100 + line));
    shared.put(4, 0, 'T1', '=SUM(B2:B4)');
    ['avril', 'mai', 'juin'].forEach((name, line) => shared.put(5 + line, 0, name, 120 + line));
    shared.put(8, 0, 'T2', '=SUM(B6:B8)');
    shared.put(9, 0, 'Total', '=B5+B9');
    return [book.data, sheet, shared];
  },
};

const countsTwice: Scenario = {
  kind: 'total-counts-twice',
  plant: (layout, index): Planted => {
    const book = listed(layout, 110 + index);
    const { first, last } = book;
    const exact = book.sum(({ offered }) => offered);
    const name = columnName(layout.column + OFFERED);
    if (index === 0) {
      under(book, OFFERED, `=SUM(${column(book, OFFERED, first, last)})`);
      return { sheets: [book.data], ...book.say('Ensemble', `=SUM(${column(book, OFFERED, first, last + 1)})`), expected: exact };
    }
    if (index === 1) {
      under(book, OFFERED, `=SUM(${column(book, OFFERED, first, last)})`);
      const formula = `=SUM(${column(book, OFFERED, first, last)})+${name}${last + 2}`;
      return { sheets: [book.data], ...book.say('Ensemble', formula), expected: exact };
    }
    if (index === 2) {
      // Subtotals by team between the lines.
      const sheet = new TypedSheet('Équipes');
      sheet.put(0, 0, 'Ligne', 'Appels');
      [10, 20, 30].forEach((value, line) => sheet.put(1 + line, 0, `A${line}`, value));
      sheet.put(4, 0, 'Sous-total A', '=SUM(B2:B4)');
      [40, 50, 60].forEach((value, line) => sheet.put(5 + line, 0, `B${line}`, value));
      sheet.put(8, 0, 'Sous-total B', '=SUM(B6:B8)');
      sheet.put(9, 0, 'Total général', '=SUM(B2:B9)');
      return { sheets: [sheet], sheet: 'Équipes', cell: 'B10', expected: 210 };
    }
    if (index === 3) {
      // A total typed as a number, in a line that says so.
      under(book, OFFERED, '');
      book.data.put(last + 1, layout.column + OFFERED, exact);
      const range = book.data.range(book.summary, layout.column + OFFERED, first, last + 1);
      return { sheets: book.sheets, ...book.say('Ensemble', `=SUM(${range})`), expected: exact };
    }
    under(book, OFFERED, `=SUM(${column(book, OFFERED, first, last)})`);
    const formula = `=AVERAGE(${book.data.range(book.summary, layout.column + OFFERED, first, last + 1)})`;
    return { sheets: book.sheets, ...book.say('Par jour', formula), expected: exact / book.figures.length };
  },
  clean: (layout, index) => {
    const book = listed(layout, 110 + index);
    const { first, last } = book;
    under(book, OFFERED, `=SUBTOTAL(9,${column(book, OFFERED, first, last)})`);
    book.say('Ensemble', `=SUBTOTAL(9,${book.data.range(book.summary, layout.column + OFFERED, first, last + 1)})`);
    book.say('Ensemble bis', `=SUM(${book.data.range(book.summary, layout.column + OFFERED, first, last)})`, 1);
    book.say('Moitié', `=SUM(${book.data.range(book.summary, layout.column + OFFERED, first, last + 1)})/2`, 2);
    const sheet = new TypedSheet('Semaines');
    sheet.put(0, 0, 'Semaine', 'Appels', 'Cumul');
    [10, 20, 30, 40].forEach((value, line) =>
      sheet.put(1 + line, 0, `S0${line + 1}`, value, line === 0 ? '=B2' : `=C${line + 1}+B${line + 2}`),
    );
    sheet.put(6, 0, 'Total', '=SUM(B2:B5)');
    return [...book.sheets, sheet];
  },
};

const stopsShort: Scenario = {
  kind: 'range-stops-short',
  plant: (layout, index): Planted => {
    const book = new FollowUp({ ...layout, table: null }, 120 + index, { table: false });
    const { first, last } = book;
    const ref = (place: number, to: number): string =>
      book.data.range(book.summary, layout.column + place, first, to, index % 2 === 1);
    const short = last - 3;
    const planted = [
      {
        formula: `=SUMIF(${ref(TEAM, short)},"Nord",${ref(OFFERED, short)})`,
        expected: book.sum(
          ({ offered }) => offered,
          ({ team }) => team === 'Nord',
        ),
      },
      { formula: `=COUNTIF(${ref(TEAM, short)},"Sud")`, expected: book.figures.filter(({ team }) => team === 'Sud').length },
      { formula: `=AVERAGE(${ref(MINUTES, short)})`, expected: book.sum(({ minutes }) => minutes) / book.figures.length },
      {
        formula: `=SUMIFS(${ref(OFFERED, short)},${ref(TEAM, short)},"Est",${ref(ANSWERED, short)},">100")`,
        expected: book.sum(
          ({ offered }) => offered,
          ({ team, answered }) => team === 'Est' && answered > 100,
        ),
      },
      {
        formula: `=INDEX(${ref(OFFERED, short)},MATCH(${book.figures[2]?.date ?? 0},${ref(0, short)},0))`,
        expected: book.figures[2]?.offered ?? 0,
      },
    ][index];
    if (!planted) throw new Error('no such layout');
    return { sheets: book.sheets, ...book.say('Appels', planted.formula), expected: planted.expected };
  },
  // Days shared out between formulas, a window that moves along, a named month, whole columns, ranges with room below.
  clean: (layout, index) => {
    const book = new FollowUp({ ...layout, table: null }, 120 + index, { table: false });
    const { first, last } = book;
    const ref = (place: number, from: number, to: number): string =>
      book.data.range(book.summary, layout.column + place, from, to);
    book.say('Équipe Nord', `=SUMIF(${ref(TEAM, first, last)},"Nord",${ref(OFFERED, first, last)})`);
    book.say('Janvier', `=SUM(${ref(OFFERED, first, first + 9)})`, 1);
    book.say('Lot A', `=MAX(${ref(ANSWERED, first, first + 5)})`, 2);
    book.say('Lot B', `=MAX(${ref(ANSWERED, first + 6, last)})`, 3);
    book.say('Équipe Sud', `=COUNTIF(${ref(TEAM, first, last + 40)},"Sud")`, 4);
    book.say('Tout', `=SUM(${book.wholeColumn(MINUTES)})`, 5);
    const rolling = new TypedSheet('Glissant');
    rolling.put(0, 0, 'Jour', 'Appels', 'Moyenne sur 4 jours');
    for (let day = 0; day < 12; day++)
      rolling.put(1 + day, 0, `J${day}`, 50 + ((day * 7) % 11), day < 3 ? null : `=AVERAGE(B${day - 1}:B${day + 2})`);
    return [...book.sheets, rolling];
  },
};

const mixed: Scenario = {
  kind: 'mixed-periods',
  plant: (layout, index): Planted => {
    const book = new FollowUp({ ...layout, table: null }, 130 + index, { table: false });
    const { first, last } = book;
    const ref = (place: number, from = first, to = last): string =>
      book.data.range(book.summary, layout.column + place, from, to);
    if (index === 4) {
      const sheet = new TypedSheet('Périodes');
      sheet.put(0, 0, 'Période', 'Appels');
      [410, 380, 395, 402].forEach((value, line) => sheet.put(1 + line, 0, `S0${line + 1}`, value));
      sheet.put(5, 0, 'janvier', 1_587).put(6, 0, 'février', 1_544);
      sheet.put(8, 0, 'Ensemble', '=SUM(B2:B7)');
      return { sheets: [sheet], sheet: 'Périodes', cell: 'B9', expected: 1_587 };
    }
    const planted = [
      { formula: `=SUM(${ref(ANSWERED)})/SUM(${ref(OFFERED, first, last - 2)})`, expected: book.exactRate() },
      {
        formula: `=SUMIF(${ref(TEAM)},"Nord",${ref(OFFERED, first + 1, last)})`,
        expected: book.sum(
          ({ offered }) => offered,
          ({ team }) => team === 'Nord',
        ),
      },
      {
        formula: `=SUMIFS(${ref(OFFERED)},${ref(TEAM, first, last - 1)},"Sud")`,
        expected: book.sum(
          ({ offered }) => offered,
          ({ team }) => team === 'Sud',
        ),
      },
      {
        formula: `=SUM(${ref(MINUTES, first, last - 4)})/SUM(${ref(ANSWERED)})`,
        expected: book.sum(({ minutes }) => minutes) / book.sum(({ answered }) => answered),
      },
    ][index];
    if (!planted) throw new Error('no such layout');
    return { sheets: book.sheets, ...book.say('Résultat', planted.formula), expected: planted.expected };
  },
  // A part of the same column over the whole of it, what was done so far over the year's plan, the same lines throughout.
  clean: (layout, index) => {
    const book = new FollowUp({ ...layout, table: null }, 130 + index, { table: false });
    const { first, last } = book;
    const ref = (place: number, from = first, to = last): string =>
      book.data.range(book.summary, layout.column + place, from, to);
    book.say('Taux', `=SUM(${ref(ANSWERED)})/SUM(${ref(OFFERED)})`);
    book.say('Part de la 1re semaine', `=SUM(${ref(OFFERED, first, first + 6)})/SUM(${ref(OFFERED)})`, 1);
    book.say('Nord', `=SUMIFS(${ref(OFFERED)},${ref(TEAM)},"Nord")`, 2);
    const plan = new TypedSheet('Plan');
    plan.put(0, 0, 'Lot', 'Prévu', 'Réalisé');
    for (let lot = 0; lot < 8; lot++) plan.put(1 + lot, 0, `Lot ${lot}`, 100 + 10 * lot, lot < 5 ? 90 + 9 * lot : null);
    plan.put(10, 4, 'Avancement', '=SUM(C2:C6)/SUM(B2:B9)');
    return [...book.sheets, plan];
  },
};

export const TOTAL_SCENARIOS: readonly Scenario[] = [leavesOut, countsTwice, stopsShort, mixed];
