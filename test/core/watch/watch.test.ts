import type { Kpi } from '../../../src/core/kpi/kpi';
import type { Language } from '../../../src/core/meteo/content';
import { periodOf } from '../../../src/core/period/calendar';
import type { Period } from '../../../src/core/period/period';
import { civilOf, serialOf } from '../../../src/core/period/serial';
import { alertsOf, completePeriods, quietDays } from '../../../src/core/watch/alerts';
import { multiplesOf, type Multiple } from '../../../src/core/watch/multiples';
import { causeTexts, driftSentence, driftText, lastText, multipleText, watchTitle } from '../../../src/core/watch/sentences';
import type { Watch } from '../../../src/core/watch/watch';
import { inboundDays, inboundKpis, ISSUED, ratioKpi, sumKpi, syntheticInput, type Day } from '../meteo/syntheticInput';

const plain = (text: string | null): string | null => text && text.replace(/[\u00a0\u202f]/g, ' ');

/** 30 weeks of Monday to Saturday, each week's figures as `at` makes them of 1,000 calls a day and 400 s a call. */
const weeks = (at: (week: number) => Partial<Day>, count = 30): Day[] =>
  Array.from({ length: count * 7 }, (_, index): Day => {
    const week = Math.floor(index / 7);
    const answered = 920 + (week % 2 === 0 ? 4 : -4);
    return {
      serial: ISSUED - count * 7 + index,
      offered: 1000,
      answered,
      abandoned: 40,
      handling: answered * (400 + (week % 3)),
      ...at(week),
    };
  }).filter((_, index) => index % 7 !== 6);

const SINCE = 23;
const longer =
  (by: number) =>
  (week: number): Partial<Day> => {
    const answered = 920 + (week % 2 === 0 ? 4 : -4);
    return week >= SINCE ? { answered, handling: answered * (400 + (week % 3) + by) } : {};
  };

const ahtOf = (days: Day[], language: Language = 'fr'): { multiple: Multiple; text: string | null; named: string | null } => {
  const { kind, multiples } = multiplesOf(syntheticInput(days), 'day');
  const multiple = multiples.find(({ kpi }) => kpi.id === 'in_aht');
  if (!multiple) throw new Error('no handling time');
  return {
    multiple,
    text: plain(driftText(multiple, kind, language)),
    named: plain(driftSentence(multiple, kind, language)),
  };
};

