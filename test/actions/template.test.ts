import { consolidateWorkbook } from '../../src/actions/consolidate';
import { generateMeteo } from '../../src/actions/generateMeteo';
import { removeExamples } from '../../src/actions/removeExamples';
import { addTemplate } from '../../src/actions/template';
import { showThresholds } from '../../src/actions/thresholds';
import { readConsolidated } from '../../src/core/consolidation/read';
import { detect } from '../../src/core/detect/detect';
import type { Language } from '../../src/core/meteo/content';
import { serialOf } from '../../src/core/period/serial';
import type { Result } from '../../src/core/problem';
import { findTable, type WorkbookSnapshot } from '../../src/core/sheet/snapshot';
import { DOMAIN_MEASURES, TEMPLATE_DOMAINS, type TemplateDomain, type TemplateMeasure } from '../../src/core/template/domains';
import { vocabulary } from '../../src/core/words/vocabulary';
import { openEmbedded, type Embedded } from '../excel/embedded';
import { figure, typeWorkingDays, WEEKS } from './filledTemplate';

const TODAY = serialOf({ year: 2026, month: 11, day: 21 });

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
};
const read = async (book: Embedded): Promise<WorkbookSnapshot> => value(await book.port.read({ formulas: true }));

let book: Embedded;
beforeEach(async () => {
  book = await openEmbedded();
});
afterEach(() => book.close());

const add = async (domain: TemplateDomain, language: Language = 'fr', examples = true) =>
  value(await addTemplate(book.port, { domain, language, today: TODAY, examples }));

const sum = (measure: TemplateMeasure, days: readonly number[]): number =>
  days.reduce((total, day) => total + figure(measure, day), 0);
const last = (measure: TemplateMeasure, days: readonly number[]): number => figure(measure, days.at(-1) ?? 0);

/** What a week must show, computed from the rows typed. */
const EXPECTED: Record<TemplateDomain, Record<string, (days: readonly number[]) => number>> = {
  inbound: {
    in_qs: (days) => sum('appels_traites', days) / sum('appels_recus', days),
    in_csat: (days) => sum('reponses_satisfaites', days) / sum('reponses_enquete', days),
    in_max_wait: (days) => Math.max(...days.map((day) => figure('attente_max_s', day))),
    in_aht: (days) =>
      (sum('conversation_s', days) + sum('attente_ligne_s', days) + sum('post_appel_s', days)) / sum('appels_traites', days),
  },
  outbound: {
    out_conv: (days) => sum('ventes', days) / sum('contacts_argumentes', days),
    out_sph: (days) => sum('ventes', days) / sum('heures_production', days),
    out_revenue: (days) => sum('ca_eur', days),
  },
  it: {
    it_sla: (days) => sum('tickets_dans_delai', days) / sum('tickets_resolus', days),
    it_avail: (days) => (sum('minutes_service', days) - sum('minutes_arret', days)) / sum('minutes_service', days),
    it_backlog: (days) => last('stock_tickets', days),
    it_mttr: (days) => sum('heures_resolution', days) / sum('tickets_resolus', days),
  },
  project: {
    ps_drift: (days) => (last('consomme_cumule', days) + last('raf', days) - last('budget', days)) / last('budget', days),
    ps_progress: (days) => last('consomme_cumule', days) / (last('consomme_cumule', days) + last('raf', days)),
    ps_spi: (days) => last('valeur_acquise', days) / last('valeur_planifiee', days),
    ps_miles: (days) => sum('jalons_tenus', days) / sum('jalons_echus', days),
  },
  references: {
    rf_commit_rate: (days) => sum('ref_engagees', days) / sum('ref_soumises', days),
    rf_accept: (days) => sum('sollicitations_acceptees', days) / sum('sollicitations', days),
    rf_blocked: (days) => last('ref_bloquees', days),
  },
};

const cases = TEMPLATE_DOMAINS.flatMap((domain) => (['fr', 'en'] as const).map((language) => ({ domain, language })));

test.each(cases)(
  'from the template to the météo: $domain, $language',
  async ({ domain, language }) => {
    const { made, kpis } = await add(domain, language);
    expect(value(await removeExamples(book.port)).removed).toBeGreaterThan(5);
    await typeWorkingDays(book, domain);
    const { tables, problems } = detect(await read(book));
    const found = tables.find(({ table }) => table === 'tblDonnees');
    // A running total is said, and its last value taken.
    expect(problems.filter(({ code }) => code !== 'cumulative-columns')).toEqual([]);
    expect(found?.kind).toBe('daily');
    expect(found?.columns.flatMap(({ measure }) => measure ?? [])).toEqual(DOMAIN_MEASURES[domain]);

    const consolidated = value(await consolidateWorkbook(book.port, { language, today: TODAY }));
    expect(consolidated.problems.filter(({ code }) => code !== 'cumulative-columns')).toEqual([]);
    const { week = {} } = readConsolidated(await read(book));
    const shown = Object.values(week);
    expect(shown).toHaveLength(WEEKS);
    for (const [index, figures] of shown.entries()) {
      const days = [0, 1, 2, 3, 4].map((day) => index * 5 + day);
      for (const [id, compute] of Object.entries(EXPECTED[domain])) {
        const label = kpis.find((kpi) => kpi.id === id)?.label ?? id;
        expect([id, index, figures[label]]).toEqual([id, index, expect.closeTo(compute(days), 9)]);
      }
    }
    const coloured = value(await showThresholds(book.port, { language }));
    expect(coloured.kept).toEqual([made[1]]);
    expect(coloured.problems).toEqual([]);
    const meteo = value(await generateMeteo(book.port, { language, issued: TODAY - 5, minutes: null }));
    expect(meteo.kept).toEqual([made[0], made[1], vocabulary(language).sheets.journal]);
    expect(meteo.row.weather).not.toBe('fog');
  },
  60_000,
);

