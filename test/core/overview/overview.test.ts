import { overviewOf } from '../../../src/core/overview/overview';
import { consolidationView } from '../../../src/core/overview/consolidationView';
import { detect } from '../../../src/core/detect/detect';
import type { CellValue, WorkbookSnapshot } from '../../../src/core/sheet/snapshot';
import type { Language } from '../../../src/core/meteo/content';
import { sheetOf, workbookOf } from '../grid';

/** Monday 21/09/2026, and nine weeks to Sunday 22/11/2026; the moment is Monday 23/11/2026 at 14:40. */
const FIRST = 46_286;
const DAYS = 63;
const NOW = FIRST + DAYS + 14 / 24 + 40 / 1440;

const HEADERS: Record<Language, string[]> = {
  fr: ['Date', 'Appels reçus', 'Appels traités'],
  en: ['Date', 'Calls received', 'Calls answered'],
};

/** Days of a service that answers 95 % of its calls, and another share on the last one. */
const days = (lastShare: number, count = DAYS): CellValue[][] =>
  Array.from({ length: count }, (_, day) => {
    const received = 200 + 10 * (day % 7);
    return [FIRST + day, received, Math.round(received * (day === count - 1 ? lastShare : 0.95))];
  });
const followed = (rows: CellValue[][], language: Language = 'fr') =>
  sheetOf('Suivi', [HEADERS[language], ...rows], { formats: { 0: 'dd/mm/yyyy' } });
const settings = sheetOf(
  'Paramètres',
  [
    ['Clé', 'Valeur', 'Signification'],
    ['client', 'Hexalis', ''],
    ['cadence', 14, ''],
  ],
  {
    tables: { tblParam: 'A1:C3' },
  },
);
const history = (issued: number, sent: number | '') =>
  sheetOf(
    'Historique météo',
    [
      ['Numéro', 'Premier jour', 'Dernier jour', 'Météo', 'Météo calculée', 'Règle', 'Faite le', 'Envoyée le'],
      [13, issued - 14, issued - 1, 'Éclaircies', 'Éclaircies', '1 indicateur clé en vigilance', issued, sent],
    ],
    { tables: { tblMeteo: 'A1:H2' } },
  );
const kindsOf = (workbook: WorkbookSnapshot, now = NOW): string[] => overviewOf(workbook, now, 'fr').due.map(({ kind }) => kind);

test.each<[Language, string, string]>([
  ['fr', '95\u202f%', '≥\u202f90\u202f%'],
  ['en', '95%', '≥\u202f90%'],
])('%s: a daily sheet that nobody has touched', (language, value, objective) => {
  const overview = overviewOf(workbookOf(followed(days(0.95), language)), NOW, language);
  expect(overview.source).toEqual({
    sheet: 'Suivi',
    kind: 'daily',
    rows: DAYS,
    areDays: true,
    first: FIRST,
    last: FIRST + DAYS - 1,
    confirmed: false,
    questions: 0,
  });
  expect(overview.kpis).toMatchObject({ kept: false });
  expect(overview.kpis.unconfirmed.length).toBeGreaterThan(0);
  expect(overview.last?.period.key).toBe('2026-11-22');
  expect(overview.last?.readings[0]).toMatchObject({ value, objective, status: 'green', key: true, proposed: true });
  expect([overview.alerts, overview.meteo.number, overview.nothing]).toEqual([0, 1, null]);
});

test('the day that is under way is not looked at', () => {
  const [lastRow] = days(0.2, DAYS + 1).slice(-1);
  const overview = overviewOf(workbookOf(followed([...days(0.95), lastRow ?? []])), NOW, 'fr');
  expect([overview.last?.period.key, overview.alerts, overview.source?.last]).toEqual(['2026-11-22', 0, FIRST + DAYS]);
});

test('an alert of the last day is a thing to do, with its figure', () => {
  const overview = overviewOf(workbookOf(followed(days(0.5))), NOW, 'fr');
  expect(overview.due.find(({ kind }) => kind === 'alerts')).toMatchObject({
    page: 'watch',
    alerts: 1,
    worst: { value: '50\u202f%', status: 'red' },
  });
});

