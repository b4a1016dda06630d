import { holidayOn, type HolidayId } from '../../../src/core/period/holidays';
import { civilOf, serialOf, weekdayOf } from '../../../src/core/period/serial';
import { normal } from './simulate';

/** What a simulated service does, day by day. */
export type Service = {
  seed: number;
  /** First day and number of days. */
  first: number;
  count: number;
  /** Level of each ISO weekday, Monday first; 0 where it is closed. */
  shape: readonly number[];
  /** Level on a public holiday over that of its weekday: 0 for closed. */
  onHoliday: (id: HolidayId) => number;
  /** Level of the first open day after a holiday. */
  afterHoliday?: number;
  /** Further days on which it is closed. */
  isClosed?: (day: number) => boolean;
  /** Standard deviation of a day, as a fraction. */
  noise: number;
  /** How a day on which it is closed stands in the table. */
  closedAs?: 'zero' | 'missing';
};

export const dayOf = (year: number, month: number, day: number): number => serialOf({ year, month, day });

const QUIET_AUGUST = 0.75;
/** Growth a day: about 4 % a year. */
const GROWTH = 0.0001;

/** True when the last open day before was a holiday on which the service was closed. */
const followsHoliday = (day: number, { shape, onHoliday, isClosed }: Service): boolean => {
  for (let before = day - 1; before > day - 7; before--) {
    if ((shape[weekdayOf(before) - 1] ?? 0) === 0) continue;
    const holiday = holidayOn(before);
    return holiday !== null && onHoliday(holiday.id) === 0 && !(isClosed?.(before) ?? false);
  }
  return false;
};

/** Level of a day without its noise: weekday, quiet August, growth, holidays, closures. */
const levelOf = (day: number, service: Service): number => {
  const holiday = holidayOn(day);
  const august = civilOf(day).month === 8 ? QUIET_AUGUST : 1;
  const usual = 400 * (service.shape[weekdayOf(day) - 1] ?? 0) * august * (1 + GROWTH * (day - service.first));
  if (service.isClosed?.(day)) return 0;
  if (holiday) return usual * service.onHoliday(holiday.id);
  return followsHoliday(day, service) ? usual * (service.afterHoliday ?? 1) : usual;
};

/** The days of a simulated service, the same on every run: whole figures, closed days as they would stand in the table. */
export const serviceDays = (service: Service): { serial: number; value: number }[] => {
  const draw = normal(service.seed);
  return Array.from({ length: service.count }, (_, index) => service.first + index).flatMap((serial) => {
    const noise = 1 + service.noise * draw();
    const value = Math.round(levelOf(serial, service) * noise);
    return value === 0 && service.closedAs !== 'zero' ? [] : [{ serial, value }];
  });
};
