import type { Status } from '../../../src/core/kpi/kpi';
import type { Weather } from '../../../src/core/meteo/content';
import {
  allowedWeathers,
  needsAction,
  printedWeather,
  weatherOf,
  type KpiFact,
  type WeatherFacts,
} from '../../../src/core/meteo/weather';

const kpi = (label: string, status: Status | null, more: Partial<KpiFact> = {}): KpiFact => ({
  label,
  key: true,
  status,
  ofNothing: false,
  previous: 'green',
  projected: 'green',
  underWay: null,
  drift: false,
  ...more,
});
const green = kpi('QS', 'green');
const facts = (kpis: readonly KpiFact[], more: Partial<WeatherFacts> = {}): WeatherFacts => ({
  kpis,
  days: { present: 14, required: 14, step: 'day' },
  begins: null,
  overdueActions: 0,
  majorIncident: null,
  ...more,
});
const others = { key: false };

test.each<[string, readonly KpiFact[], 'none' | 'unknown', readonly string[]]>([
  ['a drift of another KPI, which other pages list', [green, kpi('DMT', 'green', { ...others, drift: true })], 'none', ['DMT']],
  ['too little history to tell of a drift', [green, kpi('CSAT', 'green', { drift: null })], 'unknown', []],
  ['other KPIs that nobody can tell of', [green, kpi('DMT', 'green', { ...others, drift: null })], 'none', []],
])('the sun says no more than is known: %s', (_, kpis, drift, labels) => {
  expect(weatherOf(facts(kpis))).toEqual({ weather: 'sun', rule: { kind: 'allGreen', drift, others: labels } });
});

describe('the rules, best to worst', () => {
  test.each<[string, WeatherFacts, Weather, string]>([
    ['all green', facts([green, kpi('CSAT', 'green')]), 'sun', 'allGreen'],
    ['a KPI without objective is no obstacle', facts([green, kpi('Appels', 'none')]), 'sun', 'allGreen'],
    ['key KPIs without any objective', facts([kpi('Appels', 'none'), kpi('DMT', 'green', others)]), 'sun', 'noneJudged'],
    ['an amber that is not key', facts([green, kpi('DMT', 'amber', others)]), 'sun', 'allGreen'],
    ['a drift that is not key', facts([green, kpi('DMT', 'green', { ...others, drift: true })]), 'sun', 'allGreen'],
    ['an overdue action', facts([green], { overdueActions: 1 }), 'bright', 'overdue'],
    ['a key red in the week under way', facts([kpi('QS', 'green', { underWay: 'red' })]), 'bright', 'underWay'],
    ['a key amber in the week under way', facts([kpi('QS', 'green', { underWay: 'amber' })]), 'bright', 'underWay'],
    ['a good week under way', facts([kpi('QS', 'green', { underWay: 'green' })]), 'sun', 'allGreen'],
    [
      'a week under way that is bad for what is not key',
      facts([green, kpi('DMT', 'green', { ...others, underWay: 'red' })]),
      'sun',
      'allGreen',
    ],
    [
      'a red over the period is worse than one in the week under way',
      facts([kpi('QS', 'red', { underWay: 'red' })]),
      'rain',
      'oneRed',
    ],
    ['a drift', facts([kpi('QS', 'green', { drift: true })]), 'bright', 'drift'],
    ['one amber', facts([green, kpi('Abandon', 'amber')]), 'bright', 'oneAmber'],
    ['a red that is not key', facts([green, kpi('DMT', 'red', others)]), 'cloudy', 'otherRed'],
    ['two amber', facts([kpi('CSAT', 'amber'), kpi('Abandon', 'amber')]), 'cloudy', 'severalAmber'],
    ['a key red projected', facts([kpi('QS', 'green', { projected: 'red' })]), 'rain', 'projectedRed'],
    ['a projected red that is not key', facts([green, kpi('DMT', 'green', { ...others, projected: 'red' })]), 'sun', 'allGreen'],
    ['one key red', facts([green, kpi('QS', 'red')]), 'rain', 'oneRed'],
    ['one key red, red before too', facts([green, kpi('QS', 'red', { previous: 'red' })]), 'storm', 'redTwice'],
    [
      'a red that is not key twice running',
      facts([green, kpi('DMT', 'red', { ...others, previous: 'red' })]),
      'cloudy',
      'otherRed',
    ],
    ['two key reds', facts([kpi('QS', 'red'), kpi('CSAT', 'red')]), 'storm', 'severalRed'],
    ['a major incident', facts([green], { majorIncident: 46342 }), 'storm', 'majorIncident'],
    ['12 days of 14', facts([green], { days: { present: 12, required: 14, step: 'day' } }), 'fog', 'missingDays'],
    ['90 % of the days are enough', facts([green], { days: { present: 9, required: 10, step: 'day' } }), 'sun', 'allGreen'],
    ['a key KPI without figure', facts([green, kpi('CSAT', null)]), 'fog', 'missingKpi'],
    ['a key rate of no calls at all', facts([green, kpi('QS', null, { ofNothing: true })]), 'fog', 'noVolume'],
    [
      'a key rate of no calls beside one without data',
      facts([kpi('QS', null, { ofNothing: true }), kpi('CSAT', null)]),
      'fog',
      'missingKpi',
    ],
    ['another KPI without figure', facts([green, kpi('DMT', null, others)]), 'sun', 'allGreen'],
    ['fog hides a red', facts([kpi('QS', 'red')], { days: { present: 5, required: 14, step: 'day' } }), 'fog', 'missingDays'],
    [
      'fog does not hide an incident',
      facts([green], { days: { present: 5, required: 14, step: 'day' }, majorIncident: 46342 }),
      'storm',
      'majorIncident',
    ],
  ])('%s', (_, of, weather, rule) => expect(weatherOf(of)).toMatchObject({ weather, rule: { kind: rule } }));

  test('the rule names the KPIs that made it', () =>
    expect(weatherOf(facts([green, kpi('CSAT', 'amber'), kpi('Abandon', 'amber')])).rule).toEqual({
      kind: 'severalAmber',
      labels: ['CSAT', 'Abandon'],
    }));
});

