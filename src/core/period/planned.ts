import type { Holiday, HolidayId, HolidayRegion } from './holidays';

/** What the user expects of some days to come (or says of past ones); `first` and `last` are serials, both included. */
export type PlannedEvent = {
  first: number;
  last: number;
  /** What the volume is multiplied by: 1.3 for +30 %; 0 for a service that is closed. */
  factor: number;
  /** What the user calls it; empty for nothing. */
  label: string;
};

/** Public holidays on which the service is open: as the figures show, all, none, or those that are listed. */
export type OpenHolidays = 'learnt' | 'all' | 'none' | { days: readonly number[]; ids: readonly HolidayId[] };

/** What the user says of the service's calendar, besides the weekdays that the figures show. */
export type CalendarRules = {
  /** Serials of days on which the service was or will be closed. */
  closedDays: readonly number[];
  plannedEvents: readonly PlannedEvent[];
  openHolidays: OpenHolidays;
  holidayRegion: HolidayRegion;
};

/** What holds where the user has said nothing. */
export const USUAL_RULES: CalendarRules = {
  closedDays: [],
  plannedEvents: [],
  openHolidays: 'learnt',
  holidayRegion: 'france',
};

/** Does the user say that the service is open on a holiday? null where the figures are to tell. */
export const saidOpen = ({ serial, id }: Holiday, { openHolidays }: CalendarRules): boolean | null => {
  if (openHolidays === 'learnt') return null;
  if (openHolidays === 'all' || openHolidays === 'none') return openHolidays === 'all';
  return openHolidays.days.includes(serial) || openHolidays.ids.includes(id);
};
