import type { Language } from '../meteo/content';
import { lowerFirst } from './typography';

/** Texts of the sheet of projections. */
export type ProjectionWords = {
  sheet: string;
  title: string;
  note: (date: string) => string;
  columns: readonly [
    kpi: string,
    week: string,
    from: string,
    actual: string,
    fitted: string,
    projected: string,
    low80: string,
    high80: string,
    low95: string,
    high95: string,
  ];
  /** What is said of a KPI, under its name. */
  about: (kpi: string, text: string) => string;
  chart: (kpi: string) => string;
  series: { actual: string; projected: string; low: string; high: string };
};

const french: ProjectionWords = {
  sheet: 'Projections',
  title: 'Projections par semaine',
  note: (date) =>
    `Faites le ${date}. « Ajusté » : ce que la méthode dit d’une semaine connue, une semaine plus tôt. L’intervalle à 80 % tient 8 fois sur 10, celui à 95 % 19 fois sur 20.`,
  columns: ['Indicateur', 'Semaine', 'Du', 'Réel', 'Ajusté', 'Prévu', 'Bas 80 %', 'Haut 80 %', 'Bas 95 %', 'Haut 95 %'],
  about: (kpi, text) => `${kpi} : ${lowerFirst(text)}`,
  chart: (kpi) => `${kpi} par semaine : réel, puis prévu avec son intervalle à 80 %`,
  series: { actual: 'Réel', projected: 'Prévu', low: 'Bas 80 %', high: 'Haut 80 %' },
};

const english: ProjectionWords = {
  sheet: 'Projections',
  title: 'Projections by week',
  note: (date) =>
    `Made on ${date}. “Fitted”: what the method says of a known week, one week earlier. The 80% interval holds 8 times in 10, the 95% one 19 times in 20.`,
  columns: ['KPI', 'Week', 'From', 'Actual', 'Fitted', 'Projected', 'Low 80%', 'High 80%', 'Low 95%', 'High 95%'],
  about: (kpi, text) => `${kpi}: ${lowerFirst(text)}`,
  chart: (kpi) => `${kpi} by week: actual, then projected with its 80% interval`,
  series: { actual: 'Actual', projected: 'Projected', low: 'Low 80%', high: 'High 80%' },
};

export const projectionWords = (language: Language): ProjectionWords => (language === 'fr' ? french : english);