describe('a person’s override', () => {
  test.each<[Weather, readonly Weather[]]>([
    ['sun', ['sun', 'bright', 'cloudy', 'fog', 'rain', 'storm']],
    ['bright', ['sun', 'bright', 'cloudy', 'fog', 'rain', 'storm']],
    ['cloudy', ['bright', 'cloudy', 'fog', 'rain', 'storm']],
    ['rain', ['cloudy', 'fog', 'rain', 'storm']],
    ['storm', ['rain', 'storm']],
    ['fog', ['bright', 'cloudy', 'fog', 'rain', 'storm']],
  ])('from %s', (computed, expected) => expect([...allowedWeathers(computed)].sort()).toEqual([...expected].sort()));

  test.each<[string, Weather, Weather, string, string]>([
    ['one better with a reason', 'rain', 'cloudy', 'Incident résolu le 20/11', 'cloudy'],
    ['much worse with a reason', 'sun', 'storm', 'Contrat dénoncé', 'storm'],
    ['two better', 'rain', 'bright', 'Tout va bien', 'override-too-good'],
    ['sun out of fog', 'fog', 'sun', 'On verra', 'override-too-good'],
    ['without reason', 'bright', 'cloudy', '  ', 'override-without-reason'],
    ['the same level needs none', 'bright', 'bright', '', 'bright'],
  ])('%s', (_, computed, weather, reason, expected) => {
    const result = printedWeather(computed, { weather, reason });
    expect(result.ok ? result.value : result.problem.code).toBe(expected);
  });

  test('none keeps the computed level', () => expect(printedWeather('rain', null)).toMatchObject({ ok: true, value: 'rain' }));
});

test('an action is due from Nuageux down, and in fog', () =>
  expect((['sun', 'bright', 'cloudy', 'fog', 'rain', 'storm'] as const).map(needsAction)).toEqual([
    false,
    false,
    true,
    true,
    true,
    true,
  ]));
