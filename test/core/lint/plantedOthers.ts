import { cellName, quoteSheet } from '../../../src/core/sheet/address';
import { TypedSheet } from './book';
import { ANSWERED, FollowUp, MINUTES, OFFERED, RATE, type Layout } from './layouts';
import type { Planted, Scenario } from './scenario';

const plain = (layout: Layout, seed: number): FollowUp => new FollowUp({ ...layout, table: null }, seed, { table: false });

const total = ({ offered }: { offered: number }): number => offered;

const hardCoded: Scenario = {
  kind: 'hard-coded-number',
  plant: (layout, index): Planted => {
    const book = plain(layout, 200 + index);
    const sum = `SUM(${book.ref(OFFERED)})`;
    const exact = book.sum(total);
    const planted = [
      { formula: `=${sum}+120`, expected: exact },
      { formula: `=${sum}-45`, expected: exact },
      { formula: `=${sum}/${book.figures.length + 3}`, expected: exact / book.figures.length },
      { formula: `=${sum}*1.196`, expected: null },
      { formula: `=250+${sum}`, expected: exact },
    ][index];
    if (!planted) throw new Error('no such layout');
    return { sheets: book.sheets, ...book.say('Résultat', planted.formula), expected: planted.expected };
  },
  // Units, rounding, criteria, thresholds, dates and complements are no hidden figures.
  clean: (layout, index) => {
    const book = plain(layout, 200 + index);
    const sum = `SUM(${book.ref(MINUTES)})`;
    book.say('Heures', `=${sum}/60`);
    book.say('Jours', `=ROUND(${sum}/60/24,2)`, 1);
    book.say('Perdus', `=1-SUM(${book.ref(ANSWERED)})/SUM(${book.ref(OFFERED)})`, 2);
    book.say('En points', `=100*SUM(${book.ref(ANSWERED)})/SUM(${book.ref(OFFERED)})`, 3);
    book.say('Sous le seuil', `=COUNTIF(${book.ref(RATE)},"<0.85")`, 4);
    book.say('Statut', `=IF(SUM(${book.ref(ANSWERED)})/SUM(${book.ref(OFFERED)})>=0.85,"OK","KO")`, 5);
    book.say('Échéance', '=DATE(2026,3,31)+15', 6);
    book.say('Demi-somme', `=(${book.cell(OFFERED, 0)}+${book.cell(OFFERED, 1)})/2`, 7);
    book.say('Par semaine', `=AVERAGE(${book.ref(OFFERED)})*7`, 8);
    return book.sheets;
  },
};

/** Lines with a formula all along, in a layout: amounts, quantities and prices. */
const invoice = (
  index: number,
): { sheet: TypedSheet; lines: { quantity: number; price: number }[]; row: number; column: number } => {
  const sheet = new TypedSheet(['Facture', "Bon d'été", 'Invoice', 'Order 7', 'Devis'][index] ?? 'Facture', index === 3);
  const [row, column] = [
    [0, 0],
    [3, 1],
    [1, 2],
    [0, 0],
    [5, 0],
  ][index] ?? [0, 0];
  const lines = Array.from({ length: 10 + index }, (_, line) => ({
    quantity: 3 + ((line * 7 + index) % 9),
    price: 12.5 + ((line * 5) % 11),
  }));
  sheet.put(row ?? 0, column ?? 0, 'Ligne', 'Quantité', 'Prix', 'Montant');
  lines.forEach(({ quantity, price }, line) => {
    const at = (row ?? 0) + 1 + line;
    const name = (place: number): string => cellName(at, (column ?? 0) + place);
    sheet.put(at, column ?? 0, `Article ${line}`, quantity, price, `=${name(1)}*${name(2)}`);
  });
  return { sheet, lines, row: row ?? 0, column: column ?? 0 };
};

const typedOver: Scenario = {
  kind: 'typed-over-formula',
  plant: (_layout, index): Planted => {
    const { sheet, lines, row, column } = invoice(index);
    const line = 4 + index;
    const { quantity, price } = lines[line] ?? { quantity: 0, price: 0 };
    sheet.put(row + 1 + line, column + 3, 17.25);
    return { sheets: [sheet], sheet: sheet.name, cell: cellName(row + 1 + line, column + 3), expected: quantity * price };
  },
  // Figures typed up to a day and calculated afterwards; a typed first line of a running total.
  clean: (_layout, index) => {
    const { sheet } = invoice(index);
    const running = new TypedSheet('Stock');
    running.put(0, 0, 'Jour', 'Entrées', 'Stock');
    for (let day = 0; day < 12; day++)
      running.put(1 + day, 0, `J${day}`, 5 + (day % 4), day === 0 ? 100 : `=C${day + 1}+B${day + 2}`);
    const forecast = new TypedSheet('Prévision');
    forecast.put(0, 0, 'Jour', 'Appels');
    for (let day = 0; day < 14; day++)
      forecast.put(1 + day, 0, `J${day}`, day < 8 ? 100 + ((day * 13) % 9) : `=B${day + 1}*B$2/B$3`);
    return [sheet, running, forecast];
  },
};

