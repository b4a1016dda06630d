import { meteoWords } from '../../../src/core/words/meteoWords';
import { composeMeteo, type ComposedMeteo } from '../../../src/core/meteo/compose';
import type { HistoryRow } from '../../../src/core/meteo/history';
import type { KpiSeries, MeteoInput } from '../../../src/core/meteo/input';
import { layoutMeteo } from '../../../src/core/meteo/layout';
import { meteoSummary } from '../../../src/core/meteo/summary';
import { serialOf } from '../../../src/core/period/serial';
import { vocabulary } from '../../../src/core/words/vocabulary';
import { coverageOfDays, inboundDays, inboundKpis, ISSUED, ratioKpi, sumKpi, syntheticInput, type Day } from './syntheticInput';
import { entriesOf } from './journalExample';

/** `_` stands for U+202F and `~` for U+00A0. */
const fr = (text: string): string => text.replaceAll('_', '\u202f').replaceAll('~', '\u00a0');

const days = inboundDays();
const composed = (more: Partial<MeteoInput> = {}, of: readonly Day[] = days): ComposedMeteo => {
  const result = composeMeteo(syntheticInput(of, more));
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
};
const between = (start: number, end: number): Day[] => days.filter((day) => day.serial >= start && day.serial < end);
const sum = (part: readonly Day[], column: 'offered' | 'answered' | 'abandoned' | 'handling'): number =>
  part.reduce((total, day) => total + day[column], 0);
const entry = entriesOf(null);

