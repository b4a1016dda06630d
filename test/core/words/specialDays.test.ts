import { detect } from '../../../src/core/detect/detect';
import { forecastTable } from '../../../src/core/forecast/forecastTable';
import { forecastText } from '../../../src/core/words/forecast-text';
import { specialDaysText } from '../../../src/core/words/special-days';
import { typeset } from '../../../src/core/words/typography';
import { dayOf, serviceDays } from '../forecast/simulateService';
import { sheetOf, valueOf, workbookOf } from '../grid';

const ARMISTICE = dayOf(2026, 11, 11);
const days = [
  { serial: ARMISTICE, factor: 0, error: 0, reason: 'holiday', holiday: 'armistice-1918' },
  { serial: ARMISTICE + 1, factor: 0, error: 0, reason: 'closure' },
  { serial: ARMISTICE + 5, factor: 1.3, error: 0, reason: 'event', event: 'relance' },
  { serial: ARMISTICE + 6, factor: 0.5, error: 0, reason: 'event', event: '' },
  { serial: ARMISTICE + 7, factor: 1.2, error: 0.02, reason: 'beside-holiday' },
] as const;

test('each day apart is named with what it brings and why', () => {
  expect(typeset(specialDaysText(days, 'fr'), 'fr').replace(/[\u202f\u00a0]/g, ' ')).toBe(
    'Jours à part : 11/11/2026, fermé (11 novembre) ; 12/11/2026, fermé ; 16/11/2026, +30 % (relance) ; 17/11/2026, −50 % (événement prévu) ; 18/11/2026, +20 % (près d’un jour férié).',
  );
  expect(specialDaysText(days, 'en').replaceAll('\u00a0', ' ')).toBe(
    'Days apart: 11 Nov 2026, closed (Armistice Day); 12 Nov 2026, closed; 16 Nov 2026, +30% (relance); 17 Nov 2026, −50% (planned event); 18 Nov 2026, +20% (beside a public holiday).',
  );
  expect(specialDaysText([], 'fr')).toBe('');
});

test('a workbook’s projection says which days are apart: by its past and by its settings', () => {
  const past = serviceDays({
    seed: 2,
    first: dayOf(2025, 9, 1),
    count: dayOf(2026, 11, 9) - dayOf(2025, 9, 1),
    shape: [1.4, 1.1, 1, 0.9, 0.6, 0, 0],
    onHoliday: () => 0,
    noise: 0.05,
  });
  const data = sheetOf('Suivi', [['Date', 'Appels reçus'], ...past.map(({ serial, value }) => [serial, value])], {
    formats: { 0: 'dd/mm/yyyy' },
  });
  const settings = sheetOf(
    'Paramètres',
    [
      ['Clé', 'Valeur', 'Signification'],
      ['jours fermés', '13/11/2026', ''],
      ['événements prévus', '16/11/2026 = +30 % (relance)', ''],
    ],
    { tables: { tblParam: 'A1:C3' } },
  );
  const workbook = workbookOf(data, settings);
  const table = detect(workbook).tables.find(({ sheet }) => sheet === 'Suivi');
  if (!table) throw new Error('no table');
  const [calls] = valueOf(forecastTable(workbook, table, { language: 'fr', kinds: ['day'], horizon: 5 }));
  const [step] = calls?.steps ?? [];
  expect(step?.periods).toEqual(['2026-11-09', '2026-11-10', '2026-11-12', '2026-11-16', '2026-11-17']);
  expect(step?.special?.map(({ serial, reason, factor }) => [serial - ARMISTICE, reason, factor])).toEqual([
    [0, 'holiday', 0],
    [2, 'closure', 0],
    [5, 'event', 1.3],
  ]);
  expect(calls && forecastText(calls, 'fr').replace(/[\u202f\u00a0]/g, ' ')).toContain(
    'Jours à part : 11/11/2026, fermé (11 novembre) ; 13/11/2026, fermé ; 16/11/2026, +30 % (relance).',
  );
});
