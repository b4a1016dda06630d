import { composeMeteo, type ComposedMeteo } from '../../../src/core/meteo/compose';
import type { Language } from '../../../src/core/meteo/content';
import { valueOf } from '../grid';
import { coverageOfDays, inboundDays, inboundKpis, ISSUED, syntheticInput, type Day } from './syntheticInput';

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