describe('two years of an inbound service', () => {
  const { content, row } = composed();
  const now = between(ISSUED - 14, ISSUED);
  const before = between(ISSUED - 28, ISSUED - 14);

  test('the page speaks of the last two complete ISO weeks', () => {
    expect(content.header).toEqual({
      client: 'Mutuelle du Littoral',
      contract: 'Service adhérents – appels entrants',
      title: fr('Météo du client n°~1'),
      period: fr('S46–S47 2026, du~09/11 au~22/11/2026 · établie le~23/11/2026'),
    });
    expect(content.sheetName).toBe('Météo 2026-11-23');
    expect(content.footer.next).toBe(fr('Prochaine météo avant le~07/12/2026'));
    expect(content.footer.source).toContain(fr('feuille «_Suivi_», 12 jours sur 12'));
    expect(content.green.tableHead).toMatchObject({
      value: 'S46–S47',
      change: ['Écart avec', 'S44–S45'],
      projection: ['Projection', 'S48–S49'],
    });
  });

  test('the key figure is Σ over Σ of the period, not the mean of the days', () => {
    const rate = sum(now, 'answered') / sum(now, 'offered');
    const was = sum(before, 'answered') / sum(before, 'offered');
    expect(content.green.value.value).toBeCloseTo(rate, 12);
    expect(content.green.value.text).toBe(fr(`${(rate * 100).toFixed(1).replace('.', ',')}_%`));
    expect(content.green.what).toBe(fr('d’appels décrochés (QS), objectif 90_%'));
    expect(content.green.status).toEqual({ status: 'green', word: 'Conforme' });
    expect(content.green.detail).toContain(fr(`${(was * 100).toFixed(1).replace('.', ',')}_% en S44–S45`));
    expect(row.values['in_qs']).toBeCloseTo(rate, 12);
  });

  test('the other KPIs have their figures, objective, status and change', () => {
    const [calls, abandonment, handling] = content.green.rows;
    expect(content.green.rows.map((one) => one.id)).toEqual(['in_offered', 'in_abandon_rate', 'in_aht']);
    expect(calls?.value.value).toBe(sum(now, 'offered'));
    expect(calls?.change.value).toBeCloseTo(sum(now, 'offered') / sum(before, 'offered') - 1, 3);
    expect(calls).toMatchObject({ objective: '–', status: { status: 'none', word: 'Suivi' } });
    expect(abandonment?.value.value).toBeCloseTo(sum(now, 'abandoned') / sum(now, 'offered'), 12);
    expect(abandonment).toMatchObject({ label: 'Taux d’abandon', objective: fr('≤_5_%'), status: { word: 'Conforme' } });
    expect(handling?.value.value).toBeCloseTo(sum(now, 'handling') / sum(now, 'answered') / 86400, 12);
    expect(handling?.value.numberFormat).toBe('[m]:ss');
  });

  test('the chart has 26 weeks and 4, last year beside them, and a fan that opens at the last actual', () => {
    const { chart } = content.green;
    expect(chart.weeks).toHaveLength(30);
    expect(chart.cut).toBe(26);
    expect(chart.weeks[25]).toMatchObject({ key: '2026-S47', label: ['S47', '16/11'] });
    expect(chart.weeks[26]?.key).toBe('2026-S48');
    const week = between(ISSUED - 7, ISSUED);
    expect(chart.actual[25]).toBeCloseTo(sum(week, 'answered') / sum(week, 'offered'), 12);
    const lastYear = between(serialOf({ year: 2025, month: 11, day: 17 }), serialOf({ year: 2025, month: 11, day: 24 }));
    expect(chart.previousYear[25]).toBeCloseTo(sum(lastYear, 'answered') / sum(lastYear, 'offered'), 12);
    expect(chart.projection.slice(0, 25).every((value) => value === null)).toBe(true);
    expect(chart.projection[25]).toBe(chart.actual[25]);
    expect(chart.low[25]).toBe(chart.actual[25]);
    for (let step = 26; step < 30; step++) {
      expect(chart.actual[step]).toBeNull();
      expect(chart.low[step] ?? 1).toBeLessThan(chart.projection[step] ?? 0);
      expect(chart.high[step] ?? 0).toBeGreaterThan(chart.projection[step] ?? 1);
    }
    expect(chart.labels).toMatchObject({ actual: '2026, réel', previousYear: '2025', objective: fr('objectif 90_%') });
    expect(chart.note).toMatch(/^Taux de décroché par semaine.*Projection S48–S51, bande à.80.%\. L’échelle commence à.\d+.%\.$/);
  });

  test('the readings name the busy Monday and the quiet August, and what to expect', () => {
    const [season, ahead, ...more] = content.green.readings;
    expect(season?.text).toMatch(/^Appels reçus.: pic le lundi, \+\d\d.%.; creux en août, −\d\d.%\.$/u);
    expect(ahead?.text).toMatch(/^≈.\d.\d{3} appels attendus en S48, entre.\d.\d{3}.et.\d.\d{3}\.$/);
    expect(more).toEqual([]);
  });

  test('a service as good as promised has the sun, and says so', () => {
    expect(content.blue).toMatchObject({ weather: 'sun', word: 'Soleil', previous: null });
    expect(content.message).toMatch(/^Soleil.: l’objectif est tenu \(\d\d,\d.% d’appels décrochés pour.90.%.promis\)/);
    expect(row).toMatchObject({ number: 1, weather: 'sun', computed: 'sun', reason: '', sent: null, minutes: 11 });
  });

  test('the page can be laid out, both ways', () => {
    for (const orientation of ['portrait', 'landscape'] as const)
      expect(layoutMeteo(composed({ orientation }).content).ok).toBe(true);
  });

  test('the summary repeats the page', () => {
    const text = meteoSummary(content);
    for (const part of [content.message, content.blue.rule, content.green.value.text, content.footer.next])
      expect(text).toContain(part);
  });
});