test.each<[string, WorkbookSnapshot, string[]]>([
  ['sent on Thursday 12/11: due before Thursday', workbookOf(followed(days(0.95)), settings, history(46_338, 46_338)), ['meteo']],
  ['sent today: nothing for now', workbookOf(followed(days(0.95)), settings, history(46_349, 46_349)), []],
  ['made today, not sent', workbookOf(followed(days(0.95)), settings, history(46_349, '')), ['meteo']],
])('%s', (_name, workbook, kinds) => {
  expect(kindsOf(workbook)).toEqual(kinds);
});

test('a flash point that was announced for today, by the minute', () => {
  const flash = (next: number) =>
    sheetOf(
      'Flash',
      [
        ['Horodatage', 'Appels reçus', 'Prochain point'],
        [Math.floor(NOW) + 0.4375, 118, next],
      ],
      {
        tables: { tblFlash: 'A1:C2' },
        formats: { 0: 'dd/mm/yyyy hh:mm', 2: 'dd/mm/yyyy hh:mm' },
      },
    );
  const base = [followed(days(0.95)), settings, history(46_349, 46_349)] as const;
  const overview = overviewOf(workbookOf(...base, flash(Math.floor(NOW) + 15 / 24)), NOW, 'fr');
  expect(overview.due).toEqual([{ kind: 'flash', page: 'flash', due: Math.floor(NOW) + 15 / 24, minutes: 20 }]);
  expect(kindsOf(workbookOf(...base, flash(Math.floor(NOW) + 1.4)))).toEqual([]);
});

test.each<[string, WorkbookSnapshot, string]>([
  ['nothing at all', workbookOf(sheetOf('Feuil1', [])), 'workbook-empty'],
  [
    'no dates',
    workbookOf(
      sheetOf('Feuil1', [
        ['Nom', 'Ville'],
        ['Ana', 'Lille'],
        ['Luc', 'Metz'],
      ]),
    ),
    'no-dates',
  ],
])('%s: why there is no source', (_name, workbook, code) => {
  const overview = overviewOf(workbook, NOW, 'fr');
  expect([overview.source, overview.nothing?.code, overview.last, overview.kpis.followed]).toEqual([null, code, null, 0]);
});

test('a workbook that may not be written says so', () => {
  const overview = overviewOf({ ...workbookOf(followed(days(0.95))), readOnly: true, structureProtected: true }, NOW, 'fr');
  expect([overview.readOnly, overview.structureProtected]).toEqual([true, true]);
});

const viewOf = (rows: CellValue[][], today: number) => {
  const workbook = workbookOf(followed(rows));
  const [table] = detect(workbook).tables;
  if (!table) throw new Error('no table');
  return consolidationView(workbook, table, today, 'fr');
};

test.each<[string, CellValue[][], number, string | null, number]>([
  ['whole weeks, all days', days(0.95), NOW, null, 0],
  ['the data end on a Thursday', days(0.95, DAYS - 3), NOW, '2026-S47', 0],
  ['all seven days, but the last is today', days(0.95), FIRST + DAYS - 1, '2026-S47', 0],
  ['three days lack', days(0.95).filter((_, day) => day < 10 || day > 12), NOW, null, 3],
])('what will be computed: %s', (_name, rows, today, week, without) => {
  const view = viewOf(rows, today);
  expect([view.underWay?.key ?? null, view.daysWithout, view.rows]).toEqual([week, without, rows.length]);
  expect(view.kinds.map(({ sheet }) => sheet)).toEqual(['Jour', 'Semaine', 'Mois', 'Année']);
  expect(view.ratios).toBe(1);
});

test('days are counted where each row is one; rows where some share their day', () => {
  const shared = days(0.95).flatMap((row) => [row, row]);
  expect([viewOf(days(0.95), NOW).areDays, viewOf(shared, NOW).areDays]).toEqual([true, false]);
  expect(overviewOf(workbookOf(followed(shared)), NOW, 'fr').source).toMatchObject({ areDays: false, rows: 2 * DAYS });
});
