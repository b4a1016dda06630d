import { HOLIDAY_NAMES, type HolidayId } from './holidays';

/** Other names by which people call a holiday. */
const OTHER_NAMES: Readonly<Record<HolidayId, readonly string[]>> = {
  'new-year': ['1er janvier', '1 janvier', 'nouvel an', 'premier de l’an', '1 January', 'New Year'],
  'good-friday': [],
  'easter-monday': ['Pâques', 'Easter'],
  'labour-day': ['1 mai', 'fête du travail', 'May Day', '1 May'],
  'victory-1945': ['victoire', 'victoire 1945', 'victoire de 1945', '8 May', 'VE Day'],
  ascension: ['jeudi de l’Ascension', 'jour de l’Ascension', 'Ascension Thursday'],
  'whit-monday': ['Pentecôte', 'Whitsun', 'Pentecost', 'Pentecost Monday'],
  'national-day': ['fête nationale', '14 July', 'National Day'],
  assumption: ['15 août', 'Assumption', '15 August'],
  'all-saints': ['1er novembre', '1 novembre', 'All Saints', '1 November'],
  'armistice-1918': ['armistice', 'armistice 1918', 'armistice de 1918', '11 November'],
  christmas: ['25 décembre', 'jour de Noël', 'Christmas', '25 December'],
  'saint-stephen': ['26 décembre', 'Boxing Day', '26 December'],
};

/** A name without case, accents, apostrophes and article: `lundi de Pâques` and `LUNDI DE PAQUES` are one. */
const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()
    .replace(/^(?:le|la|l|the) /, '');

const BY_NAME: ReadonlyMap<string, HolidayId> = new Map(
  (Object.keys(OTHER_NAMES) as HolidayId[]).flatMap((id) =>
    [HOLIDAY_NAMES.fr[id], HOLIDAY_NAMES.en[id], ...OTHER_NAMES[id]].map((name): [string, HolidayId] => [plain(name), id]),
  ),
);

/** The holiday that a text names, in French or English; null for none: `holidayNamed('Lundi de Pentecôte')` is `whit-monday`. */
export const holidayNamed = (text: string): HolidayId | null => BY_NAME.get(plain(text)) ?? null;