describe('drift', () => {
  const steps = weeks((week) => {
    const answered = 920;
    // Around 400 ± 12 s, then 7 s more for seven weeks: within the limits, on one side of the mean.
    const noise = [-12, 12, -6, 6][week % 4] ?? 0;
    return { answered, handling: answered * (week >= SINCE ? 411 + (week % 2) : 400 + noise) };
  });

  test.each<[Language, string]>([
    ['fr', 'DMT, durée moyenne de traitement : 7 semaines de suite au-dessus de la moyenne, depuis S41 (+9 s)'],
    ['en', 'DMT, durée moyenne de traitement: 7 weeks running above the mean, since W41 (+9 s)'],
  ])('seven weeks on one side, in %s', (language, sentence) => {
    const { named, multiple } = ahtOf(steps, language);
    expect(named).toBe(sentence);
    expect(multiple.state).toBe('drift');
    expect(multiple.runFrom).toBe(24 - 7);
    expect(multiple.values).toHaveLength(24);
  });

  test('a jump out of the limits is told with its week', () => {
    const { text, multiple } = ahtOf(weeks((week) => (week === 29 ? { handling: 920 * 460, answered: 920 } : {})));
    expect(text).toBe('Au-dessus de la variation habituelle en S47 (+57 s)');
    expect(multiple.runFrom).toBe(23);
  });

  test.each<[string, number, Period['key']]>([
    ['on the Sunday that nobody works, the week is over', ISSUED - 1, '2026-S47'],
    ['on its last open day it is not', ISSUED - 2, '2026-S46'],
  ])('%s', (_, issued, last) => {
    const [multiple] = multiplesOf(
      syntheticInput(
        weeks(() => ({})),
        { issued },
      ),
      'day',
    ).multiples;
    expect(multiple?.periods.at(-1)?.key).toBe(last);
  });

  test('calls that double have no direction: their level changed, and no drift for the worse is counted', () => {
    const days = weeks((week) => (week === 29 ? { offered: 2000 } : { offered: 1000 + (week % 3) }));
    const [calls] = multiplesOf(syntheticInput(days), 'day').multiples;
    expect(calls?.kpi.direction).toBe('neutral');
    expect(calls?.state).toBe('changed');
  });

  test('a week of five open days beside weeks of six is as usual, and its limits are those of five days', () => {
    const days = weeks((week) => ({ offered: 1000 + (week % 3) * 10 })).filter(({ serial }) => serial !== ISSUED - 4);
    const input = syntheticInput(days);
    const closed = { ...input, settings: { ...input.settings, closedDays: [ISSUED - 4] } };
    const [calls] = multiplesOf(closed, 'day').multiples;
    if (!calls) throw new Error('no calls');
    expect(calls.state).toBe('usual');
    expect(calls.last).toBe(5 * 1020);
    expect(calls.values.every((value) => value !== null && value >= 5000 && value <= 5100)).toBe(true);
    expect(plain(multipleText(calls, 'habituel', 20, 'week', 'fr'))).toMatch(/moyenne 5 0\d\d pour 5 jours ouverts\.$/);
    expect(plain(multipleText(calls, 'usual', 20, 'week', 'en'))).toMatch(/mean 5,0\d\d for 5 open days\.$/);
  });

  describe('answered calls in a quiet August', () => {
    const issued = ISSUED - 91;
    const august = ({ serial }: Day, year: number): boolean => civilOf(serial).year === year && civilOf(serial).month === 8;
    const stateOf = (days: readonly Day[], more: Partial<Kpi> = {}) => {
      const kpis = [sumKpi(days, 'in_answered', 'Appels traités', 'answered', { direction: 'higher', ...more })];
      return multiplesOf(syntheticInput(days, { kpis, issued }), 'day').multiples[0]?.state;
    };
    const days = inboundDays(undefined, issued);
    const busyBefore = days.map((day) => (august(day, 2025) ? { ...day, answered: Math.round(day.answered / 0.7) } : day));
    const thresholds = { green: 4000, amber: 3500 };

    test.each<[string, readonly Day[], Partial<Kpi>, string]>([
      ['as quiet as last year’s is the season', days, {}, 'season'],
      ['the same of a volume with thresholds', days, { thresholds }, 'season'],
      ['quieter than last year’s is another level of demand', busyBefore, {}, 'changed'],
      ['and a drift of a volume that is held to thresholds', busyBefore, { thresholds }, 'drift'],
      ['of a first year, nobody knows of a season', days.filter(({ serial }) => serial >= issued - 300), {}, 'changed'],
    ])('%s', (_, known, more, state) => {
      expect(stateOf(known, more)).toBe(state);
    });

    test('a volume that doubles in it is told', () => {
      expect(stateOf(days.map((day) => (august(day, 2026) ? { ...day, answered: 2 * day.answered } : day)))).toBe('better');
    });
  });

  test('a duration that falls is told as better, not as a drift', () => {
    const { multiple } = ahtOf(weeks(longer(-60)));
    expect(multiple.state).toBe('better');
    expect(driftText(multiple, 'week', 'fr')).not.toBeNull();
  });

  test('nothing is said of ordinary weeks', () => {
    const { text, multiple } = ahtOf(weeks(() => ({})));
    expect(text).toBeNull();
    expect(multiple.state).toBe('usual');
    expect(multiple.runFrom).toBeNull();
  });

  test('limits are those of the values that are drawn and of two more', () => {
    const { drift, known } = ahtOf(weeks(() => ({}))).multiple;
    expect(drift?.count).toBe(26);
    expect(known).toBe(30);
  });
});

