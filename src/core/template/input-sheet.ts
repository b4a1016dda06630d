import type { Language } from '../meteo/content';
import { areaReference, cellName, MAX_ROWS, type Area } from '../sheet/address';
import type {
  CellDraft,
  ConditionalFormatDraft,
  NoteDraft,
  SheetDraft,
  StyleDraft,
  ValidationDraft,
  ValidationRule,
} from '../sheet/draft';
import { typeset } from '../words/typography';

/** What a column takes: a rule of Excel's, or one of a few words that the sheet lists beside the table. */
export type InputRule = ValidationRule | { choices: readonly string[] };

/** One column of a table that people type into. */
export type InputColumn = {
  header: string;
  /** In points. */
  width: number;
  /** What to type, its unit, an example, where it comes from: shown beside the cell, and as a note on the header. */
  help: string;
  rule: InputRule;
  /** Said when an entry is refused (`stop`) or doubted (`warning`). */
  alert?: { style: 'stop' | 'warning'; message: string };
  numberFormat?: string;
  wrap?: boolean;
  /** Computed from the row, in English; typed by nobody. */
  formula?: string;
};

/** A sheet with a title, a line that says how it is used, and a native table from A4 that grows as one types under it. */
export type InputSheet = {
  name: string;
  table: string;
  title: string;
  hint: string;
  columns: readonly InputColumn[];
  /** Cells of the first rows. */
  rows: readonly (readonly CellDraft[])[];
  /** Rows that the table has at least, ready to be typed in; one unless told, since a table needs one. */
  ready?: number;
  /** Column whose text begins with one of these words in example rows. */
  marked?: { column: number; words: readonly string[] };
  /** Columns that stay in sight. */
  frozen: number;
  language: Language;
  activate?: boolean;
};

export const HEADER_ROW = 3;
const FIRST_ROW = HEADER_ROW + 1;
/** With more columns than these, headers are longer than their columns are wide. */
const LONG_HEADERS = 8;
/** Excel's limits for the help beside a cell. */
const PROMPT_TITLE = 32;
const PROMPT_MESSAGE = 255;

const WORDS: Record<Language, { lists: string; refused: string; doubted: string; choose: string; computed: string }> = {
  fr: {
    lists: 'Choix possibles',
    refused: 'Saisie refusée',
    doubted: 'Saisie à vérifier',
    choose: 'Choisissez dans la liste (flèche à droite de la cellule).',
    computed: 'Calculé : ne rien taper.',
  },
  en: {
    lists: 'Possible choices',
    refused: 'Entry refused',
    doubted: 'Entry to check',
    choose: 'Choose from the list (arrow at the right of the cell).',
    computed: 'Computed: type nothing.',
  },
};

const clipped = (text: string, length: number): string => (text.length <= length ? text : `${text.slice(0, length - 1)}…`);

/** The rows of a column that people will ever type into: every one under the header. */
const body = (column: number): Area => ({ row: FIRST_ROW, column, rows: MAX_ROWS - FIRST_ROW, columns: 1 });
const wholeColumn = (column: number): Area => ({ row: 0, column, rows: MAX_ROWS, columns: 1 });

/** Lists of choices stand right of the table, one column apart, so that a validation can point at them in any language. */
const listsOf = ({ columns }: InputSheet): { column: number; at: number; choices: readonly string[] }[] =>
  columns
    .flatMap(({ rule }, column) => ('choices' in rule ? [{ column, choices: rule.choices }] : []))
    .map((list, index) => ({ ...list, at: columns.length + 1 + index }));

const validationOf = (sheet: InputSheet, column: InputColumn, place: number): ValidationDraft => {
  const words = WORDS[sheet.language];
  const list = listsOf(sheet).find((candidate) => candidate.column === place);
  const rule: ValidationRule =
    'choices' in column.rule
      ? {
          list: `=${areaReference(sheet.name, { row: HEADER_ROW, column: list?.at ?? 0, rows: column.rule.choices.length, columns: 1 })}`,
        }
      : column.rule;
  const alert = column.alert ?? (list && { style: 'stop' as const, message: words.choose });
  return {
    area: body(place),
    rule,
    prompt: {
      title: clipped(column.header, PROMPT_TITLE),
      message: clipped(typeset(column.help, sheet.language), PROMPT_MESSAGE),
    },
    ...(alert && {
      alert: {
        style: alert.style,
        title: alert.style === 'stop' ? words.refused : words.doubted,
        message: typeset(alert.message, sheet.language),
      },
    }),
  };
};

const isNumber = ({ numberFormat }: InputColumn): boolean => numberFormat !== undefined && !numberFormat.includes('y');

const columnStyles = ({ columns }: InputSheet): StyleDraft[] => {
  const wraps = columns.some(({ wrap }) => wrap === true);
  return columns.map((column, place) => ({
    area: wholeColumn(place),
    style: {
      ...(column.numberFormat !== undefined && { numberFormat: column.numberFormat }),
      ...(column.wrap === true && { wrap: true }),
      // A text after a figure would touch it.
      ...(!isNumber(column) && { horizontal: 'left' as const, indent: place === 0 ? 0 : 1 }),
      ...(wraps && { vertical: 'center' as const }),
    },
  }));
};