test('a second domain in the same workbook: its columns beside, its KPIs below, what was typed as it was', async () => {
  await add('inbound', 'fr', false);
  await typeWorkingDays(book, 'inbound', 4);
  const before = (await read(book)).sheets.find(({ name }) => name === 'Données')?.values ?? [];
  const { made, kept, problems } = await add('it', 'fr');
  expect(made).toEqual(['Dictionnaire', 'Données', 'Facturation']);
  expect(kept).toEqual(['Paramètres', 'Flash', 'Journal', 'Retours']);
  expect(problems).toEqual([]);
  const after = await read(book);
  const sheet = after.sheets.find(({ name }) => name === 'Données');
  expect(sheet?.values.map((line) => line.slice(0, before[0]?.length))).toEqual(before);
  const measures = [...DOMAIN_MEASURES.inbound, ...DOMAIN_MEASURES.it];
  await book.run(async (context) => {
    const body = context.workbook.tables.getItem('tblDonnees').getDataBodyRange();
    const rows = Array.from({ length: 20 }, (_, day) => DOMAIN_MEASURES.it.map((measure) => figure(measure, day)));
    body.getOffsetRange(0, 17).getResizedRange(0, -17).values = rows;
    await context.sync();
  });
  const found = detect(await read(book)).tables.find(({ table }) => table === 'tblDonnees');
  expect(found?.columns.flatMap(({ measure }) => measure ?? [])).toEqual(measures);
  value(await consolidateWorkbook(book.port, { language: 'fr', today: TODAY, kinds: ['week'] }));
  const figures = Object.values(readConsolidated(await read(book)).week ?? {})[0] ?? {};
  const days = [0, 1, 2, 3, 4];
  expect(figures['Taux de décroché / QS']).toBeCloseTo(EXPECTED.inbound.in_qs?.(days) ?? 0, 9);
  expect(figures['Tickets dans les délais']).toBeCloseTo(EXPECTED.it.it_sla?.(days) ?? 0, 9);
  expect((await add('it', 'fr')).made).toEqual([]);
  expect((await add('inbound', 'fr')).made).toEqual([]);
}, 60_000);

test('no room beside the daily rows: said, and what stands there stays', async () => {
  await add('inbound', 'fr', false);
  await book.run(async (context) => {
    context.workbook.worksheets.getItem('Données').getRange('S2').values = [['à moi']];
    await context.sync();
  });
  const { made, problems } = await add('it', 'fr');
  expect(made).toEqual(['Facturation']);
  expect(problems).toEqual([{ code: 'template-no-room', params: { name: 'Données' }, place: { sheet: 'Données' } }]);
});

test('a measure that the user took out is not put back', async () => {
  await add('inbound', 'fr');
  await book.run(async (context) => {
    context.workbook.tables.getItem('tblDonnees').columns.getItem('Contacts mesurés').delete();
    await context.sync();
  });
  expect((await add('inbound', 'fr')).made).toEqual([]);
});

test('what the user typed over an example stays, and the rest goes in one write', async () => {
  await add('inbound', 'fr');
  await book.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Données');
    sheet.getRange('D6').values = [[999]];
    sheet.getRange('A6').format.fill.color = '#FFFF00';
    await context.sync();
  });
  book.wire.reset();
  expect(value(await removeExamples(book.port)).removed).toBe(11);
  expect([book.wire.reads, book.wire.writes]).toEqual([2, 1]);
  const kept = await book.run(async (context) => {
    const body = context.workbook.tables.getItem('tblDonnees').getDataBodyRange().load('values,address');
    const fill = context.workbook.worksheets.getItem('Données').getRange('A5').format.fill.load('color');
    await context.sync();
    return { address: body.address, calls: body.values[0]?.[3] as unknown, fill: fill.color };
  });
  expect(kept).toEqual({ address: 'Données!A5:Q5', calls: 999, fill: '#FFFF00' });
  expect(value(await removeExamples(book.port))).toMatchObject({ removed: 0, made: [] });
});

test.each(['1.14', '1.12'])(
  'an Excel with ExcelApi %s takes a template, a further domain and its examples out',
  async (excelApi) => {
    const older = await openEmbedded(undefined, excelApi);
    const request = { language: 'en', today: TODAY, examples: true } as const;
    expect(value(await addTemplate(older.port, { ...request, domain: 'outbound' })).made).toHaveLength(6);
    expect(value(await addTemplate(older.port, { ...request, domain: 'project' })).made).toEqual([
      'Dictionary',
      'Data',
      'Billing',
    ]);
    expect(value(await addTemplate(older.port, { ...request, domain: 'project' })).made).toEqual([]);
    const table = findTable(await read(older), 'tblDonnees')?.table;
    expect(table?.columns).toHaveLength(2 + DOMAIN_MEASURES.outbound.length + DOMAIN_MEASURES.project.length);
    expect(value(await removeExamples(older.port)).removed).toBe(14);
    older.close();
  },
);

test('a sheet that somebody protected is refused, and the examples stay', async () => {
  await add('references', 'en');
  await book.run(async (context) => {
    context.workbook.worksheets.getItem('Data').protection.protect();
    await context.sync();
  });
  const refusal = await removeExamples(book.port);
  expect(refusal).toMatchObject({ ok: false, problem: { code: 'sheet-protected', place: { sheet: 'Data' } } });
  expect((await read(book)).sheets.find(({ name }) => name === 'Journal')?.values.flat()).toContain(
    'Example: new procedure in place since Monday',
  );
});