test('over a new year the weeks keep their ISO years', () => {
  const issued = serialOf({ year: 2027, month: 1, day: 11 });
  const { content } = composed({ issued }, inboundDays(serialOf({ year: 2024, month: 12, day: 30 }), issued));
  expect(content.header.period).toBe(fr('S53 2026–S01 2027, du~28/12/2026 au~10/01/2027 · établie le~11/01/2027'));
  expect(content.green.tableHead.value).toBe('S53–S01');
  expect(content.green.chart.weeks.map((week) => week.key)).toEqual(
    expect.arrayContaining(['2026-S52', '2026-S53', '2027-S01', '2027-S02']),
  );
  // 2025 had no week 53: nothing stands beside 2026's.
  const week53 = content.green.chart.weeks.findIndex((week) => week.key === '2026-S53');
  expect(content.green.chart.previousYear[week53]).toBeNull();
  expect(content.green.chart.previousYear[week53 - 1]).not.toBeNull();
  expect(content.green.chart.labels).toMatchObject({ actual: 'réel', previousYear: 'un an avant' });
});

test('one day missing of twelve is no fog, and the remark says so', () => {
  const result = composeMeteo(syntheticInput(days.filter((day) => day.serial !== ISSUED - 5)));
  expect(result.ok && result.value.content.blue.weather).not.toBe('fog');
  expect(result.ok && result.problems.find(({ code }) => code === 'fog')?.params).toEqual({ days: 1, step: 'day', fog: false });
});

test('a status that begins with a vowel is elided', () => {
  expect(meteoWords('fr').facts.crossed('QS', 'Alerte', 'Vigilance', '79 %', '88 %')).toBe(
    "QS : d'Alerte à Vigilance (79 % → 88 %).",
  );
});

describe('a key figure that adds up', () => {
  const calls = (of: readonly Day[]): ComposedMeteo['content'] =>
    composed({ kpis: [sumKpi(of, 'in_offered', 'Appels reçus', 'offered', { key: true })] }, of).content;

  test('a period before with a day missing is printed, and not compared', () => {
    const missing = days.filter(({ serial }) => serial !== ISSUED - 20);
    const { green } = calls(missing);
    expect(green.detail).toMatch(/^\d\d.\d{3} en S44–S45 \(jours manquants\) · projection/);
  });

  test('without any figure now, the one before is said all the same', () => {
    const { green } = calls(days.filter(({ serial }) => serial < ISSUED - 14));
    expect(green.value.value).toBeNull();
    expect(green.detail).toMatch(/^\d\d.\d{3} en S44–S45 · /);
  });

  test('nothing that has no threshold is said to be on target', () => {
    expect(calls(days).blue.rule).toBe('Indicateurs clés suivis sans seuil, sans dérive ni retard');
  });

  test('last year’s curve that begins with the projection is not named as the actuals are', () => {
    const issued = serialOf({ year: 2027, month: 1, day: 4 });
    const first = inboundDays(serialOf({ year: 2026, month: 1, day: 5 }), issued);
    const kpis = [sumKpi(first, 'in_offered', 'Appels reçus', 'offered', { key: true })];
    const { chart } = composed({ issued, kpis }, first).content.green;
    expect([chart.labels.actual, chart.labels.previousYear]).toEqual(['2026, réel', 'un an avant']);
  });
});

describe('missing days', () => {
  const result = composeMeteo(syntheticInput(days.filter((day) => day.serial < ISSUED - 5)));
  const value = result.ok ? result.value.content : null;

  test('make fog under 90 %, and the sentence judges nothing', () => {
    expect(value?.blue).toMatchObject({ weather: 'fog', rule: fr('Données~: 8 jours sur 12, moins de 90_%') });
    expect(value?.message).toMatch(/^Brouillard.: données incomplètes \(8 jours sur 12\), chiffres à confirmer/);
    expect(value?.message).not.toContain('tenu');
  });

  test('are remarked upon, and drafted as a fact', () => {
    expect(result.ok && result.problems.map((one) => one.code)).toEqual(['fog', 'action-missing']);
    expect(result.ok && result.problems[0]?.params).toEqual({ days: 4, step: 'day', fog: true });
    expect(value?.yellow.highlights.items[0]?.text).toBe(fr('4 jours sans donnée~: du~18/11 au~21/11.'));
  });

  test('keep a sum of fewer days from being compared, a rate may be', () => {
    expect(value?.green.rows.find((row) => row.id === 'in_offered')?.change.text).toBe('–');
    expect(value?.green.rows.find((row) => row.id === 'in_abandon_rate')?.change.text).toMatch(/pt|=/);
  });

  test('that the settings call closed are no days', () => {
    const closed = [ISSUED - 5, ISSUED - 4, ISSUED - 3, ISSUED - 2];
    const known = days.filter((day) => day.serial < ISSUED - 5);
    const { content } = composed({ settings: { ...syntheticInput(days).settings, closedDays: closed } }, known);
    expect(content.blue.weather).toBe('sun');
    expect(content.footer.source).toContain('8 jours sur 8');
  });
});

