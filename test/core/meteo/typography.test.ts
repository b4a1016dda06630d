import { composeMeteo } from '../../../src/core/meteo/compose';
import type { Language, MeteoContent } from '../../../src/core/meteo/content';
import type { MeteoInput } from '../../../src/core/meteo/input';
import { inboundDays, inboundKpis, ISSUED, syntheticInput } from './syntheticInput';

const days = inboundDays();
const entry = { horizon: null, effect: '', role: '', due: null, state: 'todo', visible: true, date: ISSUED - 3 } as const;

/** Pages that together print nearly every sentence: good, missed, short of days, short of history, with a full journal. */
const scenes: readonly (readonly [string, Partial<MeteoInput>, number, number])[] = [
  ['all is well', {}, 0, ISSUED],
  ['data stop five days early', {}, 0, ISSUED - 5],
  ['fourteen weeks of history', {}, ISSUED - 98, ISSUED],
  [
    'objectives out of reach, a journal, an override',
    {
      kpis: inboundKpis(days).map((series) => ({
        ...series,
        kpi: series.kpi.thresholds
          ? { ...series.kpi, objective: 0.001, thresholds: { green: 0.001, amber: 0.0005 } }
          : series.kpi,
      })),
      journal: [
        { ...entry, kind: 'highlight', text: 'Menu vocal: motif \u00ab cotisation \u00bb isolé en 25 min, −12%' },
        { ...entry, kind: 'risk', text: "Manque d'effectif le 24/12 ?" },
        { ...entry, kind: 'dissatisfaction', text: "Attente d'une heure" },
        { ...entry, kind: 'action', text: "Renforcer l'équipe", due: ISSUED - 1 },
      ],
      edits: { weather: { weather: 'storm', reason: "L'équipe est en grève" } },
    },
    0,
    ISSUED,
  ],
];

/** What people typed stays in their language: here they typed nothing. */
const english: Partial<MeteoInput> = { source: 'sheet “Data”', journal: [] };

const texts = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, part]) => (key === 'numberFormat' || key === 'overflow' ? [] : texts(part)));
};

const contentOf = (language: Language, more: Partial<MeteoInput>, from: number, to: number): MeteoContent => {
  const result = composeMeteo(
    syntheticInput(
      days.filter((day) => day.serial >= from && day.serial < to),
      { language, ...more },
    ),
  );
  if (!result.ok) throw new Error(result.problem.code);
  return result.value.content;
};

describe.each(scenes)('%s', (_, more, from, to) => {
  test('French: the right spaces and apostrophes everywhere', () => {
    for (const text of texts(contentOf('fr', more, from, to))) {
      expect(text).not.toMatch(/\p{L}'\p{L}/u);
      expect(text).not.toMatch(/[ \u00a0][;!?%]/);
      expect(text).not.toMatch(/[^\u00a0]:(?: |$)/);
      expect(text).not.toMatch(/\d%|\d [%;]|« | »/);
      expect(text).not.toMatch(/n° |\d \d{3}(?!\d)|(?:^|\s)-\d/);
      expect(text).not.toMatch(/undefined|NaN|\[object| {2}|\{n\}/);
    }
  });

  test('English: no French space, no French word of ours', () => {
    for (const text of texts(contentOf('en', { ...more, ...english }, from, to))) {
      expect(text).not.toMatch(/\s[;:!?%]/);
      expect(text).not.toMatch(/undefined|NaN|\[object| {2}|\{n\}/);
      expect(text).not.toMatch(/objectif|Conforme|Vigilance|Alerte|Suivi\b|historique|semaine|envoyée|Prochaine/);
    }
  });
});
