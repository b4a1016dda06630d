import { weekdayOf } from '../period/serial';

/** Three points a day, as the template's examples have them. */
const TIMES = [10.5 / 24, 14.5 / 24, 17 / 24] as const;
const FIRST_TIME = TIMES[0];
const MINUTE = 1 / 1440;
/** A point is typed a little before or after its time; otherwise it is one of its own, on the last five minutes. */
const NEAR = 45 * MINUTE;
const STEP = 5 * MINUTE;
/** Days looked through for an open one. */
const FARTHEST = 14;

/** The next time at which a point is due: today, or on the next open day. `open` are ISO weekdays, `closed` serials. */
export const nextPoint = (moment: number, open: readonly number[], closed: readonly number[]): number => {
  const day = Math.floor(moment);
  const later = TIMES.find((time) => day + time > moment + MINUTE);
  if (later !== undefined) return day + later;
  const ahead = Array.from({ length: FARTHEST }, (_, index) => day + 1 + index);
  const next = ahead.find((other) => open.includes(weekdayOf(other)) && !closed.includes(other));
  return (next ?? day + 1) + FIRST_TIME;
};

/** The point that somebody who opens its form means: the one that is due about now, else the last five minutes. */
export const pointMeant = (moment: number): number => {
  const day = Math.floor(moment);
  const due = TIMES.find((time) => Math.abs(day + time - moment) <= NEAR);
  return due === undefined ? day + Math.floor((moment - day) / STEP + 1e-6) * STEP : day + due;
};

/** The time of the point that is due next today, and in how many minutes; null after the last one. */
export const dueToday = (moment: number): { moment: number; minutes: number } | null => {
  const day = Math.floor(moment);
  const time = TIMES.find((one) => day + one > moment);
  return time === undefined ? null : { moment: day + time, minutes: Math.round((day + time - moment) / MINUTE) };
};
