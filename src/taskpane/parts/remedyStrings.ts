import type { Language } from '../../core/meteo/content';
import { quoted } from '../../core/words/typography';

/** What a remedy is about. */
export type RemedyName = 'template' | 'data' | 'answer' | 'kpis' | 'settings' | 'rows';

type RemedyStrings = Readonly<Record<Exclude<RemedyName, 'rows'>, string>> & { rows: (sheet: string) => string };

export const remedyStrings: Readonly<Record<Language, RemedyStrings>> = {
  fr: {
    template: 'Partir d’un modèle',
    data: 'Vérifier les données',
    answer: 'Répondre',
    kpis: 'Choisir les indicateurs',
    settings: 'Ouvrir Paramètres',
    rows: (sheet) => `Aller à ${quoted(sheet, 'fr')}`,
  },
  en: {
    template: 'Start from a template',
    data: 'Check the data',
    answer: 'Answer',
    kpis: 'Choose the indicators',
    settings: 'Open Settings',
    rows: (sheet) => `Go to ${quoted(sheet, 'en')}`,
  },
};
