import { journalColumns, journalWords, JOURNAL_TABLE, type JournalColumn } from '../meteo/journalWords';
import type { Language } from '../meteo/content';
import { vocabulary } from '../words/vocabulary';
import type { InputColumn, InputRule } from './input-sheet';
import { DATE_FORMATS, exampleText, FIRST_DAY, type ExampleCell, type TemplateTable } from './table';

/** Rows that are ready to be typed in. */
const READY_ROWS = 12;

const WIDTHS: Readonly<Record<JournalColumn, number>> = {
  date: 66,
  kind: 96,
  horizon: 81,
  text: 300,
  effect: 120,
  role: 132,
  due: 66,
  state: 66,
  visible: 84,
};

type ExampleWords = { fact: string; effect: string; role: string; planned: string; plannedRole: string };

const EXAMPLES: Record<Language, ExampleWords> = {
  fr: {
    fact: 'nouvelle procédure en place depuis lundi',
    effect: 'moins de reprises',
    role: 'responsable de la prestation',
    planned: 'formation de l’équipe au nouvel outil',
    plannedRole: 'responsable formation',
  },
  en: {
    fact: 'new procedure in place since Monday',
    effect: 'less rework',
    role: 'service manager',
    planned: 'training of the team in the new tool',
    plannedRole: 'training manager',
  },
};

/** `tblJournal`. Its examples are hidden from the client: none is printed, even when nobody deletes them. */
export const journalTable = (language: Language, date1904: boolean): TemplateTable => {
  const words = journalWords[language];
  const { yes, no, sheets } = vocabulary(language);
  const date: InputRule = { date: { from: FIRST_DAY[date1904 ? 1904 : 1900] } };
  const rules: Readonly<Record<JournalColumn, InputRule>> = {
    date,
    kind: { choices: Object.values(words.kinds) },
    horizon: { choices: Object.values(words.horizons) },
    text: { any: true },
    effect: { any: true },
    role: { any: true },
    due: date,
    state: { choices: Object.values(words.states) },
    visible: { choices: [yes, no] },
  };
  const isDate = (column: JournalColumn): boolean => column === 'date' || column === 'due';
  const columns = journalColumns.map((column): InputColumn => ({
    header: words.headers[column],
    width: WIDTHS[column],
    help: words.help[column],
    rule: rules[column],
    ...(isDate(column) && {
      numberFormat: DATE_FORMATS[language],
      alert: { style: 'stop' as const, message: words.dateAlert },
    }),
    ...((column === 'text' || column === 'effect' || column === 'role') && { wrap: true }),
  }));
  const texts = EXAMPLES[language];
  const rows: readonly Partial<Record<JournalColumn, ExampleCell>>[] = [
    {
      date: { day: 0 },
      kind: words.kinds.highlight,
      text: exampleText(texts.fact, language),
      effect: texts.effect,
      role: texts.role,
      state: words.states.done,
    },
    {
      date: { day: 3 },
      kind: words.kinds.planned,
      horizon: words.horizons.medium,
      text: exampleText(texts.planned, language),
      role: texts.plannedRole,
      due: { day: 28 },
      state: words.states.todo,
    },
  ];
  return {
    table: JOURNAL_TABLE,
    sheet: sheets.journal,
    title: words.title,
    hint: words.hint,
    frozen: 0,
    columns,
    ready: READY_ROWS,
    examples: rows.map((row) => journalColumns.map((column) => (column === 'visible' ? no : (row[column] ?? null)))),
  };
};
