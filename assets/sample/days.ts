import { dateOf, publicHolidays, serialOf } from './calendar';
import { seeded, type Random } from './random';

/** One row of the provider's sheet. Figures are null on a closed day and on a day whose export never came. */
export type SampleDay = { date: number; comment: string; figures: SampleFigures | null };

export type SampleFigures = {
  offered: number;
  answered: number;
  answeredWithin20: number;
  abandoned: number;
  /** Sent to the voice server when every line is busy: offered = answered + abandoned + overflowed. */
  overflowed: number;
  /** Talk, hold and after-call work of the day, in seconds. */
  handlingSeconds: number;
  surveys: number;
  satisfied: number;
  callbacksPromised: number;
  callbacksKept: number;
  complaints: number;
  forecast: number;
};

/** Monday of 2024-S48 to Sunday of 2026-S47: 104 whole weeks. */
export const FIRST_DAY = serialOf(2024, 11, 25);
export const LAST_DAY = serialOf(2026, 11, 22);

/** Share of an ordinary day, Monday to Saturday; closed on Sundays. */
const WEEKDAYS = [1.22, 1.05, 0.98, 0.97, 0.94, 0.42];

/** Share of an ordinary day by month: cards and renewals in January, holidays in August, notices in November. */
const MONTHS = [1.16, 1.05, 1.0, 0.98, 0.95, 0.97, 0.88, 0.68, 1.08, 1.04, 1.07, 1.02];

const ORDINARY_DAY = 1_010;
const YEARLY_GROWTH = 0.03;

/** What happened on a day: a factor on the calls and what the provider wrote beside it. */
type Event = { calls: number; abandon: number; comment: string };

const EVENTS = new Map<number, Event>([
  [serialOf(2025, 1, 6), { calls: 1.12, abandon: 0.03, comment: 'Envoi des cartes de tiers payant' }],
  [serialOf(2025, 9, 1), { calls: 1.1, abandon: 0.02, comment: 'Rentrée : options étudiants' }],
  [serialOf(2025, 11, 17), { calls: 1.12, abandon: 0.02, comment: 'Avis d’échéance 2026, 1re vague' }],
  [serialOf(2026, 1, 5), { calls: 1.11, abandon: 0.03, comment: 'Envoi des cartes de tiers payant' }],
  [serialOf(2026, 3, 17), { calls: 0.86, abandon: 0.34, comment: 'PANNE TÉLÉPHONIE 9h10-12h40 (opérateur), ticket 48213' }],
  [serialOf(2026, 3, 18), { calls: 1.2, abandon: 0.06, comment: 'rappels suite panne' }],
  [serialOf(2026, 11, 13), { calls: 1.04, abandon: 0.01, comment: 'Avis d’échéance 2027 envoyés, 1re vague' }],
  [serialOf(2026, 11, 16), { calls: 1.14, abandon: 0.045, comment: 'pic échéances ; 9h-12h saturé' }],
  [serialOf(2026, 11, 17), { calls: 1.06, abandon: 0.015, comment: 'Menu vocal : motif « cotisation » isolé' }],
  [serialOf(2026, 11, 19), { calls: 1, abandon: 0.005, comment: 'Outil de gestion ralenti 25 min' }],
]);

/** Days whose export never came. */
const MISSING = new Set([serialOf(2025, 5, 22), serialOf(2025, 8, 20), serialOf(2026, 2, 11), serialOf(2026, 7, 24)]);

const bounded = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** Share of an ordinary day, gliding from the middle of one month to the middle of the next. */
const monthShare = (date: number): number => {
  const { year, month, day } = dateOf(date);
  const days = serialOf(year, month + 1, 1) - serialOf(year, month, 1);
  const offset = (day - 0.5) / days - 0.5;
  const share = (shift: number): number => MONTHS[(month - 1 + shift + 12) % 12] ?? 1;
  return share(0) * (1 - Math.abs(offset)) + share(offset < 0 ? -1 : 1) * Math.abs(offset);
};

const expectedCalls = (date: number): number =>
  ORDINARY_DAY *
  (WEEKDAYS[dateOf(date).weekday - 1] ?? 0) *
  monthShare(date) *
  (1 + (YEARLY_GROWTH * (date - FIRST_DAY)) / 365.25);

const figuresOf = (date: number, random: Random, afterHoliday: boolean): SampleFigures => {
  const event = EVENTS.get(date) ?? { calls: 1, abandon: 0, comment: '' };
  const expected = expectedCalls(date) * (afterHoliday ? 1.12 : 1);
  const forecast = Math.round((expected * (1 + 0.015 * random.normal())) / 10) * 10;
  const offered = Math.round(expected * event.calls * (1 + 0.035 * random.normal()));
  const strain = Math.max(0, offered / forecast - 1);
  const training = 0.018 * Math.max(0, 1 - Math.abs(date - serialOf(2026, 9, 14)) / 35);
  const abandonRate = bounded(0.041 + 0.22 * strain + training + event.abandon + 0.006 * random.normal(), 0.012, 0.5);
  const abandoned = Math.round(offered * abandonRate);
  const overflowed = Math.round(offered * bounded(0.012 + 0.12 * strain + 0.004 * random.normal(), 0.002, 0.08));
  const answered = offered - abandoned - overflowed;
  const quick = bounded(0.872 - 0.9 * strain - 1.1 * event.abandon - training + 0.012 * random.normal(), 0.2, 0.96);
  const handling = 398 + 9 * Math.sin((2 * Math.PI * date) / 365.25) - (date - FIRST_DAY) / 90 + 7 * random.normal();
  const surveys = Math.round(answered * bounded(0.062 + 0.006 * random.normal(), 0.03, 0.1));
  const satisfaction = bounded(0.868 - 0.25 * strain - 0.3 * event.abandon + 0.028 * random.normal(), 0.5, 1);
  const callbacksPromised = Math.round(offered * 0.034 * (1 + 0.15 * random.normal()));
  return {
    offered,
    answered,
    answeredWithin20: Math.round(answered * quick),
    abandoned,
    overflowed,
    handlingSeconds: Math.round(answered * handling),
    surveys,
    satisfied: Math.round(surveys * satisfaction),
    callbacksPromised,
    callbacksKept: Math.round(callbacksPromised * bounded(0.955 + 0.025 * random.normal() - 0.5 * event.abandon, 0.6, 1)),
    complaints: Math.max(0, Math.round(1.2 + 12 * event.abandon + random.normal())),
    forecast,
  };
};

/**
 * Two years of days of an inbound service, as its provider typed them: no row on Sundays, a row without figures on public
 * holidays and on days whose export never came, a failure of the telephone system, comments here and there.
 */
export const sampleDays = (seed = 2026): SampleDay[] => {
  const random = seeded(seed);
  const holidays = new Map([2024, 2025, 2026].flatMap((year) => [...publicHolidays(year)]));
  const days: SampleDay[] = [];
  for (let date = FIRST_DAY; date <= LAST_DAY; date++) {
    if (dateOf(date).weekday === 7) continue;
    const holiday = holidays.get(date);
    if (holiday !== undefined) days.push({ date, comment: `Férié (${holiday}) – fermé`, figures: null });
    else {
      const figures = figuresOf(date, random, holidays.has(date - 1));
      if (MISSING.has(date)) days.push({ date, comment: 'export ACD non reçu', figures: null });
      else days.push({ date, comment: EVENTS.get(date)?.comment ?? '', figures });
    }
  }
  return days;
};
