import type { HistoryRow } from '../../../src/core/meteo/history';
import { composeMeteo } from '../../../src/core/meteo/compose';
import type { KpiSeries, MeteoInput } from '../../../src/core/meteo/input';
import { projectedSpan, projectionRecords, type KpiRecord } from '../../../src/core/meteo/trackRecord';
import { recordText } from '../../../src/core/words/track-record-text';
import { valueOf } from '../grid';
import { inboundDays, ISSUED, syntheticInput } from './syntheticInput';

const days = inboundDays();

/** The rows of météos made every two weeks before the one of the day of issue, as the product makes them. */
const historyOf = (count: number): HistoryRow[] => {
  const rows: HistoryRow[] = [];
  for (let made = count; made >= 1; made--) {
    const issued = ISSUED - 14 * made;
    const known = days.filter(({ serial }) => serial < issued);
    rows.push(
      valueOf(composeMeteo(syntheticInput(known, { issued, history: rows.map((row) => ({ ...row, sent: issued })) }))).row,
    );
  }
  return rows;
};

const history = historyOf(6);
const input = (more: Partial<MeteoInput> = {}): MeteoInput => syntheticInput(days, { history, ...more });

const recordOf = (records: readonly KpiRecord[], id: string): KpiRecord => {
  const found = records.find(({ kpi }) => kpi.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};

const changed = (id: string, change: (series: KpiSeries) => KpiSeries): KpiSeries[] =>
  syntheticInput(days).kpis.map((series) => (series.kpi.id === id ? change(series) : series));

describe('each printed projection', () => {
  const records = projectionRecords(input());

  test('is checked once its weeks are over, the latest first', () => {
    const { checks, record } = recordOf(records, 'in_offered');
    expect(checks.map(({ number }) => number)).toEqual([6, 5, 4, 3, 2, 1]);
    expect(record.checked).toBe(6);
    expect(checks[0]?.weeks.map(({ key }) => key)).toEqual(['2026-S46', '2026-S47']);
  });

  test('is compared with what the rows of those weeks add up to', () => {
    const { checks } = recordOf(records, 'in_offered');
    for (const { weeks, actual } of checks) {
      const [first, last] = [weeks[0]?.start ?? 0, weeks.at(-1)?.end ?? 0];
      const came = days.filter(({ serial }) => serial >= first && serial < last).reduce((sum, day) => sum + day.offered, 0);
      expect(actual).toBe(came);
    }
  });

  test('counts as inside by its own interval', () => {
    for (const { record, checks } of records) {
      const inside = checks.filter(({ actual, printed }) => actual !== null && actual >= printed.low && actual <= printed.high);
      expect(record.inside).toBe(inside.length);
    }
  });

  test('spoke of as many weeks as its page, so that old rows are read exactly', () => {
    expect(projectedSpan({ start: 100, last: 106 })).toEqual({ start: 107, end: 114 });
    expect(projectedSpan({ start: 100, last: 113 })).toEqual({ start: 114, end: 128 });
  });
});

describe('is left out, and says why,', () => {
  const whyOf = (more: Partial<MeteoInput>, id = 'in_offered'): (string | null)[] =>
    recordOf(projectionRecords(input(more)), id).checks.map((check) => (check.actual === null ? check.why : null));

  test('while its weeks are not over', () => {
    // Saturday is worked, Sunday is closed: with Saturday's figures the weeks are over.
    expect(whyOf({ issued: ISSUED - 2 })[0]).toBe('pending');
    expect(whyOf({ issued: ISSUED - 1 })[0]).toBeNull();
    expect(whyOf({ issued: ISSUED - 14 }).slice(0, 2)).toEqual(['pending', null]);
  });

  test('when open days of its weeks have no data', () => {
    const gap = ISSUED - 10;
    const { coverage } = syntheticInput(days.filter(({ serial }) => serial !== gap));
    expect(whyOf({ coverage })).toEqual(['missing-days', null, null, null, null, null]);
    expect(whyOf({ coverage, settings: { ...syntheticInput(days).settings, closedDays: [gap] } })[0]).toBeNull();
  });

  test('when the KPI has been redefined since', () => {
    const earlier = [{ before: ISSUED - 28, rule: { kind: 'sum', column: 2 } as const }];
    const kpis = changed('in_offered', (series) => ({ ...series, kpi: { ...series.kpi, earlier } }));
    expect(whyOf({ kpis })).toEqual([null, 'redefined', null, null, null, null]);
  });

  test('when the figures that it was made from have been corrected', () => {
    const kpis = changed('in_offered', (series) => ({
      ...series,
      valueOf: (span) => (span.start === ISSUED - 28 ? 2 * (series.valueOf(span) ?? 0) : series.valueOf(span)),
    }));
    expect(whyOf({ kpis })[0]).toBe('revised');
  });

  test('when its weeks have no figure', () => {
    const kpis = changed('in_offered', (series) => ({
      ...series,
      valueOf: (span) => (span.start === ISSUED - 14 ? null : series.valueOf(span)),
    }));
    expect(whyOf({ kpis })[0]).toBe('no-figure');
  });
});

test('internal KPIs and those never projected have no record', () => {
  const kpis = changed('in_offered', (series) => ({ ...series, kpi: { ...series.kpi, internal: true } }));
  expect(projectionRecords(input({ kpis })).map(({ kpi }) => kpi.id)).not.toContain('in_offered');
  expect(projectionRecords(input({ history: [] }))).toEqual([]);
});

describe('in words', () => {
  const records = projectionRecords(input());
  const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

  test.each([
    [
      'fr',
      /^\d projections? sur 6 dans l’intervalle annoncé de 80 %\. .*Écart moyen entre le prévu et le réel : \d+, soit \d,\d %\./,
    ],
    ['en', /^\d of 6 projections within the stated 80% interval\. .*Mean gap between projected and actual: \d+, or \d\.\d%\./],
  ] as const)('a count, in %s', (language, pattern) => {
    expect(plain(recordText(recordOf(records, 'in_offered'), language).summary)).toMatch(pattern);
  });

  test.each([
    ['fr', /S46–S47 2026 : prévu \d\d \d00 \(\d\d \d00 à \d\d \d00\), réel \d\d \d{3}, (dans|hors de) l’intervalle$/],
    ['en', /W46–47 2026: projected \d\d,\d00 \(\d\d,\d00 to \d\d,\d00\), actual \d\d,\d{3}, (within|outside) the interval$/],
  ] as const)('its lines, in %s', (language, pattern) => {
    expect(plain(recordText(recordOf(records, 'in_offered'), language).lines[0] ?? '')).toMatch(pattern);
  });

  test('a rate is off by points, never by per cent of per cent', () => {
    const { summary } = recordText(recordOf(records, 'in_qs'), 'fr');
    expect(plain(summary)).toMatch(/Écart moyen entre le prévu et le réel : \d,\d pt\./);
    expect(summary).not.toContain('soit');
  });

  test('a duration is off by minutes and seconds', () => {
    expect(plain(recordText(recordOf(records, 'in_aht'), 'fr').summary)).toMatch(/réel : \d:\d\d, soit/);
  });

  test.each([
    [
      'fr',
      'Aucune projection vérifiée pour l’instant : chacune l’est quand ses semaines sont complètes.',
      /semaines en cours ou à venir$/,
    ],
    ['en', 'No projection checked yet: each is checked once its weeks are complete.', /weeks under way or to come$/],
  ] as const)('none yet, in %s', (language, summary, line) => {
    const early = projectionRecords(input({ history: history.slice(-1), issued: ISSUED - 7 }));
    const text = recordText(recordOf(early, 'in_offered'), language);
    expect(plain(text.summary)).toBe(summary);
    expect(text.lines[0]).toMatch(line);
  });

  test('projections that lean to one side are said to', () => {
    const low = input().history.map((row) => ({ ...row, projections: { in_offered: { value: 100, low: 90, high: 110 } } }));
    const text = recordText(recordOf(projectionRecords(input({ history: low })), 'in_offered'), 'fr').summary;
    expect(plain(text)).toMatch(/^0 projection sur 6 .* les intervalles étaient trop étroits\. .* au-dessus du prévu, de/);
  });
});
