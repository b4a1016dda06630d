import { composeMeteo, type ComposedMeteo } from '../../../src/core/meteo/compose';
import type { Language } from '../../../src/core/meteo/content';
import { layoutMeteo } from '../../../src/core/meteo/layout';
import { valueOf } from '../grid';
import { coverageOfDays, inboundDays, inboundKpis, ISSUED, ratioKpi, syntheticInput, type Day } from './syntheticInput';

/** A Saturday; the service is closed on Sundays alone, so that its week is under way. */
const SATURDAY = ISSUED - 2;
const MONDAY = ISSUED - 7;

/** Too few weeks for a projection: the page knows of the week under way by its days alone. */
const FIRST = MONDAY - 7 * 12;

/** Days of which 95 % of the calls are answered and 3 % abandoned; in the week under way as told. */
const daysUntil = (issued: number, answered: number): Day[] =>
  inboundDays(FIRST, issued).map((day) => {
    const share = day.serial >= MONDAY ? answered : 0.95;
    return {
      ...day,
      answered: Math.round(day.offered * share),
      abandoned: Math.round(day.offered * (1 - share) * 0.6),
      handling: Math.round(day.offered * share * 400),
    };
  });

const page = (issued: number, answered: number, language: Language = 'fr'): ComposedMeteo => {
  const days = daysUntil(issued, answered);
  return valueOf(
    composeMeteo(syntheticInput(days, { issued, language, coverage: coverageOfDays(days), kpis: inboundKpis(days) })),
  );
};

const FRIDAY = SATURDAY - 1;

/** A page of as many KPIs that were on target and are off it in the week under way: the last one in alert, the others to watch. */
const pageOfMany = (count: number, label: (kpi: number) => string, language: Language = 'fr'): ComposedMeteo => {
  const days = daysUntil(SATURDAY, 0.6);
  const kpis = Array.from({ length: count }, (_, index) =>
    ratioKpi(days, `control_${String(index + 1)}`, label(index + 1), ['answered', 'offered'], {
      direction: 'higher',
      thresholds: { green: 0.9, amber: index + 1 === count ? 0.8 : 0.5 },
      key: index === 0 || index + 1 === count,
    }),
  );
  return valueOf(composeMeteo(syntheticInput(days, { issued: SATURDAY, language, coverage: coverageOfDays(days), kpis })));
};

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
const highlights = ({ content }: ComposedMeteo): string => plain(JSON.stringify(content.yellow.highlights));

test('no sun shines on a Saturday whose week is bad: the icon, its rule, the headline and a fact say so', () => {
  const made = page(SATURDAY, 0.6);
  expect(made.content.blue).toMatchObject({ weather: 'bright' });
  expect(plain(made.content.blue.rule)).toBe('Semaine en cours (S47) hors seuil : taux de décroché et 1 autre');
  expect(plain(made.content.message)).toContain('mais S47, en cours, est hors objectif (taux de décroché : 60 %)');
  expect(highlights(made)).toMatch(/Taux de décroché : 60 % en S47, semaine en cours, jusqu’au 20\/11 : Alerte\./);
});

test('the same in English', () => {
  const made = page(SATURDAY, 0.6, 'en');
  expect(plain(made.content.message)).toContain('but W47, under way, is off target (taux de décroché: 60%)');
  expect(highlights(made)).toContain('60% in W47, the week under way, up to 20 Nov: Alert.');
});

test.each<[string, number, number]>([
  ['a week under way that is as good as those before', SATURDAY, 0.95],
  ['two bad days of six, which may be no more', MONDAY + 2, 0.6],
  ['a Monday, when nothing is known of the week', MONDAY, 0.6],
])('the sun stays over %s', (_, issued, answered) => {
  const made = page(issued, answered);
  expect(made.content.blue.weather).toBe('sun');
  expect(highlights(made)).not.toContain('semaine en cours');
});

test('a period that is as bad is told of itself, not of the week under way', () => {
  const days = daysUntil(SATURDAY, 0.6).map((day) => ({ ...day, answered: Math.round(day.offered * 0.6) }));
  const made = valueOf(
    composeMeteo(syntheticInput(days, { issued: SATURDAY, coverage: coverageOfDays(days), kpis: inboundKpis(days) })),
  );
  expect(plain(made.content.blue.rule)).toMatch(/^Alerte deux fois de suite|indicateurs clés en alerte/);
  expect(highlights(made)).not.toMatch(/Taux de décroché : 60 % en S47, semaine en cours/);
});

test('the worst of the week under way is named first, by the rule, the headline and the facts', () => {
  const made = pageOfMany(3, (kpi) => `Contrôle ${String(kpi)}`);
  expect(plain(made.content.blue.rule)).toBe('Semaine en cours (S47) hors seuil : contrôle 3 et 1 autre');
  expect(plain(made.content.message)).toContain('S47, en cours, est hors objectif (contrôle 3 : 60 %)');
  const told = made.content.yellow.highlights.items.map(({ text }) => plain(text));
  expect(told.map((text) => text.slice(0, 'Contrôle 3'.length))).toEqual(['Contrôle 3', 'Contrôle 1', 'Contrôle 2']);
});

test.each<[string, Language, string]>([
  ['in French', 'fr', '36 autres dégradations, dont Contrôle 4, Contrôle 5, Contrôle 6 et Contrôle 7.'],
  ['in English', 'en', '36 others worse than before, among them Contrôle 4, Contrôle 5, Contrôle 6 and Contrôle 7.'],
])(
  'of forty KPIs off target in the week under way a few are named and the others counted, that week, %s',
  (_, language, text) => {
    const { content } = pageOfMany(40, (kpi) => `Contrôle ${String(kpi)}`, language);
    const counted = content.yellow.highlights.items.find((one) => plain(one.text) === text);
    expect(counted?.date).toBe(FRIDAY);
    expect(layoutMeteo(content).ok).toBe(true);
  },
);
