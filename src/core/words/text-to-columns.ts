import type { Language } from '../meteo/content';

const OWN: Readonly<Record<Language, '.' | ','>> = { fr: ',', en: '.' };

/**
 * Where Excel turns texts into numbers. `decimal` is the mark that the texts are written with: Excel leaves texts as they are when
 * it is not its own, unless it is told. `6.45` in French needs « Avancé… », `6,45` only « Terminer ».
 */
export const textToColumns = (decimal: '.' | ',' | undefined, language: Language): string => {
  const told = decimal !== undefined && decimal !== OWN[language];
  if (language === 'fr')
    return told
      ? `Données › Convertir › Suivant › Suivant › Avancé… › Séparateur de décimale « ${decimal} » › OK › Terminer`
      : 'Données › Convertir › Terminer';
  return told
    ? `Data › Text to Columns › Next › Next › Advanced… › Decimal separator “${decimal}”, another Thousands separator › OK › Finish`
    : 'Data › Text to Columns › Finish';
};
