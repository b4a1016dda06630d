import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addFeedback } from '../../../src/actions/addFeedback';
import { answerFeedback } from '../../../src/actions/answerFeedback';
import { confirmMapping } from '../../../src/actions/confirmMapping';
import { consolidateWorkbook } from '../../../src/actions/consolidate';
import { generateMeteo } from '../../../src/actions/generateMeteo';
import { markSent } from '../../../src/actions/markSent';
import { showThresholds } from '../../../src/actions/thresholds';
import { readFeedback } from '../../../src/core/client/feedback';
import { detect } from '../../../src/core/detect/detect';
import type { Language } from '../../../src/core/meteo/content';
import type { JournalEntry } from '../../../src/core/meteo/journal';
import type { Result } from '../../../src/core/problem';
import type { CellDraft } from '../../../src/core/sheet/draft';
import { blankBook } from '../../../src/embedded/book/blank';
import { newFile, saveWorkbook } from '../../../src/embedded/xlsx/save';
import { openEmbedded, type Embedded } from '../../excel/embedded';
import { contentScenarios } from '../../scenarios/contentScenarios';
import { filled, type Scenario } from '../../scenarios/scenario';
import { calls, ISSUED, type Calls } from '../../scenarios/service';
import { workbookOf } from '../paneDriver';

const SAMPLE = join(__dirname, '../../../assets/exemple-centre-appels.xlsx');