const stylesOf = (sheet: InputSheet): StyleDraft[] => {
  const { columns } = sheet;
  const lists = listsOf(sheet);
  const title = { row: 0, column: 0, rows: 1, columns: 1 };
  const plain = { numberFormat: 'General', wrap: false, horizontal: 'left', vertical: 'center', indent: 0 } as const;
  const choices: StyleDraft = {
    area: {
      row: HEADER_ROW - 1,
      column: columns.length + 1,
      rows: 1 + Math.max(...lists.map((list) => list.choices.length)),
      columns: lists.length,
    },
    style: { font: { size: 8, color: '#595959' } },
  };
  return [
    ...columnStyles(sheet),
    { area: title, style: { ...plain, font: { size: 14, bold: true } } },
    { area: { ...title, row: 1 }, style: { ...plain, font: { size: 9, color: '#4B5563' } } },
    {
      area: { row: HEADER_ROW, column: 0, rows: 1, columns: columns.length },
      style: { wrap: true, vertical: 'center', font: { bold: true, color: '#FFFFFF' }, fill: '#1F4E79', numberFormat: 'General' },
    },
    ...columns.flatMap((column, place): StyleDraft[] =>
      isNumber(column) ? [{ area: { ...title, row: HEADER_ROW, column: place }, style: { horizontal: 'right' } }] : [],
    ),
    ...(lists.length === 0 ? [] : [choices]),
  ];
};

/** Rows that are still marked as examples are grey, until somebody types over the mark. */
const exampleLook = ({ columns, marked }: InputSheet): ConditionalFormatDraft[] => {
  if (marked === undefined) return [];
  const { column, words } = marked;
  const cell = `$${cellName(FIRST_ROW, column)}`;
  return [
    {
      area: { ...body(0), columns: columns.length },
      formula: `=OR(${words.map((word) => `LEFT(${cell},${String(word.length)})="${word}"`).join(',')})`,
      style: { fontColor: '#7A6A3A', fill: '#FBF6E6' },
    },
  ];
};

const notesOf = ({ columns, language }: InputSheet): NoteDraft[] =>
  columns.map(({ header, help }, column) => ({ row: HEADER_ROW, column, text: `${header}\n${typeset(help, language)}` }));

/** An input sheet as a draft. Everything is native: validations, prompts, notes, a table, a page that prints its headers. */
export const inputSheet = (sheet: InputSheet): SheetDraft => {
  const { columns, language } = sheet;
  const lists = listsOf(sheet);
  const rows = Array.from({ length: Math.max(sheet.ready ?? 1, sheet.rows.length) }, (_, row) => sheet.rows[row] ?? []);
  const filled = rows.map((row) =>
    columns.map(({ formula }, column): CellDraft => (formula === undefined ? (row[column] ?? null) : { formula })),
  );
  return {
    name: sheet.name,
    owner: 'own',
    tabColor: '#1F4E79',
    columns: [
      ...columns.map(({ width }, column) => ({ column, width })),
      ...(lists.length === 0 ? [] : [{ column: columns.length + 1, count: lists.length, width: 84 }]),
    ],
    rows: [{ row: HEADER_ROW, height: columns.length > LONG_HEADERS ? 48 : 32 }],
    blocks: [
      { row: 0, column: 0, cells: [[{ text: typeset(sheet.title, language) }], [{ text: typeset(sheet.hint, language) }]] },
      { row: HEADER_ROW, column: 0, cells: [columns.map(({ header }): CellDraft => ({ text: header })), ...filled] },
      ...(lists.length === 0
        ? []
        : [{ row: HEADER_ROW - 1, column: columns.length + 1, cells: [[{ text: WORDS[language].lists } as CellDraft]] }]),
      ...lists.map(({ at, choices }) => ({
        row: HEADER_ROW,
        column: at,
        cells: choices.map((choice): CellDraft[] => [{ text: choice }]),
      })),
    ],
    styles: stylesOf(sheet),
    tables: [
      {
        name: sheet.table,
        area: { row: HEADER_ROW, column: 0, rows: rows.length + 1, columns: columns.length },
        style: 'TableStyleLight1',
        showFilters: true,
      },
    ],
    conditionalFormats: exampleLook(sheet),
    validations: columns.map((column, place) => validationOf(sheet, column, place)),
    notes: notesOf(sheet),
    freeze: { rows: HEADER_ROW + 1, columns: sheet.frozen },
    page: {
      paper: 'a4',
      orientation: 'landscape',
      margins: { top: 36, bottom: 36, left: 28, right: 28, header: 18, footer: 18 },
      printArea: { row: 0, column: 0, rows: MAX_ROWS, columns: columns.length },
      fit: { pagesWide: 1 },
      titleRows: { first: HEADER_ROW, last: HEADER_ROW },
    },
    ...(sheet.activate === true && { activate: true }),
  };
};

/** Cell of a column in the table's first row, as a validation's formula means it: `firstCell(3)` is `D5`. */
export const firstCell = (column: number): string => cellName(FIRST_ROW, column);
