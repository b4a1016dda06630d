/** What a person typed, as the cells take it, with the number format that a General cell gets. */
export type TypedEntry = { input: string | number; numberFormat?: string };

const FRENCH_NUMBER = /^[+-]?\d+(?:[ \u00A0\u202F]\d{3})*(?:,\d+)?\s*%?$/;
const FRENCH_DATE = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})$/;
const FRENCH_TIME = /^(\d{1,2}):([0-5]\d)(?::([0-5]\d))?$/;
const MILLISECONDS_A_DAY = 86_400_000;
const SERIAL_OF_1970 = 25_569;

/** Serial number of a day in the 1900 system; null where there is no such day. */
const serialOf = (year: number, month: number, day: number): number | null => {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? time / MILLISECONDS_A_DAY + SERIAL_OF_1970 : null;
};

/**
 * Reads what is typed as a French Excel does: `1 234,5`, `12 %`, `23/11/2026`, `15:30`. In English, and for all else (texts,
 * formulas in English with commas), the text goes to the cell as it is, which reads what Excel's API reads.
 */
export const typedEntry = (text: string, language: 'fr' | 'en'): TypedEntry => {
  const typed = text.trim();
  if (language === 'en') return { input: text };
  if (FRENCH_NUMBER.test(typed)) return { input: typed.replaceAll(/[ \u00A0\u202F]/g, '').replace(',', '.') };
  const date = FRENCH_DATE.exec(typed);
  if (date) {
    const [day, month, year] = date.slice(1).map(Number);
    const serial = serialOf((year ?? 0) < 100 ? 2000 + (year ?? 0) : (year ?? 0), month ?? 0, day ?? 0);
    if (serial !== null) return { input: serial, numberFormat: 'dd/mm/yyyy' };
  }
  const time = FRENCH_TIME.exec(typed);
  if (time) {
    const [hours = 0, minutes = 0, seconds = 0] = time.slice(1).map((part) => Number(part ?? 0));
    if (hours < 24)
      return { input: (hours * 3600 + minutes * 60 + seconds) / 86_400, numberFormat: time[3] ? 'hh:mm:ss' : 'hh:mm' };
  }
  return { input: text };
};
