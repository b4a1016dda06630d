import type { Language } from '../../../src/core/meteo/content';
import { serialOf } from '../../../src/core/period/serial';
import type { CellDraft } from '../../../src/core/sheet/draft';
import { formatDate } from '../../../src/core/words/dates';
import { workbookOf } from '../paneDriver';
import type { Journey } from './journey';

const HEADERS = {
  fr: ['N° d’appel', 'Date de l’appel', 'Durée', 'Note de satisfaction'],
  en: ['Call ID', 'Date of call', 'Duration', 'Satisfaction rating'],
} as const;
const WEEKS = 40;
/** The day after the last call: long before the day of the visit. */
const END = serialOf({ year: 2025, month: 1, day: 4 });
const DAYS = 7 * WEEKS;
const A_DAY = 3;

const number = (value: number): CellDraft => ({ number: value });

/** A log of calls that ended long ago, whose durations do not say what they are counted in. */
const log = (language: Language): Promise<Buffer> => {
  const rows = Array.from({ length: DAYS * A_DAY }, (_, call): CellDraft[] => {
    const day = END - DAYS + Math.floor(call / A_DAY);
    return [
      { text: `A${String(10_000 + call)}` },
      number(day),
      number(20 + ((call * 7) % 17) * 9),
      number(3 + ((call * 5) % 20) / 10),
    ];
  });
  return workbookOf([
    {
      name: language === 'fr' ? 'Appels' : 'Calls',
      blocks: [{ row: 0, column: 0, cells: [HEADERS[language].map((text): CellDraft => ({ text })), ...rows] }],
      styles: [{ area: { row: 1, column: 1, rows: rows.length, columns: 1 }, style: { numberFormat: 'dd/mm/yyyy' } }],
    },
  ]);
};

/** A unit that has to be asked for, and a page of another day than today. */
export const oldLog: Journey = {
  name: 'old-log',
  book: log,
  steps: [
    {
      state: 'source-unit',
      reach: async (visit) => {
        await visit.row('source');
        await visit.sees(visit.texts.source.unit.question(HEADERS[visit.language][2]));
      },
    },
    {
      state: 'source-unit-missing',
      reach: async (visit) => {
        await visit.press(visit.texts.source.confirm);
        await visit.sees(visit.texts.source.remaining(1));
      },
    },
    {
      state: 'meteo-old',
      reach: async (visit) => {
        await visit.tab('meteo');
        await visit.sees(visit.button(visit.texts.meteo.issued.at(formatDate(END, visit.language))));
      },
    },
    {
      state: 'meteo-day',
      reach: async (visit) => {
        const { at, change, label, today } = visit.texts.meteo.issued;
        await visit.press(at(formatDate(END, visit.language)));
        await visit.press(change(formatDate(END, visit.language)));
        await visit.sees(visit.pane.getByLabel(label), visit.button(today));
        await visit.sees(/2025/);
      },
    },
  ],
};
