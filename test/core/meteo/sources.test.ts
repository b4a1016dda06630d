import { detect } from '../../../src/core/detect/detect';
import { composeMeteo, type ComposedMeteo } from '../../../src/core/meteo/compose';
import { meteoSources, type MeteoSources } from '../../../src/core/meteo/sources';
import type { Result } from '../../../src/core/problem';
import { isHoliday } from '../../../src/core/period/holidays';
import { serialOf, weekdayOf } from '../../../src/core/period/serial';
import { sheetOf, valueOf, workbookOf } from '../grid';
import { inboundDays, ISSUED, type Day } from './syntheticInput';

type Row = (number | string)[];

const HEADERS: Row = ['Date', 'Appels reçus', 'Appels décrochés', 'Abandons', 'Prévisions', 'Commentaire'];
const FIRST = serialOf({ year: 2026, month: 6, day: 1 });

const filled = ({ serial, offered, answered, abandoned }: Day): Row => [serial, offered, answered, abandoned, 1000, ''];
/** A day of a calendar prepared in advance, with its forecast. */
const blank = ({ serial }: Day): Row => [serial, '', '', '', 1000, 'à venir'];

/** What a workbook gives a météo: its daily rows, and settings as somebody typed them. */
const sourcesOf = (rows: Row[], settings: readonly [name: string, value: string][] = []): Result<MeteoSources> => {
  const data = sheetOf('Suivi', [HEADERS, ...rows], { formats: { 0: 'dd/mm/yyyy' } });
  const typed = sheetOf('Paramètres', [['Clé', 'Valeur', 'Signification'], ...settings.map((line) => [...line, ''])], {
    tables: { tblParam: `A1:C${String(settings.length + 1)}` },
  });
  const workbook = workbookOf(data, ...(settings.length > 0 ? [typed] : []));
  const table = detect(workbook).tables.find(({ sheet }) => sheet === 'Suivi');
  if (!table) throw new Error('no table');
  return meteoSources(workbook, table, { language: 'fr', issued: ISSUED, minutes: null });
};

const composed = (rows: Row[], settings?: readonly [string, string][]): Result<ComposedMeteo> =>
  composeMeteo(valueOf(sourcesOf(rows, settings)).input);

const calendar = (until: number): Row[] => inboundDays(FIRST).map((day) => (day.serial < until ? filled(day) : blank(day)));

test.each<[string, number, string]>([
  ['a calendar filled to its end has every day', ISSUED, '12 jours sur 12'],
  ['a calendar filled to the middle of the page has half of its days', ISSUED - 7, '6 jours sur 12'],
  ['a calendar whose page is not filled yet has none', ISSUED - 14, '0 jour sur 12'],
])('%s', (_, until, days) => {
  const made = composed(calendar(until));
  expect(valueOf(made).content.footer.source).toContain(days);
  const foggy = until < ISSUED;
  expect(valueOf(made).content.blue.weather === 'fog').toBe(foggy);
  expect(made.ok && made.problems.some(({ code }) => code === 'fog')).toBe(foggy);
});

test('Sundays that the calendar has and nobody fills are closed', () => {
  const sundays = Array.from({ length: ISSUED - FIRST }, (_, day) => FIRST + day).filter((serial) => weekdayOf(serial) === 7);
  const rows = [...calendar(ISSUED), ...sundays.map((serial): Row => [serial, '', '', '', 0, 'fermé'])];
  rows.sort(([one], [other]) => Number(one) - Number(other));
  expect(valueOf(composed(rows)).content.footer.source).toContain('12 jours sur 12');
});

describe('11 November, a Wednesday of the page without row', () => {
  const ARMISTICE = serialOf({ year: 2026, month: 11, day: 11 });
  const without = (isLeftOut: (day: number) => boolean): Row[] =>
    inboundDays(FIRST).flatMap((day) => (isLeftOut(day.serial) ? [] : [filled(day)]));
  const daysOf = (rows: Row[], settings?: readonly [string, string][]): string =>
    valueOf(composed(rows, settings)).content.footer.source;

  test('is a closed day where no holiday is worked', () => {
    expect(daysOf(without((day) => isHoliday(day)))).toContain('11 jours sur 11');
  });

  test('is a missing day where the others were worked', () => {
    expect(daysOf(without((day) => day === ARMISTICE))).toContain('11 jours sur 12');
  });

  test.each([
    ['oui', '11 jours sur 12'],
    ['14 juillet', '11 jours sur 11'],
    ['11/11/2026', '11 jours sur 12'],
  ])('is what the settings say: worked on holidays, %s', (worked, text) => {
    expect(
      daysOf(
        without((day) => isHoliday(day)),
        [['jours fériés travaillés', worked]],
      ),
    ).toContain(text);
  });

  test('the day before it is a missing day all the same', () => {
    expect(daysOf(without((day) => day === ARMISTICE - 1 || isHoliday(day)))).toContain('10 jours sur 11');
  });
});

test('what is typed of days to come reaches the page, and what cannot be read is said', () => {
  const planned = '25/11/2026 = +30 % ; 27/11/2026 = beaucoup';
  const made = sourcesOf(calendar(ISSUED), [['événements prévus', planned]]);
  expect(valueOf(made).input.settings.plannedEvents).toEqual([{ first: ISSUED + 2, last: ISSUED + 2, factor: 1.3, label: '' }]);
  expect(made.ok && made.problems).toContainEqual({
    code: 'setting-fault',
    params: { setting: 'événements prévus', text: '27/11/2026 = beaucoup', fault: 'effect' },
    place: { sheet: 'Paramètres', cell: 'B2' },
  });
});
