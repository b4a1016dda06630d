import type { Language } from '../meteo/content';

/** French names of the functions that formulas of reports, and ours, are made of. */
const FRENCH: Readonly<Record<string, string>> = {
  ABS: 'ABS',
  AGGREGATE: 'AGREGAT',
  AND: 'ET',
  AVERAGE: 'MOYENNE',
  AVERAGEIF: 'MOYENNE.SI',
  AVERAGEIFS: 'MOYENNE.SI.ENS',
  COUNT: 'NB',
  COUNTA: 'NBVAL',
  COUNTBLANK: 'NB.VIDE',
  COUNTIF: 'NB.SI',
  COUNTIFS: 'NB.SI.ENS',
  DATE: 'DATE',
  EDATE: 'MOIS.DECALER',
  EOMONTH: 'FIN.MOIS',
  FIND: 'TROUVE',
  HLOOKUP: 'RECHERCHEH',
  IF: 'SI',
  IFERROR: 'SIERREUR',
  IFNA: 'SI.NON.DISP',
  INDEX: 'INDEX',
  INDIRECT: 'INDIRECT',
  INT: 'ENT',
  ISERROR: 'ESTERREUR',
  ISNUMBER: 'ESTNUM',
  LEFT: 'GAUCHE',
  LOOKUP: 'RECHERCHE',
  MATCH: 'EQUIV',
  MAX: 'MAX',
  MEDIAN: 'MEDIANE',
  MID: 'STXT',
  MIN: 'MIN',
  MONTH: 'MOIS',
  NOT: 'NON',
  NOW: 'MAINTENANT',
  NUMBERVALUE: 'VALEURNOMBRE',
  OFFSET: 'DECALER',
  OR: 'OU',
  REPT: 'REPT',
  RIGHT: 'DROITE',
  ROUND: 'ARRONDI',
  ROWS: 'LIGNES',
  SUBSTITUTE: 'SUBSTITUE',
  SUBTOTAL: 'SOUS.TOTAL',
  SUM: 'SOMME',
  SUMIF: 'SOMME.SI',
  SUMIFS: 'SOMME.SI.ENS',
  SUMPRODUCT: 'SOMMEPROD',
  TEXT: 'TEXTE',
  TODAY: 'AUJOURDHUI',
  TRIM: 'SUPPRESPACE',
  VALUE: 'CNUM',
  VLOOKUP: 'RECHERCHEV',
  WEEKDAY: 'JOURSEM',
  YEAR: 'ANNEE',
};

/** A text, a quoted sheet, bracketed columns, a function, true or false, a number, a separator. */
const PIECE = /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^\]]*\]|[A-Z][A-Z0-9.]*(?=\()|\b(?:TRUE|FALSE)\b(?![!.])|\d+\.\d+|,/g;

/**
 * A formula as Excel shows it to a reader of the language: `=IF(B2=0,"",A2/1.5)` is `=SI(B2=0;"";A2/1,5)` in French. Only to be
 * read: what is written is always English with commas. A function without a French name here keeps its own.
 */
export const formulaText = (formula: string, language: Language): string => {
  if (language === 'en') return formula;
  return formula.replace(PIECE, (piece) => {
    if (piece === ',') return ';';
    if (/^\d/.test(piece)) return piece.replace('.', ',');
    if (piece === 'TRUE') return 'VRAI';
    if (piece === 'FALSE') return 'FAUX';
    return FRENCH[piece] ?? piece;
  });
};
