import type { Language } from '../meteo/content';

/** French names of the functions that formulas of reports, and ours, are made of. */
const FRENCH: Readonly<Record<string, string>> = {
  ABS: 'ABS',
  AND: 'ET',
  AVERAGE: 'MOYENNE',
  COUNT: 'NB',
  COUNTA: 'NBVAL',
  COUNTIF: 'NB.SI',
  COUNTIFS: 'NB.SI.ENS',
  DATE: 'DATE',
  FIND: 'TROUVE',
  IF: 'SI',
  IFERROR: 'SIERREUR',
  INDEX: 'INDEX',
  INT: 'ENT',
  ISNUMBER: 'ESTNUM',
  LEFT: 'GAUCHE',
  LOOKUP: 'RECHERCHE',
  MATCH: 'EQUIV',
  MAX: 'MAX',
  MID: 'STXT',
  MIN: 'MIN',
  MONTH: 'MOIS',
  NUMBERVALUE: 'VALEURNOMBRE',
  OR: 'OU',
  RIGHT: 'DROITE',
  ROUND: 'ARRONDI',
  ROWS: 'LIGNES',
  SUBSTITUTE: 'SUBSTITUE',
  SUBTOTAL: 'SOUS.TOTAL',
  SUM: 'SOMME',
  SUMIF: 'SOMME.SI',
  SUMIFS: 'SOMME.SI.ENS',
  SUMPRODUCT: 'SOMMEPROD',
  TRIM: 'SUPPRESPACE',
  VALUE: 'CNUM',
  VLOOKUP: 'RECHERCHEV',
  WEEKDAY: 'JOURSEM',
  YEAR: 'ANNEE',
};

/** A text, a quoted sheet, bracketed columns, a function, a number, a separator. */
const PIECE = /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^\]]*\]|[A-Z][A-Z0-9.]*(?=\()|\d+\.\d+|,/g;

/**
 * A formula as Excel shows it to a reader of the language: `=IF(B2=0,"",A2/1.5)` is `=SI(B2=0;"";A2/1,5)` in French. Only to be
 * read: what is written is always English with commas. A function without a French name here keeps its own.
 */
export const formulaText = (formula: string, language: Language): string => {
  if (language === 'en') return formula;
  return formula.replace(PIECE, (piece) => {
    if (piece === ',') return ';';
    if (/^\d/.test(piece)) return piece.replace('.', ',');
    return FRENCH[piece] ?? piece;
  });
};
