import { civilOf, serialOf } from './serial';

/**
 * The day that a date stands for whose day and month were exchanged when it was read: 3 April for 4 March. A day after the
 * 12th cannot have been exchanged and stays as it is; hours stay.
 */
export const swapDayAndMonth = (serial: number): number => {
  const { year, month, day } = civilOf(serial);
  return day > 12 ? serial : serialOf({ year, month: day, day: month }) + (serial - Math.floor(serial));
};
