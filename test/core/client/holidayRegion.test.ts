import { proposeSettings } from '../../../src/core/client/settings-propose';
import { detect } from '../../../src/core/detect/detect';
import type { Language } from '../../../src/core/meteo/content';
import { holidaysOf } from '../../../src/core/period/holidays';
import { serialOf, weekdayOf } from '../../../src/core/period/serial';
import type { CellValue } from '../../../src/core/sheet/snapshot';
import { sheetOf, workbookOf } from '../grid';

const FIRST = serialOf({ year: 2026, month: 1, day: 5 });
const HEADERS: Readonly<Record<Language, readonly string[]>> = {
  fr: ['Date', 'Appels reçus', 'Décrochés'],
  en: ['Date', 'Calls offered', 'Calls answered'],
};
const OF_2026 = new Set(holidaysOf(2026).map(({ serial }) => serial));

/** The region proposed for weekdays of 2026, without those that are left out, or for as many firsts of a month. */
const proposed = (language: Language, rows: readonly number[]): string => {
  const lines = rows.map((serial, index): CellValue[] => [serial, 100 + (index % 9), 90 + (index % 7)]);
  const workbook = workbookOf(sheetOf('Suivi', [[...HEADERS[language]], ...lines], { formats: { 0: 'dd/mm/yyyy' } }));
  const [table] = detect(workbook).tables;
  if (!table) throw new Error('no table');
  return proposeSettings(workbook, table, language).holidayRegion;
};

const weekdays = (days: number, left: (serial: number) => boolean = () => false): number[] =>
  Array.from({ length: days }, (_, index) => FIRST + index).filter((serial) => weekdayOf(serial) < 6 && !left(serial));

const months = Array.from({ length: 18 }, (_, index) =>
  serialOf({ year: 2025 + Math.floor(index / 12), month: (index % 12) + 1, day: 1 }),
);

test.each<[string, Language, readonly number[], string]>([
  ['of a French workbook', 'fr', weekdays(330), 'france'],
  ['of an English one that works on the holidays of France', 'en', weekdays(330), 'none'],
  ['of an English one that keeps them', 'en', weekdays(330, (serial) => OF_2026.has(serial)), 'france'],
  [
    'of an English one that keeps Christmas and New Year alone',
    'en',
    weekdays(400, (serial) => serial === serialOf({ year: 2026, month: 12, day: 25 })),
    'none',
  ],
  ['of an English one that is too young to show any', 'en', weekdays(60), 'none'],
  ['of an English one by months, which shows no day', 'en', months, 'none'],
  ['of a French one by months', 'fr', months, 'france'],
])('the public holidays proposed are those %s', (_, language, rows, region) => {
  expect(proposed(language, rows)).toBe(region);
});
