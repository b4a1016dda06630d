import type { Language } from '../meteo/content';
import { civilOf, serialOf } from './serial';

/**
 * France's public holidays, by rule: the eleven of article L3133-1 of the Labour code, and the two more of article L3134-13
 * in Bas-Rhin, Haut-Rhin and Moselle.
 */

/** Which holidays are kept: those of France, those of Alsace and Moselle, or none. */
export type HolidayRegion = 'france' | 'alsace-moselle' | 'none';

export type HolidayId =
  | 'new-year'
  | 'good-friday'
  | 'easter-monday'
  | 'labour-day'
  | 'victory-1945'
  | 'ascension'
  | 'whit-monday'
  | 'national-day'
  | 'assumption'
  | 'all-saints'
  | 'armistice-1918'
  | 'christmas'
  | 'saint-stephen';

/** A public holiday and the day that it falls on. */
export type Holiday = { serial: number; id: HolidayId };

/** Names as they stand in the middle of a sentence. */
export const HOLIDAY_NAMES: Readonly<Record<Language, Readonly<Record<HolidayId, string>>>> = {
  fr: {
    'new-year': 'jour de l’An',
    'good-friday': 'Vendredi saint',
    'easter-monday': 'lundi de Pâques',
    'labour-day': '1er mai',
    'victory-1945': '8 mai',
    ascension: 'Ascension',
    'whit-monday': 'lundi de Pentecôte',
    'national-day': '14 juillet',
    assumption: 'Assomption',
    'all-saints': 'Toussaint',
    'armistice-1918': '11 novembre',
    christmas: 'Noël',
    'saint-stephen': 'Saint-Étienne',
  },
  en: {
    'new-year': 'New Year’s Day',
    'good-friday': 'Good Friday',
    'easter-monday': 'Easter Monday',
    'labour-day': 'Labour Day',
    'victory-1945': 'Victory Day',
    ascension: 'Ascension Day',
    'whit-monday': 'Whit Monday',
    'national-day': 'Bastille Day',
    assumption: 'Assumption Day',
    'all-saints': 'All Saints’ Day',
    'armistice-1918': 'Armistice Day',
    christmas: 'Christmas Day',
    'saint-stephen': 'Saint Stephen’s Day',
  },
};

/** Holidays of each year on the same day: month and day. */
const FIXED: readonly [HolidayId, month: number, day: number][] = [
  ['new-year', 1, 1],
  ['labour-day', 5, 1],
  ['victory-1945', 5, 8],
  ['national-day', 7, 14],
  ['assumption', 8, 15],
  ['all-saints', 11, 1],
  ['armistice-1918', 11, 11],
  ['christmas', 12, 25],
  ['saint-stephen', 12, 26],
];

/** Holidays that follow Easter: days after its Sunday. */
const MOVABLE: readonly [HolidayId, days: number][] = [
  ['good-friday', -2],
  ['easter-monday', 1],
  ['ascension', 39],
  ['whit-monday', 50],
];

const LOCAL: readonly HolidayId[] = ['good-friday', 'saint-stephen'];

/**
 * Serial of Easter Sunday, by the Gregorian computus in the form of Meeus, “Astronomical Algorithms”, chapter 8, which
 * holds for every year from 1583 on. Easter 2026 is 5 April.
 */
export const easterOf = (year: number): number => {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const days = epact + toSunday - 7 * late + 114;
  return serialOf({ year, month: Math.floor(days / 31), day: (days % 31) + 1 });
};

const kept = new Map<string, readonly Holiday[]>();

/**
 * Public holidays of a year in the order of their days; two on one day (1 May and Ascension in 2008) are two entries.
 * `holidaysOf(2026)[1]` is Easter Monday, 6 April 2026.
 */
export const holidaysOf = (year: number, region: HolidayRegion = 'france'): readonly Holiday[] => {
  if (region === 'none') return [];
  const key = `${region} ${String(year)}`;
  const known = kept.get(key);
  if (known) return known;
  const easter = easterOf(year);
  const all: Holiday[] = [
    ...FIXED.map(([id, month, day]) => ({ id, serial: serialOf({ year, month, day }) })),
    ...MOVABLE.map(([id, days]) => ({ id, serial: easter + days })),
  ];
  const holidays = all
    .filter(({ id }) => region === 'alsace-moselle' || !LOCAL.includes(id))
    .sort((one, other) => one.serial - other.serial);
  kept.set(key, holidays);
  return holidays;
};

/** The public holiday of a day, hours dropped; null for an ordinary one. */
export const holidayOn = (serial: number, region: HolidayRegion = 'france'): Holiday | null => {
  const day = Math.floor(serial);
  return holidaysOf(civilOf(day).year, region).find((holiday) => holiday.serial === day) ?? null;
};

/** Is a day a public holiday? `isHoliday(serialOf({ year: 2026, month: 5, day: 14 }))`, Ascension, is true. */
export const isHoliday = (serial: number, region: HolidayRegion = 'france'): boolean => holidayOn(serial, region) !== null;