const inconsistent: Scenario = {
  kind: 'inconsistent-formula',
  plant: (_layout, index): Planted => {
    const { sheet, lines, row, column } = invoice(index);
    const line = 5;
    const at = row + 1 + line;
    const name = (place: number, shift = 0): string => cellName(at + shift, column + place);
    const wrong = [
      `=${name(1)}*${name(2, -1)}`,
      `=${name(1)}+${name(2)}`,
      `=${name(1, 1)}*${name(2)}`,
      `=${name(1)}*$${cellName(row + 1, column + 2).replace(/(\d+)/, '$$$1')}`,
      `=${name(1)}`,
    ][index];
    const { quantity, price } = lines[line] ?? { quantity: 0, price: 0 };
    sheet.put(at, column + 3, wrong ?? '');
    return { sheets: [sheet], sheet: sheet.name, cell: cellName(at, column + 3), expected: quantity * price };
  },
  // Subtotals between the lines, written in another way but to the same effect, and columns that go on across.
  clean: (_layout, index) => {
    const { sheet, row, column } = invoice(index);
    const at = row + 6;
    sheet.put(at, column + 3, `=${cellName(at, column + 2)}*${cellName(at, column + 1)}`);
    const groups = new TypedSheet('Groupes');
    groups.put(0, 0, 'Ligne', 'Prévu', 'Fait', 'Écart');
    for (let line = 0; line < 11; line++) {
      const here = 2 + line;
      if (line === 5) groups.put(1 + line, 0, 'Sous-total', '=SUM(B2:B6)', '=SUM(C2:C6)', '=SUM(D2:D6)');
      else groups.put(1 + line, 0, `Poste ${line}`, 50 + line * 3 + index, 48 + ((line * 5) % 9), `=C${here}-B${here}`);
    }
    return [sheet, groups];
  },
};

const TEXTS: readonly (readonly [text: string, number: number])[] = [
  ['212,5', 212.5],
  ['148', 148],
  ['1 204,25', 1204.25],
  ['96.75', 96.75],
  ['1\u202f310', 1310],
];

const textNumbers: Scenario = {
  kind: 'text-numbers',
  plant: (layout, index): Planted => {
    const book = plain(layout, 210 + index);
    const [text, number] = TEXTS[index] ?? ['', 0];
    const row = book.first + 3;
    book.data.put(row, layout.column + MINUTES, `'${text}`);
    const before = book.figures[3]?.minutes ?? 0;
    const exact = book.sum(({ minutes }) => minutes) - before + number;
    const average = index === 1;
    const formula = average ? `=AVERAGE(${book.ref(MINUTES)})` : index === 4 ? '' : `=SUM(${book.ref(MINUTES)})`;
    // Where no formula takes the cell, the cell itself is the place.
    if (formula === '')
      return { sheets: book.sheets, sheet: book.data.name, cell: cellName(row, layout.column + MINUTES), expected: number };
    return { sheets: book.sheets, ...book.say('Minutes', formula), expected: average ? exact / book.figures.length : exact };
  },
  // Codes, phone numbers, postcodes and comments are texts; so are the answers of formulas.
  clean: (layout, index) => {
    const book = plain(layout, 210 + index);
    book.say('Minutes', `=SUM(${book.ref(MINUTES)})`);
    const codes = new TypedSheet('Fiches');
    codes.put(0, 0, 'Code', 'Téléphone', 'Référence', 'Commentaire', 'Valeur');
    for (let line = 0; line < 9; line++)
      codes.put(
        1 + line,
        0,
        `'0${1204 + line}`,
        `'06123456${10 + line}`,
        `'${88_000 + line}`,
        line === 4 ? 'à rappeler' : null,
        10 + line,
      );
    codes.put(11, 4, '=SUM(E2:E10)');
    return [...book.sheets, codes];
  },
};

const volatile: Scenario = {
  kind: 'volatile-function',
  plant: (layout, index): Planted => {
    const book = plain(layout, 220 + index);
    const sheet = book.summary === book.data ? '' : `${quoteSheet(book.data.name)}!`;
    const top = cellName(book.first, layout.column + OFFERED);
    const bottom = cellName(book.last, layout.column + OFFERED);
    const exact = book.sum(total);
    const planted = [
      { formula: `=SUM(OFFSET(${sheet}${top},0,0,COUNT(${book.ref(OFFERED)}),1))`, expected: exact },
      { formula: `=SUM(INDIRECT("${sheet}${top}:${bottom}"))`, expected: exact },
      { formula: '=TODAY()-45663', expected: null },
      { formula: `=SUM(${book.ref(OFFERED)})*RAND()`, expected: null },
      { formula: `=SUM(OFFSET(${sheet}${top},0,0,${book.figures.length}))`, expected: exact },
    ][index];
    if (!planted) throw new Error('no such layout');
    return { sheets: book.sheets, ...book.say('Résultat', planted.formula), expected: planted.expected };
  },
  clean: (layout, index) => {
    const book = plain(layout, 220 + index);
    const first = book.cell(OFFERED, 0);
    book.say('Résultat', `=SUM(${first}:INDEX(${book.wholeColumn(OFFERED)},${book.last + 1}))`);
    book.say('Premier', `=INDEX(${book.ref(OFFERED)},1)`, 1);
    return book.sheets;
  },
};

