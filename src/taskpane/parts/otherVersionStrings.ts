import type { Language } from '../../core/meteo/content';

type OtherVersionStrings = {
  /** Another pane has typed something else for the same thing, at an hour. */
  typed: (hour: string) => string;
  take: string;
  keep: string;
  /** A draft was taken up again, of an hour. */
  restored: (hour: string) => string;
  startOver: string;
};

export const otherVersionStrings: Readonly<Record<Language, OtherVersionStrings>> = {
  fr: {
    typed: (hour) =>
      `Un autre volet ouvert sur ce classeur a enregistré un autre texte à ${hour}. Rien n’est remplacé sans votre choix.`,
    take: 'Reprendre l’autre version',
    keep: 'Garder la mienne',
    restored: (hour) => `Brouillon de ${hour} repris.`,
    startOver: 'Repartir de zéro',
  },
  en: {
    typed: (hour) => `Another pane open on this workbook saved another text at ${hour}. Nothing is replaced until you choose.`,
    take: 'Take the other version',
    keep: 'Keep mine',
    restored: (hour) => `Draft from ${hour} restored.`,
    startOver: 'Start over',
  },
};
