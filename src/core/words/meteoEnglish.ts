import { counts } from './meteoFrench';
import type { MeteoWords } from './meteoWords';
import { NO_BREAK_SPACE, plural } from './typography';

const s = (count: number, one: string, many: string): string => plural(count, one, many, 'en');

const LINKS = { but: 'but ', and: 'and ', alone: '' } as const;

/** The météo's English: the same sentences, by the rules of English. */
export const meteoEnglish: MeteoWords = {
  title: (number) => `Client météo no. ${number}`,
  correction: (number, corrected) => `Client météo no. ${number}, corrects no. ${corrected}`,
  period: (weeks, range, day) => `${weeks}, ${range} · ${day}`,
  issuedOn: (date) => `issued on ${date}`,
  sentOn: (date) => `sent on ${date}`,
  tabs: { key: 'Key indicator', news: 'What is new', state: 'State and outlook' },
  partsNote: (numerator, denominator, top, bottom) => `${numerator} / ${denominator}: ${top} / ${bottom}`,
  whatRate: (phrase, objective, proposed) =>
    objective === null ? phrase : `${phrase}, ${proposed ? 'proposed threshold' : 'objective'} ${objective}`,
  proposedNote: '* Proposed threshold, to be confirmed.',
  previousValue: (value, weeks, change) => `${value} in ${weeks} (${change})`,
  previousAlone: (value, weeks, missing) => `${value} in ${weeks}${missing ? ' (days missing)' : ''}`,
  perOpenDay: (change) => `${change} per open day`,
  unlikeDays: (now, before) => `Changes of volumes per open day: ${now} ${s(now, 'day', 'days')} against ${before}.`,
  workingDays: (now, before) => `Volumes compared as they are: ${now} working ${s(now, 'day', 'days')} against ${before}.`,
  beginsOn: (date) => `first data on ${date}`,
  nothingBefore: 'first figures, nothing to compare',
  noPreviousValue: (weeks) => `no figure in ${weeks}`,
  projectedValue: (weeks, value, low, high) => `projection ${weeks}: ${value}, between ${low} and ${high}`,
  noProjection: 'projection: not enough history',
  dashNote: (note) => `Projection “–”: ${note}.`,
  oldData: 'data too old',
  oldDataUntil: (date) => `no projection: the data end on ${date}`,
  silent: 'volume at 0, not projected',
  silentSince: (week) => `no projection: volume at 0 in ${week}`,
  notEnoughHistory: (have, need) => `not enough history (${have} of ${need})`,
  noFigure: 'No figure',
  notJudged: 'Not rated',
  chartNothing: (weeks) => `No figure in ${weeks}: nothing to draw.`,
  chartNoWeek: (weeks) => `No complete week in ${weeks}: nothing to draw.`,
  chartNote: (name, per, value, week) =>
    value === null ? `${name} ${per}.` : `${name} ${per}; last actual: ${value} in ${week}.`,
  chartBreak: (week) => `New definition since ${week}: the curve is cut.`,
  chartProjection: (weeks) => `Projection ${weeks}, 80% band.`,
  chartSurprise: (week, range) => `${week} outside the expected (${range}): the band holds a return and a continuation.`,
  chartScale: (start) => `The scale begins at ${start}.`,
  chartLabels: {
    actual: (year) => (year === null ? 'actual' : `${year}, actual`),
    previousYear: (year) => year ?? 'a year before',
    objective: (objective, proposed) => `${proposed ? 'proposed' : 'objective'} ${objective}`,
    projection: 'projection',
    today: (date) => `today, ${date}`,
  },
  head: {
    indicator: 'Indicator',
    objective: 'Objective',
    status: 'Status',
    change: (weeks) => ['Change on', weeks],
    projection: (weeks) => ['Projection', weeks],
    interval: ['80%', 'interval'],
  },
  readings: { seasonality: 'Seasonality', anticipation: 'Anticipation', check: 'Check' },
  seasonality: (label, effects) => `${label}: ${effects.join('; ')}.`,
  anticipation: (label, noun, _feminine, value, week, low, high, known) => {
    const so = known ? `; ${known[0]} already by ${known[1]}` : '';
    return noun === null
      ? `${label}: ≈ ${value} in ${week}, between ${low} and ${high}${so}.`
      : `≈ ${value} ${noun} expected in ${week}, between ${low} and ${high}${so}.`;
  },
  check: (label, expected, actual, change, inside, low, high, { checked, outside }) => {
    const one = `${label}: projected ${expected}, actual ${actual} (${change}), ${inside ? 'within' : 'outside'} the interval ${low} to ${high}`;
    return checked > 1 && outside > 0
      ? `${one}; ${outside} of ${checked} projections outside ${s(outside, 'its', 'their')} interval.`
      : `${one}.`;
  },
  since: (number, date) => `since météo no. ${number}${date === null ? '' : `, of ${date}`}`,
  firstIssue: 'first météo',
  lists: {
    highlights: 'Highlights',
    team: 'Team',
    noDissatisfaction: 'Dissatisfaction',
    dissatisfactions: (open, treated) => `Dissatisfaction: ${counts([open, 'open'], [treated, 'dealt with'])}`,
    open: 'Open',
    late: 'Overdue',
    lateActivity: (text) => `Overdue: ${text}`,
    lateActivities: (count, since) => `${count} overdue activities, the oldest of ${since}.`,
    treated: 'Done',
    short: 'Short term, 15 days',
    medium: 'Medium term, 3 months',
    risk: (text) => `Risk: ${text}`,
  },
  plan: { action: 'Action plan', effect: 'Expected effect', role: 'Owner', due: 'Due', progress: 'Progress' },
  noAction: 'No action recorded.',
  noJournal: 'No journal is kept.',
  nothingInFigures: 'Nothing to report in the figures.',
  progress: { todo: 'To do', doing: 'In progress', done: 'Done', late: 'Overdue' },
  previousWeather: (number, weather) => `Previous (no. ${number}): ${weather}`,
  changed: (printed, computed, reason) => `${printed} instead of ${computed}: ${reason}`,
  byTheRules: (computed, rule) => `By the rules: ${computed} (${rule})`,
  source: (provider, source, present, required, when) =>
    `${provider === '' ? 'Source' : `${provider} · source`}: ${source}, ${present} of ${required}, read on ${when}`,
  sourceFrom: (provider, source, first, when) =>
    `${provider === '' ? 'Source' : `${provider} · source`}: ${source}, from ${first} on, read on ${when}`,
  extracted: (date, time) => (time === null ? date : `${date} at ${time}`),
  next: (date) => `Next météo before ${date}`,
  preparation: (minutes) => `Preparation: ${minutes} min`,
  page: 'Page 1/1',
  overflow: {
    journal: '+ {n} more, see Journal',
    treated: '+ {n} dealt with, see Journal',
    kpis: '+ {n} indicator on target, see {sheet}.|+ {n} indicators on target, see {sheet}.',
    otherKpis: '+ {n} more, see {sheet}.',
  },
  rules: {
    majorIncident: (date) => `Major incident on ${date}`,
    notBegun: (date) => `The service begins on ${date}, after the period`,
    noData: 'No data for the period',
    missingDays: (present, required) => `Data: ${present} of ${required}, under 90%`,
    missingKpi: (label) => `Key indicator without data: ${label}`,
    noVolume: (label) => `Key indicator that cannot be computed, volume at 0: ${label}`,
    redTwice: (label) => `Alert twice running: ${label}`,
    severalRed: (count, labels) => `${count} key indicators in alert: ${labels}`,
    oneRed: (label) => `1 key indicator in alert: ${label}`,
    projectedRed: (weeks, label) => `Alert projected in ${weeks}: ${label}`,
    severalAmber: (count, labels) => `${count} key indicators to watch: ${labels}`,
    otherRed: (label) => `Non-key alert: ${label}`,
    andMore: (label, count) => `${label} and ${count} more`,
    oneAmber: (label) => `1 key indicator to watch: ${label}`,
    drift: (label) => `Drift, outside usual variation: ${label}`,
    overdue: (count) => `${count} overdue ${s(count, 'action', 'actions')}`,
    underWay: (week, label) => `Week under way (${week}) off target: ${label}`,
    noneJudged: (known) => `Key indicators without threshold, ${known ? 'no drift, ' : ''}nothing overdue`,
    allGreen: (known) => `Key indicators on target, ${known ? 'no drift, ' : ''}nothing overdue`,
    otherDrift: (judged, label) => `Key indicators ${judged ? 'on target' : 'without threshold'}; non-key drift: ${label}`,
  },
  facts: {
    crossed: (label, from, to, before, now) => `${label}: from ${from} to ${to} (${before} → ${now}).`,
    moreWorse: (count, labels, areSome) =>
      `${count} ${s(count, 'other', 'others')} worse than before${areSome ? ', among them' : ':'} ${labels}.`,
    record: (label, value, weekday, date) => `${label}: highest day on record, ${value} on ${weekday} ${date}.`,
    notable: (label, change, weeks) => `${label}: ${change} compared with ${weeks}.`,
    zero: (label, weeks, usual, per) => `${label}: 0 in ${weeks}, usually ≈ ${usual} ${per}.`,
    missing: (counted, dates) => `${counted} without data: ${dates}.`,
    level: (label, value, high, since) => `${label}: ${value}, the ${high ? 'highest' : 'lowest'} level since ${since}.`,
    levelEver: (label, value, high, since) =>
      `${label}: ${value}, the ${high ? 'highest' : 'lowest'} level on record, since ${since}.`,
    underWay: (label, value, week, until, status) =>
      `${label}: ${value} in ${week}, the week under way, up to ${until}: ${status}.`,
    outside: (label, value, week, low, high) => `${label}: ${value} in ${week}, outside its usual variation (${low} to ${high}).`,
    levelChanged: (up, label, value, week, low, high) =>
      `${label}: ${value} in ${week}, ${up ? 'higher' : 'lower'} than usual (${low} to ${high}).`,
    onOpenDays: (value, days) => `${value} for ${days} open ${s(days, 'day', 'days')}`,
    oneSide: (label, weeks, up, mean, since) =>
      `${label}: ${weeks} in a row ${up ? 'above' : 'below'} the mean (${mean}), since ${since}.`,
    trend: (label, weeks, up, from, to) => `${label}: ${up ? 'up' : 'down'} ${weeks} in a row (${from} → ${to}).`,
    hardDay: (label, days, weekday, date, value) =>
      days === 1
        ? `${label}: in alert on one day only, ${weekday} ${date} (${value}).`
        : `${label}: in alert on ${days} days, at worst on ${weekday} ${date} (${value}).`,
  },
  message: {
    keyGreen: (figure, proposed) => `the ${proposed ? 'proposed threshold' : 'objective'} is met (${figure})`,
    keyAmber: (figure, proposed) => `the ${proposed ? 'proposed threshold' : 'objective'} is not quite met (${figure})`,
    keyRed: (figure, proposed) => `the ${proposed ? 'proposed threshold' : 'objective'} is missed (${figure})`,
    keyTracked: (label, value, noun) => (noun === null ? `${label} at ${value}` : `${value} ${noun}`),
    promised: (value, phrase, label, bound) => {
      const figure = phrase === null ? `${label}: ${value}` : `${value} ${phrase}`;
      return bound === null ? figure : `${figure}${bound}`;
    },
    atLeast: (objective, proposed) => `, ${objective}${NO_BREAK_SPACE}${proposed ? 'proposed' : 'promised'}`,
    atMost: (objective, proposed) => `, ${objective} at most${proposed ? ', a proposed threshold' : ''}`,
    between: (range, proposed) => `, ${range} ${proposed ? 'proposed' : 'expected'}`,
    one: (link, kpi) => {
      const bound = kpi.objective ?? '';
      return `${LINKS[link]}${kpi.subject ?? kpi.label} ${kpi.singular ? 'is' : 'are'} at ${kpi.value}${bound}`;
    },
    several: (link, count, proposed, named) =>
      `${LINKS[link]}${count} ${link === 'alone' ? '' : 'other '}indicators are ${proposed ? 'outside their proposed thresholds' : 'off target'}${count > named.length ? ', among them' : ','} ${named.map((kpi) => `${kpi.subject ?? kpi.label} (${kpi.value})`).join(' and ')}`,
    projectedRed: (link, kpi, weeks) => `${LINKS[link]}an alert is projected in ${weeks} (${kpi.label}: ${kpi.value})`,
    underWay: (link, kpi, week) =>
      `${LINKS[link]}${week}, under way, is ${kpi.proposed ? 'outside its threshold' : 'off target'} (${kpi.label}: ${kpi.value})`,
    drift: (link, label) => `${LINKS[link]}a drift is to be watched (${label})`,
    overdue: (link, count) => `${LINKS[link]}${count} ${s(count, 'action is', 'actions are')} overdue`,
    reasonElsewhere: (computed) => `chosen instead of ${computed}, for the reason given under “State and outlook”`,
    incident: (date) => `major incident on ${date}`,
    notBegun: (date) => `the service begins on ${date}, nothing to tell of the period`,
    noData: (present, required) => `no data for the period (${present} of ${required})`,
    fogDays: (present, required) => `incomplete data (${present} of ${required}), figures to be confirmed`,
    fogKpi: (label) => `incomplete data (${label}), figures to be confirmed`,
    noVolume: (label) => `volume at 0 over the period, ${label} cannot be computed`,
    action: (text, due) => (due === null ? `action: ${text}` : `action: ${text}, before ${due}`),
    ahead: (value, noun, _feminine, weeks) => `≈ ${value} ${noun} expected in ${weeks}`,
    whole: (weather, sentence) => `${weather}: ${sentence}`,
    comma: ', ',
    semicolon: '; ',
  },
  summary: {
    weather: (word, rule) => `${word} (${rule})`,
    shortened: 'See the sheet for details.',
  },
};