describe('what is counted in', () => {
  test.each<[string, number, 'week' | 'day']>([
    ['20 weeks: weeks', 20, 'week'],
    ['19 weeks: days', 19, 'day'],
    ['two weeks: days', 2, 'day'],
  ])('%s', (_, count, kind) => {
    expect(multiplesOf(syntheticInput(weeks(() => ({}), count)), 'day').kind).toBe(kind);
  });

  test('with too few, how many there are is said', () => {
    const { kind, multiples } = multiplesOf(syntheticInput(weeks(() => ({}), 2)), 'day');
    const [first] = multiples;
    if (!first) throw new Error('no KPI');
    expect(first.state).toBe('short');
    expect(plain(multipleText(first, '', 20, kind, 'fr'))).toBe(
      'Appels reçus : 1 000. 12 jours sur 20 pour connaître la variation habituelle.',
    );
  });

  test('a week that is not over is left out', () => {
    const days = weeks(() => ({}));
    const { multiples } = multiplesOf(syntheticInput(days, { issued: ISSUED - 3 }), 'day');
    expect(multiples[0]?.periods.at(-1)?.key).toBe('2026-S46');
  });
});

describe('alerts', () => {
  const bad = (last: Partial<Day>, ago = 1): Day[] =>
    weeks(() => ({})).map((day) => (day.serial === ISSUED - 1 - ago ? { ...day, ...last } : day));
  const read = (days: Day[]) => {
    const input = syntheticInput(days);
    return { input, periods: completePeriods(input, 'day') };
  };

  test('red before amber, with cause, in the last complete day', () => {
    const { input, periods } = read(bad({ offered: 1100, answered: 918, abandoned: 110 }));
    const alerts = alertsOf(input.kpis, periods);
    expect(alerts.map(({ kpi, status }) => [kpi.id, status])).toEqual([
      ['in_abandon_rate', 'red'],
      ['in_qs', 'amber'],
    ]);
    const [, qs] = alerts;
    if (!qs) throw new Error('no alert');
    const texts = causeTexts(qs, 'fr');
    expect(plain(texts?.volume ?? null)).toBe('Volume +10 % : 98 %');
    expect(plain(texts?.performance ?? null)).toBe('Performance 0 % : 2 %');
  });

  test('the day of issue is not over', () => {
    const days = bad({ answered: 500 });
    const input = syntheticInput(days, { issued: ISSUED - 2 });
    const periods = completePeriods(input, 'day');
    expect(periods.at(-1)?.start).toBe(ISSUED - 3);
    expect(alertsOf(input.kpis, periods)).toEqual([]);
  });

  test.each<[string, number, number]>([
    ['the day before', 2, 1],
    ['twelve days before', 13, 12],
  ])('quiet since an alert %s', (_, ago, quiet) => {
    const { input, periods } = read(bad({ answered: 500 }, ago));
    expect(quietDays(input.kpis, periods)).toBe(quiet);
  });

  test('quiet for three months at most, and not at all with an alert now', () => {
    const calm = read(weeks(() => ({})));
    expect(quietDays(calm.input.kpis, calm.periods)).toBe(90);
    const now = read(bad({ answered: 500 }));
    expect(quietDays(now.input.kpis, now.periods)).toBeNull();
  });

  test('a closed day is no day', () => {
    const input = syntheticInput(weeks(() => ({})));
    const closed = { ...input, settings: { ...input.settings, closedDays: [ISSUED - 2] } };
    expect(completePeriods(closed, 'day').at(-1)?.start).toBe(ISSUED - 3);
  });

  test('months and weeks are told once each', () => {
    const input = syntheticInput(inboundDays());
    expect(
      completePeriods(input, 'month')
        .slice(-2)
        .map(({ key }) => key),
    ).toEqual(['2026-09', '2026-10']);
  });
});