describe('little history', () => {
  const recent = days.filter((day) => day.serial >= ISSUED - 98);
  const result = composeMeteo(syntheticInput(recent));
  const value = result.ok ? result.value.content : null;

  test('projects nothing and says so everywhere', () => {
    expect(value?.green.detail).toMatch(/projection.: historique insuffisant$/);
    expect(value?.green.rows.every((row) => row.projection === null && row.historyNote === 'historique insuffisant')).toBe(true);
    expect(value?.green.readings.find((one) => one.kind === 'anticipation')?.text).toBe(
      'Historique insuffisant (14 semaines sur 26).',
    );
    expect(result.ok && result.problems).toEqual([{ code: 'little-history', params: { have: 14, need: 26, step: 'week' } }]);
  });

  test('shortens the chart to 5·n + 1 weeks, the cut at its right end', () => {
    expect(value?.green.chart.weeks).toHaveLength(11);
    expect(value?.green.chart.cut).toBe(11);
    expect(value?.green.chart.projection.every((one) => one === null)).toBe(true);
  });
});

describe('statuses make the message', () => {
  const held = (id: string, green: number, amber: number) =>
    inboundKpis(days).map((series) =>
      series.kpi.id === id ? { ...series, kpi: { ...series.kpi, objective: green, thresholds: { green, amber } } } : series,
    );

  test('an amber beside a met objective', () => {
    const { content } = composed({ kpis: held('in_abandon_rate', 0.04, 0.09) });
    expect(content.blue).toMatchObject({ weather: 'bright', rule: fr('1 indicateur clé en vigilance~: taux d’abandon') });
    expect(content.message).toMatch(/promis\), mais le taux d’abandon est à.4,\d.%, pour 4.% au plus/);
    expect(content.green.rows.find((row) => row.id === 'in_abandon_rate')?.status.word).toBe('Vigilance');
  });

  test('an objective missed twice running', () => {
    const { content, row } = composed({ kpis: held('in_qs', 0.97, 0.95) });
    expect(content.blue).toMatchObject({ weather: 'storm', rule: fr('Alerte deux fois de suite~: taux de décroché') });
    expect(content.message).toMatch(/^Orage.: l’objectif n’est pas tenu \(/);
    expect(row.weather).toBe('storm');
  });

  test('the same in English', () => {
    const { content } = composed({ language: 'en', kpis: held('in_abandon_rate', 0.04, 0.09) });
    expect(content.message).toMatch(
      /^Bright spells: the objective is met \(\d\d\.\d% of calls answered, 90%.promised\), but taux d’abandon is at.4\.\d%, 4% at most/,
    );
    expect(content.header.period).toBe(fr('W46–47 2026, 9~to~22~Nov~2026 · issued on~23~Nov~2026'));
    expect(content.header.title).toBe(fr('Client météo no.~1'));
  });

  test('an override is said by its reason, in the message and in the rule, and then what the rules gave', () => {
    const { content, row } = composed({ edits: { weather: { weather: 'cloudy', reason: "Deux chefs d'équipe absents." } } });
    expect(content.blue).toMatchObject({ weather: 'cloudy', word: 'Nuageux', raised: false });
    expect(content.blue.rule).toBe(fr('Nuageux au lieu de Soleil~: deux chefs d’équipe absents'));
    expect(content.blue.byTheRules).toBe(fr('Selon les règles~: Soleil (indicateurs clés conformes, sans dérive ni retard)'));
    expect(content.message).toMatch(/^Nuageux.: deux chefs d’équipe absents.; l’objectif est tenu \(\d\d,\d.% d’appels/u);
    expect(row).toMatchObject({ weather: 'cloudy', computed: 'sun', reason: "Deux chefs d'équipe absents." });
    expect(row.rule).toBe('Indicateurs clés conformes, sans dérive ni retard');
    expect(meteoSummary(content)).not.toContain('Nuageux · ');
  });

  test('the same override in English', () => {
    const { content } = composed({ language: 'en', edits: { weather: { weather: 'storm', reason: 'Strike announced' } } });
    expect(content.blue.rule).toBe('Storm instead of Sun: strike announced');
    expect(content.blue.byTheRules).toBe('By the rules: Sun (key indicators on target, no drift, nothing overdue)');
    expect(content.message).toMatch(/^Storm: strike announced; the objective is met/);
  });

  test.each([
    ['Mutuelle en cours de fusion', 'Mutuelle en cours de fusion'],
    ['Réunion du 12/11 reportée', fr('réunion du~12/11 reportée')],
  ])('a reason keeps the capital of a name that the page knows: %s', (reason, said) =>
    expect(composed({ edits: { weather: { weather: 'storm', reason } } }).content.blue.rule).toBe(
      `${fr('Orage au lieu de Soleil~: ')}${said}`,
    ),
  );
});

describe('how many KPIs', () => {
  test('one key KPI alone makes a page', () => {
    const { content } = composed({ kpis: inboundKpis(days).slice(1, 2) });
    expect(content.green.rows).toEqual([]);
    expect(content.blue.weather).toBe('sun');
    expect(layoutMeteo(content).ok).toBe(true);
  });

  test('of nine, the table prints seven: what is wrong, key or held to an objective stays', () => {
    const extra = ['a', 'b', 'c', 'd'].map((id) => sumKpi(days, id, `Volume ${id}`, 'offered'));
    const alert = ratioKpi(days, 'late', 'Taux de retard', ['abandoned', 'offered'], {
      direction: 'lower',
      thresholds: { green: 0.001, amber: 0.002 },
    });
    const { content } = composed({ kpis: [...extra, ...inboundKpis(days), alert] });
    expect(content.green.rows.map((row) => row.id)).toEqual(['a', 'b', 'c', 'd', 'in_abandon_rate', 'in_aht', 'late']);
    expect(content.green.chart.note).toMatch(/ \+ 1 autre, voir Dictionnaire\.$/);
    // A page in French sends to the sheet as it is called, in whatever language it was written.
    const english = (series: KpiSeries): KpiSeries => ({
      ...series,
      kpi: { ...series.kpi, definition: { sheet: 'Dictionary', cell: 'B4' } },
    });
    const beside = composed({ kpis: [...extra, ...inboundKpis(days), alert].map(english) }).content;
    expect(beside.green.chart.note).toMatch(/ \+ 1 autre, voir Dictionary\.$/);
  });

  test('what is internal is nowhere on the page', () => {
    const margin = sumKpi(days, 'margin', 'Marge', 'offered', { internal: true });
    const { content, row } = composed({ kpis: [margin, ...inboundKpis(days)] });
    expect(JSON.stringify({ content, row })).not.toMatch(/margin|Marge/);
  });

  test.each([
    ['no KPI', []],
    ['no key KPI', inboundKpis(days).map((series) => ({ ...series, kpi: { ...series.kpi, key: false } }))],
  ])('%s is refused', (_, kpis) =>
    expect(composeMeteo(syntheticInput(days, { kpis }))).toMatchObject({ ok: false, problem: { code: 'no-key-kpi' } }),
  );
});

describe('the météo before', () => {
  const first = composed(
    { issued: ISSUED - 14 },
    days.filter((day) => day.serial < ISSUED - 14),
  ).row;
  const history: readonly HistoryRow[] = [{ ...first, number: 13 }];
  const { content, row } = composed({ history });

  test('gives its number, its icon and its date', () => {
    expect(row.number).toBe(14);
    expect(content.blue.previous).toEqual({ weather: 'sun', text: fr('Précédente (n°~13)~: Soleil') });
    expect(content.yellow.note).toBe(fr('depuis la météo n°~13, du~09/11/2026'));
  });

  test('is checked: what it projected beside what came', () => {
    const projected = first.projections['in_qs'];
    const part = between(ISSUED - 14, ISSUED);
    const actual = sum(part, 'answered') / sum(part, 'offered');
    const text = content.green.readings.find((one) => one.kind === 'check')?.text.replaceAll(/\s/g, '') ?? '';
    const said = /décroché:prévu(\d+,\d+)%,réel(\d+,\d+)%\(([+−]\d+,\d+)pt\)/.exec(text)?.slice(1) ?? [];
    const figures = said.map((figure) => Number(figure.replace(',', '.').replace('−', '-')));
    expect(figures[0]).toBeCloseTo(100 * (projected?.value ?? 0), 1);
    expect(figures[1]).toBeCloseTo(100 * actual, 1);
    // The change is that of the two figures before it, as a reader works it out.
    expect((figures[1] ?? 0) - (figures[0] ?? 0)).toBeCloseTo(figures[2] ?? 0, 6);
    const inside = projected !== undefined && actual >= projected.low && actual <= projected.high;
    expect(text).toContain(inside ? 'dansl’intervalleannoncé' : 'horsdel’intervalleannoncé');
  });

  test('made again before it is sent keeps its number; once sent it is refused', () => {
    const again: readonly HistoryRow[] = [...history, row];
    expect(composed({ history: again }).row.number).toBe(14);
    expect(composeMeteo(syntheticInput(days, { history: [...history, { ...row, sent: ISSUED }] }))).toMatchObject({
      ok: false,
      problem: { code: 'meteo-sent', params: { number: 14 } },
    });
  });
});

describe('a correction', () => {
  const { row } = composed();
  const asked = (history: readonly HistoryRow[]) => composeMeteo(syntheticInput(days, { history, correction: true }));

  test.each<[string, readonly HistoryRow[], number | null]>([
    ['of a period without météo', [], null],
    ['of a period whose météo is not sent', [row], 1],
    ['after the météo of another period was sent', [{ ...row, start: row.start - 14, sent: ISSUED - 14 }], null],
  ])('%s is refused', (_, history, number) =>
    expect(asked(history)).toEqual({ ok: false, problem: { code: 'meteo-not-sent', params: { number } } }),
  );

  test('of a sent one makes a new number, and can be made again before it is sent', () => {
    const sent = { ...row, sent: ISSUED };
    expect(asked([sent])).toMatchObject({ ok: true, value: { row: { number: 2 } } });
    expect(asked([sent, { ...row, number: 2 }])).toMatchObject({
      ok: true,
      value: { row: { number: 2 }, content: { header: { title: fr('Météo du client n°~2, corrige la n°~1') } } },
    });
  });
});

describe('the journal', () => {
  const journal = [
    entry({ date: ISSUED - 11, text: "Avis d'échéance envoyés, 1re vague: +14% d'appels le lundi 16/11" }),
    entry({ date: ISSUED - 30, text: 'Trop ancien' }),
    entry({ date: ISSUED - 5, text: 'Marge revue', visible: false }),
    entry({ kind: 'team', date: ISSUED - 7, text: '2 conseillers formés en poste' }),
    entry({ kind: 'dissatisfaction', date: ISSUED - 40, text: 'Attente trop longue' }),
    entry({ kind: 'dissatisfaction', date: ISSUED - 9, state: 'done', text: 'Relances en double' }),
    entry({ kind: 'dissatisfaction', date: ISSUED - 90, state: 'done', text: 'Vieille affaire' }),
    entry({ kind: 'planned', due: ISSUED + 2, text: "Message d'attente raccourci" }),
    entry({ kind: 'planned', due: ISSUED + 56, text: 'Rappel automatique' }),
    entry({ kind: 'planned', due: ISSUED - 3, text: 'Déjà passé' }),
    entry({
      kind: 'action',
      due: ISSUED + 7,
      text: 'Renforcer le lundi',
      effect: 'Abandon ≤ 5 %',
      role: 'Responsable de plateau',
      state: 'doing',
    }),
  ];
  const { content } = composed({ journal });

  test('fills the lists with what belongs to the period and to the client', () => {
    expect(content.yellow.highlights.items).toEqual([
      { key: '12/11', text: fr('Avis d’échéance envoyés, 1re vague~: +14_% d’appels le lundi~16/11.'), date: ISSUED - 11 },
    ]);
    expect(content.yellow.team.items.map((item) => item.text)).toEqual(['2 conseillers formés en poste.']);
    expect(content.yellow.dissatisfactions).toMatchObject({
      heading: fr('Insatisfactions~: 1 ouverte, 1 traitée'),
      open: [{ key: 'Ouverte', text: 'Attente trop longue.', bold: true }],
      treated: [{ key: 'Traitée', text: 'Relances en double.' }],
    });
    expect(content.blue.shortTerm.items.map((item) => [item.key, item.text.startsWith('En retard')])).toEqual([
      ['20/11', true],
      ['25/11', false],
    ]);
    expect(content.blue.mediumTerm.items.map((item) => item.key)).toEqual(['18/01/2027']);
    expect(content.blue.actions.rows).toEqual([
      {
        action: 'Renforcer le lundi',
        effect: fr('Abandon ≤_5_%'),
        role: 'Responsable de plateau',
        due: '30/11/2026',
        progress: 'En cours',
      },
    ]);
  });

  test('gives the message its action', () =>
    expect(content.message).toMatch(/.; action.: renforcer le lundi, avant le.30\/11\.$/u));

  test('an overdue action costs the sun, a major incident makes the storm', () => {
    const late = [entry({ kind: 'action', due: ISSUED - 1, text: 'Renforcer' })];
    expect(composed({ journal: late }).content.blue).toMatchObject({ weather: 'bright', rule: '1 action en retard' });
    expect(composed({ journal: late }).content.blue.actions.rows[0]?.progress).toBe('En retard');
    const incident = [entry({ kind: 'incident', date: ISSUED - 11, text: 'Panne du serveur vocal' })];
    const stormy = composed({ journal: incident }).content;
    expect(stormy.blue).toMatchObject({ weather: 'storm', rule: fr('Incident majeur le~12/11') });
    expect(stormy.message).toMatch(/^Orage.: incident majeur le.12\/11.; /u);
  });

  test('without any, the plan says so where the weather asks for one, in the language of the page', () => {
    const incident = entry({ kind: 'incident', date: ISSUED - 11, text: 'Panne du serveur vocal' });
    const planOf = (more: Partial<MeteoInput>): unknown => composed(more).content.blue.actions;
    expect(planOf({ journal: [incident] })).toMatchObject({ rows: [], none: 'Aucune action enregistrée.' });
    expect(planOf({ journal: [incident], language: 'en' })).toMatchObject({ rows: [], none: 'No action recorded.' });
    expect(planOf({ journal: [incident, entry({ kind: 'action', text: 'Renforcer' })] })).not.toHaveProperty('none');
    expect(composed().content.blue.weather).toBe('sun');
    expect(planOf({})).not.toHaveProperty('none');
  });

  test('without it, the figures tell the facts: a record day, a threshold crossed', () => {
    const busy = days.map((day) => (day.serial === ISSUED - 7 ? { ...day, offered: 3000, answered: 2000, abandoned: 900 } : day));
    const { content: drafted } = composed({}, busy);
    const texts = drafted.yellow.highlights.items.map((item) => item.text.replaceAll('\u202f', ' '));
    expect(texts).toContain(`Appels reçus\u00a0: plus haut jour connu, 3 000 le lundi\u00a016/11.`);
    expect(texts.some((text) => /^Taux de décroché.: de Conforme à Vigilance \(\d\d,?\d? %.→.\d\d,?\d? %\)\.$/u.test(text))).toBe(
      true,
    );
  });
});

describe('a holiday in one of the two periods', () => {
  const ARMISTICE = ISSUED - 12;
  const worked = days.filter(({ serial }) => serial !== ARMISTICE);
  const settings = { ...syntheticInput(worked).settings, closedDays: [ARMISTICE] };
  const { content } = composed({ settings }, worked);
  const now =
    sum(
      worked.filter(({ serial }) => serial >= ISSUED - 14),
      'offered',
    ) / 11;
  const before = sum(between(ISSUED - 28, ISSUED - 14), 'offered') / 12;

  test('volumes are compared per open day, and the page says so', () => {
    expect(content.footer.source).toContain('11 jours sur 11');
    const calls = content.green.rows.find(({ id }) => id === 'in_offered');
    expect(calls?.change.value).toBeCloseTo(now / before - 1, 3);
    expect(content.green.chart.note).toMatch(/ Écarts des volumes par jour ouvert.: 11.jours contre.12\.$/u);
    expect(composed({ language: 'en', settings }, worked).content.green.chart.note).toContain('against');
  });

  test('a volume in the head of the frame says it beside its change', () => {
    const kpis = [sumKpi(worked, 'in_offered', 'Appels reçus', 'offered', { key: true })];
    expect(composed({ settings, kpis }, worked).content.green.detail).toMatch(/ en S44–S45 \([+−][\d,]+.% par jour ouvert\)/u);
  });

  test('rates are compared as they are, and equal periods without a word', () => {
    const rate = (of: readonly Day[], start: number, end: number): number => {
      const part = of.filter(({ serial }) => serial >= start && serial < end);
      return sum(part, 'abandoned') / sum(part, 'offered');
    };
    const change = content.green.rows.find(({ id }) => id === 'in_abandon_rate')?.change.value;
    const difference = rate(worked, ISSUED - 14, ISSUED) - rate(worked, ISSUED - 28, ISSUED - 14);
    expect(change).toBeCloseTo(100 * difference, 1);
    expect(composed().content.green.chart.note).not.toContain('jour ouvert');
  });
});

test.each([
  ['on Saturday the week under way still has an open day', ISSUED + 5, 'S48'],
  ['on a closed Sunday it is over: the next one is spoken of', ISSUED + 6, 'S49'],
])('anticipation is about what is to come: %s', (_, issued, week) => {
  const reading = composed({ issued }).content.green.readings.find(({ kind }) => kind === 'anticipation');
  expect(reading?.text).toMatch(new RegExp(`^≈.[\\d\u202f]+ appels attendus en ${week}, entre.`, 'u'));
});

test('days that are a log of events are not expected to be all there', () => {
  const sparse = days.filter((_, index) => index % 9 === 0);
  const coverage = { ...coverageOfDays(sparse), dense: false, to: ISSUED - 1 };
  expect(composed({ coverage }, sparse).content.blue.weather).not.toBe('fog');
});

test.each(['sun', 'bright', 'cloudy', 'rain', 'storm', 'fog'] as const)(
  'the word for %s fits the page in both languages',
  (weather) => {
    for (const language of ['fr', 'en'] as const)
      for (const orientation of ['portrait', 'landscape'] as const) {
        const { content } = composed({ language, orientation, kpis: inboundKpis(days).slice(1, 2) });
        const word = vocabulary(language).weather[weather];
        expect(layoutMeteo({ ...content, blue: { ...content.blue, weather, word } })).toMatchObject({ ok: true });
      }
  },
);
