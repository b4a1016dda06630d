import { civilOf, isCivil, serialOf } from '../core/period/serial';

/** Serial of a day written `2026-11-23`; null when it is none. */
export const readDay = (text: string): number | null => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return isCivil(day) ? serialOf(day) : null;
};

/** The day it is for the person at the keyboard. */
export const today = (): number => {
  const now = new Date();
  return serialOf({ year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() });
};

/** `2026-11-23` of a serial. */
export const writeDay = (serial: number): string => {
  const { year, month, day } = civilOf(serial);
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
};
