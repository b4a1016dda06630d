import { civilOf, isCivil, serialOf } from '../core/period/serial';

/** Serial of a day written `2026-11-23`; null when it is none. */
export const readDay = (text: string): number | null => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return isCivil(day) ? serialOf(day) : null;
};

/** Serial of a moment written `2026-11-23T15:00`, or `15:00` of today; null when it is none. */
export const readMoment = (text: string, today: number): number | null => {
  const match = /^(?:(\d{4}-\d{2}-\d{2})[T ])?(\d{1,2})[:h](\d{2})$/.exec(text.trim());
  if (!match) return null;
  const day = match[1] === undefined ? today : readDay(match[1]);
  const [hours, minutes] = [Number(match[2]), Number(match[3])];
  return day === null || hours > 23 || minutes > 59 ? null : day + (hours * 60 + minutes) / 1440;
};

/** `2026-11-23T15:00` of a serial with its time of day. */
export const writeMoment = (moment: number): string => {
  const minutes = Math.round((moment - Math.floor(moment)) * 1440);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${writeDay(Math.floor(moment))}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
};

/** The minute it is for the person at the keyboard. */
export const thisMinute = (): number => {
  const now = new Date();
  return today() + (now.getHours() * 60 + now.getMinutes()) / 1440;
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
