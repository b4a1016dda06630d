import type { ColumnType } from '../../src/core/detect/detected';
import type { Language } from '../../src/core/meteo/content';
import type { CellValue } from '../../src/core/sheet/snapshot';
import type { Random } from '../../assets/sample/random';
import type { Cell } from './sketch';

/** What one row counts, from which its columns follow. */
export type Facts = {
  day: number;
  index: number;
  random: Random;
  offered: number;
  answered: number;
  /** Seconds spent on the calls answered. */
  seconds: number;
  sales: number;
  revenue: number;
};

/** A kind of column: the headers that people give it, what it is, and its cell in a row. */
export type Field = {
  fr: readonly string[];
  en: readonly string[];
  types: readonly ColumnType[];
  group?: Readonly<Record<Language, string>>;
  cell: (facts: Facts, language: Language) => Cell;
};

/** A cell that a column takes from its row. */
export const value =
  (read: (facts: Facts, language: Language) => CellValue, format?: string) =>
  (facts: Facts, language: Language): Cell => ({ value: read(facts, language), ...(format !== undefined && { format }) });

export const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random.next() * list.length)] as T;
export const round = (number: number, digits: number): number => Math.round(number * 10 ** digits) / 10 ** digits;

export const AGENTS = ['C. Martin', 'L. Petit', 'A. Diallo', 'S. Nguyen', 'M. Garcia', 'P. Roux', 'J. Smith', 'E. Brown'];
export const SITES = ['Lyon', 'Paris', 'Rabat'];

export const REMARKS: Readonly<Record<Language, readonly string[]>> = {
  fr: [
    'Panne du serveur vocal de 9 h à 10 h 30, débordement ouvert.',
    'Envoi des avis d’échéance : pic d’appels attendu.',
    'Deux conseillers absents, planning repris à midi.',
    'Nouveau script en service depuis ce matin.',
  ],
  en: [
    'Voice server down from 9 to 10:30, overflow opened.',
    'Renewal letters sent: a peak of calls was expected.',
    'Two advisors away, the plan was changed at noon.',
    'New script in use since this morning.',
  ],
};
