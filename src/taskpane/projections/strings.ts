import type { Language } from '../../core/meteo/content';
import { plural } from '../../core/words/typography';

/** Every text of the page of projections. */
export type ProjectionStrings = {
  loading: string;
  title: (inside: number, checked: number) => string;
  unchecked: string;
  none: string;
  caption: string;
  /** Why there is no table to write yet. */
  later: string;
  never: string;
  list: (kpi: string) => string;
  write: string;
  writing: string;
  written: (sheet: string) => string;
  open: string;
  note: string;
  tryAgain: string;
  back: string;
};

const fr: ProjectionStrings = {
  loading: 'Relecture des projections…',
  title: (inside, checked) =>
    `${String(inside)} ${plural(inside, 'projection', 'projections', 'fr')} sur ${String(checked)} dans l’intervalle annoncé`,
  unchecked: 'Aucune projection vérifiée pour l’instant',
  none: 'Pas encore de projection\u00a0: il faut 26\u00a0semaines connues',
  caption: 'L’intervalle annoncé sur la météo doit tenir 8 fois sur 10.',
  later: 'Le tableau s’écrira dès qu’il y aura une projection.',
  never: 'Aucune projection de cet indicateur n’a encore été imprimée.',
  list: (kpi) => `Projections vérifiées\u00a0: ${kpi}`,
  write: 'Écrire le tableau des projections',
  writing: 'Écriture du tableau…',
  written: (sheet) => `Feuille ${sheet} écrite.`,
  open: 'Ouvrir',
  note: 'Écrit une feuille\u00a0: le réel, le prévu et les intervalles. Rien d’autre ne change.',
  tryAgain: 'Réessayer',
  back: 'Retour\u00a0: Données',
};

const en: ProjectionStrings = {
  loading: 'Reading the projections…',
  title: (inside, checked) =>
    `${String(inside)} of ${String(checked)} ${plural(checked, 'projection', 'projections', 'en')} within the stated interval`,
  unchecked: 'No projection checked yet',
  none: 'No projection yet: 26\u00a0known weeks are needed',
  caption: 'The interval stated on the météo should hold 8 times out of 10.',
  later: 'The table can be written once there is a projection.',
  never: 'No projection of this KPI has been printed yet.',
  list: (kpi) => `Checked projections: ${kpi}`,
  write: 'Write the projection table',
  writing: 'Writing the table…',
  written: (sheet) => `${sheet} sheet written.`,
  open: 'Open',
  note: 'Writes one sheet: actuals, projections and their intervals. Nothing else changes.',
  tryAgain: 'Try again',
  back: 'Back: Data',
};

export const projectionStrings: Readonly<Record<Language, ProjectionStrings>> = { fr, en };
