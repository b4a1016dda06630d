import type { SettingFault } from '../client/planned-days';
import type { Language } from '../meteo/content';
import { quoted, typeset } from './typography';

const french = (part: string, fault: SettingFault): string => {
  switch (fault) {
    case 'day':
      return `${part} n'est ni un jour ni une période. Écrivez 11/02/2027 ou 24/12/2026–02/01/2027, avec un point-virgule entre deux.`;
    case 'backwards':
      return `${part} finit avant de commencer. Écrivez le premier jour d'abord.`;
    case 'long':
      return `${part} dure plus d'un an. Vérifiez les années, ou coupez la période en deux.`;
    case 'effect':
      return `l'effet de ${part} ne se lit pas. Écrivez par exemple 15/01/2027–20/01/2027 = +30 %, ou 11/02/2027 = fermé.`;
    case 'sign':
      return `${part} ne dit pas si le volume monte ou baisse. Écrivez le signe : +30 % ou −30 %.`;
    case 'holiday':
      return `${part} n'est pas un jour férié. Écrivez oui, non, ou des jours fériés séparés par des points-virgules : lundi de Pentecôte ; 11/11/2026.`;
    case 'cadence':
      return `${part} n'est pas une cadence. Écrivez un nombre de jours, de 7 à 15.`;
    case 'choice':
      return `${part} n'est pas compris. Suivez la signification écrite à droite de la case.`;
  }
};

const english = (part: string, fault: SettingFault): string => {
  switch (fault) {
    case 'day':
      return `${part} is neither a day nor a stretch of days. Write 11/02/2027 or 24/12/2026–02/01/2027, with a semicolon between two.`;
    case 'backwards':
      return `${part} ends before it begins. Write the first day first.`;
    case 'long':
      return `${part} is longer than a year. Check the years, or cut the stretch in two.`;
    case 'effect':
      return `the effect of ${part} cannot be read. Write for instance 15/01/2027–20/01/2027 = +30%, or 11/02/2027 = closed.`;
    case 'sign':
      return `${part} does not say whether the volume goes up or down. Write the sign: +30% or −30%.`;
    case 'holiday':
      return `${part} is not a public holiday. Write yes, no, or public holidays with semicolons between them: Whit Monday; 11/11/2026.`;
    case 'cadence':
      return `${part} is not a cadence. Write a number of days from 7 to 15.`;
    case 'choice':
      return `${part} is not understood. Follow the meaning written at the right of the cell.`;
  }
};

/**
 * What is wrong with a part of a setting, and what to write. `text` is the part as it was typed. It stands in the middle of a
 * sentence: « l’effet de … ».
 */
export const settingFaultText = (text: string, fault: SettingFault, language: Language): string =>
  typeset(language === 'fr' ? french(quoted(text, 'fr'), fault) : english(quoted(text, 'en'), fault), language);
