/** Days as Excel serials (1900 system). */
const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);

export const serialOf = (year: number, month: number, day: number): number => (Date.UTC(year, month - 1, day) - EPOCH) / DAY;

/** Year, month from 1, day, and day of the week from 1 (Monday) to 7. */
export const dateOf = (serial: number): { year: number; month: number; day: number; weekday: number } => {
  const date = new Date(EPOCH + serial * DAY);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay() === 0 ? 7 : date.getUTCDay(),
  };
};

/** Easter Sunday (anonymous Gregorian algorithm). */
const easter = (year: number): number => {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const leaps = Math.floor((8 * century + 13) / 25);
  const epact = (19 * golden + century - Math.floor(century / 4) - leaps + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
  const shift = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const days = epact + weekday - 7 * shift + 114;
  return serialOf(year, Math.floor(days / 31), (days % 31) + 1);
};

/** The eleven French public holidays of a year, by serial. */
export const publicHolidays = (year: number): Map<number, string> => {
  const sunday = easter(year);
  return new Map([
    [serialOf(year, 1, 1), 'Jour de l’an'],
    [sunday + 1, 'Lundi de Pâques'],
    [serialOf(year, 5, 1), 'Fête du travail'],
    [serialOf(year, 5, 8), 'Victoire 1945'],
    [sunday + 39, 'Ascension'],
    [sunday + 50, 'Lundi de Pentecôte'],
    [serialOf(year, 7, 14), 'Fête nationale'],
    [serialOf(year, 8, 15), 'Assomption'],
    [serialOf(year, 11, 1), 'Toussaint'],
    [serialOf(year, 11, 11), 'Armistice'],
    [serialOf(year, 12, 25), 'Noël'],
  ]);
};