describe('titles', () => {
  const days = inboundDays();
  const kpi = ratioKpi(days, 'a', 'A', ['answered', 'offered']).kpi;
  const alert = (status: 'red' | 'amber') => ({ kpi, status, value: 0.5, cause: null, place: null });
  const input = syntheticInput(days);
  const drawn = multiplesOf(input, 'day').multiples.map((multiple) => ({ ...multiple, place: null }));
  const last = completePeriods(input, 'day').at(-1) ?? null;
  const base: Watch = { last, alerts: [], drifts: [], changes: [], quiet: null, kind: 'week', multiples: drawn };

  test.each<[string, Partial<Watch>, string, string]>([
    [
      'alerts and drift',
      { alerts: [alert('red'), alert('red')], drifts: drawn.slice(0, 1) },
      '2 alertes, 1 dérive',
      '2 alerts, 1 drift',
    ],
    ['a level that changed', { changes: drawn.slice(0, 1) }, '1 niveau changé', '1 level changed'],
    [
      'two of them, and a drift',
      { drifts: drawn.slice(0, 1), changes: drawn.slice(0, 2) },
      '1 dérive, 2 niveaux changés',
      '1 drift, 2 levels changed',
    ],
    ['one of each', { alerts: [alert('red'), alert('amber')] }, '1 alerte, 1 vigilance', '1 alert, 1 to watch'],
    ['nothing', { quiet: 12 }, 'Rien à signaler depuis 12 jours', 'Nothing to report for 12 days'],
    ['one day', { quiet: 1 }, 'Rien à signaler depuis 1 jour', 'Nothing to report for 1 day'],
    ['no period', { last: null }, 'Suivi : rien à montrer pour l’instant', 'Watch: nothing to show yet'],
  ])('%s', (_, more, french, english) => {
    expect(plain(watchTitle({ ...base, ...more }, 'fr'))).toBe(french);
    expect(plain(watchTitle({ ...base, ...more }, 'en'))).toBe(english);
  });

  test('the last day by its name', () => {
    expect(plain(lastText(base, ISSUED, 'fr'))).toBe('Samedi 21/11, dernier jour complet');
    expect(plain(lastText(base, ISSUED, 'en'))).toBe('Saturday 21 Nov, last complete day');
  });

  test.each([
    ['day', 'Samedi 21/11/2026, dernier jour complet', 'Saturday 21 Nov 2026, last complete day'],
    ['week', 'S47 2026, dernière semaine complète', 'W47 2026, last complete week'],
    ['month', 'Novembre 2026, dernier mois complet', 'November 2026, last complete month'],
    ['year', '2026, dernière année complète', '2026, last complete year'],
  ] as const)('a %s of another year with its year', (kind, french, english) => {
    const last = periodOf(base.last?.start ?? 0, kind);
    expect(plain(lastText({ last }, ISSUED + 365, 'fr'))).toBe(french);
    expect(plain(lastText({ last }, ISSUED + 365, 'en'))).toBe(english);
  });

  test('the last week of a year is that of the days around it, though the year is another', () => {
    const newYear = serialOf({ year: 2027, month: 1, day: 2 });
    expect(plain(lastText({ last: periodOf(newYear - 2, 'week') }, newYear, 'fr'))).toBe('S53, dernière semaine complète');
  });

  test('limits stop at what a count and a share can be', () => {
    const wild = weeks((week) => (week % 2 === 0 ? { offered: 2, answered: 2 } : { offered: 90, answered: 60 }));
    const { multiples } = multiplesOf(syntheticInput(wild), 'day');
    const bounds = (id: string) => multiples.find(({ kpi }) => kpi.id === id)?.drift;
    expect(bounds('in_offered')?.low).toBe(0);
    expect(bounds('in_qs')?.high).toBe(1);
  });

  test('a multiple is told to who cannot see it', () => {
    const qs = inboundKpis(weeks(() => ({})));
    expect(qs).toHaveLength(4);
    const { multiples } = multiplesOf(syntheticInput(weeks(() => ({}))), 'day');
    const rate = multiples.find((multiple) => multiple.kpi.id === 'in_qs');
    if (!rate) throw new Error('no rate');
    expect(plain(multipleText(rate, 'habituel', 20, 'week', 'fr'))).toBe(
      'Taux de décroché / QS : 91,6 %, habituel. Variation habituelle de 89,9 % à 94,1 %, moyenne 92,0 %.',
    );
  });
});