const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.problem.code} ${JSON.stringify(result.problem.params)}`);
  return result.value;
};

/** Saves and closes a workbook once something was done in it. */
const saved = async (opening: Embedded | Promise<Embedded>, work?: (book: Embedded) => Promise<void>): Promise<Buffer> => {
  const book = await opening;
  try {
    await work?.(book);
    return Buffer.from(book.save());
  } finally {
    book.close();
  }
};

const scenario = (name: string): Scenario => {
  const found = contentScenarios.find((one) => one.name === name);
  if (!found) throw new Error(`no scenario ${name}`);
  return found;
};

/** A call centre's own report, that the program has not touched. */
export const raw = (): Promise<Buffer> => Promise.resolve(readFileSync(SAMPLE));

export const empty = (): Promise<Buffer> =>
  Promise.resolve(Buffer.from(saveWorkbook(newFile(blankBook({ sheetName: 'Feuil1', fileName: 'vide.xlsx' })))));

const THANKS = { fr: 'Merci, nous gardons ce format.', en: 'Thank you, we keep this format.' } as const;
const SAID = {
  fr: [
    ['Serveur vocal', 'Le nouveau menu est un peu long.'],
    ['Appels reçus', 'Trop d’attente le lundi, deux adhérents nous l’ont dit.'],
    ['Météo', 'Une page suffit, elle se lit en réunion.'],
  ],
  en: [
    ['Voice menu', 'The new menu is a little long.'],
    ['Calls offered', 'Too long a wait on Mondays, two members told us so.'],
    ['Météo', 'One page is enough, we read it in the meeting.'],
  ],
} as const;
const MOODS = ['neutral', 'unhappy', 'satisfied'] as const;
const FROM = { fr: 'Responsable du contrat', en: 'Contract manager' } as const;

/** What the client said: two things that wait, and one that was answered. */
const clientSays = async ({ port }: Embedded, language: Language): Promise<void> => {
  for (const [index, [subject, said]] of SAID[language].entries()) {
    const mood = MOODS[index] ?? 'neutral';
    const entry = { date: ISSUED - 3 - 2 * index, from: FROM[language], subject, mood, text: said };
    must(await addFeedback(port, { entry, language }));
  }
  const entry = readFeedback(must(await port.read())).find(({ mood }) => mood === 'satisfied');
  if (!entry) throw new Error('no feedback');
  must(await answerFeedback(port, { entry, answer: THANKS[language], show: false, language, today: ISSUED - 5 }));
};

const ordinary = (language: Language): Scenario => scenario(language === 'fr' ? 'fourteenth' : 'english');

/** The user has said what the columns are. */
const confirms = async ({ port }: Embedded, language: Language): Promise<void> => {
  const table = detect(must(await port.read())).tables.find(({ sheet }) => sheet === 'Suivi');
  if (!table) throw new Error('no table');
  must(await confirmMapping(port, { table, language }));
};

/** A contract in use: confirmed, consolidated, in colours, the météo before sent two weeks ago, the next one due; the client has written. */
export const inUse = (language: Language): Promise<Buffer> =>
  saved(filled(ordinary(language)), async (book) => {
    await confirms(book, language);
    must(await showThresholds(book.port, { language }));
    must(await consolidateWorkbook(book.port, { language, today: ISSUED }));
    await clientSays(book, language);
  });

/** The same workbook with today's météo sent. */
export const sent = (language: Language): Promise<Buffer> =>
  saved(filled(ordinary(language)), async ({ port }) => {
    must(await generateMeteo(port, { language, issued: ISSUED, minutes: 8 }));
    must(await markSent(port, { language, today: ISSUED }));
  });

/** More in the journal than a page holds. */
export const overfull = (language: Language): Promise<Buffer> =>
  saved(filled({ ...scenario('overflow-all'), ...(language === 'en' && { sheet: calls({ language }), language }) }));

const daily = (language: Language, more: Calls, journal: readonly JournalEntry[] = []): Promise<Buffer> =>
  saved(filled({ name: 'daily', title: '', language, sheet: calls({ language, weeks: 30, ...more }), journal }));

/** Five days of the period are missing. */
export const withGaps = (language: Language): Promise<Buffer> =>
  daily(language, { weeks: 60, missing: (day) => day >= ISSUED - 9 && day < ISSUED - 4 });

/** Three weeks of data. */
export const young = (language: Language): Promise<Buffer> => daily(language, { weeks: 2 });

type Sheets = readonly { name: string; cells: readonly (readonly CellDraft[])[] }[];

const plain = (sheets: Sheets): Promise<Buffer> =>
  workbookOf(sheets.map(({ name, cells }) => ({ name, blocks: [{ row: 0, column: 0, cells }] })));

const text = (word: string): CellDraft => ({ text: word });
const number = (value: number): CellDraft => ({ number: value });

const HEADERS = {
  fr: ['Date', 'Appels reçus', 'Appels traités', 'Taux de décroché'],
  en: ['Date', 'Calls offered', 'Calls answered', 'Answer rate'],
} as const;
const DAYS = 90;

/** Days of calls with their rate, a mean of the rates under them, and sums that leave rows out. */
export const doubtful = (language: Language): Promise<Buffer> => {
  const rows = Array.from({ length: DAYS }, (_, day): CellDraft[] => [
    number(ISSUED - DAYS + day),
    number(100 + 10 * (day % 7)),
    number(60 + 12 * (day % 5)),
    { formula: `=C${String(day + 2)}/B${String(day + 2)}` },
  ]);
  const last = String(DAYS + 1);
  const total = [
    text('Total'),
    { formula: `=SUM(B2:B${last})` },
    { formula: '=SUM(C2:C40)' },
    { formula: `=AVERAGE(D2:D${last})` },
  ];
  return workbookOf([
    {
      name: 'Suivi',
      blocks: [{ row: 0, column: 0, cells: [HEADERS[language].map(text), ...rows, total] }],
      styles: [
        { area: { row: 1, column: 0, rows: DAYS, columns: 1 }, style: { numberFormat: 'dd/mm/yyyy' } },
        { area: { row: 1, column: 3, rows: DAYS + 1, columns: 1 }, style: { numberFormat: '0.0%' } },
      ],
    },
  ]);
};

/** Sheets without any date. */
export const undated = (): Promise<Buffer> =>
  plain([
    { name: 'Notes', cells: [[text('À faire')], [text('Appeler le client')], [text('Relire le rapport')]] },
    {
      name: 'Contacts',
      cells: [
        [text('Nom'), text('Service')],
        [text('Accueil'), text('Nord')],
      ],
    },
  ]);

/** Days of calls of which every other one has no date yet: no column is taken for that of the dates. */
export const halfDated = (language: Language): Promise<Buffer> =>
  plain([
    {
      name: 'Suivi',
      cells: [
        HEADERS[language].slice(0, 3).map(text),
        ...Array.from({ length: 28 }, (_, day) => [
          day % 2 === 0 ? text(`${String(day + 1).padStart(2, '0')}/03/2026`) : text(language === 'fr' ? 'à voir' : 'to see'),
          number(200 + day),
          number(180 + day),
        ]),
      ],
    },
  ]);

/** Dates that read both ways, and a second table of days. */
export const asking = (language: Language): Promise<Buffer> => {
  const day = (offset: number): CellDraft => {
    const date = new Date(Date.UTC(2026, 7, 1 + offset));
    const [year, month, of] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
    return of > 12
      ? text(`${String(of)}/${String(month).padStart(2, '0')}/${String(year)}`)
      : number(Math.round((Date.UTC(year, of - 1, month) - Date.UTC(1899, 11, 30)) / 86_400_000));
  };
  const table = (name: string, days: number, date: (offset: number) => CellDraft) => ({
    name,
    blocks: [
      {
        row: 0,
        column: 0,
        cells: [
          HEADERS[language].slice(0, 3).map(text),
          ...Array.from({ length: days }, (_, offset) => [date(offset), number(200 + offset), number(180 + offset)]),
        ],
      },
    ],
    styles: [{ area: { row: 1, column: 0, rows: days, columns: 1 }, style: { numberFormat: 'dd/mm/yyyy' } }],
  });
  return workbookOf([table('Nord', 90, day), table('Sud', 80, (offset) => number(ISSUED - 80 + offset))]);
};

/** The same days with their data confirmed, then a header that was renamed and a column that was deleted. */
export const changed = (language: Language): Promise<Buffer> =>
  saved(filled(ordinary(language)), async (book) => {
    await confirms(book, language);
    await book.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Suivi');
      sheet.getRange('B1').values = [[language === 'fr' ? 'Contacts entrants' : 'Contacts']];
      await context.sync();
    });
  });

/** The report with the structure of its workbook locked. */
export const locked = (): Promise<Buffer> =>
  saved(openEmbedded(new Uint8Array(readFileSync(SAMPLE))), ({ run }) =>
    run(async (context) => {
      context.workbook.protection.protect();
      await context.sync();
    }),
  );

/** A contract in use whose consolidated weeks are protected. */
export const lockedSheet = (language: Language): Promise<Buffer> =>
  saved(filled(ordinary(language)), async ({ port, run }) => {
    must(await consolidateWorkbook(port, { language, today: ISSUED }));
    await run(async (context) => {
      context.workbook.worksheets.getItem(language === 'fr' ? 'Semaine' : 'Week').protection.protect();
      await context.sync();
    });
  });