const swallowed: Scenario = {
  kind: 'swallowed-error',
  plant: (layout, index): Planted => {
    const book = plain(layout, 230 + index);
    const row = book.first + 2;
    const error = ['=1/0', '=NA()', '=SQRT(-1)', '=VALUE("abc")', '=1/0'][index] ?? '';
    book.data.put(row, layout.column + MINUTES, error);
    const exact = book.sum(
      ({ minutes }) => minutes,
      (_, day) => day !== 2,
    );
    const average = index % 2 === 1;
    const formula = average ? `=IFERROR(AVERAGE(${book.ref(MINUTES)}),0)` : `=IFERROR(SUM(${book.ref(MINUTES)}),0)`;
    return {
      sheets: book.sheets,
      ...book.say('Minutes', formula),
      expected: average ? exact / (book.figures.length - 1) : exact,
    };
  },
  // Errors that are shown, answers that stay blank, and formulas that only might fail.
  clean: (layout, index) => {
    const book = plain(layout, 230 + index);
    book.say('Minutes', `=IFERROR(SUM(${book.ref(MINUTES)}),0)`);
    book.say('Taux', `=IFERROR(SUM(${book.ref(ANSWERED)})/SUM(${book.ref(OFFERED)}),0)`, 1);
    book.say('Rien', '=IFERROR(1/0,"")', 2);
    return book.sheets;
  },
};

const lookups: Scenario = {
  kind: 'unsorted-lookup',
  plant: (_layout, index): Planted => {
    const sheet = new TypedSheet(['Tarifs', "Grille d'été", 'Prices', 'List 2', 'Barème'][index] ?? 'Tarifs', index === 3);
    const keys = ['Lyon', 'Brest', 'Nantes', 'Arras', 'Metz', 'Dijon'];
    sheet.put(0, 0, 'Ville', 'Prix', 'Délai');
    keys.forEach((key, line) => sheet.put(1 + line, 0, key, 100 + 13 * line, 2 + line));
    const use = new TypedSheet('Demande');
    const list = (columns: string): string => `${quoteSheet(sheet.name)}!${columns}`;
    const formulas = [
      `=VLOOKUP("Brest",${list('A2:C7')},2)`,
      `=VLOOKUP("Metz",${list('A2:C7')},2,TRUE)`,
      `=VLOOKUP("Arras",${list('$A$2:$C$7')},2,1)`,
      `=MATCH("Nantes",${list('A2:A7')})`,
      `=INDEX(${list('B2:B7')},MATCH("Dijon",${list('A2:A7')},1))`,
    ];
    use.put(1, 0, 'Réponse', formulas[index] ?? '');
    const expected = [113, 152, 139, 3, 165][index] ?? 0;
    return { sheets: [sheet, use], sheet: 'Demande', cell: 'B2', expected };
  },
  // The very value, and the nearest one in a list that goes up.
  clean: (_layout, index) => {
    const sheet = new TypedSheet('Barème');
    sheet.put(0, 0, 'À partir de', 'Remise');
    [0, 100, 500, 1_000 + index].forEach((from, line) => sheet.put(1 + line, 0, from, line * 0.05));
    const cities = new TypedSheet('Villes');
    cities.put(0, 0, 'Ville', 'Prix');
    ['Lyon', 'Brest', 'Nantes', 'Arras'].forEach((city, line) => cities.put(1 + line, 0, city, 10 + line));
    const use = new TypedSheet('Demande');
    use.put(1, 0, 'Remise', "=VLOOKUP(640,'Barème'!A2:B5,2)");
    use.put(3, 0, 'Rang', "=MATCH(640,'Barème'!A2:A5)");
    use.put(5, 0, 'Prix', '=VLOOKUP("Brest",Villes!A2:B5,2,FALSE)');
    use.put(7, 0, 'Prix', '=INDEX(Villes!B2:B5,MATCH("Arras",Villes!A2:A5,0))');
    return [sheet, cities, use];
  },
};

export const OTHER_SCENARIOS: readonly Scenario[] = [
  hardCoded,
  typedOver,
  inconsistent,
  textNumbers,
  volatile,
  swallowed,
  lookups,
];
